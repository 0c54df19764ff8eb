"""Icons: SVG files in the palette's colours, sharp on any screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from riskdesk.resource import resource

# The thickness of the lines, if an icon is 24 wide: as thick as those of the letters beside them.
_WEIGHT = 1.75


def icon(name: str) -> QIcon:
    """The icon of ``resources/icons/<name>.svg``; what the file draws in ``currentColor`` follows the palette."""
    _source(name)  # a name without a file is an error here rather than at the first paint
    return QIcon(_Engine(name))


class _Engine(QIconEngine):
    """An engine that draws an icon in the current colours, so that a change of palette needs no new icons."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _Engine(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        _drawing(self._name, _colour(mode)).render(painter, QRectF(rect))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap


def _colour(mode: QIcon.Mode) -> str:
    group, role = QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText
    if mode == QIcon.Mode.Disabled:
        group = QPalette.ColorGroup.Disabled
    elif mode == QIcon.Mode.Selected:
        role = QPalette.ColorRole.HighlightedText
    return QGuiApplication.palette().color(group, role).name()


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    svg = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_WEIGHT}"')
    return QSvgRenderer(QByteArray(svg.encode()))
