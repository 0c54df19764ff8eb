"""A scroll area for content that may have too little room; the focused widget is kept visible."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from riskdesk.kit.qt import application

# Its least height, if it scrolls.
_LEAST = 96


class Scrolled(QScrollArea):
    """A scroll area that asks for the size of its content.

    It accepts less width only if it scrolls `sideways` as well.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, sideways: bool = False) -> None:
        super().__init__(parent)
        self._content, self._sideways = content, sideways
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        # Both are transparent, so that the background of the window shows.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        application().focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._content.minimumSizeHint()
        high = least.height() if self._lies_in_another() else min(least.height(), _LEAST)
        wide = _LEAST if self._sideways else least.width()
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), high)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout = self._content.layout()
        if layout is not None:
            # A scroll bar that was not needed before makes the content narrower, which Qt does not tell its layout.
            layout.setGeometry(self._content.contentsRect())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        return content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()

    def look_anew(self) -> None:
        """Ask for the size that the content needs now, which Qt would do later."""
        layout = self._content.layout()
        if layout is not None:
            layout.activate()
        self.updateGeometry()

    def _lies_in_another(self) -> bool:
        """Whether this is inside another such area, which scrolls for both."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, Scrolled):
            around = around.parentWidget()
        return around is not None

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now)
            left = now.mapTo(self._content, QPoint(0, 0)).x()
            if left + min(now.width(), _LEAST) <= self.viewport().width():
                # Show the label to the left of it.
                self.horizontalScrollBar().setValue(0)
