"""The list of the last notices, opened from the status line: time, text, and the button if it still works."""

from PySide6.QtCore import QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMainWindow,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from riskdesk.kit.colours import colours_of
from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.plain import as_tip
from riskdesk.kit.popup import Popup
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.quiet import QuietButton
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.notices import Notices, TimedNotice
from riskdesk.ui.views.centre import Centre

_TIME, _TEXT, _BUTTON = range(3)
_ROW = 4 * UNIT
_WIDTH, _ROWS = 64 * UNIT, 8


class NoticesButton(QuietButton):
    """The button in the status line that opens the list of notices."""

    def __init__(self, window: QMainWindow, workbench: Workbench, centre: Centre) -> None:
        super().__init__("bell", window)
        self._notices = notices = Notices(window, workbench, centre)
        self.setText(self.tr("Notices"))
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("What was done last"))
        self._list = NoticeList(notices, self)
        self._popup = Popup(self, self._list)
        self._list.left.connect(self._popup.close)
        notices.changed.connect(self._enable)
        self._enable()

    def go(self) -> None:
        """Give the focus to the notice shown, or open the list if there is none."""
        if not self._notices.go() and self.isEnabled():
            self.click()

    def _enable(self) -> None:
        self.setEnabled(bool(self._notices.last_notices))


class NoticeList(QTreeWidget):
    """The notices, newest first; `left` is emitted when the button of one was chosen, by Enter or a click on it."""

    left = Signal()

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._notices, self._rows = notices, list[TimedNotice]()
        self.setAccessibleName(self.tr("Notices"))
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        without_frame(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        for column in (_TIME, _BUTTON):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self.itemClicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, min(_ROWS, max(1, len(self._notices.last_notices))) * _ROW + 2)

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            # Enter that is held may have opened this list, and would undo the last step.
            if not event.isAutoRepeat():
                self._choose(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.clear()
        self._rows = self._notices.last_notices
        for row in self._rows:
            notice = row.notice
            button = notice.button if self._notices.can(notice) else ""
            time = QLocale().toString(QTime(row.at.hour, row.at.minute), QLocale.FormatType.ShortFormat)
            item = QTreeWidgetItem([time, notice.text, button])
            item.setData(
                _TIME, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (time, notice.text, button)))
            )
            item.setSizeHint(_TIME, QSize(0, _ROW))
            item.setToolTip(_TEXT, as_tip(notice.detail or notice.text))
            item.setForeground(_BUTTON, QBrush(QColor(colours_of(self.palette()).link)))
            self.addTopLevelItem(item)
        self.setCurrentIndex(self.model().index(0, _TIME))

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _BUTTON:
            self._choose(self.indexOfTopLevelItem(item))

    def _choose(self, row: int) -> None:
        """Run the action of the button of a row."""
        if 0 <= row < len(self._rows) and self._notices.can(self._rows[row].notice):
            self.left.emit()
            self._notices.do(self._rows[row].notice)
