"""Lays a register out on the sheet, line by line; what stays as it is is not laid out again."""

from collections.abc import Iterator, Mapping, Sequence

from riskdesk.domain.language import words
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk
from riskdesk.ui.views.sheet.lines import INVITATION_OF, Block, Content, Kind, Line, Pending, Section


class Laying:
    """Lays registers out line by line; a category that stays as it is keeps its section."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[CategoryTree, int, bool, Section]] = {}

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
            yield self._section(category, place, pending, known, editable=editable)
        if awaited is not None and awaited >= len(tree.categories):
            yield _category_to_come(tree.register, awaited)
        if editable:
            yield _only(Line(Kind.ADD_CATEGORY, "", tree.register.id, len(tree.categories), ""))

    def _section(
        self,
        tree: CategoryTree,
        place: int,
        pending: Pending | None,
        known: Mapping[str, tuple[CategoryTree, int, bool, Section]],
        *,
        editable: bool,
    ) -> Section:
        identity = tree.category.id
        if pending is not None and pending.is_in(tree):
            return _Builder(pending, editable=editable).category(tree, place)
        before = known.get(identity)
        if before is None or before[0] is not tree or before[1:3] != (place, editable):
            before = tree, place, editable, _Builder(None, editable=editable).category(tree, place)
        self._known[identity] = before
        return before[3]


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
    """Makes the section of a category, with the line that is being written in it."""

    def __init__(self, pending: Pending | None, *, editable: bool) -> None:
        self._section = Section()
        self._lines, self._blocks = self._section.lines, self._section.blocks
        self._pending, self._editable = pending, editable

    def category(self, tree: CategoryTree, place: int) -> Section:
        category = tree.category
        self._section.single(Line(Kind.CATEGORY, category.id, category.register, place, category.title))
        pending = self._pending
        awaited = pending.place if pending and pending.new_entry and pending.parent == category.id else None
        for at, entry in enumerate(tree.entries):
            if at == awaited:
                self._new_entry(category.id, at)
            self._entry(entry, at)
        if awaited is not None and awaited >= len(tree.entries):
            self._new_entry(category.id, awaited)
        elif not tree.entries and self._editable:
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
