"""The score and band of an assessment."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.domain.scale import Assessment, Scale, Shade
from riskdesk.kit.colours import colours_of
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_text
from riskdesk.ui.scale.bands import band_colour, contrast, ink_on


class Badge(PlainLabel):
    """A label with a score and the name of its band in the band's colour, or with plain words."""

    def __init__(self, parent: QWidget | None = None, *, residual: bool = False) -> None:
        super().__init__(parent=parent, bold=True)
        self._residual = residual
        self._shade: Shade | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_assessment(self, scale: Scale, assessment: Assessment) -> None:
        """Show the score and band of an assessment on a scale."""
        place, score = scale.band_index(assessment), scale.score(assessment)
        if place is None:
            spoken = self.tr("Residual score: not assessed") if self._residual else self.tr("Score: not assessed")
            self.show_words(self.tr("Not assessed"), spoken)
            return
        name = ui_text(scale.bands[place].name)
        text = name if score is None else f"{score}  {name}"
        spoken = self.tr("Residual score: {score}") if self._residual else self.tr("Score: {score}")
        self.show_words(text, spoken.format(score=text), scale.shade(place))

    def show_words(self, text: str, spoken: str, shade: Shade | None = None) -> None:
        """Show words in the colour of a band, or without one; `spoken` is the accessible name."""
        self._shade = shade
        self.setText(text)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * UNIT + 2, metrics.height() + UNIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.window) if self._shade is None else band_colour(self._shade)
        rounding = self.height() / 2
        # The palest band needs an edge to be visible on a light window.
        edge = QColor(colours.edge if contrast(ground, QColor(colours.window)) < 3 else ground)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), rounding, rounding)
        painter.setPen(QColor(colours.quiet) if self._shade is None else ink_on(ground))
        room = self.width() - UNIT
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, elided)
        painter.end()
