"""The register document: the one canonical JSON form of a register, spoken by exports, snapshots and comparison.

Keys and their order are fixed; a field that is empty is left out. The schema is docs/register-document.schema.json.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from riskdesk.domain import json_text
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.possible import admitted, admitted_scale, is_identity, require_count
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.records import (
    AnyValue,
    Record,
    defaults,
    kind_name,
    parse,
    scale_from_record,
    scale_record,
    to_record,
)
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, PrintSet, Register, Risk, Value

FORMAT = "riskdesk-register"
VERSION = 1
_LISTS = {
    "categories": "category",
    "entries": "entry",
    "risks": "risk",
    "mitigations": "mitigation",
    "print_sets": "print_set",
}
Item = TypeVar("Item")
Bullet = TypeVar("Bullet", Risk, Mitigation)


def to_document(tree: RegisterTree) -> str:
    """The register document of a tree: JSON text, two spaces deep, ending in a newline."""
    content = _outer(tree.register) | {"scale": scale_record(tree.register.scale)}
    if tree.print_sets:
        content["print_sets"] = [_outer(print_set) for print_set in tree.print_sets]
    return _written(content, [category_record(category) for category in tree.categories])


def to_outside_document(tree: RegisterTree) -> str:
    """The register document of what the appendix prints of a tree: no assessment, no name, no identity."""
    outside = {name for name, field in FIELDS["register"].items() if field.outside}
    content = {name: told for name, told in _outer(tree.register).items() if name in outside}
    return _written(content, [_outside(category) for category in tree.categories])


def _written(content: Record, categories: list[Record]) -> str:
    told = {"format": FORMAT, "version": VERSION, **content, "categories": categories}
    return json_text.written(told)


def _outside(tree: CategoryTree) -> Record:
    entries = [
        {
            "risks": [risk.description for risk in entry.risks],
            "mitigations": [mitigation.description for mitigation in entry.mitigations],
        }
        for entry in tree.entries
    ]
    return {"title": tree.category.title, "entries": entries}


def from_document(text: str, scale: Callable[[Language], Scale], language: Language = Language.ENGLISH) -> RegisterTree:
    """The tree of a register document; `language`, and `scale` in the language, serve where it says none.

    Identities are those of the document, new where it has none; a risk or a mitigation may be plain text.
    InputProblem says what is wrong and where.
    """
    content = _object(_json(text), "")
    if content.get("format", FORMAT) != FORMAT:
        raise InputProblem(QT_TRANSLATE_NOOP("Problem", "This JSON file is not a register document."))
    if content.get("version", VERSION) != VERSION:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "This register document has version {found}, and this Riskdesk reads version {known};"
                " update Riskdesk to read it.",
            ),
            found=content["version"],
            known=VERSION,
        )
    register = _register({"language": language.value, **content}, scale)
    categories = _items(content, "categories", "", lambda *item: read_category(register.id, *item))
    print_sets = _items(content, "print_sets", "", lambda *item: _read_print_set(register.id, *item))
    tree = RegisterTree(register, categories, print_sets)
    for kind, count in Counter(kind_name(type(value)) for value in tree.values).items():
        require_count(kind, count)
    _require_unique(tree)
    _require_levels(tree)
    return tree


def category_record(tree: CategoryTree) -> Record:
    """A category with its entries as the register document has it."""
    return _outer(tree.category) | {"entries": [entry_record(entry) for entry in tree.entries]}


def entry_record(tree: EntryTree) -> Record:
    """An entry with its risks and mitigations as the register document has it."""
    return _outer(tree.entry) | {
        "risks": [bullet_record(risk) for risk in tree.risks],
        "mitigations": [bullet_record(mitigation) for mitigation in tree.mitigations],
    }


def bullet_record(value: Risk | Mitigation) -> Record:
    """A risk or a mitigation as the register document has it."""
    return _outer(value)


def _outer(value: Value) -> Record:
    """The fields of a value but its scale; those that are empty are left out if they may be."""
    record, empty = to_record(value), defaults(type(value))
    fields = FIELDS[kind_name(type(value))].values()
    names = (
        it.name
        for it in fields
        if it.type is not FieldType.SCALE and (it.required or record[it.name] != empty.get(it.name))
    )
    # An older Riskdesk let in identities that are not taken from a document any more: it is given a new one then.
    identity = {"id": record["id"]} if is_identity(record["id"]) else {}
    return identity | {name: record[name] for name in names}


def read_category(register: str, content: object, position: int, place: str) -> CategoryTree:
    """The category of a record that `category_record` made, at a position in a register."""
    record = _object(content, place)
    category = _value(Category, record, place, register=register, position=position)
    return CategoryTree(category, _items(record, "entries", place, lambda *item: read_entry(category.id, *item)))


def read_entry(category: str, content: object, position: int, place: str) -> EntryTree:
    """The entry of a record that `entry_record` made, at a position in a category."""
    record = _object(content, place)
    entry = _value(Entry, record, place, category=category, position=position)
    return EntryTree(
        entry,
        _items(record, "risks", place, lambda *item: read_bullet(Risk, entry.id, *item)),
        _items(record, "mitigations", place, lambda *item: read_bullet(Mitigation, entry.id, *item)),
    )


def read_bullet(kind: type[Bullet], entry: str, content: object, position: int, place: str) -> Bullet:
    """The risk or mitigation of a record, or of plain text, at a position in an entry."""
    return _value(kind, _bullet(content, place), place, entry=entry, position=position)


def _read_print_set(register: str, content: object, position: int, place: str) -> PrintSet:
    return _value(PrintSet, _object(content, place), place, register=register, position=position)


def _bullet(content: object, place: str) -> Mapping[str, Any]:
    return {"description": content} if isinstance(content, str) else _object(content, place)


def _register(content: Mapping[str, Any], scale: Callable[[Language], Scale]) -> Register:
    """The register of a document, with the scale in its language where it carries none."""
    found = _scale(content["scale"]) if "scale" in content else scale(Language.ENGLISH)
    register = _value(Register, content, "/", scale=found)
    return register if "scale" in content else replace(register, scale=scale(register.language))


def _items(
    record: Mapping[str, Any], name: str, place: str, read: Callable[[object, int, str], Item]
) -> tuple[Item, ...]:
    content = record.get(name, [])
    if not isinstance(content, Sequence) or isinstance(content, str):
        raise _misplaced(f"{place}/{name}", "[…]")
    require_count(_LISTS[name], len(content))
    return tuple(read(item, position, f"{place}/{name}/{position + 1}") for position, item in enumerate(content))


def _value(kind: type[AnyValue], record: Mapping[str, Any], place: str, **known: Any) -> AnyValue:
    with _told_with(place):
        return admitted(parse(kind, record, **known))


@contextmanager
def _told_with(place: str) -> Iterator[None]:
    """Tell the place of what cannot be read."""
    try:
        yield
    except InputProblem as problem:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "The register document cannot be read at {place}: {reason}"),
            place=place,
            reason=problem,
        ) from None


def _scale(content: object) -> Scale:
    try:
        scale = scale_from_record(_object(content, "/scale"))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The register document's scale is not complete; correct it at /scale or leave it out."
            )
        ) from None
    with _told_with("/scale"):
        return admitted_scale(scale)


def _object(content: object, place: str) -> Mapping[str, Any]:
    if not isinstance(content, Mapping):
        raise _misplaced(place or "/", "{…}")
    return content


def _misplaced(place: str, expected: str) -> InputProblem:
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The register document cannot be read at {place}: {expected} is expected there."),
        place=place,
        expected=expected,
    )


def _json(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "This is not a JSON file that can be read ({reason})."),
            reason=str(error)[:120],
        ) from None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        raise ValueError(f"duplicate key {next(name for name in counts if counts[name] > 1)!r}")
    return content


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no number")


def _require_unique(tree: RegisterTree) -> None:
    seen: set[str] = set()
    for value in tree.values:
        if value.id in seen:
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "The register document gives the identity {id} twice; make it unique."),
                id=value.id,
            )
        seen.add(value.id)


def _require_levels(tree: RegisterTree) -> None:
    scale = tree.register.scale
    for risk in tree.risks:
        if not (scale.holds(risk.assessment) and scale.holds(risk.residual)):
            raise InputProblem(
                QT_TRANSLATE_NOOP(
                    "Problem", "The assessment of the risk “{risk}” names a level that is not in the register's scale."
                ),
                risk=risk.description[:60],
            )
