"""Which pages are printed, and painting them on the sheets of a printer."""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO

from pypdfium2 import PdfDocument, PdfPage
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

# Dots per inch: fewer are not sharp on paper, more only take longer.
_FEWEST, _MOST = 300, 600
_POINTS = 72


def chosen_pages(printer: QPrinter, pages: int) -> Sequence[int]:
    """The pages to print, counted from 0, in the order of printing; empty if the chosen range has none of them."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    numbers = range(first - 1, min(last, pages))
    ordered = numbers[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else numbers
    if printer.supportsMultipleCopies():
        return ordered
    copies = printer.copyCount()
    return [*ordered] * copies if printer.collateCopies() else [number for number in ordered for _ in range(copies)]


def pages_of(data: bytes, numbers: Sequence[int]) -> bytes:
    """A PDF with these pages of another one; the same data if they are all its pages."""
    with closing(PdfDocument(data)) as document:
        if [*numbers] == [*range(len(document))]:
            return data
        with closing(PdfDocument.new()) as part:
            part.import_pages(document, list(numbers))
            buffer = BytesIO()
            part.save(buffer)
            return buffer.getvalue()


def paint(painter: QPainter, printer: QPrinter, page: PdfPage) -> None:
    """Paint a page centred on the sheet in its own size, or smaller if the sheet is smaller."""
    dots = max(_FEWEST, min(_MOST, printer.resolution()))
    bitmap = page.render(scale=dots / _POINTS, prefer_bgrx=True)
    picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    inside = printer.pageLayout().paintRectPixels(printer.resolution())
    width, height = (size * printer.resolution() / _POINTS for size in page.get_size())
    share = min(1.0, sheet.width() / width, sheet.height() / height)
    place = QRectF(0, 0, width * share, height * share)
    place.moveCenter(QRectF(sheet).center())
    painter.drawImage(place.translated(-inside.left(), -inside.top()), picture)
