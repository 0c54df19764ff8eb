"""Stores that are damaged byte by byte, and stores that were made with our own tables and no sense in them."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from riskdesk.domain.records import KINDS, parent_field
from riskdesk.store import file_format
from tests.faults.fuzz import nonsense
from tests.faults.fuzz.ledger import NO_STEP, Ledger, Row
from tests.faults.fuzz.spoiling import garbled, spoilt, written

# Files that never change, so that a number makes the same store for ever; one of each format.
KEPT = sorted((Path(__file__).parents[2] / "data" / "stores").glob("*.riskdesk"))
_PAGE = 4096
_MANY = 3_000


def of_bytes(chance: Random) -> bytes:
    """A store with bytes, fields of its header, or whole pages that are not what they were."""
    return chance.choice([_garbled, _garbled, _with_another_header, _with_other_pages])(
        chance.choice(KEPT).read_bytes(), chance
    )


def crafted(path: Path, chance: Random, *, large: bool = False) -> str:
    """Make a store with our own tables and senseless content, whose hashes and index are mostly right.

    A `large` one is shown before it is looked through. Returns the identity of a register in it, if there is any.
    """
    ledger = Ledger.read(chance.choice([*KEPT, KEPT[-1]]))
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        chance.choice(_OF_THE_JOURNAL)(ledger, chance)
    if large:
        _many_steps(ledger, ledger.steps[-1])
    # What is done to one alone is found out; what a hostile hand makes right everywhere has to be judged by its sense.
    for makes_right in (ledger.follow_the_journal, ledger.index, ledger.hash):
        if chance.random() < 0.9:
            makes_right()
    if chance.random() < 0.2:
        chance.choice(_OF_THE_REST)(ledger, chance)
    ledger.write(path)
    return next((row["id"] for row in ledger.tables["register"] if isinstance(row.get("id"), str)), "")


def _garbled(data: bytes, chance: Random) -> bytes:
    return garbled(data, chance)


def _with_another_header(data: bytes, chance: Random) -> bytes:
    """Two or four bytes of the header are a number that means something there, or does not."""
    at, size = chance.choice([*((at, 2) for at in (16, 18)), *((at, 4) for at in range(20, 100, 4))])
    number = chance.choice([0, 1, 2, 3, 4, 99, 512, 4096, 2**15, 2**16 - 1, 2**31, 2**32 - 1]) % 2 ** (8 * size)
    return data[:at] + number.to_bytes(size, "big") + data[at + size :]


def _with_other_pages(data: bytes, chance: Random) -> bytes:
    pages = [data[at : at + _PAGE] for at in range(0, len(data), _PAGE)]
    for _ in range(chance.choice([1, 2, 10])):
        here, there = chance.randrange(len(pages)), chance.randrange(len(pages))
        pages[here] = chance.choice([pages[there], bytes(_PAGE), chance.randbytes(_PAGE), pages[here][:100]])
    return b"".join(pages)


def _spoil_changes(ledger: Ledger, chance: Random) -> None:
    step = chance.choice(ledger.steps)
    step["changes"] = written(spoilt(json.loads(step["changes"]), chance))


def _spoil_records(ledger: Ledger, chance: Random) -> None:
    """Give every record of one kind the same nonsense in one field."""
    kind = chance.choice(list(KINDS))
    kind_records = [record for step in ledger.steps for record in _records(_loaded(step), kind)]
    if kind_records:
        name = chance.choice(sorted(kind_records[0]))
        value = nonsense.like(kind_records[0][name], chance)
        _rewrite(ledger, lambda changes: [record.update({name: value}) for record in _records(changes, kind)])


def _spoil_part(ledger: Ledger, chance: Random) -> None:
    """Spoil a scale or the columns of a print set, in every record."""
    kind, name = chance.choice([("register", "scale"), ("register", "scale"), ("print_set", "columns")])
    number = chance.random()

    def change(changes: list[Any]) -> None:
        for record in _records(changes, kind):
            if name in record:
                record[name] = spoilt(record[name], Random(number), times=2)

    _rewrite(ledger, change)


def _spoil_step(ledger: Ledger, chance: Random) -> None:
    """A step that was taken by no one at no time, or takes back what it cannot."""
    step = chance.choice(ledger.steps)
    name = chance.choice(["number", "at", "at", "who", "label", "undoes", "undoes", "undoes", "changes"])
    numbers = (0, -1, 1, step["number"], step["number"] - 1, len(ledger.steps), 2**31, 2**62, None)
    senseless = {
        "number": lambda: chance.choice(numbers[:-1]),
        "undoes": lambda: chance.choice(numbers),
        "at": lambda: nonsense.moment(chance),
        "changes": lambda: written(nonsense.value(chance)),
    }
    step[name] = senseless.get(name, lambda: nonsense.text(chance))()


def _rename(ledger: Ledger, chance: Random) -> None:
    """Give an item another identity, wherever it is named."""
    known = chance.choice(
        [record["id"] for step in ledger.steps for record in _records(_loaded(step)) if "id" in record]
    )
    others = [str(other["id"]) for other in ledger.tables["entry"]]
    new = chance.choice([nonsense.identity(chance), chance.choice(others)])
    for step in ledger.steps:
        step["changes"] = step["changes"].replace(json.dumps(known), json.dumps(new))


def _misplace(ledger: Ledger, chance: Random) -> None:
    """Put items into themselves, into each other, into nothing, or all at one place."""
    kind = chance.choice(["category", "entry", "risk", "mitigation", "print_set"])
    parent = parent_field(KINDS[kind])
    new_parent = chance.choice(["itself", nonsense.identity(chance), chance.choice(ledger.tables["risk"])["id"]])
    places = chance.choice([None, -1, 0, 7, 2**31 - 1, 2**62])

    def change(changes: list[Any]) -> None:
        for record in _records(changes, kind):
            if places is not None:
                record["position"] = places
            elif parent in record:
                record[parent] = record.get("id", "") if new_parent == "itself" else new_parent

    _rewrite(ledger, change)


def _multiply(ledger: Ledger, chance: Random) -> None:
    """Very many levels, items, references or steps."""
    step = chance.choice([step for step in ledger.steps if step["undoes"] is None])
    chance.choice([_many_levels, _many_items, _many_steps, _one_reference])(ledger, step)


def _many_levels(ledger: Ledger, _step: Row) -> None:
    def change(changes: list[Any]) -> None:
        for record in _records(changes, "register"):
            if "scale" in record:
                record["scale"]["likelihood"] = [{"name": str(number), "definition": ""} for number in range(_MANY)]
                record["scale"]["impact"] = [{"name": str(number), "definition": ""} for number in range(_MANY)]

    _rewrite(ledger, change)


def _many_items(ledger: Ledger, step: Row) -> None:
    changes = _loaded(step)
    added = [change for change in changes if change[2] is None and change[3] is not None]
    for kind, _, _, after in added[-1:]:
        for number in range(_MANY):
            identity = f"00000000-0000-0000-0000-{number:012}"
            changes.append([kind, identity, None, {**after, "id": identity, "position": number}])
    step["changes"] = file_format.canonical(changes)


def _many_steps(ledger: Ledger, _step: Row) -> None:
    last = ledger.steps[-1]
    ledger.steps += [
        {**last, "number": last["number"] + more, "undoes": None, "changes": "[]"} for more in range(1, _MANY)
    ]


def _one_reference(ledger: Ledger, _step: Row) -> None:
    _rewrite(ledger, lambda changes: [record.update(reference="R-01") for record in _records(changes, "risk")])


def _spoil_row(ledger: Ledger, chance: Random) -> None:
    rows = [row for table in ledger.tables.values() for row in table]
    row = chance.choice(rows)
    name = chance.choice(sorted(row))
    row[name] = nonsense.like(row[name], chance)


def _spoil_identity(ledger: Ledger, chance: Random) -> None:
    """A store that says wrongly or twice which one it is, since when, and who made it."""
    (row,) = ledger.tables["store"]
    name = chance.choice(["id", "created", "riskdesk"])
    row[name] = nonsense.moment(chance) if name == "created" else nonsense.like(row[name], chance)
    if chance.random() < 0.2:
        ledger.tables["store"].append({**row, "id": nonsense.identity(chance)})


def _spoil_index(ledger: Ledger, chance: Random) -> None:
    row = {"register": nonsense.identity(chance), "step": chance.choice([-1, 0, 2**62]), "item": "evil"}
    ledger.touched = chance.choice([[], ledger.touched[1:], [*ledger.touched, row], [row]])


def _repeat_row(ledger: Ledger, chance: Random) -> None:
    table = ledger.tables[chance.choice(sorted(ledger.tables))]
    table += [{**row, "id": nonsense.identity(chance)} for row in table[:1]]


def _by_statement(ledger: Ledger, chance: Random) -> None:
    ledger.more.append(
        chance.choice(
            [
                "CREATE TRIGGER evil AFTER UPDATE ON risk BEGIN DELETE FROM mitigation; END",
                "CREATE VIEW evil AS SELECT * FROM risk",
                "CREATE TABLE evil (x)",
                "CREATE INDEX evil ON risk (length(title))",
                "DROP INDEX risk_of_entry",
                "ALTER TABLE risk ADD COLUMN evil TEXT",
                f"PRAGMA user_version={chance.choice([-1, 0, 1, 2, 3, 4, 99])}",
                f"PRAGMA application_id={chance.choice([0, 1])}",
            ]
        )
    )


Change = Callable[[Ledger, Random], None]
_OF_THE_JOURNAL: Sequence[Change] = (
    *(_spoil_changes,) * 3,
    *(_spoil_records,) * 4,
    *(_spoil_part,) * 2,
    *(_spoil_step,) * 3,
    *(_rename, _misplace, _misplace, _multiply),
)
_OF_THE_REST: Sequence[Change] = (_spoil_row, _spoil_row, _spoil_identity, _spoil_index, _repeat_row, _by_statement)


def _loaded(step: Row) -> list[Any]:
    """The changes of a step, none where they are spoilt already."""
    try:
        changes = json.loads(step["changes"])
    except (ValueError, RecursionError):
        return []
    return changes if isinstance(changes, list) else []


def _records(changes: list[Any], kind: str | None = None) -> list[Row]:
    """The records of a kind that changes lead to."""
    whole = (change for change in changes if isinstance(change, list) and len(change) == 4)
    return [after for name, _, _, after in whole if kind in (None, name) and isinstance(after, dict) and after]


def _rewrite(ledger: Ledger, change: Callable[[list[Any]], object]) -> None:
    """Change the changes of every step that can be read."""
    for step in ledger.steps:
        changes = _loaded(step)
        if changes:
            # What is spoilt already may have no such part.
            with suppress(*NO_STEP):
                change(changes)
            step["changes"] = written(changes)
