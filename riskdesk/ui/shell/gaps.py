"""How much the register lacks, as a button in the status line; pressed, it lists what and leads there."""

import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from riskdesk.desk.missing import Missing
from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.domain.telling import short
from riskdesk.domain.terms import terms
from riskdesk.kit.popup import Popup
from riskdesk.kit.quiet import QuietButton
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench

_ID = Qt.ItemDataRole.UserRole
# How many gaps are listed at once under their kinds; with more, the kinds are closed at first.
_FEW = 12


class GapsButton(QuietButton):
    """Counts the gaps of the open register; `chosen` carries the id of the item that the user wants to go to."""

    chosen = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("list-todo", parent)
        self._workbench, self._missing = workbench, Missing()
        self.setToolTip(self.tr("What is missing or late"))
        self._list = GapList()
        self._list.chosen.connect(self._on_chosen)
        # Before the list comes up.
        self.clicked.connect(lambda: self._list.show_gaps(self._found()))
        self._popup = Popup(self, self._list)
        workbench.stepped.connect(self._count)
        workbench.register_opened.connect(self._count)
        self._count()

    def _count(self) -> None:
        count = len(self._found())
        self.setText(self.tr("%n gap(s)", "", count))
        self.setAccessibleName(self.text())
        self.setVisible(count > 0)

    def _found(self) -> list[Gap]:
        tree = self._workbench.tree()
        return [] if tree is None else self._missing.gaps(tree, datetime.datetime.now().astimezone().date())

    def _on_chosen(self, identity: str) -> None:
        self._popup.close()
        self.chosen.emit(identity)


class GapList(QTreeWidget):
    """The gaps under their kinds, as the printed summary calls these."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("What is missing or late"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)

    def sizeHint(self) -> QSize:
        return QSize(52 * STEP, 44 * STEP)

    def show_gaps(self, gaps: list[Gap]) -> None:
        """List these, and put the keyboard on the first kind."""
        self.clear()
        for kind in GapKind:
            found = [gap for gap in gaps if gap.kind is kind]
            if found:
                self._add(kind, found)
        if len(gaps) <= _FEW:
            self.expandAll()
        self.setCurrentIndex(self.model().index(0, 0))

    def _add(self, kind: GapKind, gaps: list[Gap]) -> None:
        heading = QTreeWidgetItem(self, [terms(ui_language()).gap_kinds[kind], str(len(gaps))])
        heading.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for gap in gaps:
            item = QTreeWidgetItem(heading, [short(gap.description) or "–"])
            item.setFirstColumnSpanned(True)
            item.setData(0, _ID, gap.id)

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        """Open or close a kind; go to what has a gap."""
        identity = item.data(0, _ID)
        if identity is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(identity)
