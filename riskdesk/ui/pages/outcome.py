"""What two rows of levels come to: score and band, and below them what a level means."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.scale import Assessment, Scale
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.theme import STEP
from riskdesk.ui.pages.badge import Badge
from riskdesk.ui.pages.levels import LevelsField


class Outcome(QWidget):
    """The line below both halves of an assessment that shows the score and what a level means.

    One line of words serves both halves, so that no row of levels moves.
    """

    def __init__(self, halves: Sequence[LevelsField], parent: QWidget, *, residual: bool) -> None:
        super().__init__(parent)
        self._halves = halves
        self._meanings = [""] * len(halves)
        self.badge, self._caption = Badge(self, residual=residual), BreakingLabel(self)
        # With words from the first: a label without any is laid out otherwise.
        self._caption.setText(self._hint())
        self._caption.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, STEP, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self.badge)
        layout.addWidget(self._caption)
        for place, half in enumerate(halves):
            half.meant.connect(partial(self._hear, place))
        self._tell()

    @property
    def caption(self) -> str:
        """What the line below the score says."""
        return self._caption.words

    def show_assessment(self, scale: Scale, assessment: Assessment) -> None:
        """Show what a scale makes of an assessment, and keep room for what its levels mean."""
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
            # Where nothing can be chosen, nothing says how.
            self._caption.setVisible(self.isEnabled())

    def _hear(self, place: int, meaning: str) -> None:
        self._meanings[place] = meaning
        self._tell()

    def _tell(self) -> None:
        """Say what a level means, else which keys there are where they can be pressed."""
        keys = self._hint() if any(half.is_focused for half in self._halves) else ""
        self._caption.setText(next(filter(None, self._meanings), keys))

    def _hint(self) -> str:
        return self.tr("Digits choose a level, Delete clears it.")

    def _keep_room(self) -> None:
        """Give the line the height of the longest text, so that nothing below moves."""
        texts = [self._hint(), *(meaning for half in self._halves for meaning in half.meanings)]
        self._caption.setFixedHeight(max(self._caption.height_of(text, self.width()) for text in texts))
