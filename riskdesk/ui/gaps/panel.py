"""The panel of what is missing or due: the gaps by their kinds; a click on one selects its item and field."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from riskdesk.desk import waivers
from riskdesk.domain.gaps import Gap, GapKind, waived
from riskdesk.domain.terms import terms
from riskdesk.kit.letters import give_letters
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.counts import changes_text
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps.mends import PLACES, TARGETS, at_once, mend_of
from riskdesk.ui.gaps.model import ROW, GapModel, Mend, Off
from riskdesk.ui.gaps.view import GapView
from riskdesk.ui.gaps.watch import Watch
from riskdesk.ui.side.panel import heading_label, hint_label

# Up to this many gaps, the kinds are expanded at first; with more, they are collapsed.
_FEW = 12


class GapsPanel(QWidget):
    """The panel that lists the gaps of the open register by their kinds.

    `pointed` carries the id of the item with a gap, and the fields in which it may show; `entered` carries the same
    when the user wants to edit there. `assess` is called to assess risks, with the id of the first of them.
    """

    pointed = Signal(str, tuple)
    entered = Signal(str, tuple)

    def __init__(
        self, workbench: Workbench, watch: Watch, assess: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._watch, self._assess = workbench, watch, assess
        self.setProperty("chapter", "What is missing, what is due")
        self._heading = heading_label(self.tr("Missing or due"), self)
        self._hint = hint_label(self.tr("Nothing is missing."), self)
        self._model, self._view = GapModel(self._mend_of, self), GapView(self)
        self._view.setModel(self._model)
        self._view.setAccessibleName(self._heading.text())
        self._heading.setBuddy(self._view)
        self._is_new = True
        self._switch = QPushButton(self)
        self._switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._switch.clicked.connect(self._turn)
        self._menu = QMenu(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * UNIT, 0, 0)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(self._view, 1)
        layout.addWidget(_in_the_corner(self._switch))
        self.setFocusProxy(self._view)
        self._view.pointed.connect(lambda row: self._go(row, self.pointed.emit))
        self._view.entered.connect(lambda row: self._go(row, self.entered.emit))
        self._view.selectionModel().currentChanged.connect(self._tell_switch)
        self._view.menu_wanted.connect(self._show_menu)
        watch.changed.connect(self._follow)
        workbench.register_opened.connect(self._on_opened)
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(36 * UNIT, 60 * UNIT)

    def show_due(self, due: Mapping[GapKind, Sequence[Gap]], *, fresh: bool) -> None:
        """Expand the kinds of these gaps and collapse the others; if they are `fresh`, show them in bold."""
        self._model.mark(gap for gaps in due.values() for gap in gaps if fresh)
        self._view.collapseAll()
        indexes = [index for index in map(self._model.index_of, due) if index.isValid()]
        for index in indexes:
            self._view.expand(index)
        if indexes:
            self._view.point_at(indexes[0])

    def _on_opened(self) -> None:
        self._is_new = True
        self._follow()

    def _follow(self) -> None:
        tree, kind = self._workbench.tree(), self._current_kind()
        off = waived(tree) if tree is not None else {}
        self._model.show_gaps(self._watch.gaps, [Off(kind, waiver.reason) for kind, waiver in off.items()])
        self._hint.setVisible(self._watch.is_done and not self._watch.gaps and tree is not None)
        if self._is_new and self._watch.gaps:
            self._is_new = False
            if sum(map(len, self._watch.gaps.values())) <= _FEW:
                self._view.expandAll()
        if not self._view.currentIndex().isValid():
            self._view.point_at(self._model.index(0, 0))
        if self._current_kind() != kind:
            # The menu would act on another kind than that which it came up for.
            self._menu.close()
        self._tell_switch()

    def _current_kind(self) -> tuple[GapKind, bool] | None:
        """The kind of the current row, and whether it is switched off."""
        row = self._view.currentIndex().data(ROW)
        return None if row is None else (row.kind, isinstance(row, Off))

    def _tell_switch(self) -> None:
        """Set the text of the button to what it does to the current kind."""
        row = self._view.currentIndex().data(ROW)
        self._switch.setVisible(row is not None)
        self._switch.setEnabled(not self._workbench.read_only)
        self._switch.setText(self.tr("Switch &on") if isinstance(row, Off) else self.tr("Switch &off…"))
        if row is not None:
            self._switch.setAccessibleDescription(terms(ui_language()).gap_kinds[row.kind])

    def _turn(self) -> None:
        """Switch the current kind of gap off, or on if it is off."""
        row, tree = self._view.currentIndex().data(ROW), self._workbench.tree()
        if isinstance(row, Off) and tree is not None:
            self._workbench.run(waivers.delete(waived(tree)[row.kind].id))
        elif row is not None:
            from riskdesk.ui.gaps.switching import SwitchOffDialog

            SwitchOffDialog(self._workbench, row.kind, self).open()

    def _show_menu(self, index: QModelIndex, position: QPoint) -> None:
        """Show the menu for the kind of a row."""
        row = index.data(ROW)
        if row is None:
            return
        self._view.point_at(index)
        self._menu.clear()
        mend = self._mend_of(row.kind, self._watch.gaps.get(row.kind, ()))
        if mend:
            self._menu.addAction(mend, partial(self._mend, Mend(row.kind, mend)))
        self._menu.addAction(self._switch.text(), self._turn).setEnabled(self._switch.isEnabled())
        give_letters(self._menu)
        self._menu.popup(position)

    def _mend_of(self, kind: GapKind, gaps: Sequence[Gap]) -> str:
        return "" if self._workbench.read_only else mend_of(kind, gaps)

    def _go(self, row: object, tell: Callable[[str, tuple[str, ...]], object]) -> None:
        if isinstance(row, Gap):
            tell(row.id, PLACES.get(row.kind, ()))
        elif isinstance(row, Mend):
            self._mend(row)

    def _mend(self, mend: Mend) -> None:
        gaps, target = self._watch.gaps[mend.kind], TARGETS.get(mend.kind)
        if target is not None:
            from riskdesk.ui.gaps.dialog import MendDialog

            MendDialog(self._workbench, target, mend.text, gaps, self).open()
        elif (action := at_once(mend.kind, gaps)) is not None:
            step = self._workbench.run(action).step
            if step is not None:
                self._workbench.post(Notice(changes_text(step.changes), self.tr("Undo"), step=step))
        else:
            self._assess(gaps[0].id)


def _in_the_corner(button: QPushButton) -> QWidget:
    """Return a widget with a button at its end, no wider than its text."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(UNIT, 0, UNIT, UNIT)
    layout.addWidget(button)
    layout.addStretch(1)
    return row
