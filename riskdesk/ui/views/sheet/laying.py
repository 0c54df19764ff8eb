"""Lays a register out on the sheet, line by line; what stays as it is is not laid out again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import NamedTuple

from riskdesk.domain.language import words
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Mitigation, Register, Risk
from riskdesk.ui.views.sheet.lines import INVITATION_OF, Block, Content, Kind, Line, Pending, Section

# So many entries at most make a section.
_MOST = 40


class _Run(NamedTuple):
    """Entries of a category that follow one another; `first` is the place of the first of them."""

    first: int
    entries: tuple[EntryTree, ...]
    is_last: bool

    def holds(self, pending: Pending) -> bool:
        """Whether a line of its category is written in it."""
        if pending.new_entry:
            return pending.place >= self.first and (self.is_last or pending.place < self.first + len(self.entries))
        return any(entry.entry.id == pending.parent for entry in self.entries)

    def is_same(self, other: "_Run") -> bool:
        """Whether another one at its place has the very same entries."""
        return len(self.entries) == len(other.entries) and all(map(is_, self.entries, other.entries))


@dataclass(frozen=True)
class _Laid:
    """A category that was laid out: by its own line, its place and whether it can be edited, in runs of its entries."""

    tree: CategoryTree
    told: tuple[Category, int, bool]
    runs: list[_Run] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def section(self, number: int, run: _Run) -> Section | None:
        """The section of a run, if that has one already."""
        return self.sections[number] if number < len(self.runs) and self.runs[number].is_same(run) else None


class Laying:
    """Lays registers out line by line; entries that stay as they are, with those beside them, keep their section."""

    def __init__(self) -> None:
        self._known: dict[str, _Laid] = {}

    def content(self, tree: RegisterTree | None, pending: Pending | None = None, *, editable: bool = True) -> Content:
        """The lines of a register; without invitations where it cannot be edited."""
        return Content() if tree is None else Content(self._sections(tree, pending, editable=editable))

    def _sections(self, tree: RegisterTree, pending: Pending | None, *, editable: bool) -> Iterator[Section]:
        known, self._known = self._known, {}
        yield _head(tree.register)
        awaited = None if pending is None else pending.among(Kind.CATEGORY, tree.register.id)
        for place, category in enumerate(tree.categories):
            if place == awaited:
                yield _category_to_come(tree.register, place)
            before, told = known.get(category.category.id), (category.category, place, editable)
            if before is None or before.tree is not category or before.told != told:
                before = _laid(category, told, before)
            self._known[category.category.id] = before
            yield from _written_in(before, pending) if pending and pending.is_in(category) else before.sections
        if awaited is not None and awaited >= len(tree.categories):
            yield _category_to_come(tree.register, awaited)
        if editable:
            yield _only(Line(Kind.ADD_CATEGORY, "", tree.register.id, len(tree.categories), ""))


def _laid(tree: CategoryTree, told: tuple[Category, int, bool], before: _Laid | None) -> _Laid:
    """Lay a category out; the runs that are as before keep their sections if its head does."""
    found = _Laid(tree, told)
    for first in range(0, max(1, len(tree.entries)), _MOST):
        entries = tree.entries[first : first + _MOST]
        run = _Run(first, entries, is_last=first + _MOST >= len(tree.entries))
        kept = before.section(len(found.runs), run) if before is not None and before.told == told else None
        found.runs.append(run)
        found.sections.append(kept or _Builder(None, editable=told[2]).section(*told[:2], run))
    return found


def _written_in(laid: _Laid, pending: Pending) -> Iterator[Section]:
    """The sections of a category with the line that is written in it."""
    for run, section in zip(laid.runs, laid.sections, strict=True):
        yield _Builder(pending, editable=laid.told[2]).section(*laid.told[:2], run) if run.holds(pending) else section


def _head(register: Register) -> Section:
    section, told = Section(), words(register.language)
    section.single(Line(Kind.HEADING, register.id, "", 0, register.heading))
    section.single(Line(Kind.TITLE, register.id, "", 0, register.title))
    section.single(Line(Kind.COLUMNS, "", register.id, 0, f"{told.risks_column}\t{told.mitigations_column}"))
    return section


def _category_to_come(register: Register, place: int) -> Section:
    return _only(Line(Kind.CATEGORY, "", register.id, place, ""))


def _only(line: Line) -> Section:
    section = Section()
    section.single(line)
    return section


class _Builder:
    """Makes a section of a category, with the line that is being written in it."""

    def __init__(self, pending: Pending | None, *, editable: bool) -> None:
        self._section = Section()
        self._lines, self._blocks = self._section.lines, self._section.blocks
        self._pending, self._editable = pending, editable

    def section(self, category: Category, place: int, run: _Run) -> Section:
        """The section of a run of a category, whose own line stands above the first one."""
        if not run.first:
            self._section.single(Line(Kind.CATEGORY, category.id, category.register, place, category.title))
        pending = self._pending
        awaited = pending.place if pending and pending.new_entry and pending.parent == category.id else None
        for at, entry in enumerate(run.entries, run.first):
            if at == awaited:
                self._new_entry(category.id, at)
            self._entry(entry, at)
        if awaited is not None and awaited >= run.first + len(run.entries):
            self._new_entry(category.id, awaited)
        elif not run.first and not run.entries and self._editable:
            self._section.single(Line(Kind.ADD_ENTRY, "", category.id, 0, ""))
        return self._section

    def _entry(self, tree: EntryTree, place: int) -> None:
        lines, entry = self._lines, tree.entry
        start = len(lines)
        lines.append(Line(Kind.ENTRY, entry.id, entry.category, place, ""))
        self._column(Kind.RISK, entry.id, tree.risks)
        right = len(lines)
        self._column(Kind.MITIGATION, entry.id, tree.mitigations)
        self._blocks.append(Block(start, right, len(lines)))

    def _column(self, kind: Kind, entry: str, bullets: Sequence[Risk | Mitigation]) -> None:
        awaited = self._pending.among(kind, entry) if self._pending else None
        if not bullets and awaited is None:
            if self._editable:
                self._lines.append(Line(INVITATION_OF[kind], "", entry, 0, ""))
            return
        self._lines.extend(_bullets(kind, entry, bullets))
        if awaited is not None:
            at = len(self._lines) - len(bullets) + min(awaited, len(bullets))
            self._lines.insert(at, Line(kind, "", entry, awaited, ""))

    def _new_entry(self, category: str, place: int) -> None:
        assert self._pending is not None, "a new entry is written in a pending line"
        start, kind = len(self._lines), self._pending.kind
        self._lines.append(Line(Kind.ENTRY, "", category, place, ""))
        left = Kind.RISK if kind is Kind.RISK else Kind.ADD_RISK
        right = Kind.MITIGATION if kind is Kind.MITIGATION else Kind.ADD_MITIGATION
        self._lines += [Line(left, "", "", 0, ""), Line(right, "", "", 0, "")]
        self._blocks.append(Block(start, start + 2, start + 3))


def _bullets(kind: Kind, entry: str, bullets: Sequence[Risk | Mitigation]) -> Iterator[Line]:
    for place, bullet in enumerate(bullets):
        yield Line(kind, bullet.id, entry, place, bullet.description, bullet)
