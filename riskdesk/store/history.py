"""Reading parts of the journal, the newest step first: only the steps that the index gives for an item or register."""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

from riskdesk.domain.folding import fold
from riskdesk.domain.history import ANY, Gone, StepCriteria, gone_in
from riskdesk.domain.problems import FileReplaced
from riskdesk.domain.records import KINDS, Record, parent_of
from riskdesk.domain.replay import Key, State, state_of
from riskdesk.domain.step import LATEST, Change, Step
from riskdesk.store import journal
from riskdesk.store.connection import StoreConnection, connect, in_memory, problems, reading
from riskdesk.store.cutting import ADDS, DELETES, LONG, narrowed, part_of, places_of
from riskdesk.store.file_format import any_text, rows
from riskdesk.store.past import Past
from riskdesk.store.reader import Reader

# Characters of the changes of a small step.
_SHORT = 8_000
_HEAD = "number, at, who, label, undoes"
_OF_ITEM = "(SELECT step FROM touch WHERE item = ? AND step < ? ORDER BY step DESC LIMIT ?)"
_OF_REGISTER = "SELECT DISTINCT step FROM touch WHERE register = ? AND step < ? ORDER BY step DESC LIMIT ?"
_LISTED = "(SELECT value FROM json_each(?))"
_FIRST = f"SELECT {_HEAD} FROM step ORDER BY number LIMIT 1"  # noqa: S608 - columns of ours
_NEWEST_FIRST = "ORDER BY number DESC"
_IS_DELETED = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {kind} WHERE id = item)" for kind in KINDS)  # noqa: S608
# The names in the query are those of our own tables.
_DELETED_ITEMS = (
    "SELECT item, last FROM (SELECT item, max(step) AS last FROM touch WHERE register = ? GROUP BY item)"  # noqa: S608
    f" WHERE {_IS_DELETED} ORDER BY last DESC"
)


