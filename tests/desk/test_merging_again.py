"""Two who take over each other's work again and again: what one has taken over, both have in common from then on."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskdesk.desk import items, print_sets, registers, risks, saved_views
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import Print
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language, Risk
from riskdesk.store.check import findings

ENGLISH = Telling(Language.ENGLISH, lambda _context, text: text)
TAKING = st.lists(st.tuples(st.sampled_from("01"), st.sampled_from(["one", "two", ""])), max_size=6)


@pytest.fixture
def anna(session: Session, register: str) -> Session:
    return session


@pytest.fixture
def marat(session: Session, tmp_path: Path) -> Iterator[Session]:
    copy = shutil.copyfile(session.path, tmp_path / "copy.riskdesk")
    with closing(Session.open(copy, "Marat")) as opened:
        yield opened


def of(session: Session) -> list[Risk]:
    return list(session.tree(session.registers()[0].id).risks)


def first(session: Session) -> Risk:
    return of(session)[0]


def write(session: Session, note: str) -> None:
    session.run(risks.edit(first(session).id, note=note))


def take_over(session: Session, other: Session) -> None:
    """Merge what nobody is asked about."""
    merge = session.merge(other.path)
    assert merge.clashes == ()
    session.run(merge.action())
    assert findings(session.path) == []


def test_what_one_goes_on_with_is_not_asked_about_again(anna: Session, marat: Session) -> None:
    for note in ("one", "two", "one", ""):
        write(anna, note)
        take_over(marat, anna)
        assert first(marat).note == note


def test_what_was_set_back_after_it_was_taken_over_stays_and_comes_back(anna: Session, marat: Session) -> None:
    before = first(anna).note
    write(anna, "there")
    take_over(marat, anna)
    write(marat, before)
    take_over(marat, anna)
    assert first(marat).note == before
    take_over(anna, marat)
    assert first(anna).note == before


def test_a_copy_without_names_goes_on_from_what_was_sent_though_nobody_was_named_at_first(
    anna: Session, tmp_path: Path
) -> None:
    blank = template("blank", Language.ENGLISH)
    anna.run(registers.add(blank))
    anna.run(registers.edit(blank.register.id, prepared_by="Anna"))
    anna.run(registers.edit(blank.register.id, title="Sent"))
    anna.send(Copy(names=False), tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as marat:
        anna.run(registers.edit(blank.register.id, title="Since"))
        take_over(marat, anna)
        assert marat.tree(blank.register.id).register.title == "Since"


def test_names_that_came_back_into_a_copy_without_them_are_no_change_of_it(anna: Session, tmp_path: Path) -> None:
    anna.run(risks.edit(first(anna).id, owner="Anna"))
    anna.send(Copy(names=False), tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as marat:
        take_over(marat, anna)
        marat.run(risks.edit(first(marat).id, owner="Marat"))
        take_over(anna, marat)
    assert first(anna).owner == "Marat"


def test_what_both_change_after_one_took_it_over_is_asked(anna: Session, marat: Session) -> None:
    write(anna, "one")
    take_over(marat, anna)
    write(anna, "here")
    write(marat, "there")
    for target, source in ((anna, marat), (marat, anna)):
        (clash,) = target.merge(source.path).clashes
        assert {clash.mine, clash.theirs} == {"here", "there"}


def test_what_was_taken_over_and_deleted_is_deleted_in_the_other_too(anna: Session, marat: Session) -> None:
    step = anna.run(risks.add(first(anna).entry, ["new"]))
    assert step is not None
    take_over(marat, anna)
    marat.run(items.delete([step.created[0]]))
    take_over(marat, anna)
    assert "new" not in [risk.description for risk in of(marat)]
    take_over(anna, marat)
    assert of(anna) == of(marat)


def test_what_comes_back_after_its_deletion_was_taken_over_stays(anna: Session, marat: Session) -> None:
    before = of(anna)
    anna.run(items.delete([before[0].id]))
    take_over(marat, anna)
    anna.undo(None)
    take_over(anna, marat)
    assert of(anna) == before
    take_over(marat, anna)
    assert of(marat) == before


def test_what_was_moved_after_it_was_taken_over_goes_there_in_the_other_too(anna: Session, marat: Session) -> None:
    step = anna.run(risks.add(first(anna).entry, ["new"]))
    assert step is not None
    take_over(marat, anna)
    other = of(marat)[9].entry
    marat.run(items.place([step.created[0]], other, 0))
    take_over(anna, marat)
    assert {risk.id: risk.entry for risk in of(anna)}[step.created[0]] == other


def test_what_both_keep_under_one_name_has_names_of_its_own_in_both(
    anna: Session, marat: Session, register: str
) -> None:
    for session, text in ((anna, "{}"), (marat, '{"columns": ["title"]}')):
        session.run(saved_views.keep(register, "Due", text))
        session.run(print_sets.keep(register, "Due", Print()))
    names = [line.partition(": ")[2] for line in anna.merge(marat.path).lines(ENGLISH)]
    assert names == ["“Due (2)”"] * 2
    take_over(anna, marat)
    for session, other in ((marat, anna), (anna, marat)):
        take_over(session, other)
        tree = session.tree(register)
        assert [view.name for view in tree.saved_views] == ["Mine", "Due", "Due (2)"]
        assert [view.listing for view in tree.saved_views][1:] == ["{}", '{"columns": ["title"]}']
        assert [print_set.name for print_set in tree.print_sets] == ["Board", "Due", "Due (2)"]


def test_a_merge_that_was_undone_counts_for_nothing(anna: Session, marat: Session) -> None:
    before = first(anna).note
    write(anna, "there")
    take_over(marat, anna)
    marat.undo(None)
    take_over(anna, marat)
    assert first(anna).note == "there"
    take_over(marat, anna)
    assert first(marat).note == "there"
    marat.undo(None)
    marat.redo(None)
    write(marat, before)
    take_over(anna, marat)
    assert first(anna).note == before


def test_what_comes_from_a_third_one_is_no_agreement_with_the_second(
    anna: Session, marat: Session, tmp_path: Path
) -> None:
    third = tmp_path / "third.riskdesk"
    shutil.copyfile(anna.path, third)
    with closing(Session.open(third, "Olga")) as olga:
        write(olga, "from Olga")
        take_over(marat, olga)
    write(anna, "from Anna")
    for target, source in ((anna, marat), (marat, anna)):
        (clash,) = target.merge(source.path).clashes
        assert {clash.mine, clash.theirs} == {"from Anna", "from Olga"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TAKING)
def test_who_takes_over_before_going_on_is_never_asked(
    board_store: Path, tmp_path: Path, steps: list[tuple[str, str]]
) -> None:
    with two(board_store, tmp_path) as both:
        last = first(both[0]).note
        for side, note in steps:
            target, source = both if side == "0" else both[::-1]
            take_over(target, source)
            assert first(target).note == last
            write(target, note)
            last = note
        for target, source in (both, both[::-1]):
            take_over(target, source)
            assert first(target).note == last


@contextmanager
def two(store: Path, folder: Path) -> Iterator[tuple[Session, Session]]:
    paths = [Path(shutil.copyfile(store, folder / f"{name}.riskdesk")) for name in ("here", "there")]
    with closing(Session.open(paths[0], "Anna")) as anna, closing(Session.open(paths[1], "Marat")) as marat:
        yield anna, marat
