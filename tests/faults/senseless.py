"""Journals that no Riskdesk wrote, in one chain of right hashes: each goes on with a step of senseless content.

What such a step brings in it takes out again, so that its tables are those of a good store.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from riskdesk.desk import scales
from riskdesk.domain.records import to_record
from riskdesk.domain.values import (
    Category,
    Entry,
    Mitigation,
    PrintSet,
    Register,
    Risk,
    SavedView,
    Snapshot,
    Waiver,
    new_id,
)
from riskdesk.store import journal
from riskdesk.store.file_format import canonical

Row = dict[str, Any]
Retelling = Callable[[list[Row]], object]

SCALE = scales.profile(scales.DEFAULT)
_ABOVE = new_id()
WHOLE: dict[str, Row] = {
    "register": to_record(Register(scale=SCALE)),
    "print_set": to_record(PrintSet(register=_ABOVE)),
    "saved_view": to_record(SavedView(register=_ABOVE)),
    "waiver": to_record(Waiver(register=_ABOVE)),
    "category": to_record(Category(register=_ABOVE)),
    "entry": to_record(Entry(category=_ABOVE)),
    "risk": to_record(Risk(entry=_ABOVE)),
    "mitigation": to_record(Mitigation(entry=_ABOVE)),
}
WHOLE["snapshot"] = {
    "id": new_id(),
    "register": _ABOVE,
    "position": 0,
    "name": "",
    "date": "2026-11-28",
    "document": "",
}
assert WHOLE["snapshot"].keys() == set(Snapshot.__slots__)
RISK = WHOLE["risk"]["id"]


@contextmanager
def other_program(path: Path) -> Iterator[sqlite3.Connection]:
    """What another program has of a store in which it writes, without waiting for the disk."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        yield raw
        raw.commit()


def retell(path: Path, retelling: Retelling) -> None:
    """Give a store the journal that `retelling` makes of the rows of its own."""
    with other_program(path) as raw:
        raw.row_factory = sqlite3.Row
        rows = [dict(row) for row in raw.execute("SELECT * FROM step ORDER BY number")]
        retelling(rows)
        raw.execute("DELETE FROM step")
        previous = journal.FIRST
        for row in rows:
            row["previous"] = previous
            previous = row["hash"] = journal._hash({name: value for name, value in row.items() if name != "hash"})
            bound = [_bytes(value) if isinstance(value, str) else value for value in row.values()]
            raw.execute(f"INSERT INTO step VALUES ({', '.join(map(_place, row))})", bound)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _place(column: str) -> str:
    return "?" if column in ("number", "undoes") else "CAST(? AS TEXT)"


def going_on(changes: object, **other: object) -> Retelling:
    """The journal and one step more: the list of its changes or their text, and what else is another in its row."""

    def retelling(rows: list[Row]) -> None:
        text = changes if isinstance(changes, str) else canonical(changes)
        rows.append(rows[-1] | {"number": len(rows) + 1, "undoes": None, "changes": text} | other)

    return retelling


def passing(kind: str, record: object, identity: object = None) -> list[object]:
    """Changes that bring in a value and take it out again."""
    named = WHOLE[kind]["id"] if identity is None else identity
    return [[kind, named, None, record], [kind, named, record, None]]


def edited(before: object, after: object) -> list[object]:
    """Changes that edit a risk, which comes and goes."""
    come, gone = passing("risk", WHOLE["risk"])
    return [come, ["risk", RISK, before, after], gone]


def without(kind: str, name: str) -> Row:
    return {other: value for other, value in WHOLE[kind].items() if other != name}


def scale_with(**other: object) -> Row:
    return WHOLE["register"]["scale"] | other


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def held_by(kind: str, name: str, *values: object) -> dict[str, Retelling]:
    """Steps in which a field holds what it cannot."""
    return {
        f"{kind}.{name} {place}": going_on(passing(kind, WHOLE[kind] | {name: value}))
        for place, value in enumerate(values)
    }


def lacking(kind: str, name: str) -> Retelling:
    """A step that brings in a value without one of its fields."""
    return going_on(passing(kind, {other: value for other, value in WHOLE[kind].items() if other != name}))


def escaped(kind: str, record: Row) -> Retelling:
    """A step of a value in whose text the letters beyond ASCII are written out."""
    return going_on(json.dumps(passing(kind, WHOLE[kind] | record, record.get("id"))))


