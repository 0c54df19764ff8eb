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
from riskdesk.domain.assessing import Pair
from riskdesk.domain.document import to_document
from riskdesk.domain.label import Label
from riskdesk.domain.printing import DocumentKind, Paper, Print, PrintColumn
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.records import without_people_as_before
from riskdesk.domain.remap import proposed
from riskdesk.domain.replay import Key, State, register_of
from riskdesk.domain.scale import Assessment
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


@pytest.fixture(scope="module")
def original_store(board_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a past: owners, something undone, something deleted; made once: tests work on copies of it."""
    path = Path(shutil.copyfile(board_store, tmp_path_factory.mktemp("original") / "store.riskdesk"))
    with closing(Session.open(path, "A. Tester")) as session:
        register = session.registers()[0].id
        session.run(registers.edit(register, approval=APPROVED, prepared_by="Marat"))
        snapshot = Snapshot(register=register, date=date(2026, 1, 1), document=to_document(session.tree(register)))
        session.run(Action("Snapshot", lambda tx: tx.insert(snapshot)))
        all_risks = list(session.tree(register).risks)
        session.run(risks.edit(all_risks[2].id, owner="Anna"))
        session.run(risks.edit(all_risks[2].id, note="said and taken back"))
        session.undo(None)
        session.run(items.delete([all_risks[30].id]))
    return path


@pytest.fixture
def original(original_store: Path, tmp_path: Path) -> Iterator[Session]:
    path = shutil.copyfile(original_store, tmp_path / "store.riskdesk")
    with closing(Session.open(path, "A. Tester")) as opened:
        yield opened


@pytest.fixture
def register(original: Session) -> str:
    return original.registers()[0].id


@pytest.fixture(scope="module", params=COPIES)
def copy_store(request: pytest.FixtureRequest, original_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the store, of each kind, made once."""
    folder = tmp_path_factory.mktemp("copy")
    path = folder / "copy.riskdesk"
    with closing(Session.open(shutil.copyfile(original_store, folder / "store.riskdesk"), "A. Tester")) as session:
        COPIES[request.param](session, path)
    return path


@pytest.fixture
def copy(copy_store: Path, tmp_path: Path) -> Iterator[Session]:
    new = tmp_path / "elsewhere" / "copy.riskdesk"
    new.parent.mkdir()
    with closing(Session.open(shutil.copyfile(copy_store, new), "Marat")) as opened:
        yield opened


@pytest.fixture
def twin(original: Session, tmp_path: Path) -> Iterator[Session]:
    duplicated(original, tmp_path / "twin.riskdesk")
    with closing(Session.open(tmp_path / "twin.riskdesk", "Marat")) as opened:
        yield opened


def of(session: Session, register: str) -> list[Risk]:
    return list(session.tree(register).risks)


def merged(session: Session, copy: Session, *, take_theirs: bool = False) -> None:
    merge = session.merge(copy.path)
    session.run(merge.action({clash.place for clash in merge.clashes} if take_theirs else ()))
    assert findings(session.path) == []


def test_what_was_written_in_both_comes_together(original: Session, copy: Session, register: str) -> None:
    first, second, third, fourth, fifth, *_ = of(original, register)
    copy.run(risks.edit(first.id, note="there", status=RiskStatus.APPROVED))
    copy.run(risks.add(first.entry, ["new there"]))
    copy.run(items.delete([fourth.id]))
    original.run(risks.edit(first.id, title="here"))
    original.run(risks.edit(second.id, next_review=date(2027, 1, 5)))
    original.run(risks.add(first.entry, ["new here"]))
    merge = original.merge(copy.path)
    assert merge.clashes == ()
    content = copy.path.read_bytes()
    merged(original, copy)
    now = {risk.id: risk for risk in of(original, register)}
    assert (now[first.id].note, now[first.id].title, now[first.id].status) == ("there", "here", RiskStatus.APPROVED)
    assert now[second.id].next_review == date(2027, 1, 5)
    assert now[third.id].owner == "Anna"
    assert fourth.id not in now
    assert fifth.id in now
    assert [risk.description for risk in now.values() if risk.entry == first.entry][-2:] == ["new here", "new there"]
    assert len({risk.reference for risk in now.values()}) == len(now)
    assert copy.path.read_bytes() == content


def test_what_was_written_in_both_comes_together_in_a_copy(original: Session, copy: Session, register: str) -> None:
    first, second, third, *_ = of(original, register)
    original.run(risks.edit(first.id, title="here"))
    original.run(items.delete([second.id]))
    copy.run(risks.edit(third.id, note="there"))
    assert copy.merge(original.path).clashes == ()
    merged(copy, original)
    now = {risk.id: risk for risk in of(copy, register)}
    assert second.id not in now
    assert (now[first.id].title, now[third.id].note) == ("here", "there")


def test_what_was_changed_in_both_is_asked(original: Session, copy: Session, register: str) -> None:
    risk = of(original, register)[0]
    copy.run(risks.edit(risk.id, note="there"))
    original.run(risks.edit(risk.id, note="here"))
    merge = original.merge(copy.path)
    (clash,) = merge.clashes
    assert merge.described(clash, ENGLISH) == ("risk R-01 · note", "here", "there")
    merged(original, copy)
    assert of(original, register)[0].note == "here"
    merged(original, copy, take_theirs=True)
    assert of(original, register)[0].note == "there"


def test_an_untouched_copy_brings_nothing(original: Session, copy: Session, register: str) -> None:
    original.run(risks.edit(of(original, register)[0].id, owner="Somebody"))
    before = to_document(original.tree(register))
    assert original.merge(copy.path).clashes == ()
    merged(original, copy)
    assert to_document(original.tree(register)) == before


def test_what_was_taken_back_in_the_copy_is_taken_back_here(original: Session, twin: Session, register: str) -> None:
    """The copy is then in a state that this store has been in long ago, which is not where they went apart."""
    earlier_risks = of(original, register)
    original.run(risks.edit(earlier_risks[5].id, owner="Later here"))
    twin.undo(None)
    assert len(of(twin, register)) == len(earlier_risks) + 1
    merged(original, twin)
    assert len(of(original, register)) == len(earlier_risks) + 1
    assert of(original, register)[5].owner == "Later here"


def test_what_was_taken_back_here_and_written_in_a_copy_comes_in(
    original: Session, tmp_path: Path, register: str
) -> None:
    """The copy is in a state again that this store has been in, but by a step of its own."""
    risk = of(original, register)[0]
    original.run(risks.edit(risk.id, note="considered"))
    original.undo(None)
    sent(history=False)(original, tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as copy:
        copy.run(risks.edit(risk.id, note="considered"))
        merged(original, copy)
    assert of(original, register)[0].note == "considered"


@pytest.mark.parametrize("chosen", [{}, {"history": False}, {"names": False}, {"history": False, "names": False}])
def test_a_copy_sent_after_something_moved_to_another_register_comes_together(
    original: Session, tmp_path: Path, register: str, chosen: dict[str, bool]
) -> None:
    original.run(registers.add(template("coe", Language.ENGLISH)))
    moved = original.tree(register).categories[1]
    other = original.registers()[1].id
    original.run(items.place([moved.category.id], other, 0))
    original.run(risks.edit(moved.entries[0].risks[0].id, owner="Anna"))
    sent(**chosen)(original, tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as copy:
        copy.run(risks.edit(moved.entries[0].risks[0].id, note="there"))
        copy.run(risks.edit(of(copy, register)[0].id, note="there"))
        original.run(risks.edit(moved.entries[0].risks[0].id, title="here"))
        original.run(risks.edit(of(original, register)[0].id, title="here"))
        assert original.merge(copy.path).clashes == ()
        merged(original, copy)
    for register_id in (register, other):
        assert [(risk.note, risk.title) for risk in of(original, register_id)].count(("there", "here")) == 1


def test_names_come_back_into_a_copy_without_them(original: Session, tmp_path: Path, register: str) -> None:
    sent(names=False)(original, tmp_path / "sent.riskdesk")
    with closing(Session.open(tmp_path / "sent.riskdesk", "Marat")) as copy:
        assert of(copy, register)[2].owner == ""
        merged(copy, original)
        assert of(copy, register)[2].owner == "Anna"


def test_a_merge_is_one_step_that_is_undone_and_redone(original: Session, twin: Session, register: str) -> None:
    twin.run(risks.add(of(twin, register)[0].entry, ["new there"]))
    twin.run(risks.edit(of(twin, register)[0].id, note="there"))
    before = of(original, register)
    merged(original, twin)
    after = of(original, register)
    assert after != before
    assert undo_label(original, None) == "Merge a copy"
    original.undo(None)
    assert of(original, register) == before
    original.redo(None)
    assert of(original, register) == after


def test_merging_again_asks_nothing_new(original: Session, twin: Session, register: str) -> None:
    twin.run(risks.add(of(twin, register)[0].entry, ["new there"]))
    original.run(risks.add(of(twin, register)[0].entry, ["new here"]))
    merged(original, twin)
    merge = original.merge(twin.path)
    assert (merge.clashes, merge.changes()) == ((), [])


def test_merged_both_ways_both_are_the_same(original: Session, twin: Session, register: str) -> None:
    risk = of(original, register)[0]
    twin.run(entries.add(original.tree(register).categories[0].category.id, 0, ["there"], ["so"]))
    original.run(risks.edit(risk.id, note="here"))
    merged(original, twin)
    merged(twin, original)
    assert to_document(twin.tree(register)) == to_document(original.tree(register))


def test_merged_both_ways_both_call_each_risk_the_same(original: Session, twin: Session, register: str) -> None:
    """Though each had given the same references to other risks, and one goes on meanwhile."""
    entry = of(original, register)[0].entry
    for text in ("here", "here too"):
        original.run(risks.add(entry, [text]))
    for text in ("there", "there too", "there as well"):
        twin.run(risks.add(entry, [text]))
    merged(original, twin)
    named = {risk.description: risk.reference for risk in of(original, register)}
    assert (named["here"], named["here too"]) == ("R-32", "R-33")
    original.run(risks.add(entry, ["later"]))
    merged(twin, original)
    assert {risk.description: risk.reference for risk in of(twin, register)} == named | {"later": "R-37"}
    for target, source in ((original, twin), (twin, original)):
        merge = target.merge(source.path)
        assert (merge.clashes, merge.changes()) == ((), [])


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param("011a1b", id="one goes on before taking over"),
        pytest.param("01a1b01", id="both go on after taking over"),
        pytest.param("0b1a01b0a", id="again and again"),
        pytest.param("10b0ab1", id="after crossing"),
    ],
)
def test_both_copies_call_each_risk_the_same_in_the_end_however_they_go_on(
    original: Session, twin: Session, register: str, steps: str
) -> None:
    """0 and 1: one of them adds two risks; a and b: the one takes in what the other has."""
    sides, entry = (original, twin), of(original, register)[0].entry
    for number, step in enumerate(f"{steps}aba"):
        if step in "01":
            sides[int(step)].run(risks.add(entry, [f"{number} first", f"{number} second"]))
        else:
            merged(*sides if step == "a" else sides[::-1])
    for target, source in (sides, sides[::-1]):
        merge = target.merge(source.path)
        assert (merge.clashes, merge.changes()) == ((), [])
    assert [(risk.id, risk.reference) for risk in of(original, register)] == [
        (risk.id, risk.reference) for risk in of(twin, register)
    ]


def test_a_reference_that_was_typed_since_stays(original: Session, twin: Session, register: str) -> None:
    entry = of(original, register)[0].entry
    original.run(risks.add(entry, ["here"]))
    twin.run(risks.add(entry, ["there"]))
    (new_risk,) = (risk.id for risk in of(twin, register) if risk.description == "there")
    merged(original, twin)
    twin.run(risks.edit(new_risk, reference="X-1"))
    merged(twin, original)
    assert {risk.id: risk.reference for risk in of(twin, register)}[new_risk] == "X-1"


def test_a_reference_given_in_both_is_given_anew(original: Session, twin: Session, register: str) -> None:
    entry = of(original, register)[0].entry
    for number in range(2):
        twin.run(risks.add(entry, [f"there {number}"]))
    original.run(risks.add(entry, ["here"]))
    merged(original, twin)
    named = {risk.description: risk.reference for risk in of(original, register)}
    assert (named["here"], named["there 0"], named["there 1"]) == ("R-32", "R-34", "R-33")
    original.run(risks.add(entry, ["next"]))
    assert of(original, register)[-1].reference != "R-33"
    assert {risk.description: risk.reference for risk in of(original, register)}["next"] == "R-35"


def test_registers_that_came_since_are_there_in_both(original: Session, twin: Session) -> None:
    original.run(registers.add(template("coe", Language.ENGLISH)))
    twin.run(registers.add(template("coe", Language.FRENCH)))
    merged(original, twin)
    assert [original.tree(register.id).register.language for register in original.registers()] == [
        Language.ENGLISH,
        Language.ENGLISH,
        Language.FRENCH,
    ]
    require_rising(original.registers())


@pytest.mark.parametrize("level", [3, 5])
@pytest.mark.parametrize("scaled", ["here", "there"])
def test_a_risk_that_was_assessed_by_the_scale_before_is_told_and_nothing_comes_in(
    original: Session, twin: Session, register: str, level: int, scaled: str
) -> None:
    five, three = scales.profile("5x5"), scales.profile("eu-action-document-3x3")
    rescaled, assessed = (original, twin) if scaled == "here" else (twin, original)
    rescaled.run(rescale(register, five, three, proposed(five, three)))
    risk = of(assessed, register)[0]
    assessed.run(risks.edit(risk.id, likelihood=level, impact=level))
    before = to_document(original.tree(register))
    with pytest.raises(InputProblem, match=r"risks were assessed by the scale before: R-01;"):
        merged(original, twin)
    assert to_document(original.tree(register)) == before
    assessed.run(risks.edit(risk.id, likelihood=None, impact=None))
    merged(original, twin)
    assert original.tree(register).register.scale == three


def test_all_risks_that_were_assessed_by_the_scale_before_are_named_at_once(
    original: Session, twin: Session, register: str
) -> None:
    five, three = scales.profile("5x5"), scales.profile("eu-action-document-3x3")
    twin.run(rescale(register, five, three, proposed(five, three)))
    for risk in of(original, register)[:2]:
        original.run(risks.edit(risk.id, likelihood=5, impact=5))
    with pytest.raises(InputProblem, match=r"by the scale before: R-01, R-02;"):
        merged(original, twin)
    original.run(risks.add(of(original, register)[0].entry, [f"New {number}" for number in range(30)]))
    new = [risk.id for risk in of(original, register) if risk.description.startswith("New")]
    original.run(risks.assess(new, Pair.INHERENT, Assessment(5, 5)))
    with pytest.raises(InputProblem, match=r"(R-\d\d, ){20}…;"):
        merged(original, twin)


def test_assessments_of_both_come_together_where_only_words_of_the_scale_differ(
    original: Session, twin: Session, register: str
) -> None:
    five = scales.profile("5x5")
    mine = replace(five, name=Label.same("Mine"), profile="")
    twin.run(rescale(register, five, mine, proposed(five, mine)))
    risk = of(original, register)[0]
    original.run(risks.edit(risk.id, likelihood=5, impact=4))
    merged(original, twin)
    assert original.tree(register).register.scale == mine
    assert of(original, register)[0].likelihood == 5


def test_what_is_written_here_while_it_is_shown_is_kept(original: Session, twin: Session, register: str) -> None:
    risk = of(original, register)[0]
    twin.run(risks.edit(risk.id, note="there"))
    merge = original.merge(twin.path)
    original.run(risks.edit(risk.id, note="here, while it was shown"))
    original.run(merge.action())
    assert of(original, register)[0].note == "here, while it was shown"


def foreign(tmp_path: Path) -> Path:
    with closing(Session.create(tmp_path / "foreign.riskdesk", "Marat")) as session:
        session.run(registers.add(template("coe", Language.ENGLISH)))
    return tmp_path / "foreign.riskdesk"


def damaged(twin: Session) -> Path:
    content = twin.path.read_bytes()
    twin.path.write_bytes(content.replace(b"Increased influence", b"Decreased influence"))
    return twin.path


def test_a_user_can_give_up_at_any_moment_while_a_copy_is_compared(original: Session, twin: Session) -> None:
    shares = [share for share in checkpoints_of(original, twin) if share is not None]
    assert shares == sorted(shares)
    assert (shares[-1], len(shares) > 2) == (1, True)
    many = len(checkpoints_of(original, twin))
    # The chain of the copy, and each journal once or twice.
    assert many > 3 * len(original._store.steps())
    for last in (1, many // 2, many):
        with pytest.raises(Cancelled):
            checkpoints_of(original, twin, last)


def checkpoints_of(here: Session, there: Session, most: int | None = None) -> list[float | None]:
    """What a merge tells of how far it is, and no more than so many times."""
    shares: list[float | None] = []

    def checkpoint(share: float | None = None, /) -> None:
        shares.append(share)
        if len(shares) == most:
            raise Cancelled

    here.merge(there.path, checkpoint)
    return shares


def test_no_record_is_looked_for_again_and_again_in_many_registers(
    original: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(30):
        original.run(registers.add(template("coe", Language.ENGLISH)))
    copy, keys = tmp_path / "many.riskdesk", []
    shutil.copyfile(original.path, copy)

    def recording_register_of(key: Key, state: State) -> Key | None:
        keys.append(key)
        return register_of(key, state)

    monkeypatch.setattr(ancestor, "register_of", recording_register_of)
    assert original.merge(copy).changes() == []
    changes = sum(len(step.changes) for step in original._store.steps())
    # Before and after each change, as either journal is followed, and as the common state is made.
    assert len(keys) <= 6 * changes


def test_what_comes_in_is_told_in_the_order_of_the_file(original: Session, twin: Session, register: str) -> None:
    all_risks = of(original, register)
    for risk in reversed(all_risks):
        twin.run(risks.edit(risk.id, note="there"))
    assert [change.id for change in original.merge(twin.path).changes()] == [risk.id for risk in all_risks]


def test_what_is_no_copy_is_refused(original: Session, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match=r"no register in common\. .*export that as JSON"):
        original.merge(foreign(tmp_path))
    with pytest.raises(InputProblem, match="is the register file that is open"):
        original.merge(original.path)
    with pytest.raises(FileProblem, match="There is no file"):
        original.merge(tmp_path / "nothing.riskdesk")


def test_a_copy_by_its_identity_has_no_register_in_common(original: Session, twin: Session, register: str) -> None:
    twin.run(registers.delete(register))
    merge = original.merge(twin.path)
    assert ("register", register) in [change.key for change in merge.changes()]


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


def test_a_damaged_copy_is_refused(original: Session, twin: Session) -> None:
    twin.close()
    with pytest.raises(DamagedStore):
        original.merge(damaged(twin))


def test_a_backup_is_made_before(original: Session, twin: Session, tmp_path: Path, register: str) -> None:
    twin.run(risks.edit(of(twin, register)[0].id, note="there"))
    with closing(Session.open(original.path, "Anna", backups=tmp_path / "backups")) as session:
        action: Action = session.merge(twin.path).action()
        assert session.backups is not None
        assert session.backups.all() == []
        session.run(action)
        assert len(session.backups.all()) == 1


def test_print_sets_of_both_come_together(original: Session, register: str, tmp_path: Path) -> None:
    new = tmp_path / "copy.riskdesk"
    duplicated(original, new)
    with closing(Session.open(new, "Marat")) as other:
        (board,) = other.tree(register).print_sets
        other.run(
            print_sets.keep(register, "Board", Print(DocumentKind.WORKING, Paper.A3, columns=(PrintColumn.OWNER,)))
        )
        other.run(print_sets.keep(register, "Their version", Print(DocumentKind.MATRIX)))
    original.run(print_sets.keep(register, "Board", Print(DocumentKind.WORKING, columns=(PrintColumn.SCORE,))))
    original.run(print_sets.keep(register, "Mine", Print(DocumentKind.SUMMARY)))
    merge = original.merge(new)
    (clash,) = merge.clashes
    assert merge.described(clash, ENGLISH) == ("print settings “Board” · columns", "Score", "Owner")
    original.run(merge.action({clash.place}))
    prints = {print_set.name: print_set.how for print_set in original.tree(register).print_sets}
    assert set(prints) == {"Board", "Mine", "Their version"}
    assert prints["Board"] == Print(DocumentKind.WORKING, Paper.A3, board.orientation, (PrintColumn.OWNER,))
    assert findings(original.path) == []


def test_views_and_waivers_of_both_come_together(original: Session, register: str, tmp_path: Path) -> None:
    new = tmp_path / "copy.riskdesk"
    duplicated(original, new)
    with closing(Session.open(new, "Marat")) as other:
        other.run(saved_views.keep(register, "Mine", '{"columns": ["title"]}'))
        other.run(saved_views.keep(register, "Theirs", "{}"))
        other.run(waivers.waive(register, "no_due_date", "In spring"))
    original.run(saved_views.keep(register, "Mine", '{"columns": ["note"]}'))
    original.run(waivers.waive(register, "period_reversed", "Other"))
    merge = original.merge(new)
    (clash,) = merge.clashes
    assert merge.described(clash, ENGLISH)[0] == "saved view “Mine” · columns and filters"
    original.run(merge.action({clash.place}))
    tree = original.tree(register)
    assert {view.name: view.listing for view in tree.saved_views} == {"Mine": '{"columns": ["title"]}', "Theirs": "{}"}
    reasons = {waiver.gap: waiver.reason for waiver in tree.waivers}
    assert reasons == {"period_reversed": "Other", "no_due_date": "In spring"}
    assert findings(original.path) == []


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_copy_of_an_older_riskdesk_that_went_apart_is_merged(tmp_path: Path, number: int) -> None:
    older = Path(__file__).parents[1] / "data" / "stores" / f"format-{number}.riskdesk"
    copy, mine = (Path(shutil.copyfile(older, tmp_path / name)) for name in ("copy.riskdesk", "mine.riskdesk"))
    with closing(Session.open(mine, "Anna")) as session:
        first, second = (register.id for register in session.registers())
        before = session.tree(second).register.scale
        session.run(saved_views.keep(first, "Mine", "{}"))
        session.run(registers.edit(first, scale=replace(session.tree(first).register.scale, tolerance=1)))
        merge = session.merge(copy)
        assert (merge.clashes, merge.changes()) == ((), [])
        with closing(Session.open(copy, "Marat")) as other:
            other.run(registers.edit(first, title="There"))
            other.run(registers.edit(second, scale=replace(other.tree(second).register.scale, tolerance=2)))
        merge = session.merge(copy)
        assert merge.clashes == ()
        session.run(merge.action())
        assert session.tree(first).register.title == "There"
        assert session.tree(first).register.scale.tolerance == 1
        assert session.tree(second).register.scale == replace(before, tolerance=2)
        while undo_label(session, None):
            session.undo(None)
        assert session.registers() == []
    assert findings(mine) == []


def test_the_reference_of_a_risk_that_both_brought_back_is_no_matter_of_merging(
    original: Session, twin: Session, register: str
) -> None:
    for side in (original, twin):
        assert side.undo(register) is not None
    brought_back = of(original, register)[-1]
    assert of(twin, register)[-1].id == brought_back.id
    twin.run(risks.edit(brought_back.id, reference="Y-9"))
    merge = original.merge(twin.path)
    assert merge.settled == frozenset()
