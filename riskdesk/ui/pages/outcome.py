"""The outcome of two rows of levels: score and band, and below them the meaning of a level."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.scale import Assessment, Scale
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.pages.badge import Badge
from riskdesk.ui.pages.levels import LevelsField


class Outcome(QWidget):
    """The widget below both halves of an assessment that shows the score and the meaning of a level.

    One text serves both halves, so that no row of levels moves.
    """

    def __init__(self, halves: Sequence[LevelsField], parent: QWidget, *, residual: bool) -> None:
        super().__init__(parent)
        self._halves = halves
        self._meanings = [""] * len(halves)
        self.badge, self._caption = Badge(self, residual=residual), BreakingLabel(self)
        # Set from the beginning, as a label without text has another layout.
        self._caption.setText(self._hint())
        self._caption.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, UNIT, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(self.badge)
        layout.addWidget(self._caption)
        for place, half in enumerate(halves):
            half.meant.connect(partial(self._hear, place))
        self._tell()

    def show_assessment(self, scale: Scale, assessment: Assessment) -> None:
        """Show score and band of an assessment, and reserve the height for the meanings of levels."""
        self.badge.show_assessment(scale, assessment)
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
        elif event.type() == QEvent.Type.EnabledChange:
            # If no level can be chosen, the hint about keys is hidden, too.
            self._caption.setVisible(self.isEnabled())

    def _hear(self, place: int, meaning: str) -> None:
        self._meanings[place] = meaning
        self._tell()

    def _tell(self) -> None:
        """Show the meaning of a level, else the keys if a level has the focus."""
        keys = self._hint() if any(half.has_focus for half in self._halves) else ""
        self._caption.setText(next(filter(None, self._meanings), keys))

    def _hint(self) -> str:
        return self.tr("Digits choose a level, Delete clears it.")

    def _keep_room(self) -> None:
        """Set the height that the longest text needs, so that nothing below moves."""
        texts = [self._hint(), *(meaning for half in self._halves for meaning in half.meanings)]
        self._caption.setFixedHeight(max(self._caption.height_of(text, self.width()) for text in texts))
