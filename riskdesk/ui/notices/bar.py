"""The notice over the sheet: a sentence, a button and a cross."""

from PySide6.QtCore import QMarginsF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from riskdesk.kit.colours import inverse
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.plain import as_tip
from riskdesk.kit.shapes import SHADE, floating
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.notices.parts import NoticeButton, NoticeText

_WIDEST = 70 * UNIT


class NoticeBar(QWidget):
    """The bar that shows one notice with its button and a cross, and takes the focus only if the user moves it there.

    `pressed` is emitted by the button, `dismissed` if the bar is to be closed.
    """

    pressed = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("chapter", "The status line and notices")
        self.hide()
        self._text, self.button, self.cross = NoticeText(self), NoticeButton(self), NoticeButton(self)
        self.button.clicked.connect(self.pressed)
        self.cross.setText("×")
        self.cross.setFont(scaled_font(self.cross.font(), 1.4))
        self.cross.setAccessibleName(self.tr("Dismiss the notice"))
        self.cross.setToolTip(self.tr("Dismiss the notice (Esc)"))
        self.cross.clicked.connect(self.dismissed)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(*(edge + SHADE for edge in (2 * UNIT, UNIT // 2, UNIT // 2, UNIT // 2)))
        layout.setSpacing(0)
        layout.addWidget(self._text, 1)
        layout.addSpacing(UNIT)
        layout.addWidget(self.button)
        layout.addWidget(self.cross)

    def fill(self, notice: Notice) -> None:
        """Show a notice; `fit` sets the size."""
        self._text.setText(notice.text)
        self.button.setText(notice.button)
        self.button.setVisible(bool(notice.button))
        self.button.setAccessibleDescription(notice.text)
        self.setToolTip(as_tip(notice.detail))

    def fit(self, room: int) -> None:
        """Set the size for the notice: at most `room` wide; a long text takes two lines."""
        self._text.wrap(0)
        beside = self._layout.sizeHint().width() - self._text.width()
        self._text.wrap(max(1, min(room, _WIDEST) - beside))
        self._layout.activate()
        self.resize(self._layout.sizeHint())

    @property
    def is_wanted(self) -> bool:
        """Whether the mouse is over the bar or the focus in it."""
        focused = QApplication.focusWidget()
        return self.underMouse() or (focused is not None and self.isAncestorOf(focused))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # So that the click does not reach the widget below.
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = inverse(self.palette())
        body = QRectF(self.rect()).marginsRemoved(QMarginsF(*(4 * (SHADE,))))
        floating(QPainter(self), body, colours.button, colours.rule)