_MANY = [{"name": f"Level {number}", "definition": ""} for number in range(101)]
_DEEP = f'[["register","{WHOLE["register"]["id"]}",null,{{"scale":%s}}]]'
_TEXTS = (
    "",
    "null",
    "5",
    '"text"',
    '""',
    "{}",
    "[]",
    "[",
    "[[]]",
    "[null]",
    '["risk"]',
    '[["risk","1",null]]',
    "[NaN]",
)
_TIMES = (
    "",
    "soon",
    "2026-11-28",
    "2026-11-28T08:00:00",
    "0001-01-01T00:00:00+14:00",
    "1970-01-01T23:59:59+00:00",
    "1970-01-02T01:00:00+14:00",
    "3000-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59-14:00",
)
_CHANGES: dict[str, object] = {
    "of another coding": "\udcff",
    "half a letter in bytes": passing("risk", WHOLE["risk"] | {"note": "\udced\udca0\udc80"}),
    "deep lists": nested(100_000),
    "lists a little deep": nested(50),
    "a deep scale": _DEEP % nested(900),
    "a deep part of a scale": _DEEP % f'{{"name":{nested(100)}}}',
    "a number of 5,000 digits": f'[["risk","1",{{"position":{"9" * 5000}}},{{"position":1}}]]',
    "a number of 4,000 digits": f'[["risk","1",{{"position":{"9" * 4000}}},{{"position":1}}]]',
    "a field twice": '[["risk","1",{"note":"","note":""},{"note":""}]]',
    "no kind": [["evil", "1", None, {"id": "1"}]],
    "a kind that is none": [[None, "1", None, {"id": "1"}]],
    "a list of kinds": [[["risk"], "1", None, {"id": "1"}]],
    "neither before nor after": [["risk", RISK, None, None]],
    "an identity that is a number": passing("risk", WHOLE["risk"] | {"id": 5}, 5),
    "an edit of a number": [["risk", 5, {"note": ""}, {"note": ""}]],
    "another identity": passing("risk", WHOLE["risk"], new_id()),
    "an identity that is edited": edited({"id": RISK}, {"id": RISK}),
    "an edit of nothing": edited({}, {}),
    "an edit of other fields": edited({"note": ""}, {"title": ""}),
    "an edit of more fields": edited({"note": ""}, {"note": "", "title": ""}),
    "an edit of a list": edited(["note"], ["note"]),
    "an edit from what cannot be": edited({"note": 5}, {"note": ""}),
    "an edit to what cannot be": edited({"note": ""}, {"note": 5}),
    "an edit of what is not there": edited({"note": ""}, {"note": ""})[1:2],
    "what is there again": passing("risk", WHOLE["risk"])[:1] * 2,
    "what is not there gone": passing("risk", WHOLE["risk"])[1:],
    "a list that comes in": passing("risk", ["id"]),
    "a text that comes in": passing("risk", "id"),
    "a field that no Riskdesk has": passing("risk", WHOLE["risk"] | {"evil": ""}),
    "the field of another kind": passing("category", WHOLE["category"] | {"description": ""}),
}
_LETTERS = {
    "half a letter": escaped("risk", {"note": "\ud800"}),
    "half a letter after a backslash": escaped("risk", {"note": "\\\udfff"}),
    "half a letter in a scale": escaped("register", {"scale": scale_with(name="\udbff")}),
    "half a letter in a name": escaped("risk", {"\ud800": ""}),
    "half a letter in an identity": escaped("risk", {"id": "\ud800"}),
}
_SCALES: tuple[Row, ...] = (
    {"name": 5},
    {"name": None},
    {"rule": "evil"},
    {"name": {"de": "Meine"}},
    {"name": {"en": 5}},
    {"tolerance": 99},
    {"tolerance": "1"},
    {"bands": [{"name": "All", "upto": 25, "colour": "mauve"}]},
    {"bands": []},
    {"bands": 5},
    {"likelihood": "abc"},
    {"impact": [5]},
    {"likelihood": _MANY},
    {"impact": _MANY},
    {"bands": _MANY},
    {"table": [[0] * 101]},
    {"table": [[0]] * 101},
    {"table": [["a"]]},
    {"table": 5},
    {"rule": "table"},
    {"rule": "table", "table": [[99] * 5] * 5},
)
_FIELDS = {
    **held_by("risk", "note", 5, None, ["a"], {"a": "b"}, True, 1.5),
    **held_by("risk", "likelihood", True, 1.0, "5", [5], 2**63, -(2**70)),
    **held_by("risk", "position", None, False, "0"),
    **held_by("risk", "status", "evil", 1, ["approved"], {}),
    **held_by("risk", "next_review", "2026-99-99", "soon", 20260101, []),
    **held_by("risk", "entry", None, 5),
    **held_by("mitigation", "status", "closed"),
    **held_by("register", "language", "xx", None),
    **held_by("print_set", "columns", None, "score", {"score": 1}, ["evil"], ["score", "score"], [5], [["score"]]),
    **held_by("print_set", "ended", 1, None, "true"),
    **held_by("print_set", "kind", "evil"),
    **held_by("saved_view", "listing", None, {}, [], "[]", "{", '{"a": Infinity}', "[" * 99),
    **held_by("waiver", "gap", None, 5),
    **held_by("snapshot", "document", None, {}),
    **held_by("register", "scale", None, [], "5x5", {}, 5, *(scale_with(**other) for other in _SCALES)),
}
SENSELESS: dict[str, Retelling] = {
    **{f"changes {text}": going_on(text) for text in _TEXTS},
    **{name: going_on(changes) for name, changes in _CHANGES.items()},
    **_LETTERS,
    **_FIELDS,
    **{f"at {moment}": going_on(passing("risk", WHOLE["risk"]), at=moment) for moment in _TIMES},
    "a risk without its identity": lacking("risk", "id"),
    "a risk without its entry": lacking("risk", "entry"),
    "a register without its scale": lacking("register", "scale"),
    "a snapshot without its document": lacking("snapshot", "document"),
    "by a name of another coding": going_on(passing("risk", WHOLE["risk"]), who="\udcff"),
    "by a name of two lines": going_on(passing("risk", WHOLE["risk"]), who="Anna\n1 May 2026, 9:00 · Marat · Approve"),
    "by a name without end": going_on(passing("risk", WHOLE["risk"]), who="a" * 10_001),
    "under a label that a terminal obeys": going_on(passing("risk", WHOLE["risk"]), label="Edit\x1b[2J"),
    "under a label of two lines": going_on(passing("risk", WHOLE["risk"]), label="Edit\u2028risk"),
    "under a label of another coding": going_on(passing("risk", WHOLE["risk"]), label="\udced\udca0\udc80"),
}
# One of each sort, for whoever asks the same of each.
SOME = ("changes null", "of another coding", "deep lists", "half a letter", "an edit to what cannot be", "at soon")
