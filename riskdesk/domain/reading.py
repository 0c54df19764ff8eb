"""Values and trees from the plain JSON of a register document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from riskdesk.domain.possible import admitted_fields
from riskdesk.domain.possible_scale import MOST_LEVELS, admitted_scale
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Look, no_look
from riskdesk.domain.records import AnyValue, kind_name
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.tree import CategoryTree, EntryTree
from riskdesk.domain.values import Category, Entry, Mitigation, PrintSet, Register, Risk, SavedView, Waiver

Item = TypeVar("Item")
Bullet = TypeVar("Bullet", Risk, Mitigation)
Aside = TypeVar("Aside", PrintSet, SavedView, Waiver)
_LISTS = {
    "categories": "category",
    "entries": "entry",
    "risks": "risk",
    "mitigations": "mitigation",
    "print_sets": "print_set",
    "saved_views": "saved_view",
    "waivers": "waiver",
}


class Reader:
    """Reads records at a position in their parent; InputProblem tells the place of what cannot be read.

    A place is a path such as "/categories/1". `count` is called with a kind and a number before so many values of it
    are made, `look` before each of them; what they raise ends the reading.
    """

    def __init__(self, count: Callable[[str, int], object], look: Look = no_look) -> None:
        self._count, self._look = count, look

    def register(self, content: Mapping[str, Any], scale: Scale) -> Register:
        """The register of a document, with `scale` if it carries none."""
        return _value(Register, content, "/", scale=_scale(content["scale"]) if "scale" in content else scale)

    def category(self, register: str, content: object, position: int, place: str) -> CategoryTree:
        """The category of a record that `category_record` made, with its entries."""
        record = as_object(content, place)
        category = _value(Category, record, place, register=register, position=position)
        return CategoryTree(
            category, self.items(record, "entries", place, lambda *item: self.entry(category.id, *item))
        )

    def entry(self, category: str, content: object, position: int, place: str) -> EntryTree:
        """The entry of a record that `entry_record` made, with its risks and mitigations."""
        record = as_object(content, place)
        entry = _value(Entry, record, place, category=category, position=position)
        return EntryTree(
            entry,
            self.items(record, "risks", place, lambda *item: self.bullet(Risk, entry.id, *item)),
            self.items(record, "mitigations", place, lambda *item: self.bullet(Mitigation, entry.id, *item)),
        )

    def bullet(self, kind: type[Bullet], entry: str, content: object, position: int, place: str) -> Bullet:
        """The risk or mitigation of a record, or of plain text."""
        record = {"description": content} if isinstance(content, str) else as_object(content, place)
        return _value(kind, record, place, entry=entry, position=position)

    def kept(self, kind: type[Aside], content: Mapping[str, Any], name: str, register: str) -> tuple[Aside, ...]:
        """What is kept with a register beside its categories, of one kind, from the list of that name."""

        def read(item: object, position: int, place: str) -> Aside:
            return _value(kind, as_object(item, place), place, register=register, position=position)

        return self.items(content, name, "", read)

    def items(
        self, record: Mapping[str, Any], name: str, place: str, read: Callable[[object, int, str], Item]
    ) -> tuple[Item, ...]:
        """What is in a list of a record, each item by `read`; nothing if the list is left out."""
        content = record.get(name, [])
        if not isinstance(content, list):
            raise _misplaced(f"{place}/{name}", "[…]")
        self._count(_LISTS[name], len(content))
        return tuple(self._read(content, f"{place}/{name}", read))

    def _read(self, content: Sequence[object], place: str, read: Callable[[object, int, str], Item]) -> Iterator[Item]:
        for position, item in enumerate(content):
            self._look()
            yield read(item, position, f"{place}/{position + 1}")


def as_object(content: object, place: str) -> Mapping[str, Any]:
    """What stands at a place, if it is an object of JSON."""
    if not isinstance(content, dict):
        raise _misplaced(place, "{…}")
    return content


def _value(kind: type[AnyValue], record: Mapping[str, Any], place: str, **known: Any) -> AnyValue:
    try:
        return kind(**known, **admitted_fields(kind_name(kind), record, known))
    except InputProblem as problem:
        raise _told_with(place, problem) from None


def _told_with(place: str, problem: InputProblem) -> InputProblem:
    """A problem with the place of what cannot be read."""
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The register's JSON cannot be read at {place}: {reason}"),
        place=place,
        reason=problem,
    )


def _scale(content: object) -> Scale:
    record = as_object(content, "/scale")
    try:
        scale = scale_from_record({name: _cut(told) for name, told in record.items()})
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The scale in the register's JSON is not complete; correct it at /scale or leave it out."
            )
        ) from None
    try:
        return admitted_scale(scale)
    except InputProblem as problem:
        raise _told_with("/scale", problem) from None


def _cut(told: Any) -> Any:
    """A list of a scale, cut where it is too long already and will be refused for it."""
    return told[: MOST_LEVELS + 1] if isinstance(told, list) else told


def _misplaced(place: str, expected: str) -> InputProblem:
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The register's JSON cannot be read at {place}: {expected} is expected there."),
        place=place,
        expected=expected,
    )
