"""The score and band of an assessment."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.domain.scale import Assessment, Scale
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import ui_words
from riskdesk.ui.scale.bands import band_colour, ink_on


class Badge(QWidget):
    """Shows a score with the name of its band in the band's colour, or that nothing is assessed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._severity: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_assessment(self, scale: Scale, assessment: Assessment) -> None:
        """Show what a scale makes of an assessment."""
        place, score = scale.band_index(assessment), scale.score(assessment)
        if place is None:
            self._text, self._severity = ui_words().not_assessed, None
        else:
            name = scale.bands[place].name
            self._text = name if score is None else f"{score}  {name}"
            self._severity = scale.severity(place)
        self.setAccessibleName(f"{ui_words().score}: {self._text}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20 * STEP, self.fontMetrics().height() + STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect()
        if self._severity is None:
            painter.setPen(self.palette().placeholderText().color())
        else:
            ground = band_colour(self._severity)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(room, 3, 3)
            painter.setPen(ink_on(ground))
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
        inside = room.adjusted(0 if self._severity is None else STEP, 0, -STEP, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._text)
        painter.end()
