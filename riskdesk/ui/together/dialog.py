"""The dialog that changes several risks or mitigations together."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QListView, QVBoxLayout, QWidget

from riskdesk.desk import find, together
from riskdesk.desk.losses import Bullet
from riskdesk.desk.together import CATEGORY, Planned, PlannedEdit
from riskdesk.domain.fields import Field
from riskdesk.domain.telling import name_of
from riskdesk.domain.text import short, shortened
from riskdesk.domain.values import Risk
from riskdesk.kit.announce import say
from riskdesk.kit.plain import as_tip
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language, ui_words
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.together.choices import Choices

_NAME = 40


class TogetherDialog(ReadingDialog):
    """The dialog that changes fields of several items as one step, after showing what changes in each."""

    def __init__(self, workbench: Workbench, items: Sequence[Bullet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._items = workbench, items
        tree = workbench.tree()
        assert tree is not None, "there are items"
        self._fields = together.fields_of(type(items[0]))
        self.setProperty("chapter", "Changing several together")
        self.setWindowTitle(self._title(items))
        panel, grid = QWidget(self), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        grid.setColumnStretch(2, 1)
        panel.setLayout(grid)
        categories = [category.category for category in tree.categories]
        self._choices = Choices(self._fields, categories, find.owners(tree), grid, panel)
        self._preview, self._summary = Plan(self._fields, self), PlainLabel("", self, wraps=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._yes = self._buttons.addButton(self.tr("&Change"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange(panel)
        self._choices.changed.connect(self._follow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._follow()

    def accept(self) -> None:
        """Change the items and close; if that fails, the reason was already reported."""
        action = together.change(self._items, self._choices.ticked_values())
        if self._workbench.run(action).problem is None:
            super().accept()

    def _title(self, items: Sequence[Bullet]) -> str:
        if isinstance(items[0], Risk):
            return self.tr("Change %Ln risk(s) together", "", len(items))
        return self.tr("Change %Ln mitigation(s) together", "", len(items))

    def _arrange(self, panel: QWidget) -> None:
        self._yes.setDefault(True)
        view = QListView(self)
        view.setModel(self._preview)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setAccessibleName(self.tr("What changes"))
        view.setMinimumHeight(16 * UNIT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(Scrolled(panel, self), 2)
        layout.addWidget(self._summary)
        layout.addWidget(view, 1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(72 * UNIT)
        self.begin_at(next(iter(self._choices.boxes.values())))

    def _follow(self) -> None:
        """Show what would change now."""
        tree, wrong = self._workbench.tree(), self._choices.wrong_fields()
        fields = {} if wrong else self._choices.ticked_values()
        planned = together.planned(tree, self._items, fields) if tree is not None and fields else []
        changed = sum(bool(item.edits) for item in planned)
        self._preview.show_plan(planned)
        self._yes.setEnabled(changed > 0)
        text = self._wrong_text(wrong) if wrong else self._summary_text(len(planned), changed)
        if text != self._summary.text():
            self._summary.setText(text)
            if self.isVisible():
                say(self, text)

    def _wrong_text(self, labels: Sequence[str]) -> str:
        text = self.tr("Nothing can be changed while this cannot be saved: {fields}")
        return text.format(fields=", ".join(labels))

    def _summary_text(self, count: int, changed: int) -> str:
        if not count:
            return self.tr("Choose what is to change.")
        changes = self.tr("%Ln change(s)", "", changed)
        if count == changed:
            return changes
        same = self.tr("%Ln stay(s) as they are", "", count - changed)
        return self.tr("{changes}, {same}").format(changes=changes, same=same)


class Plan(QAbstractListModel):
    """A Qt model with a row for each item: its changes with old and new values, or that it stays as it is."""

    def __init__(self, fields: dict[str, Field], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._plan: list[Planned] = []

    def show_plan(self, plan: list[Planned]) -> None:
        """Show a plan, changed items first."""
        self.beginResetModel()
        self._plan = sorted(plan, key=lambda item: not item.edits)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._plan)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        line = self._line(self._plan[index.row()])
        return as_tip(line) if role == Qt.ItemDataRole.ToolTipRole else line

    def _line(self, planned: Planned) -> str:
        name = shortened(name_of(planned.item), _NAME)
        edits = [self._edit(edit) for edit in planned.edits] or [self.tr("stays as it is")]
        return " · ".join([short(name), *edits])

    def _edit(self, edit: PlannedEdit) -> str:
        label = self._fields[edit.field].label.text(ui_language())
        if edit.field == CATEGORY:
            before, after, more = edit.before.title, edit.after.title, self._more(edit)
        else:
            field = self._fields[edit.field]
            before, after, more = ui_words().value(field, edit.before), ui_words().value(field, edit.after), ""
        text = self.tr("{field}: {before} → {after}")
        return text.format(field=label, before=short(before) or "–", after=short(after) or "–") + more

    def _more(self, edit: PlannedEdit) -> str:
        """What becomes of the mitigations if a risk is moved to another category."""
        if edit.along:
            return self.tr(", with %Ln mitigation(s)", "", edit.along)
        return self.tr(", without %Ln mitigation(s), which stay(s)", "", edit.left) if edit.left else ""
