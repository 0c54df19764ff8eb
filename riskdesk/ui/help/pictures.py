"""The pictures within a page of help."""

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap, QPyTextObject, QTextDocument, QTextFormat


class Pictures(QPyTextObject):
    """Draws a picture as wide as it was taken, or as the page is, and as sharp as this screen is.

    Qt would read all pictures of a page to lay it out, and leave pixels out where it has to make one smaller.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._drawn: dict[str, QPixmap] = {}
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self)

    def intrinsicSize(self, document: QTextDocument, _place: int, told: QTextFormat) -> QSizeF:
        pixels, ratio = _pixels(document, _file(document, told)), _ratio(document)
        return QSizeF(pixels.width() // ratio, pixels.height() // ratio)

    def drawObject(
        self, painter: QPainter, room: QRectF | QRect, document: QTextDocument, _place: int, told: QTextFormat
    ) -> None:
        file = _file(document, told)
        width = _pixels(document, file).width()
        if file not in self._drawn or self._drawn[file].width() != width:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._drawn[file] = QPixmap.fromImage(QImage(file).scaledToWidth(width, smooth))
        drawn = self._drawn[file]
        painter.drawPixmap(room, drawn, drawn.rect())


def _file(document: QTextDocument, told: QTextFormat) -> str:
    return document.baseUrl().resolved(QUrl(told.toImageFormat().name())).toLocalFile()


def _pixels(document: QTextDocument, file: str) -> QSize:
    """How many pixels of this screen a picture takes."""
    taken = _taken(file)
    page = document.textWidth() - 2 * document.documentMargin()
    width = round(min(taken.width(), page) * _ratio(document))
    return taken * (width / taken.width())


def _ratio(document: QTextDocument) -> float:
    return document.documentLayout().paintDevice().devicePixelRatioF()


@cache
def _taken(file: str) -> QSize:
    """The size of a picture as it was taken, which stands at the beginning of its file."""
    return QImageReader(file).size()
