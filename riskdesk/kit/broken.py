"""A label whose text is broken into lines at words, and within a word that is wider than the room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.kit.cut import broken
from riskdesk.kit.plain import with_ampersands
from riskdesk.kit.plain_label import PlainLabel


class BreakingLabel(PlainLabel):
    """A label that shows plain text at any width in as many lines as it needs, none of it cut.

    `words` is the text before it was broken. A label whose `vertical` policy is Preferred may be given less height.
    """

    def __init__(
        self,
        parent: QWidget | None,
        text: str = "",
        *,
        bold: bool = False,
        quiet: bool = False,
        vertical: QSizePolicy.Policy = QSizePolicy.Policy.Minimum,
    ) -> None:
        super().__init__(parent=parent, wraps=True, bold=bold, quiet=quiet)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, vertical)
        # A new policy says that the height is the same at each width, which cuts a text of more lines.
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.words = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        self.words = text
        self.setAccessibleName(text)
        self._fit()

    def setBuddy(self, buddy: QWidget) -> None:
        super().setBuddy(buddy)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return self.height_of(self.words, room) + margins.top() + margins.bottom()

    def height_of(self, text: str, width: int) -> int:
        """The height of a text in this label, in a width without margins."""
        metrics, room = self.fontMetrics(), max(1, width)
        lines = broken(text, metrics, room)
        return metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, lines).height()

    def _fit(self) -> None:
        text = broken(self.words, self.fontMetrics(), self.contentsRect().width())
        if self.buddy() is not None:
            text = with_ampersands(text)
        if text != self.text():
            super().setText(text)
