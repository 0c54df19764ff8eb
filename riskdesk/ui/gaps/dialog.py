"""The dialog that gives one value to all risks, or mitigations, that lack it, with a list to choose among them."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from riskdesk.desk import find, mends
from riskdesk.domain.fields import FIELDS, Field, FieldType
from riskdesk.domain.gaps import Gap
from riskdesk.domain.records import kind_name
from riskdesk.domain.step import Step
from riskdesk.domain.text import short
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.fields import ChoiceField, DateField, LineField
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import Index
from riskdesk.kit.theme import UNIT
from riskdesk.kit.ticked_table import RowTicks, TickedTable
from riskdesk.ui.bench.counts import changes_text
from riskdesk.ui.bench.language import sentence, ui_language, ui_words
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.form import FormDialog
from riskdesk.ui.gaps.mends import Target
from riskdesk.ui.gaps.model import full_text
from riskdesk.ui.pages.page import named_field

AnyField = ChoiceField | DateField | LineField


class MendDialog(FormDialog):
    """The dialog that gives one value to all items that lack it, as one step, and posts a notice of that.

    All items are ticked at first.
    """

    def __init__(self, workbench: Workbench, target: Target, title: str, gaps: Sequence[Gap], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title.removesuffix("…"))
        self._workbench, self._target = workbench, target
        self._value: object = None
        tree, field = workbench.tree(), FIELDS[kind_name(target.kind)][target.field]
        assert tree is not None, "there are gaps"
        self.field = _field_for(field, tree, self)
        self.field.committed.connect(self._take)
        self.field.installEventFilter(self)
        self.setProperty("chapter", "What is missing, what is due")
        self.add(field.label.text(ui_language()) + ui_words().colon, self.field)
        self.gaps = _Gaps(gaps, self)
        self.listed = _ChosenList(self.gaps, self)
        self.add(self.tr("&For:"), self.listed)
        self.gaps.ticked.connect(self._count)
        workbench.stepped.connect(self._follow)
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the dialog on Esc, which a field would use to restore its text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.reject()
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Run the action and close; if that fails, show the reason below the field."""
        fault = "" if isinstance(self.field, ChoiceField) else self.field.fault()
        self._value = None
        self.field.commit()
        if fault or self._value in (None, ""):
            self.refuse(self.field, fault or self.tr("Nothing is given here yet."))
            return
        action = mends.fill(self._target.kind, self.gaps.chosen, self._target.field, self._value)
        result = self._workbench.run(action)
        if result.problem is not None:
            self.refuse(self.field, sentence(result.problem))
            return
        super().accept()
        if result.step is not None:
            text = changes_text(result.step.changes)
            self._workbench.post(Notice(text, self.tr("Undo"), step=result.step))

    def _follow(self, step: Step) -> None:
        """Take what others deleted or gave a value out of the list; close if nothing is left in it."""
        if self._workbench.hears_others:
            field = self._target.field
            changed = {change.id for change in step.changes if change.after is None or field in change.after}
            self.gaps.drop(changed)
            self._count()
            if not self.gaps.rowCount():
                self.reject()

    def _take(self, value: object) -> None:
        self._value = value

    def _count(self) -> None:
        """Show on the button how many items are ticked."""
        count = len(self.gaps.chosen)
        self.yes.setText(self.tr("Set for %Ln item(s)", "", count))
        self.yes.setEnabled(count > 0)


class _Gaps(TickedTable):
    """A row for each item that has a gap, with a check box; all are ticked at first."""

    def __init__(self, gaps: Sequence[Gap], parent: QObject) -> None:
        super().__init__(parent)
        self._gaps, self._left_out = [*gaps], set[str]()
        self.setColumnCount(1)
        self.setRowCount(len(gaps))

    @property
    def chosen(self) -> list[str]:
        """The ids of the ticked items."""
        return [gap.id for gap in self._gaps if gap.id not in self._left_out]

    def drop(self, ids: Collection[str]) -> None:
        """Leave items out of the list."""
        for row in reversed(range(len(self._gaps))):
            if self._gaps[row].id in ids:
                self.removeRow(row)
                del self._gaps[row]

    def is_ticked(self, row: int) -> bool:
        return self._gaps[row].id not in self._left_out

    def remember(self, rows: range, *, ticked: bool) -> None:
        ids = {self._gaps[row].id for row in rows}
        self._left_out = self._left_out - ids if ticked else self._left_out | ids

    def cell(self, index: Index, role: int) -> Any:
        text = full_text(self._gaps[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return short(text)
        return as_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None


class _ChosenList(QListView):
    """The items that have a gap; Space ticks the current one."""

    def __init__(self, gaps: _Gaps, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setModel(gaps)
        RowTicks(self)
        self.setCurrentIndex(gaps.index(0, 0))

    def sizeHint(self) -> QSize:
        rows = min(8, self.model().rowCount())
        return QSize(40 * UNIT, rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + UNIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * UNIT, min(12 * UNIT, self.sizeHint().height()))


def _field_for(field: Field, tree: RegisterTree, parent: QWidget) -> AnyField:
    """Return a field for the value of a catalogue field; a name is completed from the names in the register."""
    if field.type is FieldType.DATE:
        return DateField(parent)
    if field.type is FieldType.CHOICE:
        return ChoiceField([(code, label.text(ui_language())) for code, label in field.codes.items()], parent)
    line = named_field(parent)
    line.completer().setModel(QStringListModel(find.owners(tree), line))
    return line
