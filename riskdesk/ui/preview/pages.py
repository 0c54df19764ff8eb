"""The pages of a PDF below each other, painted by pdfium where they are seen."""

from collections import OrderedDict
from collections.abc import Iterator
from enum import Enum
from math import ceil

from pypdfium2 import PdfDocument
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from riskdesk.kit.theme import STEP

_GAP = 2 * STEP
# Pixels a point at 100 %.
_POINT = 96 / 72
_LEAST, _MOST, _BY = 0.25, 4.0, 1.25
# Where the pages follow the view, they may be smaller than the user may make them.
_LEAST_FITTING = 0.1
_FRAME = 2
_KEPT = 12
_CORNER = QPoint(0, 0)
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
        application = QCoreApplication.instance()
        assert application is not None, "there is one where there are widgets"
        application.aboutToQuit.connect(self._close)

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
        """Show another document; the page and the place in sight stay."""
        page, share = self._page, self.verticalScrollBar().value() / max(1, self._height())
        self._close()
        self._document = PdfDocument(data)
        self._sizes = [self._document[number].get_size() for number in range(len(self._document))]
        self._resize(self._zoom)
        self.verticalScrollBar().setValue(round(share * self._height()))
        self._turn_to(page if page in self._fully_seen() else self._seen_most())

    def clear(self) -> None:
        """Show nothing."""
        self._close()
        self._lay_out()
        self._turn_to(0)

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight, counted from 1."""
        if self.count:
            place = max(1, min(self.count, page))
            self.verticalScrollBar().setValue(self._tops()[place - 1] - _GAP)
            # The last ones may not reach the top of the view; what was asked for is the current page all the same.
            self._turn_to(place)

    def fit_to(self, fit: Fit) -> None:
        """Let the size follow the width of the view, or its height too."""
        self._fit = fit
        self._resize(self._zoom)

    def zoom_by(self, steps: float, at: QPoint | None = None) -> None:
        """Make the pages larger, or smaller where negative; what is at a point of the view, its middle, stays there."""
        self._fit = Fit.NOTHING
        self._resize(self._zoom * _BY**steps, self.viewport().rect().center() if at is None else at)

    def zoom_to(self, zoom: float) -> None:
        """Make the pages as large as that, 1 being the size on paper."""
        self._fit = Fit.NOTHING
        self._resize(zoom, self.viewport().rect().center())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Mid))
        for number, place in self._in_sight():
            painter.drawImage(place.topLeft(), self._image(number))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2 * _FRAME))
            painter.drawRect(self.viewport().rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize(self._zoom)

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
        self._document, self._sizes = None, []
        self._images.clear()

    def _resize(self, zoom: float, at: QPoint = _CORNER) -> None:
        """Take another size, or the one that fits; what is at a point of the view stays there."""
        bars = ((self.verticalScrollBar(), at.y(), self._height), (self.horizontalScrollBar(), at.x(), self._width))
        shares = [(bar.value() + place) / max(1, extent()) for bar, place, extent in bars]
        before, self._zoom = self._zoom, self._fitting() or max(_LEAST, min(_MOST, zoom))
        if self._zoom != before:
            self._images.clear()
        self._lay_out()
        for (bar, place, extent), share in zip(bars, shares, strict=True):
            bar.setValue(round(share * extent() - place))
        self.zoomed.emit()

    def _fitting(self) -> float | None:
        """The size that fits; None where the size follows nothing."""
        if self._fit is Fit.NOTHING or not self._sizes:
            return None
        width, height = (max(size[side] for size in self._sizes) * _POINT for side in (0, 1))
        wide = (self.viewport().width() - 2 * _GAP - 1) / width
        whole = wide if self._fit is Fit.WIDTH else min(wide, (self.viewport().height() - 2 * _GAP) / height)
        return max(_LEAST_FITTING, min(_MOST, whole))

    def _lay_out(self) -> None:
        view = self.viewport()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, self._height() - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(3 * STEP)
        horizontal.setRange(0, max(0, self._width() - view.width()))
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

    def _width(self) -> int:
        return 2 * _GAP + max((self._extent(number)[0] for number in range(self.count)), default=0)

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
        self.viewport().update()
        self._turn_to(self._seen_most())

    def _turn_to(self, page: int) -> None:
        self._page = page
        self.turned.emit()

    def _seen_most(self) -> int:
        """The page of which most is seen, the first of several, counted from 1; 0 where there is none."""
        seen = {number + 1: self._seen(place) for number, place in self._in_sight()}
        return max(seen, key=seen.__getitem__, default=0)

    def _fully_seen(self) -> list[int]:
        return [number + 1 for number, place in self._in_sight() if self._seen(place) == place.height()]

    def _seen(self, place: QRect) -> int:
        """How many rows of a page are seen."""
        return place.intersected(self.viewport().rect()).height()
