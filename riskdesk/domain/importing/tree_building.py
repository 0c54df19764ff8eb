"""Makes the tree of a register from drafts; categories come in the order in which they are first met."""

from collections.abc import Sequence
from typing import Any

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.draft import DraftEntry
from riskdesk.domain.importing.values.dated import fields_in_language
from riskdesk.domain.importing.words.languages import language_of
from riskdesk.domain.possible import admitted
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import FilePlace
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Register, Risk


def build_tree(
    entries: Sequence[DraftEntry], head: dict[str, Any], scale: Scale, language: Language
) -> tuple[RegisterTree, dict[str, FilePlace]]:
    """A register, and the place in the file of each of its risks and mitigations by their ids."""
    register = admitted(Register(scale=scale, language=_language(entries) or language, **head))
    groups: dict[str, tuple[str, list[DraftEntry]]] = {}
    for entry in entries:
        if entry.risks or entry.measures:
            groups.setdefault(fold(entry.category), (entry.category, []))[1].append(entry)
    places: dict[str, FilePlace] = {}
    categories = tuple(
        _category(register, position, title, group, places) for position, (title, group) in enumerate(groups.values())
    )
    return RegisterTree(register, categories), places


def _language(entries: Sequence[DraftEntry]) -> Language | None:
    texts = [risk.fields.get("description", "") for entry in entries for risk in entry.risks]
    texts += [measure.description for entry in entries for measure in entry.measures]
    return language_of(texts)


def _category(
    register: Register, position: int, title: str, group: Sequence[DraftEntry], places: dict[str, FilePlace]
) -> CategoryTree:
    category = admitted(Category(register=register.id, position=position, title=title))
    entries = (Entry(category=category.id, position=position) for position in range(len(group)))
    planted = (_entry(entry, draft, places, register.language) for entry, draft in zip(entries, group, strict=True))
    return CategoryTree(category, tuple(planted))


def _entry(entry: Entry, draft: DraftEntry, places: dict[str, FilePlace], language: Language) -> EntryTree:
    risks, mitigations = [], []
    for position, drafted in enumerate(draft.risks):
        note = "\n".join(remark.line(language) for remark in drafted.note)
        fields = fields_in_language(drafted.fields, language) | {"note": note}
        risk = admitted(Risk(entry=entry.id, position=position, **fields))
        risks.append(risk)
        places[risk.id] = drafted.place
    for position, measure in enumerate(draft.measures):
        fields = fields_in_language({"description": measure.description, **measure.fields}, language)
        mitigation = admitted(Mitigation(entry=entry.id, position=position, **fields))
        mitigations.append(mitigation)
        places[mitigation.id] = measure.place
    return EntryTree(entry, tuple(risks), tuple(mitigations))
