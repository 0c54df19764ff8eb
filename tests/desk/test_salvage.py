"""A damaged store of few items: what is gathered under headings and in which order, and which steps count as whole."""

import datetime
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers, risks, scales
from riskdesk.desk.remains import SHELTER, Doubt
from riskdesk.desk.salvage import Salvaged, _Journal, is_any_left, salvage
from riskdesk.desk.session import Session
from riskdesk.domain.possible import is_identity
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.records import Record
from riskdesk.domain.step import Change, Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Category, Language
from riskdesk.store import journal, room
from riskdesk.store.check import findings
from tests.desk.standing import ids_of, register_of, state_of, text_of

# As the journal is gone as well, each row counts as it is.
FORGET = "DELETE FROM step"


def salvaged(
    store: Path, folder: Path, *statements: str, language: Language = Language.ENGLISH
) -> tuple[Salvaged, list[RegisterTree]]:
    """What comes back of a store once some statements were done behind the back of its journal."""
    damaged, new = Path(shutil.copyfile(store, folder / "damaged.riskdesk")), folder / "new.riskdesk"
    with closing(sqlite3.connect(damaged)) as raw:
        raw.execute("PRAGMA secure_delete = ON")
        for statement in statements:
            assert raw.execute(statement).rowcount
        raw.commit()
    outcome = salvage(damaged, new, "A. Salvager", language)
    assert findings(new) == []
    with closing(Session.open(new, "me")) as session:
        return outcome, [session.tree(register.id) for register in session.registers()]


def test_a_user_can_give_up_while_what_is_left_is_looked_for(small_store: Path) -> None:
    shares: list[float] = []

    def checkpoint(share: float | None = None, /) -> None:
        assert share is not None
        shares.append(share)

    def give_up(_share: float | None = None, /) -> None:
        raise Cancelled

    assert is_any_left(small_store, checkpoint)
    assert shares == sorted(shares)
    assert (len(shares) > 2, shares[-1]) == (True, 1)
    with pytest.raises(Cancelled):
        is_any_left(small_store, give_up)


def test_nothing_is_looked_for_in_what_holds_more_than_any_store(
    small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 1)
    assert not is_any_left(small_store)


@pytest.mark.parametrize(
    ("statement", "text", "lost"),
    [
        ("DELETE FROM risk WHERE description = 'r1'", "A: r0 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4", []),
        (
            "DELETE FROM category WHERE title = 'C'",
            "Recovered: r4 r5 | m2, r6 | m3 m4; A: r0 r1 r2 | m0 m1, r3 | ; B: ",
            ["category"],
        ),
        ("DELETE FROM category WHERE title = 'B'", "A: r0 r1 r2 | m0 m1, r3 | ; C: r4 r5 | m2, r6 | m3 m4", []),
        (
            "DELETE FROM entry WHERE id IN (SELECT entry FROM risk WHERE description = 'r4')",
            "Recovered: r4 r5 | m2; A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r6 | m3 m4",
            ["category", "entry"],
        ),
        (
            "DELETE FROM entry",
            None,
            ["category", "entry", "entry", "entry", "entry"],
        ),
    ],
)
def test_what_lies_in_nothing_stands_under_a_heading_and_places_are_counted_anew(
    small_store: Path, tmp_path: Path, statement: str, text: str | None, lost: list[str]
) -> None:
    outcome, (tree,) = salvaged(small_store, tmp_path, FORGET, statement)
    # Which of two that had the same place comes first is by their identity.
    categories = sorted(text_of(tree).split("; "))
    assert text is None or categories == sorted(text.split("; "))
    headings = [finding.key for finding in outcome.findings if finding.doubt is Doubt.HEADING]
    assert sorted(kind for kind, _ in headings) == lost
    assert headings[: lost.count("entry")] == sorted(key for key in headings if key[0] == "entry")
    assert {"r0", "r6"} <= {risk.description for risk in tree.risks}
    for kind in ("register", "category", "risk"):
        assert outcome.count(kind) == [key[0] for key in state_of(tree)].count(kind)


GARBLED = "\ufffd" * 36


def test_what_has_an_id_that_is_garbled_alike_comes_back_each_by_itself(small_store: Path, tmp_path: Path) -> None:
    _, (tree,) = salvaged(
        small_store,
        tmp_path,
        FORGET,
        f"UPDATE risk SET id = '{GARBLED}' WHERE description = 'r0'",
        f"UPDATE mitigation SET id = '{GARBLED}' WHERE description = 'm2'",
        f"UPDATE category SET id = '{GARBLED}' WHERE title = 'B'",
    )
    assert text_of(tree) == "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"
    ids = [key[1] for key in state_of(tree)]
    assert len(set(ids)) == len(ids)
    assert all(map(is_identity, ids))


