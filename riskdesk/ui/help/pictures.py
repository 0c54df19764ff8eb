"""The pictures in pages of help."""

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap, QPyTextObject, QTextDocument, QTextFormat


class Pictures(QPyTextObject):
    """A painter of the pictures in a page of help: in their original width, or the page's if that is narrower.

    They use the full resolution of the screen. Qt itself would read all pictures of a page to lay it out, and scale
    them down without smoothing.
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
    """The size of a picture in pixels of this screen."""
    size = _full_size(file)
    page = document.textWidth() - 2 * document.documentMargin()
    width = round(min(size.width(), page) * _ratio(document))
    return size * (width / size.width())


def _ratio(document: QTextDocument) -> float:
    return document.documentLayout().paintDevice().devicePixelRatioF()


@cache
def _full_size(file: str) -> QSize:
    """The original size of a picture, read from the header of its file."""
    return QImageReader(file).size()
