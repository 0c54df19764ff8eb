"""The register document: the one canonical JSON form of a register, used by exports, snapshots and comparison.

Keys and their order are fixed; a field that is empty is left out. The schema is docs/register-document.schema.json.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import Any, TypeAlias

from riskdesk.domain import json_text
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.growing import grow
from riskdesk.domain.json_text import BadJson
from riskdesk.domain.possible import is_identity, require_count
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.reading import Reader, as_object, register_value
from riskdesk.domain.records import KINDS, Record, defaults, kind_name, to_record
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_record, unknown_names
from riskdesk.domain.telling import risk_name
from riskdesk.domain.text import shortened
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Kept, Language, Mitigation, PrintSet, Risk, SavedView, Value, Waiver

FORMAT = "riskdesk-register"
# The first version had names and definitions of levels in one language.
VERSION, _VERSIONS = 2, (1, 2)
# One of the names in `_KNOWN` is in any document that is not empty, whatever program wrote it.
_KEPT = (("print_sets", PrintSet), ("saved_views", SavedView), ("waivers", Waiver))
_KNOWN = {"$schema", "format", "version", "id", *FIELDS["register"], *(name for name, _ in _KEPT), "categories"}
TellUnknown: TypeAlias = Callable[[Sequence[str]], object]
# In bytes: what a store takes in one step.
LARGEST = 64_000_000
# That is one value for 32 bytes of the largest document; a register of fifty thousand risks has 900,000.
_MOST_ITEMS = 2_000_000


def to_document(tree: RegisterTree) -> str:
    """The register document of a tree: JSON text, indented by two spaces, ending in a newline."""
    content = _outer(tree.register) | {"scale": scale_record(tree.register.scale)}
    kept_values: dict[str, tuple[Kept, ...]] = {
        "print_sets": tree.print_sets,
        "saved_views": tree.saved_views,
        "waivers": tree.waivers,
    }
    content |= {name: [_outer(value) for value in values] for name, values in kept_values.items() if values}
    return _document_text(content, [category_record(category) for category in tree.categories])


def to_outside_document(tree: RegisterTree) -> str:
    """The register document of a tree with no more than the appendix prints: no assessment, name or identity."""
    outside = {name for name, field in FIELDS["register"].items() if field.outside}
    content = {name: value for name, value in _outer(tree.register).items() if name in outside}
    return _document_text(content, [_outside(category) for category in tree.categories])


def _document_text(content: Record, categories: list[Record]) -> str:
    document = {"format": FORMAT, "version": VERSION, **content, "categories": categories}
    return json_text.written(document)


def _outside(tree: CategoryTree) -> Record:
    entries = [
        {
            "risks": [risk.description for risk in entry.risks],
            "mitigations": [mitigation.description for mitigation in entry.mitigations],
        }
        for entry in tree.entries
    ]
    return {"title": tree.category.title, "entries": entries}


def from_document(
    text: str,
    scale: Scale,
    language: Language = Language.ENGLISH,
    checkpoint: Checkpoint = never_cancelled,
    tell_unknown: TellUnknown = lambda _names: None,
) -> RegisterTree:
    """The tree of a register document; `language` and `scale` are used if it has none.

    Identities are those of the document, new where it has none; a risk or a mitigation may be plain text. `checkpoint`
    may cancel the reading. `tell_unknown` is called with the names in it that no register has, in order: what stands
    there is left out. An InputProblem says what is wrong and where.
    """
    content = as_object(_json(text), "/")
    if content.get("format", FORMAT) != FORMAT or (content and not content.keys() & _KNOWN):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "This JSON file is not a register; choose one that was exported as JSON.")
        )
    if content.get("version", VERSION) not in _VERSIONS:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "This register's JSON has version {found}, and your version of Riskdesk reads version {known}; update"
                " Riskdesk to read it.",
            ),
            found=shortened(str(content["version"]), 60),
            known=VERSION,
        )
    reader = Reader(_counting(), checkpoint)
    register = register_value({"language": language.value, **content}, scale)
    reader.items(content, "categories", "", partial(reader.category, register.id))
    for name, kind in _KEPT:
        reader.items(content, name, "", partial(reader.kept_record, kind, register.id))
    values = [register, *reader.values()]
    in_scale = unknown_names(content["scale"]) if "scale" in content else set()
    tell_unknown(sorted({*(content.keys() - _KNOWN), *in_scale, *reader.unknown_names()}))
    _require_unique(values)
    tree = grow(values)
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
    """The fields of a value except its scale, without empty ones that may be left out."""
    record = to_record(value)
    # Identities that only an older Riskdesk admitted are left out; the reader of the document gives new ones.
    identity = {"id": record["id"]} if is_identity(record["id"]) else {}
    return identity | {name: record[name] for name, empty in _written(kind_name(type(value))) if record[name] != empty}


@cache
def _written(kind: str) -> list[tuple[str, Any]]:
    """The names of the fields that a document has, each with what it leaves out, which is nothing where it must be."""
    empty = defaults(KINDS[kind])
    return [
        (field.name, ... if field.required else empty.get(field.name))
        for field in FIELDS[kind].values()
        if field.type is not FieldType.SCALE
    ]


def _json(text: str) -> object:
    try:
        return json_text.loads(text, most=_MOST_ITEMS)
    except json_text.TooMuch:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The register's JSON holds more than {most} values; divide the register and try again."
            ),
            most=_MOST_ITEMS,
        ) from None
    except BadJson as bad:
        raise bad.problem from None


def _counting() -> Callable[[str, int], None]:
    """A function that counts the values of each kind, and refuses more than a store holds before they are made."""
    counts: Counter[str] = Counter()

    def count(kind: str, number: int) -> None:
        counts[kind] += number
        require_count(kind, counts[kind])

    return count


def _require_unique(values: Iterable[Value]) -> None:
    """Raise InputProblem if two values have one identity."""
    identities: set[str] = set()
    for value in values:
        if value.id in identities:
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "The register's JSON gives the identity {id} twice; make it unique."),
                id=value.id,
            )
        identities.add(value.id)


def _require_levels(tree: RegisterTree) -> None:
    scale = tree.register.scale
    for risk in tree.risks:
        if not (scale.holds(risk.assessment) and scale.holds(risk.residual)):
            raise InputProblem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "The assessment of the risk “{risk}” names a level that is not in the register's scale; correct one"
                    " of them.",
                ),
                risk=risk_name(risk),
            )
