"""The model of the sheet: its lines, their texts and what a screen reader says of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from riskdesk.domain.language import words
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import INVITATIONS, LineKind, Pending, SheetLine
from riskdesk.ui.views.sheet.layout.sheet_layout import SheetLayout
from riskdesk.ui.views.sheet.showing.fate import Fate
from riskdesk.ui.views.sheet.showing.speech import SheetSpeech


class SheetModel(QAbstractListModel):
    """A Qt model of the lines of a sheet; across a change, keep the id of a line, never its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = Content()
        self._layout = SheetLayout()
        self.register: Register | None = None
        # The current row if the line before was in another category, which is read out with that row only.
        self.entered: int | None = None
        # What became of items since, if the register is shown as it was.
        self.fates: Mapping[str, Fate] = {}
        self._speech = SheetSpeech(self)
        self._editable = False

    def show(self, tree: RegisterTree | None, pending: Pending | None = None, *, editable: bool = True) -> None:
        """Show a register, with the line that is being written."""
        content = self._layout.content(tree, pending, editable=editable)
        self.beginResetModel()
        self.content, self.register = content, tree.register if tree else None
        self.entered = None
        self._editable = editable
        self.endResetModel()

    @property
    def lines(self) -> Sequence[SheetLine]:
        return self.content.lines

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.content.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].kind is LineKind.COLUMNS:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self._editable:
            # A view passes on input methods, such as dead keys, only for what can be edited.
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsSelectable if self.lines[index.row()].id else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            return self.shown(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self.described(index.row())
        return None

    def shown(self, row: int) -> str:
        """The text of a line, or the invitation in an empty one."""
        line = self.lines[row]
        return line.text.replace("\t", " | ") if line.kind is LineKind.COLUMNS else line.text or self.invitation(line)

    def fate(self, row: int) -> Fate | None:
        """What became of the item of a line since; None if nothing did, or if that is not shown."""
        return self.fates.get(self.lines[row].id)

    def invitation(self, line: SheetLine) -> str:
        """The invitation in an empty line, or what is printed in its place; empty for an entry, which shows bullets."""
        kind = line.kind
        if kind in INVITATIONS:
            return self._addition(kind)
        if kind is LineKind.CATEGORY:
            return self.tr("Name this category")
        if kind is LineKind.RISK:
            return self.tr("Describe this risk")
        if kind is LineKind.MITIGATION:
            return self.tr("Describe this mitigation")
        if kind is LineKind.HEADING and self.register is not None:
            return words(self.register.language).heading
        return self.tr("Name this register") if kind is LineKind.TITLE else ""

    def described(self, row: int) -> str:
        """What a screen reader says of a line."""
        sentence = self._speech.line(self.content, row, self.shown(row), self.register, category=row == self.entered)
        fate = self.fate(row)
        return sentence if fate is None else f"{self._speech.fate(fate)}, {sentence}"

    def field_name(self, row: int) -> str:
        """What a screen reader calls the editor of a line."""
        return self._speech.field(self.content, row)

    def _addition(self, kind: LineKind) -> str:
        if kind is LineKind.ADD_RISK:
            return self.tr("Add a risk")
        if kind is LineKind.ADD_MITIGATION:
            return self.tr("Add a mitigation")
        return self.tr("Add an entry") if kind is LineKind.ADD_ENTRY else self.tr("Add a category")