def test_what_lies_in_something_whose_id_is_garbled_alike_comes_back(small_store: Path, tmp_path: Path) -> None:
    outcome, trees = salvaged(
        small_store,
        tmp_path,
        FORGET,
        f"UPDATE risk SET entry = '{GARBLED}' WHERE description = 'r0'",
        f"UPDATE entry SET category = '{GARBLED}' WHERE id IN (SELECT entry FROM risk WHERE description = 'r3')",
        f"UPDATE category SET register = '{GARBLED}' WHERE title = 'B'",
    )
    texts = "; ".join(map(text_of, trees))
    assert {"r0", "r3"} <= {risk.description for tree in trees for risk in tree.risks}, texts
    assert "B: " in texts
    headings = {finding.key for finding in outcome.findings if finding.doubt is Doubt.HEADING}
    assert headings == {(kind, SHELTER[kind]) for kind in ("register", "category", "entry")}


@pytest.mark.parametrize("statements", [[], [FORGET]])
@pytest.mark.parametrize("kinds", [["waiver"], ["saved_view"], ["mitigation"], ["waiver", "saved_view"]])
def test_a_row_that_fits_two_kinds_and_whose_id_is_garbled_is_of_one(
    session: Session, tmp_path: Path, kinds: list[str], statements: list[str]
) -> None:
    told = "UPDATE mitigation SET due_date = '2027-01-01', status = 'done', language = 'fr'"
    garble = [f"UPDATE {kind} SET id = '?' WHERE rowid = 1" for kind in kinds]
    _, (tree,) = salvaged(session.path, tmp_path, *statements, told, *garble)
    before, now = (Counter(key[0] for key in state_of(one)) for one in (session.tree(tree.register.id), tree))
    # What a step tells of comes back by that, too.
    assert now - before == Counter([] if statements else kinds)
    assert before - now == Counter()


def test_what_has_one_place_comes_in_the_order_of_its_identities(small_store: Path, tmp_path: Path) -> None:
    _, (tree,) = salvaged(small_store, tmp_path, FORGET, "UPDATE risk SET position = 0")
    for entry in tree.entries:
        assert [risk.id for risk in entry.risks] == sorted(risk.id for risk in entry.risks)
    assert text_of(tree)


@pytest.mark.parametrize(
    ("language", "title"), [(Language.ENGLISH, "Recovered"), (Language.FRENCH, "Éléments récupérés")]
)
def test_a_lost_register_is_one_in_the_language_of_the_user(
    small_store: Path, tmp_path: Path, language: Language, title: str
) -> None:
    _, (tree,) = salvaged(small_store, tmp_path, FORGET, "DELETE FROM register", language=language)
    assert (tree.register.title, tree.register.language) == (title, language)
    assert tree.register.scale == scales.profile(scales.DEFAULT)
    assert tree.register.id != SHELTER["register"]
    assert text_of(tree) == "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"


def test_where_nobody_knows_in_which_register_it_was_there_is_another(small: Session, tmp_path: Path) -> None:
    small.run(registers.add(register_of("X: x0 | ")))
    outcome, trees = salvaged(small.path, tmp_path, FORGET, "DELETE FROM category WHERE title IN ('A', 'X')")
    first, *others = map(text_of, trees)
    assert others == ["B: ; C: r4 r5 | m2, r6 | m3 m4", ""]
    assert set(first.split("; ")) == {"Recovered: r0 r1 r2 | m0 m1, r3 | ", "Recovered: x0 | "}
    assert (trees[0].register.id, trees[0].register.title) == (SHELTER["register"], "Recovered")
    assert [tree.register.position for tree in trees] == [0, 1, 2]
    assert {"category", "register"} == {
        finding.key[0] for finding in outcome.findings if finding.doubt is Doubt.HEADING
    }


@pytest.mark.parametrize("lost", ["DELETE FROM entry", "DELETE FROM register"])
def test_what_lies_in_nothing_in_several_registers_stands_in_what_has_a_new_identity(
    small: Session, tmp_path: Path, lost: str
) -> None:
    small.run(registers.add(register_of("X: x0 | ")))
    outcome, trees = salvaged(small.path, tmp_path, FORGET, *dict.fromkeys(["DELETE FROM entry", lost]))
    assert sum(finding.doubt is Doubt.HEADING and finding.key[0] == "entry" for finding in outcome.findings) == 5
    assert {risk.description for tree in trees for risk in tree.risks} == {
        "r0",
        "r1",
        "r2",
        "r3",
        "r4",
        "r5",
        "r6",
        "x0",
    }


def test_a_new_history_begins_with_whoever_salvages(small_store: Path, tmp_path: Path) -> None:
    outcome, _ = salvaged(small_store, tmp_path, FORGET)
    assert (outcome.history, outcome.whole) == (False, False)
    with closing(Session.open(tmp_path / "new.riskdesk", "me")) as session:
        undoable = session.undoable(None)
    assert undoable is not None
    assert (undoable.label, undoable.who) == ("Recover", "A. Salvager")


