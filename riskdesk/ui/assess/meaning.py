"""The score and band of a pair of levels, and what each of the levels means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.domain.scale import Assessment
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.plain import as_tip
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.shown import ShownLevel, ShownScale
from riskdesk.ui.assess.words import tolerance_text
from riskdesk.ui.pages.badge import Badge

_MOST_LINES = 3


class AssessmentMeaning(QWidget):
    """The text below a matrix with the score and band of the chosen pair of levels, and the definitions of both.

    It has the same height for every pair, so that nothing below it moves.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale: ShownScale | None = None
        self._badge, self._beside = Badge(self), PlainLabel(parent=self, quiet=True)
        self._halves = (BreakingLabel(self), BreakingLabel(self))
        first = QHBoxLayout()
        first.setSpacing(UNIT)
        first.addWidget(self._badge)
        first.addWidget(self._beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT // 2)
        layout.addLayout(first)
        for label in self._halves:
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            layout.addWidget(label)

    def show_scale(self, scale: ShownScale) -> None:
        """Use the words of a scale."""
        if scale != self._scale:
            self._scale = scale
            self.keep_room(self.width())

    def show_pair(self, assessment: Assessment, beside: str = "") -> None:
        """Show score, band and definitions of a pair; `beside` is shown beside the score."""
        assert self._scale is not None, "the scale is shown"
        self._badge.show_assessment(self._scale.scale, assessment)
        # Half an assessment has no score yet.
        self._badge.setVisible(assessment.complete or assessment == Assessment())
        self._beside.setText(" · ".join(filter(None, (tolerance_text(assessment, self._scale), beside))))
        labels = (self._scale.likelihood_label, self._scale.impact_label)
        for half, label, level in zip(self._halves, labels, self._scale.levels_of(assessment), strict=True):
            text = _level_text(label, level)
            half.setText(text)
            half.setToolTip(as_tip(text))

    def keep_room(self, width: int) -> None:
        """Reserve the height that the longest definition of each half has at a width."""
        if self._scale is None:
            return
        rows = ((self._scale.likelihood_label, self._scale.likelihood), (self._scale.impact_label, self._scale.impact))
        for half, (label, levels) in zip(self._halves, rows, strict=True):
            half.setFixedHeight(self._height(label, levels, half, width))
        self._beside.setMinimumHeight(self._badge.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_room(self.width())

    def _height(self, label: str, levels: Sequence[ShownLevel], half: BreakingLabel, width: int) -> int:
        """The height of the longest text of a half at a width, up to a limit."""
        heights = (half.height_of(_level_text(label, level), width) for level in levels)
        return min(max(heights, default=0), _MOST_LINES * half.fontMetrics().lineSpacing()) + 2


def _level_text(label: str, level: ShownLevel | None) -> str:
    if level is None:
        return ""
    return f"{label} {level.label} – {level.definition}" if level.definition else f"{label} {level.label}"
