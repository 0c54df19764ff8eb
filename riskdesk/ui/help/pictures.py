"""The pictures within a page of help, and how they are drawn."""

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap, QPyTextObject, QTextDocument, QTextFormat


class Pictures(QPyTextObject):
    """A painter of the pictures in a page of help: as wide as they were taken, or as the page if that is narrower.

    They are as sharp as the screen is. Qt by itself would read all pictures of a page to lay it out, and leave pixels
    out where it has to make one smaller.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._pixmaps: dict[str, QPixmap] = {}
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self)

    def intrinsicSize(self, document: QTextDocument, _place: int, text_format: QTextFormat) -> QSizeF:
        pixels, ratio = _pixels(document, _file(document, text_format)), _ratio(document)
        return QSizeF(pixels.width() // ratio, pixels.height() // ratio)

    def drawObject(
        self, painter: QPainter, room: QRectF | QRect, document: QTextDocument, _place: int, text_format: QTextFormat
    ) -> None:
        file = _file(document, text_format)
        width = _pixels(document, file).width()
        if file not in self._pixmaps or self._pixmaps[file].width() != width:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._pixmaps[file] = QPixmap.fromImage(QImage(file).scaledToWidth(width, smooth))
        pixmap = self._pixmaps[file]
        painter.drawPixmap(room, pixmap, pixmap.rect())


def _file(document: QTextDocument, text_format: QTextFormat) -> str:
    return document.baseUrl().resolved(QUrl(text_format.toImageFormat().name())).toLocalFile()


def _pixels(document: QTextDocument, file: str) -> QSize:
    """How many pixels of this screen a picture takes."""
    size = _full_size(file)
    page = document.textWidth() - 2 * document.documentMargin()
    width = round(min(size.width(), page) * _ratio(document))
    return size * (width / size.width())


def _ratio(document: QTextDocument) -> float:
    return document.documentLayout().paintDevice().devicePixelRatioF()


@cache
def _full_size(file: str) -> QSize:
    """The size of a picture as it was taken, which stands at the beginning of its file."""
    return QImageReader(file).size()
