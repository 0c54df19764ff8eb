"""The model of the sheet: its lines, what they show and what a screen reader says of them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register, Risk
from riskdesk.ui.views.sheet.lines import INVITATIONS, ITEMS, Content, Kind, Line, Pending, build
from riskdesk.ui.views.sheet.mark import spoken

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SheetModel(QAbstractListModel):
    """A flat list of lines; a row is never kept across a change, an id is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = Content()
        self.register: Register | None = None
        self._editable = False

    def show(self, tree: RegisterTree | None, pending: Pending | None = None, *, editable: bool = True) -> None:
        """Show a register, with a line that is being written."""
        content = build(tree, pending, editable=editable)
        self.beginResetModel()
        self.content, self.register = content, tree.register if tree else None
        self._editable = editable
        self.endResetModel()

    @property
    def lines(self) -> list[Line]:
        return self.content.lines

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.content.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].kind is Kind.COLUMNS:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self._editable:
            # A view takes input methods, such as dead keys, only for what can be edited.
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsSelectable if self.lines[index.row()].id else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self.shown(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self.described(index.row())
        return None

    def shown(self, row: int) -> str:
        """The text of a line, or what an empty one invites to."""
        line = self.lines[row]
        return line.text.replace("\t", " | ") if line.kind is Kind.COLUMNS else line.text or self.invitation(line)

    def invitation(self, line: Line) -> str:
        """What an empty line invites to; nothing for an entry, which shows its bullets."""
        kind = line.kind
        if kind in INVITATIONS:
            return self._addition(kind)
        if kind is Kind.CATEGORY:
            return self.tr("Name this category")
        if kind is Kind.RISK:
            return self.tr("Describe this risk")
        if kind is Kind.MITIGATION:
            return self.tr("Describe this mitigation")
        return self.tr("Name this register") if kind in (Kind.HEADING, Kind.TITLE) else ""

    def described(self, row: int) -> str:
        """What a screen reader says of a line: what it is and where, then its text and assessment."""
        line = self.lines[row]
        if line.kind not in ITEMS:
            return self.shown(row)
        place = self._place(row, line)
        if line.kind is Kind.ENTRY:
            return place
        parts = [self.tr("{place}: {text}").format(place=place, text=self.shown(row))]
        if isinstance(line.value, Risk) and self.register is not None:
            parts += spoken(line.value, self.register)
        return ", ".join(parts)

    def _addition(self, kind: Kind) -> str:
        if kind is Kind.ADD_RISK:
            return self.tr("Add a risk")
        if kind is Kind.ADD_MITIGATION:
            return self.tr("Add a mitigation")
        return self.tr("Add an entry") if kind is Kind.ADD_ENTRY else self.tr("Add a category")

    def _place(self, row: int, line: Line) -> str:
        if line.kind is Kind.CATEGORY:
            count = sum(other.kind is Kind.CATEGORY for other in self.lines)
            return self.tr("Category {number} of {count}").format(number=line.place + 1, count=count)
        entry = self._entry_place(row)
        if line.kind is Kind.ENTRY:
            return entry
        siblings = self.content.siblings(row, line.kind)
        told = (
            self.tr("Risk {number} of {count}, {entry}")
            if line.kind is Kind.RISK
            else self.tr("Mitigation {number} of {count}, {entry}")
        )
        return told.format(number=row - siblings.start + 1, count=len(siblings), entry=entry)

    def _entry_place(self, row: int) -> str:
        start = self.content.blocks[self.content.block_of(row)].start
        category = next(line for line in reversed(self.lines[:start]) if line.kind is Kind.CATEGORY)
        told = self.tr("entry {number} of category {category}")
        return told.format(number=self.lines[start].place + 1, category=category.text)
