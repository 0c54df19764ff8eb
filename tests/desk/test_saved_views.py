"""Saved views: one for each name in a register, kept, renamed and deleted; each an object of JSON."""

from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import categories, copies, registers, saved_views
from riskdesk.desk.session import Session
from riskdesk.domain.listing import Filter, Listing
from riskdesk.domain.listing_text import LARGEST, from_text, to_text
from riskdesk.domain.problems import InputProblem, NotFound

OTHER = '{"columns": ["reference"], "filter": {"owner": "Қ. Әлімов"}}'


def saved_views_of(session: Session, register: str) -> list[tuple[str, int, str]]:
    return [(view.name, view.position, view.listing) for view in session.tree(register).saved_views]


MINE = ("Mine", 0, '{"columns": ["owner"]}')


@pytest.mark.parametrize("name", ["Mine", " Mine\u00a0"])
def test_what_is_kept_under_a_name_takes_the_place_of_what_was(session: Session, register: str, name: str) -> None:
    session.run(saved_views.keep(register, name, OTHER))
    assert saved_views_of(session, register) == [("Mine", 0, OTHER)]


def test_what_would_be_too_long_to_be_read_again_is_not_kept(session: Session, register: str) -> None:
    listing = to_text(Listing(filters=(Filter("text", ("x" * LARGEST,)),)))
    with pytest.raises(InputProblem, match="too long to be saved as a view"):
        session.run(saved_views.keep(register, "Long", listing))
    assert saved_views_of(session, register) == [MINE]


def test_another_name_is_another_view_after_it(session: Session, register: str) -> None:
    session.run(saved_views.keep(register, "mine", "{}"))
    session.run(saved_views.keep(register, "Third", ""))
    assert saved_views_of(session, register) == [MINE, ("mine", 1, "{}"), ("Third", 2, "")]
    session.run(saved_views.delete(session.tree(register).saved_views[0].id))
    assert saved_views_of(session, register) == [("mine", 1, "{}"), ("Third", 2, "")]


def test_two_saved_views_never_have_the_same_name(session: Session, register: str) -> None:
    session.run(saved_views.keep(register, "Second", "{}"))
    second = session.tree(register).saved_views[1].id
    for used_name in ("Mine", "Mine "):
        with pytest.raises(InputProblem, match="There is a saved view “Mine"):
            session.run(saved_views.rename(second, used_name))
    assert session.run(saved_views.rename(second, "Second")) is None
    session.run(saved_views.rename(second, "Third"))
    assert saved_views_of(session, register) == [MINE, ("Third", 1, "{}")]


@pytest.mark.parametrize("listing", ["[]", "5", "{", '{"a": NaN}', '{"a": 1, "a": 2}', '{"a": "\x1b"}', "{" * 99])
def test_what_is_no_object_is_refused_and_changes_nothing(session: Session, register: str, listing: str) -> None:
    with pytest.raises(InputProblem, match="listing"):
        session.run(saved_views.keep(register, "Mine", listing))
    with pytest.raises(InputProblem, match="listing"):
        session.run(saved_views.keep(register, "New", listing))
    assert saved_views_of(session, register) == [MINE]


def test_nothing_is_kept_for_a_register_that_is_gone(session: Session) -> None:
    with pytest.raises(NotFound):
        session.run(saved_views.keep("gone", "Mine", "{}"))


def test_saved_views_go_with_a_copy_of_the_register_and_with_the_register(session: Session, register: str) -> None:
    session.run(registers.duplicate(register))
    other = session.registers()[1].id
    assert saved_views_of(session, other) == saved_views_of(session, register)
    session.run(registers.delete(register))
    assert saved_views_of(session, other) == [MINE]
    session.undo(None)
    assert saved_views_of(session, register) == [MINE]


@pytest.mark.parametrize(("names", "listing"), [(True, OTHER), (False, "")])
@pytest.mark.parametrize("history", [True, False])
def test_a_copy_without_names_has_nobody_in_a_view(
    session: Session, register: str, tmp_path: Path, listing: str, *, names: bool, history: bool
) -> None:
    session.run(saved_views.keep(register, "Mine", OTHER))
    new = tmp_path / "copy.riskdesk"
    session.send(copies.Copy(names=names, history=history), new)
    with closing(Session.open(new, "me")) as copy:
        assert saved_views_of(copy, register) == [("Mine", 0, listing)]
    assert ("Әлімов".encode() in new.read_bytes()) is names


@pytest.mark.parametrize("another", [False, True])
def test_a_view_of_a_category_lists_it_under_another_title_unless_another_one_has_the_old_one(
    session: Session, register: str, *, another: bool
) -> None:
    for title in ("Délais", "Staff", *["delais"] * another):
        session.run(categories.add(register, title=title))
    listing = Listing(filters=(Filter("category", ("delais ", "Staff")), Filter("text", ("law",))))
    session.run(saved_views.keep(register, "Mine", to_text(listing)))
    first = next(each.category.id for each in session.tree(register).categories if each.category.title == "Délais")
    session.run(categories.edit(first, "Delays"))
    ((_, _, kept),) = saved_views_of(session, register)
    assert from_text(kept, "").values("category") == (("delais ", "Staff") if another else ("Delays", "Staff"))
    session.undo(register)
    assert saved_views_of(session, register) == [("Mine", 0, to_text(listing))]
