"""What is written in a drawing, read from it as a picture in letters."""

from collections.abc import Callable
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator


def texts_drawn(paint: Callable[[QPainter], None]) -> list[str]:
    """The texts of a drawing, as far as they are not cut."""
    kept, generator = QBuffer(), QSvgGenerator()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(kept)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    found = ElementTree.fromstring(kept.data().data()).iter()
    return [each.text or "" for each in found if each.tag.endswith("text")]
