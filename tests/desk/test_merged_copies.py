"""Merging a copy that came back: of every kind of copy, nothing written in either is lost unasked."""

import datetime
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from riskdesk.desk import copies, entries, items, print_sets, registers, risks, saved_views, scales, transfer, waivers
from riskdesk.desk.action import Action
from riskdesk.desk.copies import Copy
from riskdesk.desk.formats import Request
from riskdesk.desk.rescaling import rescale
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain import ancestor
from riskdesk.domain.document import to_document
from riskdesk.domain.label import Label
from riskdesk.domain.printing import Column, Kind, Paper, Print
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.progress import Unwanted
from riskdesk.domain.records import without_people_as_before
from riskdesk.domain.remap import proposed
from riskdesk.domain.replay import Key, State, register_of
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language, Risk, RiskStatus, Snapshot
from riskdesk.store.check import findings
from riskdesk.store.damage import DamagedStore
from tests.desk.standing import require_rising
from tests.labels import undo_label

APPROVED = "Approved by the Steering Committee, chaired by Anna"
ENGLISH = Telling(Language.ENGLISH, lambda _context, text: text)


def duplicated(session: Session, new: Path) -> None:
    shutil.copyfile(session.path, new)


def sent(**chosen: object) -> Callable[[Session, Path], None]:
    return lambda session, new: session.send(Copy(**chosen), new)


def sent_one(**chosen: object) -> Callable[[Session, Path], None]:
    return lambda session, new: session.send(Copy(register=session.registers()[0].id, **chosen), new)


