"""The message that is shown in place of rows if there are none."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.words import nothing_text

_OF_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.ContextMenu, QEvent.Type.Wheel)


class Empty(QWidget):
    """A message over the `area` of the rows that says why nothing is listed; a button clears the filters.

    Its parent is not that area: for screen readers, a table has no parts but its cells. So it passes the mouse on.
    """

    cleared = Signal()

    def __init__(self, listed: Listed, area: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._listed, self._area = listed, area
        area.installEventFilter(self)
        self._words = PlainLabel(parent=self, wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._clear = QPushButton(self.tr("Clear the filters"), self)
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self.cleared)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * UNIT)
        layout.addStretch(1)
        layout.addWidget(self._words)
        layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.hide()

    def event(self, event: QEvent) -> bool:
        return QApplication.sendEvent(self._area, event) if event.type() in _OF_MOUSE else super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Show the message if there are no rows."""
        listed = self._listed
        self._words.setText(nothing_text(listed))
        self._clear.setVisible(bool(listed.listing.filters))
        self._place()
        self.setVisible(not listed.lines)

    def _place(self) -> None:
        corner = self.pos() + self.mapFromGlobal(self._area.mapToGlobal(QPoint()))
        self.setGeometry(QRect(corner, self._area.size()))
