"""What is written in a drawing, read from it as a picture in letters."""

from collections.abc import Callable
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator


def texts_drawn(paint: Callable[[QPainter], None]) -> list[str]:
    """The texts of a drawing, as far as they are not cut."""
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    elements = ElementTree.fromstring(buffer.data().data()).iter()
    return [element.text or "" for element in elements if element.tag.endswith("text")]
