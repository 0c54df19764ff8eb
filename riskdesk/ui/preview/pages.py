"""The pages of a PDF below each other, painted by pdfium where they are seen."""

from collections import OrderedDict
from collections.abc import Iterator
from enum import Enum
from math import ceil

from pypdfium2 import PdfDocument
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from riskdesk.kit.theme import STEP

_GAP = 2 * STEP
# Pixels a point at 100 %.
_POINT = 96 / 72
_LEAST, _MOST, _BY = 0.25, 4.0, 1.25
_KEPT = 12
_NOTCH = 120


class Fit(Enum):
    """What the size of the pages follows."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = ""


class Pages(QAbstractScrollArea):
    """Shows a document; `turned` says that another page is the current one, `zoomed` that the size is another."""

    turned = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._document: PdfDocument | None = None
        self._sizes: list[tuple[float, float]] = []
        self._zoom, self._fit = 1.0, Fit.WIDTH
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._page = 0

    @property
    def count(self) -> int:
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in sight, counted from 1; 0 where there is none."""
        return self._page

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def fit(self) -> Fit:
        return self._fit

    def show_document(self, data: bytes) -> None:
        """Show another document; the place in sight stays."""
        share = self.verticalScrollBar().value() / max(1, self._height())
        self._close()
        self._document = PdfDocument(data)
        self._sizes = [self._document[number].get_size() for number in range(len(self._document))]
        self._lay_out()
        self.verticalScrollBar().setValue(round(share * self._height()))
        self._on_scrolled()

    def clear(self) -> None:
        """Show nothing."""
        self._close()
        self._lay_out()
        self._on_scrolled()

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight, counted from 1."""
        if self.count:
            place = max(1, min(self.count, page))
            self.verticalScrollBar().setValue(self._tops()[place - 1] - _GAP)

    def fit_to(self, fit: Fit) -> None:
        """Let the size follow the width of the view, or its height too."""
        self._fit = fit
        self._resize(self._zoom)

    def zoom_by(self, steps: int) -> None:
        """Make the pages larger, or smaller where negative."""
        self._fit = Fit.NOTHING
        self._resize(self._zoom * _BY**steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        for number, place in self._in_sight():
            painter.drawImage(place.topLeft(), self._image(number))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize(self._zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(round(event.angleDelta().y() / _NOTCH))
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
        self._document, self._sizes = None, []
        self._images.clear()

    def _resize(self, zoom: float) -> None:
        share = self.verticalScrollBar().value() / max(1, self._height())
        before, self._zoom = self._zoom, max(_LEAST, min(_MOST, self._fitting() or zoom))
        if self._zoom != before:
            self._images.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(round(share * self._height()))
        self.zoomed.emit()

    def _fitting(self) -> float | None:
        """The size that fits; None where the size follows nothing."""
        if self._fit is Fit.NOTHING or not self._sizes:
            return None
        width, height = (max(size[side] for size in self._sizes) * _POINT for side in (0, 1))
        wide = (self.viewport().width() - 2 * _GAP - 1) / width
        return wide if self._fit is Fit.WIDTH else min(wide, (self.viewport().height() - 2 * _GAP) / height)

    def _lay_out(self) -> None:
        view = self.viewport()
        widest = max((self._extent(number)[0] for number in range(self.count)), default=0) + 2 * _GAP
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, self._height() - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(3 * STEP)
        horizontal.setRange(0, max(0, widest - view.width()))
        horizontal.setPageStep(view.width())
        view.update()

    def _extent(self, number: int) -> tuple[int, int]:
        """The size of a page on the screen, in pixels."""
        width, height = self._sizes[number]
        return ceil(width * _POINT * self._zoom), ceil(height * _POINT * self._zoom)

    def _tops(self) -> list[int]:
        tops, reached = [], _GAP
        for number in range(self.count):
            tops.append(reached)
            reached += self._extent(number)[1] + _GAP
        return tops

    def _height(self) -> int:
        return _GAP + sum(self._extent(number)[1] + _GAP for number in range(self.count))

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        """The pages that are seen, and where in the view."""
        view, scrolled = self.viewport().rect(), self.verticalScrollBar().value()
        for number, top in enumerate(self._tops()):
            width, height = self._extent(number)
            left = max(_GAP, (view.width() - width) // 2) - self.horizontalScrollBar().value()
            place = QRect(left, top - scrolled, width, height)
            if place.intersects(view):
                yield number, place

    def _image(self, number: int) -> QImage:
        """A page as it is painted, sharp on any screen."""
        found = self._images.pop(number, None)
        if found is None:
            found = self._render(number)
        self._images[number] = found
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        return found

    def _render(self, number: int) -> QImage:
        assert self._document is not None, "a page is in sight"
        ratio = self.devicePixelRatioF()
        made = self._document[number].render(scale=_POINT * self._zoom * ratio, prefer_bgrx=True)
        # Qt does not keep what it is given: the picture is a copy.
        picture = QImage(bytes(made.buffer), made.width, made.height, made.stride, QImage.Format.Format_RGB32).copy()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = sum(1 for top in self._tops() if top <= middle)
        self.viewport().update()
        if page != self._page:
            self._page = page
        self.turned.emit()
