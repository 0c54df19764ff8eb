"""What can be undone and redone is found quickly and without fail, whatever a journal says."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.problems import Problem
from riskdesk.domain.step import UndoDirection
from riskdesk.domain.values import Register
from riskdesk.store import file_format
from riskdesk.store.past import Past
from riskdesk.store.store import Store


@pytest.fixture
def raw() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(file_format.definition(file_format.FORMAT))
        yield database


def write(raw: sqlite3.Connection, undoes: list[int | None]) -> Past:
    """Steps of one register, numbered from 1, each with the one it takes back."""
    for number, undone in enumerate(undoes, 1):
        raw.execute("INSERT INTO step VALUES (?, '', 'me', ?, ?, '[]', '', '')", (number, f"Step {number}", undone))
        raw.execute("INSERT INTO touch VALUES ('r', ?, 'r')", (number,))
    return Past(raw)


def next_numbers(past: Past) -> tuple[int | None, int | None]:
    undo, redo = past.next("r", UndoDirection.UNDO), past.next("r", UndoDirection.REDO)
    return (undo.number if undo else None), (redo.number if redo else None)


@pytest.mark.parametrize(
    ("undoes", "expected"),
    [
        ([], (None, None)),
        ([None], (1, None)),
        ([None, None], (2, None)),
        ([None, 1], (None, 2)),
        ([None, None, 2], (1, 3)),
        ([None, None, 2, 1], (None, 4)),
        ([None, None, 2, 1, 4], (5, 3)),
        ([None, None, 2, 1, 4, 3], (6, None)),
        ([None, None, 2, 1, 4, 3, 6, 5], (None, 8)),
        ([None, None, 2, None], (4, None)),
        ([None, None, 2, None, 4, 1], (None, 6)),
        ([None, 1, 2, 3], (None, 4)),
        ([None, 1, 2, 3, 4], (5, None)),
    ],
)
def test_the_next_undo_and_redo_are_those_of_the_last_steps(
    raw: sqlite3.Connection, undoes: list[int | None], expected: tuple[int | None, int | None]
) -> None:
    assert next_numbers(write(raw, undoes)) == expected


@pytest.mark.parametrize(
    "undoes",
    [
        *([1], [2, 1], [5], [None, 3, 2], [0], [-1], [None, 1, 1, 1], [None, None, 1, 2]),
        *([None, 3, 1, 3], [2, 3, 1, None, 9]),
    ],
)
def test_a_journal_that_is_wrong_gives_something_or_nothing(raw: sqlite3.Connection, undoes: list[int | None]) -> None:
    past = write(raw, undoes)
    assert set(next_numbers(past)) <= {None, *range(1, len(undoes) + 1)}
    assert past.next(None, UndoDirection.UNDO) == past.next("r", UndoDirection.UNDO)


def test_an_index_that_names_no_step_gives_nothing(raw: sqlite3.Connection) -> None:
    raw.execute("INSERT INTO touch VALUES ('r', 7, 'r')")
    assert next_numbers(Past(raw)) == (None, None)


def actions_half_of_which_are_undone(half: int) -> list[int | None]:
    return [None] * 2 * half + list(range(2 * half, half, -1))


def actions_alone(half: int) -> list[int | None]:
    return [None] * 2 * half


@pytest.mark.parametrize("steps", [actions_half_of_which_are_undone, actions_alone])
def test_the_next_step_is_looked_up_as_quickly_among_many_steps(
    raw: sqlite3.Connection, steps: Callable[[int], list[int | None]]
) -> None:
    """The work is counted in the instructions of SQLite: the same for 20 steps and for 20,000."""
    counts = []
    for half in (10, 10_000):
        raw.execute("DELETE FROM step")
        raw.execute("DELETE FROM touch")
        past, ticks = write(raw, steps(half)), [0]

        def tick(ticks: list[int] = ticks) -> None:
            ticks[0] += 1

        raw.set_progress_handler(tick, 1)
        assert next_numbers(past) == ((half, 3 * half) if len(steps(half)) > 2 * half else (2 * half, None))
        raw.set_progress_handler(None, 0)
        counts.append(ticks[0])
    assert counts[1] < 2 * counts[0]


def test_steps_of_others_tell_their_registers(tmp_path: Path) -> None:
    register = Register(scale=scales.profile("5x5"), title="Title")
    with closing(Store.create(tmp_path / "a.riskdesk")) as store, closing(Store.open(store.path)) as other:
        other.run("me", "New register", lambda tx: tx.insert(register))
        assert [step.registers for step in store.news()] == [frozenset({register.id})]


def test_a_step_over_several_registers_names_the_first_in_which_another_has_to_go_before_it(
    raw: sqlite3.Connection,
) -> None:
    """By its title, where the register is still there."""
    names = [f"{number:02}" for number in range(20)]
    for number, label in ((1, "Merge a copy"), (2, "Edit register")):
        raw.execute("INSERT INTO step VALUES (?, '', 'me', ?, NULL, '[]', '', '')", (number, label))
        raw.executemany("INSERT INTO touch VALUES (?, ?, 'x')", [(name, number) for name in names[number - 1 :]])
    message = r"“Merge a copy” also changed “–”, where “Edit register” came after it; undo that first"
    with pytest.raises(Problem, match=message):
        Past(raw).next_required(names[0], UndoDirection.UNDO, [], None)
    raw.execute("PRAGMA foreign_keys=OFF")
    columns = "id, position, title, reference, prepared_by, approval, heading, language, handling_mark, scale, words"
    for name in names:
        raw.execute(
            f'INSERT INTO register ({columns}, "references")'
            " VALUES (?, 0, ?, '', '', '', '', 'en', '', '{}', '', 0)",
            (name, f"Title {name}"),
        )
    with pytest.raises(Problem, match="“Title 01”"):
        Past(raw).next_required(names[0], UndoDirection.UNDO, [], None)


def test_each_step_after_one_is_given_with_its_registers(raw: sqlite3.Connection) -> None:
    write(raw, [None, None, None])
    raw.execute("INSERT INTO touch VALUES ('other', 3, 'other'), ('other', 3, 'an item')")
    assert Past(raw).since(1) == {2: {"r"}, 3: {"r", "other"}}
    assert Past(raw).since(3) == {}