def test_the_last_whole_step_tells_how_old_it_is(small: Session, ids: dict[str, str], tmp_path: Path) -> None:
    small.run(risks.edit(ids["r0"], note="Last but one"))
    step = small.run(risks.edit(ids["r0"], note="Last"))
    assert step is not None
    outcome, _ = salvaged(small.path, tmp_path)
    assert (outcome.history, outcome.whole, len(outcome.steps)) == (True, True, 3)
    assert outcome.last == step.at.replace(microsecond=step.at.microsecond // 1000 * 1000)


def test_what_would_not_be_opened_as_a_store_is_not_whole(small_store: Path, tmp_path: Path) -> None:
    """Its header tells that it belongs to another program; SQLite would open it all the same."""
    data = bytearray(small_store.read_bytes())
    data[68:72] = bytes(4)
    (damaged := tmp_path / "damaged.riskdesk").write_bytes(data)
    outcome = salvage(damaged, tmp_path / "new.riskdesk", "me", Language.ENGLISH)
    assert (outcome.history, outcome.whole, outcome.findings) == (True, False, ())


@pytest.mark.parametrize("content", [b"", b"Dear all", b"Dear all" * 1000])
def test_nothing_is_left_of_a_file_that_is_no_store(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "damaged.riskdesk").write_bytes(content)
    with pytest.raises(FileProblem, match="Nothing of a register is left"):
        salvage(tmp_path / "damaged.riskdesk", tmp_path / "new.riskdesk", "me", Language.ENGLISH)


# The steps of a journal, each with its row.

TREE = register_of("A: r0 | ")
AT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
BEGIN = tuple(Change(kind, identity, None, record) for (kind, identity), record in state_of(TREE).items())
KEY = ("category", ids_of(TREE)["A"])


def retitled(number: int, before: str, after: str, *, undoes: int | None = None, key: tuple[str, str] = KEY) -> Step:
    return Step(number, AT, "me", "Edit", (Change(*key, {"title": before}, {"title": after}),), undoes)


def rows_of(*steps: Step, previous: str = journal.FIRST) -> list[Record]:
    """The rows of steps, each built on the one before."""
    rows = []
    for step in steps:
        rows.append(journal.row_of(step, previous))
        previous = rows[-1]["hash"]
    return rows


FIRST = Step(1, AT, "me", "New register", BEGIN)
WHOLE = rows_of(FIRST, retitled(2, "A", "B"), retitled(3, "B", "C"), retitled(4, "C", "D"))
(OTHER,) = rows_of(retitled(2, "A", "other"), previous=WHOLE[0]["hash"])
(STRAY,) = rows_of(retitled(2, "A", "stray"), previous="f" * 64)


@pytest.mark.parametrize(
    ("rows", "numbers", "lost", "passed_over", "is_sound"),
    [
        (WHOLE, [1, 2, 3, 4], [], [], True),
        (WHOLE[::-1], [1, 2, 3, 4], [], [], True),
        ([], [], [], [], True),
        (WHOLE[:2], [1, 2], [], [], True),
        ([WHOLE[0], *WHOLE[2:]], [1, 3, 4], [2], [], False),
        (WHOLE[1:], [2, 3, 4], [1], [], False),
        ([*WHOLE[:3], WHOLE[3] | {"who": "garbled"}], [1, 2, 3], [4], [], False),
        ([WHOLE[0] | {"who": "garbled"}, *WHOLE[1:]], [2, 3, 4], [1], [], False),
        # Of two rows with one number, that on which another builds.
        ([*WHOLE, OTHER], [1, 2, 3, 4], [], [], True),
        ([OTHER, *WHOLE], [1, 2, 3, 4], [], [], True),
        ([WHOLE[0], STRAY], [1, 2], [], [], False),
        # What no Riskdesk wrote, though its hash is right.
        (rows_of(FIRST, retitled(2, "A", "B", key=("category", "gone"))), [1], [], [2], False),
        (rows_of(FIRST, Step(2, AT, "me", "Nothing", ())), [1], [], [2], False),
        (rows_of(FIRST, Step(2, AT, "me", "Twice", BEGIN)), [1], [], [2], False),
        # One that takes back what was taken back.
        (rows_of(FIRST, retitled(2, "A", "B"), retitled(3, "B", "A", undoes=2)), [1, 2, 3], [], [], True),
        (
            rows_of(FIRST, retitled(2, "A", "B"), retitled(3, "B", "A", undoes=2), retitled(4, "A", "A", undoes=2)),
            [1, 2, 3, 4],
            [],
            [],
            False,
        ),
    ],
)
def test_steps_are_whole_in_order_and_a_chain_or_not(
    rows: list[Record], numbers: list[int], lost: list[int], passed_over: list[int], *, is_sound: bool
) -> None:
    journal = _Journal(rows)
    assert [step.number for step in journal.steps] == numbers
    assert (journal.lost, journal.passed_over, journal.sound) == (lost, passed_over, is_sound)


def test_after_a_gap_nobody_knows_whether_a_step_applies() -> None:
    added = Category(register=TREE.register.id, title="New")
    early, late = retitled(2, "A", "B"), retitled(3, "New", "Newer", key=("category", added.id))
    rows = rows_of(FIRST, early, late)
    assert _Journal(rows).passed_over == [3]
    assert _Journal([rows[0], rows[2]]).passed_over == []
