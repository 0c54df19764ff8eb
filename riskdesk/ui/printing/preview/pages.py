"""The pages of a PDF one below another, rendered by pdfium when they become visible."""

from collections import OrderedDict
from collections.abc import Iterator

from pypdfium2 import PdfDocument
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.qt import application
from riskdesk.kit.roles import give_role
from riskdesk.kit.theme import UNIT
from riskdesk.ui.printing.preview.stack import GAP, POINT, Fit, Stack

_BY = 1.25
# The number of bytes of rendered pages that are kept.
_KEPT = 64_000_000
_CORNER = QPoint(0, 0)
_NOTCH = 120


class Pages(QAbstractScrollArea):
    """A scroll area that shows the pages of a PDF one below another.

    `turned` is emitted when another page is the current one, `zoomed` when the size may have changed.
    """

    turned = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))
        without_frame(self)
        give_role(self, QAccessible.Role.Document)
        self.setAccessibleName(self.tr("Preview"))
        # Pages fitted to the width could otherwise make the scroll bar appear and disappear endlessly.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._document: PdfDocument | None = None
        self._stack, self._fit = Stack(), Fit.WIDTH
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._page = 0
        application().aboutToQuit.connect(self._close)

    @property
    def count(self) -> int:
        return self._stack.count

    @property
    def page(self) -> int:
        """The current page, counted from 1; 0 if there is none."""
        return self._page

    @property
    def zoom(self) -> float:
        return self._stack.zoom

    @property
    def fit(self) -> Fit:
        return self._fit

    def show_document(self, data: bytes) -> None:
        """Show another document; the current page and the scroll position are kept."""
        page, share = self._page, self.verticalScrollBar().value() / self._stack.height
        self._close()
        self._document = PdfDocument(data)
        sizes = [self._document.get_page_size(number) for number in range(len(self._document))]
        self._stack = Stack(sizes, self.zoom)
        self._resize(self.zoom)
        self.verticalScrollBar().setValue(round(share * self._stack.height))
        self._turn_to(page if page in self._fully_seen() else self._seen_most())

    def clear(self) -> None:
        """Show no document."""
        self._close()
        self._lay_out()
        self._turn_to(0)

    def go_to(self, page: int) -> None:
        """Scroll to the top of a page, counted from 1."""
        if self.count:
            place = max(1, min(self.count, page))
            self.verticalScrollBar().setValue(self._stack.tops[place - 1] - GAP)
            # The last pages may not reach the top of the view, but the one asked for is to be the current page.
            self._turn_to(place)

    def fit_to(self, fit: Fit) -> None:
        """Fit the pages to the width of the view, to its width and height, or to neither."""
        self._fit = fit
        self._resize(self.zoom)

    def zoom_by(self, steps: float, at: QPoint | None = None) -> None:
        """Enlarge the pages, or shrink them if negative; a point of the view (by default its centre) stays in place."""
        self._fit = Fit.NOTHING
        self._resize(self.zoom * _BY**steps, self.viewport().rect().center() if at is None else at)

    def zoom_to(self, zoom: float) -> None:
        """Set the size of the pages, 1 being the size on paper."""
        self._fit = Fit.NOTHING
        self._resize(zoom, self.viewport().rect().center())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        for number, place in self._in_sight():
            painter.drawImage(place.topLeft(), self._image(number))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize(self.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / _NOTCH, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self.count}
        if event.key() in ends:
            self.go_to(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        if self._document is not None:
            self._document.close()
        self._document, self._stack = None, Stack((), self.zoom)
        self._images.clear()

    def _resize(self, zoom: float, at: QPoint = _CORNER) -> None:
        """Set the size, or the one that fits the view; what is at a point of the view stays there."""
        vertical, horizontal, before = self.verticalScrollBar(), self.horizontalScrollBar(), self._stack
        down = (vertical.value() + at.y()) / before.height
        across = (horizontal.value() + at.x()) / before.width
        self._stack = before.resized(zoom, self._fit, self.viewport().size())
        if self.zoom != before.zoom:
            self._images.clear()
        self._lay_out()
        vertical.setValue(round(down * self._stack.height - at.y()))
        horizontal.setValue(round(across * self._stack.width - at.x()))
        self.zoomed.emit()

    def _lay_out(self) -> None:
        view = self.viewport()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, self._stack.height - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(3 * UNIT)
        horizontal.setRange(0, max(0, self._stack.width - view.width()))
        horizontal.setPageStep(view.width())
        view.update()

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        """The visible pages, and their rectangles in the view."""
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._stack.in_sight(QRect(scrolled, self.viewport().size()))

    def _image(self, number: int) -> QImage:
        """The rendered page, in the resolution of the screen."""
        picture = self._images.pop(number, None)
        if picture is None:
            picture = self._render(number)
        self._images[number] = picture
        while len(self._images) > 1 and sum(image.sizeInBytes() for image in self._images.values()) > _KEPT:
            self._images.popitem(last=False)
        return picture

    def _render(self, number: int) -> QImage:
        assert self._document is not None, "a page is in sight"
        ratio = self.devicePixelRatioF()
        bitmap = self._document[number].render(scale=POINT * self.zoom * ratio, prefer_bgrx=True)
        # Copied, as QImage does not keep a reference to the bytes.
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._turn_to(self._seen_most())

    def _turn_to(self, page: int) -> None:
        self._page = page
        name = self.tr("Preview, page {number} of {count}") if page else self.tr("Preview")
        self.setAccessibleName(name.format(number=page, count=self.count))
        self.turned.emit()

    def _seen_most(self) -> int:
        """The page of which most is visible, the first of several, from 1; 0 if there is none."""
        seen = {number + 1: self._seen(place) for number, place in self._in_sight()}
        return max(seen, key=seen.__getitem__, default=0)

    def _fully_seen(self) -> list[int]:
        return [number + 1 for number, place in self._in_sight() if self._seen(place) == place.height()]

    def _seen(self, place: QRect) -> int:
        """The visible height of a page, in pixels."""
        return place.intersected(self.viewport().rect()).height()
