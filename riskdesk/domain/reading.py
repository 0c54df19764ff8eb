"""Values and trees from the plain JSON of a register document."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from riskdesk.domain.possible import admitted_column, admitted_fields
from riskdesk.domain.possible_scale import MOST_LEVELS, admitted_scale
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.records import SENSELESS, defaults, kind_name, of_columns, parent_field
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.tree import Item
from riskdesk.domain.values import AnyValue, Category, Entry, Kept, Mitigation, Register, Risk, new_id

# The values in a register document, besides the register.
Inside: TypeAlias = Item | Kept
_LISTS = {
    "categories": "category",
    "entries": "entry",
    "risks": "risk",
    "mitigations": "mitigation",
    "print_sets": "print_set",
    "saved_views": "saved_view",
    "waivers": "waiver",
}
_INSIDE: Mapping[type[Inside], tuple[str, ...]] = {Category: ("entries",), Entry: ("risks", "mitigations")}


class FoundRecord(NamedTuple):
    """A record, with the identity, parent and position of its value, and the place of the record."""

    record: Mapping[str, Any]
    identity: Any
    parent: str
    position: int
    place: str


class Reader:
    """A reader of the records in a register document, which makes values of all of them together.

    A record has a position in its parent and a place such as "/categories/1", which InputProblem names if it cannot be
    read. `count` is called with a kind and a number before so many records are read, `checkpoint` before each of
    them; if they raise, the reading ends. The methods that find a record return its identity.
    """

    def __init__(self, count: Callable[[str, int], object], checkpoint: Checkpoint = never_cancelled) -> None:
        self._count, self._checkpoint = count, checkpoint
        self._records: defaultdict[type[Inside], list[FoundRecord]] = defaultdict(list)

    def category(self, register: str, content: object, position: int, place: str) -> str:
        """Find a record that `category_record` made, with its entries."""
        record = as_object(content, place)
        category = self._find(Category, record, register, position, place)
        self.items(record, "entries", place, partial(self.entry, category))
        return category

    def entry(self, category: str, content: object, position: int, place: str) -> str:
        """Find a record that `entry_record` made, with its risks and mitigations."""
        record = as_object(content, place)
        entry = self._find(Entry, record, category, position, place)
        self.items(record, "risks", place, partial(self.bullet, Risk, entry))
        self.items(record, "mitigations", place, partial(self.bullet, Mitigation, entry))
        return entry

    def bullet(self, kind: type[Risk | Mitigation], entry: str, content: object, position: int, place: str) -> str:
        """Find the record of a risk or a mitigation, or its plain text."""
        record = {"description": content} if isinstance(content, str) else as_object(content, place)
        return self._find(kind, record, entry, position, place)

    def kept_record(self, kind: type[Kept], register: str, content: object, position: int, place: str) -> str:
        """Find the record of something that is kept with a register beside its categories, such as a print set."""
        return self._find(kind, as_object(content, place), register, position, place)

    def items(
        self, record: Mapping[str, Any], name: str, place: str, find: Callable[[object, int, str], object]
    ) -> None:
        """Call `find` for each item in a list of a record; for none if the list is left out."""
        content = record.get(name, [])
        if not isinstance(content, list):
            raise _misplaced(f"{place}/{name}", "[…]")
        self._count(_LISTS[name], len(content))
        for position, item in enumerate(content):
            self._checkpoint()
            find(item, position, f"{place}/{name}/{position + 1}")

    def values(self) -> list[Inside]:
        """The values of all records that were found, by kinds."""
        return [value for kind, records in self._records.items() for value in _values(kind, records)]

    def unknown_names(self) -> set[str]:
        """The names in the records that their kinds do not have, so that what stands there is left out."""
        return {
            name
            for kind, found_records in self._records.items()
            for name in set().union(*(found.record for found in found_records)) - _names_of(kind)
        }

    def _find(self, kind: type[Inside], record: Mapping[str, Any], parent: str, position: int, place: str) -> str:
        identity = record["id"] if "id" in record else new_id()
        self._records[kind].append(FoundRecord(record, identity, parent, position, place))
        return identity


def _names_of(kind: type[Inside]) -> set[str]:
    return {*defaults(kind), "id", *_INSIDE.get(kind, ())}


def register_value(content: Mapping[str, Any], scale: Scale) -> Register:
    """The register of a document, with `scale` if it has none."""
    scale = _scale(content["scale"]) if "scale" in content else scale
    return _value(Register, content, "/", {"scale": scale})


def _values(kind: type[Inside], found_records: Sequence[FoundRecord]) -> list[Inside]:
    """The values of the records of a kind.

    They are read by columns or, if that is not possible, one by one, to find the place of the one that is wrong.
    """
    parent = str(parent_field(kind))
    records, identities, parents, positions, _ = zip(*found_records, strict=True)
    plain = defaults(kind)
    rows = [tuple(map(record.get, plain, plain.values())) for record in records]
    columns = dict(zip(plain, zip(*rows, strict=True), strict=True)) | {"id": identities}
    try:
        value_columns = {name: admitted_column(kind_name(kind), name, column) for name, column in columns.items()}
    except (*SENSELESS, InputProblem):
        return [
            _value(
                kind,
                found.record,
                found.place,
                {"id": found.identity, parent: found.parent, "position": found.position},
            )
            for found in found_records
        ]
    return of_columns(kind, value_columns | {parent: parents, "position": positions})


def as_object(content: object, place: str) -> Mapping[str, Any]:
    """A JSON object; InputProblem with the place if the content is none."""
    if not isinstance(content, dict):
        raise _misplaced(place, "{…}")
    return content


def _value(kind: type[AnyValue], record: Mapping[str, Any], place: str, known_values: Mapping[str, Any]) -> AnyValue:
    try:
        return kind(**{**known_values, **admitted_fields(kind_name(kind), record, known_values.keys() - {"id"})})
    except InputProblem as problem:
        raise _told_with(place, problem) from None


def _told_with(place: str, problem: InputProblem) -> InputProblem:
    """The problem with the place of the record that cannot be read."""
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The register's JSON cannot be read at {place}: {reason}"),
        place=place,
        reason=problem,
    )


def _scale(content: object) -> Scale:
    record = as_object(content, "/scale")
    try:
        scale = scale_from_record({name: _cut(value) for name, value in record.items()})
    except SENSELESS:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The scale in the register's JSON is not complete; correct it at /scale or leave it out."
            )
        ) from None
    try:
        return admitted_scale(scale)
    except InputProblem as problem:
        raise _told_with("/scale", problem) from None


def _cut(value: Any) -> Any:
    """A list of a scale, cut if it is too long, as it will be refused for that anyway."""
    return value[: MOST_LEVELS + 1] if isinstance(value, list) else value


def _misplaced(place: str, expected: str) -> InputProblem:
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The register's JSON cannot be read at {place}: {expected} is expected there."),
        place=place,
        expected=expected,
    )
