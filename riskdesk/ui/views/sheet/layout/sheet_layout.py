"""The layout of a register on the sheet, line by line; what did not change is not laid out again."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from operator import is_
from typing import NamedTuple

from riskdesk.domain.language import words
from riskdesk.domain.part_results import differing
from riskdesk.domain.tree import CategoryTree, EntryTree, Extent, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import INVITATION_OF, Block, LineKind, Pending, SheetLine
from riskdesk.ui.views.sheet.layout.sections import Section, Shape

# The greatest number of entries in a section.
_MOST = 40


class _Run(NamedTuple):
    """A run of consecutive entries of a category.

    `first` is the place of the first of them, `extents` has the lengths of the texts of each.
    """

    first: int
    entries: tuple[EntryTree, ...]
    extents: Sequence[tuple[Extent, Extent]]
    is_last: bool

    def holds(self, pending: Pending) -> bool:
        """Whether a new line of its category belongs to it."""
        if pending.new_entry:
            return pending.place >= self.first and (self.is_last or pending.place < self.first + len(self.entries))
        return any(entry.entry.id == pending.parent for entry in self.entries)

    def is_same(self, other: "_Run") -> bool:
        """Whether another run at its place has the very same entries."""
        return len(self.entries) == len(other.entries) and all(map(is_, self.entries, other.entries))


@dataclass(frozen=True)
class _Laid:
    """A category that was laid out, in runs of its entries, with a section for each.

    `basis` is what the layout depends on: the category's own values, its place, and whether it can be edited.
    """

    tree: CategoryTree
    basis: tuple[Category, int, bool]
    runs: list[_Run] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def section(self, number: int, run: _Run) -> Section | None:
        """The section of a run, if there is one already."""
        return self.sections[number] if number < len(self.runs) and self.runs[number].is_same(run) else None


class SheetLayout:
    """The part that makes the lines of a register, and makes only those again that can have changed.

    Entries keep their section if neither they nor the others in it changed.
    """

    def __init__(self) -> None:
        self._content = Content()
        self._categories: Sequence[CategoryTree] = ()
        self._laid: list[_Laid] = []
        # The sections that belong to no category, by the kind of their first line.
        self._singles: dict[LineKind, Section] = {}

    def content(self, tree: RegisterTree | None, pending: Pending | None = None, *, editable: bool = True) -> Content:
        """The lines of a register; without invitations if it cannot be edited."""
        sections = () if tree is None else self._sections(tree, pending, editable=editable)
        self._content = Content(sections, self._content.rows.near)
        return self._content

    def _sections(self, tree: RegisterTree, pending: Pending | None, *, editable: bool) -> Sequence[Section]:
        register, count = tree.register, len(tree.categories)
        self._lay_out(tree.categories, editable=editable)
        laid = [known.sections for known in self._laid]
        if pending is not None and pending.among(LineKind.CATEGORY, register.id) is not None:
            laid.insert(pending.place, [_singles(_category_to_come(register, pending.place))])
        elif pending is not None:
            inside = (at for at, category in enumerate(tree.categories) if pending.parent in category.ids)
            for at in islice(inside, 1):
                laid[at] = list(_written_in(self._laid[at], pending))
        below = [self._kept(SheetLine(LineKind.ADD_CATEGORY, "", register.id, count, ""))] if editable else []
        return [self._kept(*_head(register)), *chain.from_iterable(laid), *below]

    def _kept(self, *lines: SheetLine) -> Section:
        """A section of lines that are blocks of their own; the same as before if the lines are."""
        known = self._singles.get(lines[0].kind)
        if known is None or known.lines != list(lines):
            known = self._singles[lines[0].kind] = _singles(*lines)
        return known

    def _lay_out(self, categories: Sequence[CategoryTree], *, editable: bool) -> None:
        """Lay out the categories that changed, or are at another place."""
        gone, come = differing(self._categories, categories)
        if self._laid and self._laid[0].basis[2] != editable:
            gone = come = slice(0, None)
        elif gone != come:
            # The categories that follow are at other places.
            gone = come = slice(come.start, None)
        before = {laid.tree.category.id: laid for laid in self._laid[gone]}
        for place, category in enumerate(categories[come], come.start):
            known, basis = before.get(category.category.id), (category.category, place, editable)
            if known is None or known.tree is not category or known.basis != basis:
                before[category.category.id] = _laid(category, basis, known)
        self._laid[gone] = [before[category.category.id] for category in categories[come]]
        self._categories = categories


def _laid(tree: CategoryTree, basis: tuple[Category, int, bool], before: _Laid | None) -> _Laid:
    """Lay a category out; runs that did not change keep their sections if the category itself did not."""
    laid = _Laid(tree, basis)
    for first in range(0, max(1, len(tree.entries)), _MOST):
        part = slice(first, first + _MOST)
        run = _Run(first, tree.entries[part], tree.extents[part], is_last=first + _MOST >= len(tree.entries))
        same_section = before.section(len(laid.runs), run) if before is not None and before.basis == basis else None
        laid.runs.append(run)
        laid.sections.append(same_section or _Later(*basis[:2], run, editable=basis[2]))
    return laid


def _written_in(laid: _Laid, pending: Pending) -> Iterator[Section]:
    """The sections of a category, with the line that is being written in it."""
    for run, section in zip(laid.runs, laid.sections, strict=True):
        yield _Builder(pending, editable=laid.basis[2]).section(*laid.basis[:2], run) if run.holds(pending) else section


def _head(register: Register) -> Iterator[SheetLine]:
    wording = words(register.language)
    yield SheetLine(LineKind.HEADING, register.id, "", 0, register.heading)
    yield SheetLine(LineKind.TITLE, register.id, "", 0, register.title)
    yield SheetLine(LineKind.COLUMNS, "", register.id, 0, f"{wording.risks_column}\t{wording.mitigations_column}")


def _category_to_come(register: Register, place: int) -> SheetLine:
    return SheetLine(LineKind.CATEGORY, "", register.id, place, "")


def _singles(*lines: SheetLine) -> Section:
    """A section of lines that are blocks of their own."""
    return Section(list(lines), [Block(row, row + 1, row + 1) for row in range(len(lines))])


class _Later(Section):
    """A section for a run of a category, whose lines are made when one of them is first needed."""

    def __init__(self, category: Category, place: int, run: _Run, *, editable: bool) -> None:
        self._source, self._editable = (category, place, run), editable
        first, entries, is_invited = run.first, run.entries, editable and not run.entries
        least = int(editable)
        bullets = sum([(len(entry.risks) or least) + (len(entry.mitigations) or least) for entry in entries])
        self.head = _entry_line(entries[0].entry, first) if first else _category_line(category, place)
        self.block_count = (not first) + len(entries) + is_invited
        self.line_count = self.block_count + bullets

    @property
    def lines(self) -> list[SheetLine]:
        return self._section.lines

    @property
    def blocks(self) -> list[Block]:
        return self._section.blocks

    @cached_property
    def ids(self) -> Set[str]:
        return {self._source[0].id, *self.rows}

    @cached_property
    def items(self) -> Sequence[str]:
        (category, _, run), least = self._source, [""] * self._editable
        items = [] if run.first else [category.id]
        for entry in run.entries:
            items.append(entry.entry.id)
            items += [risk.id for risk in entry.risks] or least
            items += [mitigation.id for mitigation in entry.mitigations] or least
        return items if run.entries else [*items, *least]

    def shapes(self) -> Iterator[Shape]:
        category, _, run = self._source
        least = Extent(int(self._editable))
        if not run.first:
            yield Shape((LineKind.CATEGORY, category.id), Extent.of([category.title]))
        kind = LineKind.ENTRY
        for entry, (left, right) in zip(run.entries, run.extents, strict=True):
            yield Shape((kind, entry.entry.id), left if left.texts else least, right if right.texts else least)
        if self._editable and not run.entries:
            yield Shape((LineKind.ADD_ENTRY, category.id), Extent(1))

    def texts(self, block: int) -> Sequence[str]:
        category, _, run = self._source
        at = block - (not run.first)
        if at < 0 or not run.entries:
            return [category.title] if at < 0 else [""]
        columns = (run.entries[at].risks, run.entries[at].mitigations)
        texts = [[bullet.description for bullet in bullets] or [""] * self._editable for bullets in columns]
        return ["", *chain.from_iterable(texts)]

    @cached_property
    def _section(self) -> Section:
        return _Builder(None, editable=self._editable).section(*self._source)


class _Builder:
    """The part that makes a section of a category, with the line that is being written in it."""

    def __init__(self, pending: Pending | None, *, editable: bool) -> None:
        self._lines: list[SheetLine] = []
        self._blocks: list[Block] = []
        self._pending, self._editable = pending, editable

    def section(self, category: Category, place: int, run: _Run) -> Section:
        """The section of a run of a category; the first one begins with the category's line."""
        if not run.first:
            self._single(_category_line(category, place))
        pending = self._pending
        awaited = pending.place if pending and pending.new_entry and pending.parent == category.id else None
        for at, entry in enumerate(run.entries, run.first):
            if at == awaited:
                self._new_entry(category.id, at)
            self._entry(entry, at)
        if awaited is not None and awaited >= run.first + len(run.entries):
            self._new_entry(category.id, awaited)
        elif not run.first and not run.entries and self._editable:
            self._single(SheetLine(LineKind.ADD_ENTRY, "", category.id, 0, ""))
        return Section(self._lines, self._blocks)

    def _single(self, line: SheetLine) -> None:
        """Add a line that is a block of its own."""
        row = len(self._lines)
        self._lines.append(line)
        self._blocks.append(Block(row, row + 1, row + 1))

    def _entry(self, tree: EntryTree, place: int) -> None:
        lines, entry = self._lines, tree.entry
        start = len(lines)
        lines.append(_entry_line(entry, place))
        self._column(LineKind.RISK, entry.id, tree.risks)
        right = len(lines)
        self._column(LineKind.MITIGATION, entry.id, tree.mitigations)
        self._blocks.append(Block(start, right, len(lines)))

    def _column(self, kind: LineKind, entry: str, bullets: Sequence[Risk | Mitigation]) -> None:
        awaited = self._pending.among(kind, entry) if self._pending else None
        if not bullets and awaited is None:
            if self._editable:
                self._lines.append(SheetLine(INVITATION_OF[kind], "", entry, 0, ""))
            return
        self._lines.extend(_bullets(kind, entry, bullets))
        if awaited is not None:
            at = len(self._lines) - len(bullets) + min(awaited, len(bullets))
            self._lines.insert(at, SheetLine(kind, "", entry, awaited, ""))

    def _new_entry(self, category: str, place: int) -> None:
        assert self._pending is not None, "a new entry is written in a pending line"
        start, kind = len(self._lines), self._pending.kind
        self._lines.append(SheetLine(LineKind.ENTRY, "", category, place, ""))
        left = LineKind.RISK if kind is LineKind.RISK else LineKind.ADD_RISK
        right = LineKind.MITIGATION if kind is LineKind.MITIGATION else LineKind.ADD_MITIGATION
        self._lines += [SheetLine(left, "", "", 0, ""), SheetLine(right, "", "", 0, "")]
        self._blocks.append(Block(start, start + 2, start + 3))


def _category_line(category: Category, place: int) -> SheetLine:
    return SheetLine(LineKind.CATEGORY, category.id, category.register, place, category.title)


def _entry_line(entry: Entry, place: int) -> SheetLine:
    return SheetLine(LineKind.ENTRY, entry.id, entry.category, place, "")


def _bullets(kind: LineKind, entry: str, bullets: Sequence[Risk | Mitigation]) -> Iterator[SheetLine]:
    for place, bullet in enumerate(bullets):
        yield SheetLine(kind, bullet.id, entry, place, bullet.description, bullet)