class History:
    """A reader of the journal of a store; each method may raise FileProblem, or NoStep for what no Riskdesk wrote."""

    def __init__(
        self,
        path: Path,
        connection: StoreConnection,
        mark: Callable[[], journal.Mark],
        require_checked: Callable[[], object],
    ) -> None:
        self._path, self._connection, self._mark = path, connection, mark
        self._require_checked = require_checked

    @contextmanager
    def apart(self) -> Iterator["History"]:
        """A reader on a connection of its own, for another thread; FileReplaced if the file was replaced."""
        # A store that was migrated in memory has no file in today's format.
        is_file = bool(self._connection.places)
        self._require_checked()
        with problems(self._path):
            opened = connect(self._path, read_only=True) if is_file else in_memory(self._connection)
        with closing(opened) as connection, problems(self._path):
            if not journal.goes_on(connection, self._mark()):
                raise FileReplaced(self._path, is_gone=False)
            yield History(self._path, connection, self._mark, self._require_checked)

    def of_item(self, item: str, before: int = LATEST, most: int = 100, *, telling: Sequence[str] = ()) -> list[Step]:
        """The steps that changed an item, newest first; a long step has only the changes of the item.

        With `telling`, only steps whose changes contain one of these texts, or add or delete an item.
        """
        signs = (*telling, ADDS, DELETES) if telling else ()
        condition = f" AND ({' OR '.join(['instr(changes, ?)'] * len(signs))})" if signs else ""
        query = f"SELECT * FROM step WHERE number IN {_OF_ITEM}{condition} {_NEWEST_FIRST}"  # noqa: S608
        with self._reading() as connection:
            parts = (narrowed(row, item) for row in rows(connection, query, item, before, most, *signs))
            return [journal.step_of(part) for part in parts if part is not None]

    def of_register(
        self, register: str, before: int = LATEST, most: int = 100, criteria: StepCriteria = ANY
    ) -> tuple[list[Step], int | None]:
        """The next steps that changed a register and meet the `criteria`, newest first, without their changes.

        The number is that of the step before which to continue; None if the first step was reached.
        """
        with self._reading() as connection:
            numbers = [number for (number,) in connection.execute(_OF_REGISTER, (register, before, most))]
            changes_column = "" if criteria.by_head else ", changes"
            where = f"number IN {_LISTED}" + (" AND who = ?" if criteria.who is not None else "")
            where += " AND instr(changes, ?)" * len(criteria.signs)
            parameters = (*([] if criteria.who is None else [criteria.who]), *criteria.signs)
            query = f"SELECT {_HEAD}{changes_column} FROM step WHERE {where} {_NEWEST_FIRST}"  # noqa: S608
            steps = [
                journal.head_of(row)
                for row in rows(connection, query, json.dumps(numbers), *parameters)
                if criteria.by_head or _meets(row, criteria)
            ]
        return steps, numbers[-1] if len(numbers) == most else None

    def step(self, number: int) -> Step:
        """The step of that number."""
        with self._reading() as connection:
            return journal.read(connection, number)

    def begun(self, number: int, most: int) -> tuple[Step, int]:
        """The step of that number and the number of its items; a long step has only the first `most` of them.

        In that case, items that only made room for others are neither included nor counted.
        """
        with self._reading() as connection:
            row = next(rows(connection, "SELECT * FROM step WHERE number = ?", number))
            places = places_of(row["changes"]) if len(row["changes"]) > LONG else {}
            if most < len(places):
                part = part_of(row["changes"], list(places.values())[:most])
                return journal.step_of(row | {"changes": part}), len(places)
            step = journal.step_of(row)
            return step, len({change.id for change in step.changes})

    def steps(self, numbers: Iterable[int]) -> list[Step]:
        """The steps of these numbers, in order."""
        query = f"SELECT * FROM step WHERE number IN {_LISTED} ORDER BY number"  # noqa: S608
        with self._reading() as connection:
            return [journal.step_of(row) for row in rows(connection, query, json.dumps(list(numbers)))]

    def short(self, numbers: Iterable[int]) -> list[Step]:
        """The small steps among these, in order."""
        query = f"SELECT * FROM step WHERE number IN {_LISTED} AND length(changes) <= {_SHORT} ORDER BY number"  # noqa: S608
        with self._reading() as connection:
            return [journal.step_of(row) for row in rows(connection, query, json.dumps(list(numbers)))]

    def since(self, register: str, number: int) -> tuple[list[int], State]:
        """The later steps that have to be undone to rewind a register, newest first, and the present records for that.

        These are the records of the register, of those that it exchanged items with since, and so on.
        """
        with self._reading() as connection:
            touched = Past(connection).since(number)
            around = _around(register, touched.values())
            reader = Reader(connection)
            state = State()
            for one in around.intersection(reader.register_ids()):
                state |= state_of(reader.tree(one))
        return sorted((step for step, there in touched.items() if there & around), reverse=True), state

    def first(self) -> Step | None:
        """The first step of the journal, without its changes; None if there is none."""
        with self._reading() as connection:
            row = next(rows(connection, _FIRST), None)
            return None if row is None else journal.head_of(row)

    def last_before(self, register: str, moment: datetime.datetime) -> int:
        """The number of the last step of a register that was taken before a moment in UTC; 0 if none was."""
        query = "SELECT max(number) FROM step WHERE at < ? AND number IN (SELECT step FROM touch WHERE register = ?)"
        return self._number(query, moment, register) or 0

    def first_since(self, register: str, moment: datetime.datetime) -> int | None:
        """The number of the first step of a register that was taken at a moment in UTC or later; None if none was."""
        query = "SELECT min(number) FROM step WHERE at >= ? AND number IN (SELECT step FROM touch WHERE register = ?)"
        return self._number(query, moment, register)

    def _number(self, query: str, moment: datetime.datetime, register: str) -> int | None:
        with self._reading() as connection:
            (number,) = connection.execute(query, (moment.isoformat(timespec="milliseconds"), register)).fetchone()
            return None if number is None else int(number)

    def people(self, register: str) -> list[str]:
        """The names of those who have taken steps in a register."""
        query = "SELECT DISTINCT who FROM step WHERE number IN (SELECT step FROM touch WHERE register = ?)"
        with self._reading() as connection:
            return sorted((who for (who,) in connection.execute(query, (register,))), key=fold)

    def undone(self, numbers: Iterable[int]) -> dict[int, Step]:
        """The undone steps among these, each with the step that undid it, without its changes."""
        query = f"SELECT {_HEAD} FROM step WHERE undoes IN {_LISTED}"  # noqa: S608
        asked_numbers, by = list(numbers), dict[int, Step]()
        with self._reading() as connection:
            new = asked_numbers
            while new:
                steps = [journal.head_of(row) for row in rows(connection, query, json.dumps(new))]
                by |= {step.undoes: step for step in steps if step.undoes is not None}
                new = [step.number for step in steps]
        chains = {number: list(_chain(number, by)) for number in asked_numbers}
        return {number: chain[-1] for number, chain in chains.items() if len(chain) % 2}

    def redoes(self, number: int) -> bool:
        """Whether an undo step is in fact a redo."""
        with self._reading() as connection:
            return Past(connection).is_doing(number)

    def deleted_items(self, register: str) -> list[tuple[int, list[str]]]:
        """The deleted items of a register, by the step that last changed them, newest first.

        A deleted register is listed in every register that existed at the time.
        """
        items: dict[int, list[str]] = defaultdict(list)
        with self._reading() as connection:
            for item, last in connection.execute(_DELETED_ITEMS, (register,)):
                items[last].append(item)
        return list(items.items())

    def gone_in(self, number: int, items: Iterable[str]) -> list[Gone]:
        """The items among these that a step deleted: each topmost one with its content."""
        return gone_in(self.step(number), set(items))

    def above(self, key: Key, record: Record) -> list[Change]:
        """The deleted ancestors of a record, topmost first, each as the change that deleted it."""
        deletions = list[Change]()
        parent = parent_of(key, record)
        while parent is not None and not self._is_there(parent):
            deletion = next(
                (
                    change
                    for step in self.of_item(parent[1])
                    for change in step.changes
                    if change.key == parent and change.before is not None and change.after is None
                ),
                None,
            )
            if deletion is None or deletion.before is None:
                break
            deletions.insert(0, deletion)
            parent = parent_of(parent, deletion.before)
        return deletions

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._require_checked()
        with problems(self._path), reading(self._connection) as connection, any_text(connection):
            yield connection

    def _is_there(self, key: Key) -> bool:
        with self._reading() as connection:
            query = f"SELECT 1 FROM {key[0]} WHERE id = ?"  # noqa: S608 - one of our own tables
            return connection.execute(query, (key[1],)).fetchone() is not None


def _around(register: str, touched: Iterable[set[str]]) -> set[str]:
    """A register and all those that were changed together with it, or with one of these, and so on."""
    groups, around = [there for there in touched if len(there) > 1], {register}
    while joined := [there for there in groups if there & around and not there <= around]:
        around.update(*joined)
    return around


def _meets(row: Record, criteria: StepCriteria) -> bool:
    """Whether the changes of a step meet criteria; long changes are only searched as text."""
    if not criteria.may_be_in(row["changes"]):
        return False
    return len(row["changes"]) > LONG or criteria.admits(journal.step_of(row))


def _chain(number: int, by: dict[int, Step]) -> Iterator[Step]:
    """The step that undid a step, the step that undid that one, and so on."""
    while number in by:
        yield by[number]
        number = by[number].number
