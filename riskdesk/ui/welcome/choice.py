"""A large button with a title, and a line that explains it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.theme import UNIT

_ICON = 24


class WelcomeChoice(QPushButton):
    """A button with a title and a line below it, which wrap if the button is narrow."""

    def __init__(self, title: str, line: str, picture: QIcon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        words = QVBoxLayout()
        words.setSpacing(UNIT // 4)
        words.addWidget(_label(title, bold=True))
        words.addWidget(_label(line))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        layout.setSpacing(2 * UNIT)
        if picture is not None:
            layout.addWidget(_Picture(picture), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size of the layout: Qt would only consider the button's own text."""
        return self._arranged().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._arranged().minimumSize()

    def heightForWidth(self, width: int) -> int:
        return self._arranged().heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Click on Enter, too: outside dialogs, Qt's buttons react only to Space. Enter that is held clicks once."""
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def _arranged(self) -> QHBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout), "it is made with one"
        return layout


class _Picture(QLabel):
    """An icon that is painted in the present colours and resolution of the screen."""

    def __init__(self, picture: QIcon) -> None:
        super().__init__()
        self._icon = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(_ICON, _ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self._icon.paint(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, mode)
        painter.end()


def _label(text: str, *, bold: bool = False) -> QLabel:
    label = BreakingLabel(None, text, bold=bold)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
