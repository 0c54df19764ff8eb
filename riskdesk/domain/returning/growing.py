"""Makes the tree of a register of the rows of its sheet: known ids are kept, and items without an id are new."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.values.dated import fields_in_language
from riskdesk.domain.possible import admitted, is_identity
from riskdesk.domain.register_sheet import (
    CATEGORY,
    CATEGORY_ID,
    ENTRY,
    ENTRY_ID,
    IDS,
    MITIGATION_ID,
    ORDER,
    RISK_ID,
)
from riskdesk.domain.returning.cells import Cells
from riskdesk.domain.returning.finding import Returned, WorkbookLine
from riskdesk.domain.sheets import FilePlace
from riskdesk.domain.tree import CategoryTree, EntryTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Register, Risk, new_id

# The key of a category or entry: its id, or its title or number if it has none.
_Key: TypeAlias = Hashable


@dataclass
class _Draft:
    """An entry while rows are read."""

    id: str
    risks: dict[str, dict[str, Any]] = field(default_factory=dict)
    mitigations: dict[str, dict[str, Any]] = field(default_factory=dict)


class WorkbookItems:
    """Makes the categories of a register of the rows of a workbook.

    No item gets one of the `used_ids`; `places` has the place of each risk and mitigation by id.
    """

    def __init__(self, workbook: Returned, cells: Cells, used_ids: Iterable[str]) -> None:
        self._workbook, self._cells = workbook, cells
        titles = workbook.content.get("titles")
        pairs = titles.items() if isinstance(titles, dict) else ()
        self._titles: dict[str, str] = {identity: title for identity, title in pairs if isinstance(title, str)}
        lines = [line.as_seen(_known_kinds(line)) for line in workbook.lines]
        self._renamed = dict(self._new_titles(lines))
        self._by_title: dict[str, tuple[str, str]] = {}
        for identity, title in (self._titles | self._renamed).items():
            self._by_title.setdefault(fold(title), (identity, title))
        self._ids = {line.text(ENTRY): line.text(ENTRY_ID) for line in lines if line.text(ENTRY_ID)}
        self._categories: dict[_Key, tuple[str, str]] = {}
        self._entries: defaultdict[_Key, dict[_Key, _Draft]] = defaultdict(dict)
        self._used_ids = set(used_ids)
        self.places: dict[str, FilePlace] = {}
        for line in lines:
            self._add_line(line)

    def categories(self, register: Register) -> tuple[CategoryTree, ...]:
        """The categories with their entries."""
        return tuple(
            self._category(register, place, *id_and_title, self._entries[key].values())
            for place, (key, id_and_title) in enumerate(self._categories.items())
        )

    def _new_titles(self, lines: Iterable[WorkbookLine]) -> Iterable[tuple[str, str]]:
        """Ids and new titles of the categories that have the same new title in all of their rows."""
        titles_by_id: defaultdict[str, set[str]] = defaultdict(set)
        for line in lines:
            titles_by_id[line.text(CATEGORY_ID)].add(self._title(line))
        for identity, titles in titles_by_id.items():
            (title, *others) = titles
            if identity and not others and title and title != self._titles.get(identity):
                yield identity, title

    def _title(self, line: WorkbookLine) -> str:
        return self._workbook.whole(line.text(CATEGORY_ID), CATEGORY, line.text(CATEGORY))

    def _add_line(self, line: WorkbookLine) -> None:
        category = self._category_of(line)
        risk, mitigation = (self._id_in(line, code) for code in (RISK_ID, MITIGATION_ID))
        risk_fields = self._cells.fields(line, "risk", line.text(RISK_ID))
        measure_fields = self._cells.fields(line, "mitigation", line.text(MITIGATION_ID))
        has_risk, has_measure = bool(risk or risk_fields), bool(mitigation or measure_fields)
        if not (has_risk or has_measure or line.text(ENTRY_ID)):
            return
        entry = self._entry_of(line, category, has_risk=has_risk)
        if has_risk:
            self._put(entry.risks, risk, risk_fields, line, RISK_ID)
        if has_measure:
            self._put(entry.mitigations, mitigation, measure_fields, line, MITIGATION_ID)

    def _id_in(self, line: WorkbookLine, code: str) -> str:
        """The id in a cell; empty if the cell holds no id."""
        text = line.text(code).strip()
        return text if is_identity(text) else ""

    def _put(
        self, among: dict[str, dict[str, Any]], identity: str, fields: dict[str, Any], line: WorkbookLine, code: str
    ) -> None:
        """Add an item; a repeated id becomes a new item, unless its fields are the same."""
        if identity in self._used_ids:
            if among.get(identity) == fields:
                return
            identity = ""
        identity = identity or new_id()
        self._used_ids.add(identity)
        among[identity] = fields
        self.places[identity] = line.place(code)

    def _category_of(self, line: WorkbookLine) -> _Key:
        """The category of a row: by its id, or by the title of a known one; without both, that of the row above."""
        identity, title = self._id_in(line, CATEGORY_ID), self._title(line)
        known_title = self._titles.get(identity)
        if identity and title in ("", known_title, self._renamed.get(identity, known_title)):
            return self._begin(identity, identity, self._renamed.get(identity, known_title or title))
        if not title and not identity and self._categories:
            return next(reversed(self._categories))
        if fold(title) in self._by_title:
            other, other_title = self._by_title[fold(title)]
            return self._begin(other, other, other_title)
        return self._begin(("title", fold(title)), new_id(), title)

    def _begin(self, key: _Key, identity: str, title: str) -> _Key:
        if key not in self._categories:
            identity = new_id() if identity in self._used_ids else identity
            self._used_ids.add(identity)
            self._categories[key] = (identity, title)
        return key

    def _entry_of(self, line: WorkbookLine, category: _Key, *, has_risk: bool) -> _Draft:
        """The entry of a row: by its id or number; a mitigation without both belongs to the entry above."""
        entries, number = self._entries[category], line.text(ENTRY)
        identity = self._id_in(line, ENTRY_ID) or self._ids.get(number, "")
        if not identity and not number and entries and not has_risk:
            return next(reversed(entries.values()))
        key = identity or ("number", number) if identity or number else ("row", line.number)
        if key not in entries:
            fresh = not identity or identity in self._used_ids
            entries[key] = _Draft(new_id() if fresh else identity)
            self._used_ids.add(entries[key].id)
        return entries[key]

    def _category(
        self, register: Register, position: int, identity: str, title: str, drafts: Iterable[_Draft]
    ) -> CategoryTree:
        category = admitted(Category(id=identity, register=register.id, position=position, title=title))
        language = register.language
        entries = tuple(_entry(category, place, draft, language) for place, draft in enumerate(drafts))
        return CategoryTree(category, entries)


def _known_kinds(line: WorkbookLine) -> list[str]:
    """The kinds of the items whose ids are in a row."""
    return [code.partition(".")[0] for code in IDS if code != ORDER and code in line.cells]


def _entry(category: Category, position: int, draft: _Draft, language: Language) -> EntryTree:
    entry = Entry(id=draft.id, category=category.id, position=position)
    risks = (
        Risk(id=identity, entry=entry.id, position=at, **fields_in_language(fields, language))
        for at, (identity, fields) in enumerate(draft.risks.items())
    )
    measures = (
        Mitigation(id=identity, entry=entry.id, position=at, **fields_in_language(fields, language))
        for at, (identity, fields) in enumerate(draft.mitigations.items())
    )
    return EntryTree(entry, tuple(map(admitted, risks)), tuple(map(admitted, measures)))
