"""The tools above the pages of the preview: buttons and fields for page and size."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from riskdesk.kit.fields.calm import CalmNumber
from riskdesk.kit.icons import icon
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.theme import UNIT
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.printing.preview.stack import Fit


class PageTools(QWidget):
    """A row of tools that change the page and the size, and show both; `stops` has those that Tab goes through."""

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._previous = self._button(self.tr("Previous page"), lambda: pages.go_to(pages.page - 1), "chevron-up")
        self._next = self._button(self.tr("Next page"), lambda: pages.go_to(pages.page + 1), "chevron-down")
        self._number = self._page_field()
        self._count, self._percent = PlainLabel(parent=self), PlainLabel(parent=self)
        self._fits = {
            Fit.WIDTH: self._fit_button(self.tr("Width"), self.tr("Fit to the width"), Fit.WIDTH),
            Fit.PAGE: self._fit_button(self.tr("Page"), self.tr("Fit to the page"), Fit.PAGE),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT // 2)
        for widget in (self._previous, self._next, self._number, self._count):
            layout.addWidget(widget)
        layout.addStretch(1)
        smaller = self._button(self.tr("Smaller"), lambda: pages.zoom_by(-1), "zoom-out")
        larger = self._button(self.tr("Larger"), lambda: pages.zoom_by(1), "zoom-in")
        for zooming in (smaller, self._percent, larger, *self._fits.values()):
            layout.addWidget(zooming)
        self.stops = (self._previous, self._next, self._number, smaller, larger, *self._fits.values())
        pages.turned.connect(self._follow)
        pages.zoomed.connect(self._follow)
        self._follow()

    def _page_field(self) -> QSpinBox:
        field = CalmNumber(self)
        field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setMinimumSize(3 * UNIT, 3 * UNIT)
        field.setKeyboardTracking(False)
        field.setAccessibleName(self.tr("Page"))
        field.valueChanged.connect(self._pages.go_to)
        return field

    def _button(self, tip: str, work: Callable[[], object], picture: str = "") -> QToolButton:
        button = QToolButton(self)
        if picture:
            button.setIcon(icon(picture))
            button.setIconSize(QSize(2 * UNIT, 2 * UNIT))
        button.setMinimumSize(3 * UNIT, 3 * UNIT)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(without_arguments(work))
        return button

    def _fit_button(self, text: str, tip: str, fit: Fit) -> QToolButton:
        button = self._button(tip, partial(self._pages.fit_to, fit))
        button.setText(text)
        button.setCheckable(True)
        return button

    def _follow(self) -> None:
        pages = self._pages
        self.setEnabled(pages.count > 0)
        with QSignalBlocker(self._number):
            self._number.setRange(min(1, pages.count), pages.count)
            self._number.setValue(pages.page)
        self._previous.setEnabled(pages.page > 1)
        self._next.setEnabled(pages.page < pages.count)
        self._count.setText(self.tr("of {count}").format(count=pages.count))
        self._percent.setText(self.tr("{number}%").format(number=round(100 * pages.zoom)))
        for fit, button in self._fits.items():
            button.setChecked(pages.fit is fit)