def in_several_steps(send: Callable[[Session, Path], None]) -> Callable[[Session, Path], None]:
    def send_so(session: Session, new: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(copies, "LONGEST_STEP", 4000)
            send(session, new)
        with closing(sqlite3.connect(new)) as raw:
            assert raw.execute("SELECT count(*) > 5, count(DISTINCT at) FROM step").fetchone() == (True, 1)

    return send_so


def as_before(send: Callable[[Session, Path], None]) -> Callable[[Session, Path], None]:
    """A copy without names that an older Riskdesk sent, with approval lines and all that is in snapshots."""

    def send_so(session: Session, new: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(copies, "without_people", without_people_as_before)
            send(session, new)
        assert APPROVED.encode() in new.read_bytes()

    return send_so


def as_document(session: Session, new: Path) -> None:
    """The register goes out as a document and into another store."""
    document = new.with_suffix(".json")
    transfer.export(
        Request(session.tree(session.registers()[0].id), Print(), session.changed_at(), datetime.date.today()), document
    )
    with closing(Session.create(new, "Marat")) as other:
        other.run(registers.add(template("coe", Language.ENGLISH)))
        other.run(registers.add(transfer.read(document, Language.ENGLISH)))


COPIES = {
    "a conflict copy of a sync program": duplicated,
    "sent as a whole": sent(),
    "sent without history": sent(history=False),
    "sent without names": sent(names=False),
    "sent without both": sent(history=False, names=False),
    "one register": sent_one(),
    "one register without history": sent_one(history=False),
    "one register without names": sent_one(names=False),
    "without history in several steps": in_several_steps(sent(history=False)),
    "without both in several steps": in_several_steps(sent(history=False, names=False)),
    "without names by an older Riskdesk": as_before(sent(names=False)),
    "without both by an older Riskdesk": as_before(sent(history=False, names=False)),
    "a register document": as_document,
}


@pytest.fixture
def written(session: Session, register: str) -> Session:
    """A store with a past: owners, something undone, something deleted."""
    session.run(registers.edit(register, approval=APPROVED, prepared_by="Marat"))
    snapshot = Snapshot(register=register, date=date(2026, 1, 1), document=to_document(session.tree(register)))
    session.run(Action("Snapshot", lambda tx: tx.insert(snapshot)))
    found = list(session.tree(register).risks)
    session.run(risks.edit(found[2].id, owner="Anna"))
    session.run(risks.edit(found[2].id, note="said and taken back"))
    session.undo(None)
    session.run(items.delete([found[30].id]))
    return session


@pytest.fixture(params=COPIES)
def copy(request: pytest.FixtureRequest, written: Session, tmp_path: Path) -> Iterator[Session]:
    new = tmp_path / "elsewhere" / "copy.riskdesk"
    new.parent.mkdir()
    COPIES[request.param](written, new)
    with closing(Session.open(new, "Marat")) as opened:
        yield opened


@pytest.fixture
def twin(written: Session, tmp_path: Path) -> Iterator[Session]:
    duplicated(written, tmp_path / "twin.riskdesk")
    with closing(Session.open(tmp_path / "twin.riskdesk", "Marat")) as opened:
        yield opened


def of(session: Session, register: str) -> list[Risk]:
    return list(session.tree(register).risks)


def merged(session: Session, copy: Session, *, theirs: bool = False) -> None:
    found = session.merge(copy.path)
    session.run(found.action({clash.place for clash in found.clashes} if theirs else ()))
    assert findings(session.path) == []


def test_what_was_written_in_both_comes_together(written: Session, copy: Session, register: str) -> None:
    first, second, third, fourth, fifth, *_ = of(written, register)
    copy.run(risks.edit(first.id, note="there", status=RiskStatus.APPROVED))
    copy.run(risks.add(first.entry, ["new there"]))
    copy.run(items.delete([fourth.id]))
    written.run(risks.edit(first.id, title="here"))
    written.run(risks.edit(second.id, next_review=date(2027, 1, 5)))
    written.run(risks.add(first.entry, ["new here"]))
    found = written.merge(copy.path)
    assert found.clashes == ()
    content = copy.path.read_bytes()
    merged(written, copy)
    now = {risk.id: risk for risk in of(written, register)}
    assert (now[first.id].note, now[first.id].title, now[first.id].status) == ("there", "here", RiskStatus.APPROVED)
    assert now[second.id].next_review == date(2027, 1, 5)
    assert now[third.id].owner == "Anna"
    assert fourth.id not in now
    assert fifth.id in now
    assert [risk.description for risk in now.values() if risk.entry == first.entry][-2:] == ["new here", "new there"]
    assert len({risk.reference for risk in now.values()}) == len(now)
    assert copy.path.read_bytes() == content


def test_what_was_written_in_both_comes_together_in_a_copy(written: Session, copy: Session, register: str) -> None:
    first, second, third, *_ = of(written, register)
    written.run(risks.edit(first.id, title="here"))
    written.run(items.delete([second.id]))
    copy.run(risks.edit(third.id, note="there"))
    assert copy.merge(written.path).clashes == ()
    merged(copy, written)
    now = {risk.id: risk for risk in of(copy, register)}
    assert second.id not in now
    assert (now[first.id].title, now[third.id].note) == ("here", "there")


def test_what_was_changed_in_both_is_asked(written: Session, copy: Session, register: str) -> None:
    risk = of(written, register)[0]
    copy.run(risks.edit(risk.id, note="there"))
    written.run(risks.edit(risk.id, note="here"))
    found = written.merge(copy.path)
    (clash,) = found.clashes
    assert found.described(clash, ENGLISH) == ("risk R-01 · note", "here", "there")
    merged(written, copy)
    assert of(written, register)[0].note == "here"
    merged(written, copy, theirs=True)
    assert of(written, register)[0].note == "there"


def test_an_untouched_copy_brings_nothing(written: Session, copy: Session, register: str) -> None:
    written.run(risks.edit(of(written, register)[0].id, owner="Somebody"))
    before = to_document(written.tree(register))
    assert written.merge(copy.path).clashes == ()
    merged(written, copy)
    assert to_document(written.tree(register)) == before


def test_what_was_taken_back_in_the_copy_is_taken_back_here(written: Session, twin: Session, register: str) -> None:
    """The copy is then in a state that this store has been in long ago, which is not where they went apart."""
    found = of(written, register)
    written.run(risks.edit(found[5].id, owner="Later here"))
    twin.undo(None)
    assert len(of(twin, register)) == len(found) + 1
    merged(written, twin)
    assert len(of(written, register)) == len(found) + 1
    assert of(written, register)[5].owner == "Later here"


def test_what_was_taken_back_here_and_written_in_a_copy_comes_in(
    written: Session, tmp_path: Path, register: str
) -> None:
    """The copy is in a state again that this store has been in, but by a step of its own."""
    risk = of(written, register)[0]
    written.run(risks.edit(risk.id, note="considered"))
    written.undo(None)
    sent(history=False)(written, tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as copy:
        copy.run(risks.edit(risk.id, note="considered"))
        merged(written, copy)
    assert of(written, register)[0].note == "considered"


@pytest.mark.parametrize("chosen", [{}, {"history": False}, {"names": False}, {"history": False, "names": False}])
def test_a_copy_sent_after_something_moved_to_another_register_comes_together(
    written: Session, tmp_path: Path, register: str, chosen: dict[str, bool]
) -> None:
    written.run(registers.add(template("coe", Language.ENGLISH)))
    moved = written.tree(register).categories[1]
    other = written.registers()[1].id
    written.run(items.place([moved.category.id], other, 0))
    written.run(risks.edit(moved.entries[0].risks[0].id, owner="Anna"))
    sent(**chosen)(written, tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as copy:
        copy.run(risks.edit(moved.entries[0].risks[0].id, note="there"))
        copy.run(risks.edit(of(copy, register)[0].id, note="there"))
        written.run(risks.edit(moved.entries[0].risks[0].id, title="here"))
        written.run(risks.edit(of(written, register)[0].id, title="here"))
        assert written.merge(copy.path).clashes == ()
        merged(written, copy)
    for one in (register, other):
        assert [(risk.note, risk.title) for risk in of(written, one)].count(("there", "here")) == 1


def test_names_come_back_into_a_copy_without_them(written: Session, tmp_path: Path, register: str) -> None:
    sent(names=False)(written, tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as copy:
        assert of(copy, register)[2].owner == ""
        merged(copy, written)
        assert of(copy, register)[2].owner == "Anna"


def test_a_merge_is_one_step_that_is_undone_and_redone(written: Session, twin: Session, register: str) -> None:
    twin.run(risks.add(of(twin, register)[0].entry, ["new there"]))
    twin.run(risks.edit(of(twin, register)[0].id, note="there"))
    before = of(written, register)
    merged(written, twin)
    after = of(written, register)
    assert after != before
    assert undo_label(written, None) == "Merge a copy"
    written.undo(None)
    assert of(written, register) == before
    written.redo(None)
    assert of(written, register) == after


def test_merging_again_asks_nothing_new(written: Session, twin: Session, register: str) -> None:
    twin.run(risks.add(of(twin, register)[0].entry, ["new there"]))
    written.run(risks.add(of(twin, register)[0].entry, ["new here"]))
    merged(written, twin)
    found = written.merge(twin.path)
    assert (found.clashes, found.changes()) == ((), [])


def test_merged_both_ways_both_are_the_same(written: Session, twin: Session, register: str) -> None:
    risk = of(written, register)[0]
    twin.run(entries.add(written.tree(register).categories[0].category.id, 0, ["there"], ["so"]))
    written.run(risks.edit(risk.id, note="here"))
    merged(written, twin)
    merged(twin, written)
    assert to_document(twin.tree(register)) == to_document(written.tree(register))


def test_merged_both_ways_both_call_each_risk_the_same(written: Session, twin: Session, register: str) -> None:
    """Though each had given the same references to other risks, and one goes on meanwhile."""
    entry = of(written, register)[0].entry
    for text in ("here", "here too"):
        written.run(risks.add(entry, [text]))
    for text in ("there", "there too", "there as well"):
        twin.run(risks.add(entry, [text]))
    merged(written, twin)
    named = {risk.description: risk.reference for risk in of(written, register)}
    assert (named["here"], named["here too"]) == ("R-32", "R-33")
    written.run(risks.add(entry, ["later"]))
    merged(twin, written)
    assert {risk.description: risk.reference for risk in of(twin, register)} == named | {"later": "R-37"}
    for one, other in ((written, twin), (twin, written)):
        found = one.merge(other.path)
        assert (found.clashes, found.changes()) == ((), [])


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param("011a1b", id="one goes on before taking over"),
        pytest.param("01a1b01", id="both go on after taking over"),
        pytest.param("0b1a01b0a", id="again and again"),
        pytest.param("10b0ab1", id="after crossing"),
    ],
)
def test_however_they_go_on_both_call_each_risk_the_same_in_the_end(
    written: Session, twin: Session, register: str, steps: str
) -> None:
    """0 and 1: one of them adds two risks; a and b: the one takes in what the other has."""
    sides, entry = (written, twin), of(written, register)[0].entry
    for number, step in enumerate(f"{steps}aba"):
        if step in "01":
            sides[int(step)].run(risks.add(entry, [f"{number} first", f"{number} second"]))
        else:
            merged(*sides if step == "a" else sides[::-1])
    for one, other in (sides, sides[::-1]):
        found = one.merge(other.path)
        assert (found.clashes, found.changes()) == ((), [])
    assert [(risk.id, risk.reference) for risk in of(written, register)] == [
        (risk.id, risk.reference) for risk in of(twin, register)
    ]


def test_a_reference_that_was_typed_since_stays(written: Session, twin: Session, register: str) -> None:
    entry = of(written, register)[0].entry
    written.run(risks.add(entry, ["here"]))
    twin.run(risks.add(entry, ["there"]))
    (there,) = (risk.id for risk in of(twin, register) if risk.description == "there")
    merged(written, twin)
    twin.run(risks.edit(there, reference="X-1"))
    merged(twin, written)
    assert {risk.id: risk.reference for risk in of(twin, register)}[there] == "X-1"


def test_a_reference_given_in_both_is_given_anew(written: Session, twin: Session, register: str) -> None:
    entry = of(written, register)[0].entry
    for number in range(2):
        twin.run(risks.add(entry, [f"there {number}"]))
    written.run(risks.add(entry, ["here"]))
    merged(written, twin)
    named = {risk.description: risk.reference for risk in of(written, register)}
    assert (named["here"], named["there 0"], named["there 1"]) == ("R-32", "R-34", "R-33")
    written.run(risks.add(entry, ["next"]))
    assert of(written, register)[-1].reference != "R-33"
    assert {risk.description: risk.reference for risk in of(written, register)}["next"] == "R-35"


def test_registers_that_came_since_are_there_in_both(written: Session, twin: Session) -> None:
    written.run(registers.add(template("coe", Language.ENGLISH)))
    twin.run(registers.add(template("coe", Language.FRENCH)))
    merged(written, twin)
    assert [written.tree(register.id).register.language for register in written.registers()] == [
        Language.ENGLISH,
        Language.ENGLISH,
        Language.FRENCH,
    ]
    require_rising(written.registers())


@pytest.mark.parametrize("level", [3, 5])
@pytest.mark.parametrize("scaled", ["here", "there"])
def test_a_risk_that_was_assessed_by_the_scale_before_is_told_and_nothing_comes_in(
    written: Session, twin: Session, register: str, level: int, scaled: str
) -> None:
    five, three = scales.profile("5x5"), scales.profile("eu-action-document-3x3")
    one, other = (written, twin) if scaled == "here" else (twin, written)
    one.run(rescale(register, five, three, proposed(five, three)))
    risk = of(other, register)[0]
    other.run(risks.edit(risk.id, likelihood=level, impact=level))
    before = to_document(written.tree(register))
    with pytest.raises(InputProblem, match=r"the risk R-01 was assessed by the scale before"):
        merged(written, twin)
    assert to_document(written.tree(register)) == before
    other.run(risks.edit(risk.id, likelihood=None, impact=None))
    merged(written, twin)
    assert written.tree(register).register.scale == three


def test_assessments_of_both_come_together_where_only_words_of_the_scale_differ(
    written: Session, twin: Session, register: str
) -> None:
    five = scales.profile("5x5")
    mine = replace(five, name=Label.same("Mine"), profile="")
    twin.run(rescale(register, five, mine, proposed(five, mine)))
    risk = of(written, register)[0]
    written.run(risks.edit(risk.id, likelihood=5, impact=4))
    merged(written, twin)
    assert written.tree(register).register.scale == mine
    assert of(written, register)[0].likelihood == 5


def test_what_is_written_here_while_it_is_shown_is_kept(written: Session, twin: Session, register: str) -> None:
    risk = of(written, register)[0]
    twin.run(risks.edit(risk.id, note="there"))
    shown = written.merge(twin.path)
    written.run(risks.edit(risk.id, note="here, while it was shown"))
    written.run(shown.action())
    assert of(written, register)[0].note == "here, while it was shown"


def foreign(tmp_path: Path) -> Path:
    with closing(Session.create(tmp_path / "foreign.riskdesk", "Marat")) as made:
        made.run(registers.add(template("coe", Language.ENGLISH)))
    return tmp_path / "foreign.riskdesk"


def damaged(twin: Session) -> Path:
    content = twin.path.read_bytes()
    twin.path.write_bytes(content.replace(b"Increased influence", b"Decreased influence"))
    return twin.path


def test_who_gives_up_while_a_copy_is_compared_is_heard_at_any_moment(written: Session, twin: Session) -> None:
    shares = [share for share in looks_of(written, twin) if share is not None]
    assert shares == sorted(shares)
    assert (shares[-1], len(shares) > 2) == (1, True)
    many = len(looks_of(written, twin))
    # The chain of the copy, and each journal once or twice.
    assert many > 3 * len(written._store.steps())
    for last in (1, many // 2, many):
        with pytest.raises(Unwanted):
            looks_of(written, twin, last)


def looks_of(here: Session, there: Session, most: int | None = None) -> list[float | None]:
    """What a merge tells of how far it is, and no more than so many times."""
    told: list[float | None] = []

    def look(share: float | None = None, /) -> None:
        told.append(share)
        if len(told) == most:
            raise Unwanted

    here.merge(there.path, look)
    return told


def test_in_many_registers_no_record_is_looked_for_again_and_again(
    written: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(30):
        written.run(registers.add(template("coe", Language.ENGLISH)))
    copy, asked = tmp_path / "many.riskdesk", []
    shutil.copyfile(written.path, copy)

    def noted(key: Key, state: State) -> Key | None:
        asked.append(key)
        return register_of(key, state)

    monkeypatch.setattr(ancestor, "register_of", noted)
    assert written.merge(copy).changes() == []
    changes = sum(len(step.changes) for step in written._store.steps())
    # Before and after each change, as either journal is followed, and as the common state is made.
    assert len(asked) <= 6 * changes


def test_what_comes_in_is_told_in_the_order_of_the_file(written: Session, twin: Session, register: str) -> None:
    found = of(written, register)
    for risk in reversed(found):
        twin.run(risks.edit(risk.id, note="there"))
    assert [change.id for change in written.merge(twin.path).changes()] == [risk.id for risk in found]


def test_what_is_no_copy_is_refused(written: Session, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no register in common"):
        written.merge(foreign(tmp_path))
    with pytest.raises(InputProblem, match="is the register file that is open"):
        written.merge(written.path)
    with pytest.raises(FileProblem, match="There is no file"):
        written.merge(tmp_path / "nothing.riskdesk")


def test_a_copy_by_its_identity_has_no_register_in_common(written: Session, twin: Session, register: str) -> None:
    twin.run(registers.delete(register))
    found = written.merge(twin.path)
    assert ("register", register) in [change.key for change in found.changes()]


@pytest.mark.parametrize("history", [True, False])
def test_a_copy_has_nothing_but_a_register_in_common(tmp_path: Path, *, history: bool) -> None:
    with closing(Session.create(tmp_path / "blank.riskdesk", "Anna")) as session:
        session.run(registers.add(template("blank", Language.ENGLISH)))
        sent(history=history)(session, tmp_path / "sent.riskdesk")
        assert session.merge(tmp_path / "sent.riskdesk").changes() == []


def test_a_copy_of_an_older_riskdesk_is_only_read(tmp_path: Path) -> None:
    older = Path(__file__).parents[1] / "data" / "stores" / "format-2.riskdesk"
    copy, mine = (Path(shutil.copyfile(older, tmp_path / name)) for name in ("copy.riskdesk", "mine.riskdesk"))
    with closing(Session.open(mine, "Anna")) as session:
        assert session.merge(copy).changes() == []
    assert copy.read_bytes() == older.read_bytes()


def test_a_damaged_copy_is_refused(written: Session, twin: Session) -> None:
    twin.close()
    with pytest.raises(DamagedStore):
        written.merge(damaged(twin))


def test_a_backup_is_made_before(written: Session, twin: Session, tmp_path: Path, register: str) -> None:
    twin.run(risks.edit(of(twin, register)[0].id, note="there"))
    with closing(Session.open(written.path, "Anna", backups=tmp_path / "backups")) as session:
        action: Action = session.merge(twin.path).action()
        assert session.backups is not None
        assert session.backups.all() == []
        session.run(action)
        assert len(session.backups.all()) == 1


def test_print_sets_of_both_come_together(written: Session, register: str, tmp_path: Path) -> None:
    new = tmp_path / "copy.riskdesk"
    duplicated(written, new)
    with closing(Session.open(new, "Marat")) as other:
        (board,) = other.tree(register).print_sets
        other.run(print_sets.keep(register, "Board", Print(Kind.WORKING, Paper.A3, columns=(Column.OWNER,))))
        other.run(print_sets.keep(register, "Their version", Print(Kind.MATRIX)))
    written.run(print_sets.keep(register, "Board", Print(Kind.WORKING, columns=(Column.SCORE,))))
    written.run(print_sets.keep(register, "Mine", Print(Kind.SUMMARY)))
    found = written.merge(new)
    (clash,) = found.clashes
    assert found.described(clash, ENGLISH) == ("print settings “Board” · columns", "Score", "Owner")
    written.run(found.action({clash.place}))
    kept = {print_set.name: print_set.how for print_set in written.tree(register).print_sets}
    assert set(kept) == {"Board", "Mine", "Their version"}
    assert kept["Board"] == Print(Kind.WORKING, Paper.A3, board.orientation, (Column.OWNER,))
    assert findings(written.path) == []


def test_views_and_waivers_of_both_come_together(written: Session, register: str, tmp_path: Path) -> None:
    new = tmp_path / "copy.riskdesk"
    duplicated(written, new)
    with closing(Session.open(new, "Marat")) as other:
        other.run(saved_views.keep(register, "Mine", '{"columns": ["title"]}'))
        other.run(saved_views.keep(register, "Theirs", "{}"))
        other.run(waivers.waive(register, "no_due_date", "In spring"))
    written.run(saved_views.keep(register, "Mine", '{"columns": ["note"]}'))
    written.run(waivers.edit(written.tree(register).waivers[0].id, "Other"))
    found = written.merge(new)
    (clash,) = found.clashes
    assert found.described(clash, ENGLISH)[0] == "saved view “Mine” · columns and filters"
    written.run(found.action({clash.place}))
    tree = written.tree(register)
    assert {view.name: view.listing for view in tree.saved_views} == {"Mine": '{"columns": ["title"]}', "Theirs": "{}"}
    reasons = {waiver.gap: waiver.reason for waiver in tree.waivers}
    assert reasons == {"period_reversed": "Other", "no_due_date": "In spring"}
    assert findings(written.path) == []


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_copy_of_an_older_riskdesk_that_went_apart_is_merged(tmp_path: Path, number: int) -> None:
    older = Path(__file__).parents[1] / "data" / "stores" / f"format-{number}.riskdesk"
    copy, mine = (Path(shutil.copyfile(older, tmp_path / name)) for name in ("copy.riskdesk", "mine.riskdesk"))
    with closing(Session.open(mine, "Anna")) as session:
        first, second = (register.id for register in session.registers())
        before = session.tree(second).register.scale
        session.run(saved_views.keep(first, "Mine", "{}"))
        session.run(registers.edit(first, scale=replace(session.tree(first).register.scale, tolerance=1)))
        found = session.merge(copy)
        assert (found.clashes, found.changes()) == ((), [])
        with closing(Session.open(copy, "Marat")) as other:
            other.run(registers.edit(first, title="There"))
            other.run(registers.edit(second, scale=replace(other.tree(second).register.scale, tolerance=2)))
        found = session.merge(copy)
        assert found.clashes == ()
        session.run(found.action())
        assert session.tree(first).register.title == "There"
        assert session.tree(first).register.scale.tolerance == 1
        assert session.tree(second).register.scale == replace(before, tolerance=2)
        while undo_label(session, None):
            session.undo(None)
        assert session.registers() == []
    assert findings(mine) == []
