"""A line over the rows that says that selected items are not listed, and shows them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from riskdesk.domain.listing import RowKind
from riskdesk.domain.records import kind_name
from riskdesk.domain.telling import name_of
from riskdesk.domain.text import short
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.kit.announce import say
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.roles import give_role
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list.listed import Listed


class Hidden(QWidget):
    """The line over the rows that says that selected items are not listed, and shows them.

    A filter or folded group may hide them, or they are of the other kind of rows. This concerns only selections that
    were made elsewhere, as rows that are hidden are deselected. `shown` is emitted when all are listed.
    """

    shown = Signal()

    def __init__(self, workbench: Workbench, listed: Listed, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._listed = workbench, listed
        self._items: Sequence[Risk | Mitigation] = ()
        self._words = BreakingLabel(self, vertical=QSizePolicy.Policy.Preferred)
        self.show_button = QPushButton(self)
        # Enter presses it, too.
        self.show_button.setAutoDefault(True)
        self.show_button.clicked.connect(self._show)
        give_role(self, QAccessible.Role.AlertMessage)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        layout.setSpacing(UNIT)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.show_button)
        self.hide()

    def refresh(self) -> None:
        """Show which selected items are not listed."""
        before, self._items = self._items, self._hidden()
        if not self._items:
            had_focus = self.show_button.hasFocus()
            self.hide()
            if had_focus:
                self.shown.emit()
            return
        text = self._sentence()
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show_button.setText(self.tr("Show it") if len(self._items) == 1 else self.tr("Show them"))
        self.show()
        if [item.id for item in self._items] != [item.id for item in before]:
            say(self, text)

    def _hidden(self) -> Sequence[Risk | Mitigation]:
        tree, selected_ids = self._workbench.tree(), set(self._workbench.selection)
        if tree is None or all(self._listed.place(identity) is not None for identity in selected_ids):
            return ()
        items = [item for item in tree.among(selected_ids) if isinstance(item, Risk | Mitigation)]
        # Of items of both kinds, only those of the listed kind count.
        of_kind = [item for item in items if self._listed.row(item.id) is not None]
        return [item for item in of_kind or items if self._listed.place(item.id) is None]

    def _sentence(self) -> str:
        if len(self._items) == 1:
            (item,) = self._items
            name = short(name_of(item))
            if not (isinstance(item, Risk) and item.reference):
                name = QCoreApplication.translate("List", "“{text}”").format(text=name)
            return self.tr("{item} is not among those shown.").format(item=name)
        return self.tr("%Ln selected item(s) are not among those shown.", "", len(self._items))

    def _show(self) -> None:
        """List the selected items: rows of their kind, without the filters that hide them, in unfolded groups."""
        items = self._items
        kinds = {RowKind(kind_name(type(item))) for item in items}
        if self._listed.listing.rows not in kinds:
            self._listed.turn(kinds.pop())
        passing = {row.item.id for row in self._listed.in_order}
        if not all(item.id in passing for item in items):
            self._listed.clear_filters()
        for item in items:
            self._listed.unfold_for(item.id)
        self.shown.emit()
