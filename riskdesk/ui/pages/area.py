"""The scroll area of a page."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.qt import application
from riskdesk.kit.roles import give_role
from riskdesk.kit.theme import UNIT
from riskdesk.ui.pages.page import Page


class Anchor(NamedTuple):
    """A field at the top of the visible part, and how far below the field's top the visible part begins."""

    part: QWidget
    away: int


class PageArea(QScrollArea):
    """A scroll area for a page of the inspector.

    The scroll position is kept when the page shows another item. The widget that gets the focus is scrolled into view.
    """

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._anchor: Anchor | None = None
        without_frame(self)
        give_role(self, QAccessible.Role.Grouping)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        application().focusChanged.connect(self._on_focus_changed)

    def name(self) -> None:
        """Take the accessible name of the page; accept the focus if the page has no first field."""
        first = self._page.first if self._page.isEnabled() else None
        by_tab = Qt.FocusPolicy.ClickFocus if self._page.fields else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if first else by_tab)
        self.setAccessibleName(self._page.accessibleName())
        self.setAccessibleDescription(self._page.accessibleDescription())

    def keep_place(self) -> None:
        """Save which field is at the top of the visible part."""
        top = self.verticalScrollBar().value()
        fields = (field for field in self._page.fields.values() if isinstance(field, QWidget) and not field.isHidden())
        part = next((field for field in fields if field.geometry().bottom() >= top), None)
        self._anchor = Anchor(part, top - part.y()) if part is not None and top else None

    def take_place(self) -> None:
        """Scroll so that the same field is at the top again, even if the texts above it have another height."""
        if self._anchor is not None:
            self.settle()
            self.verticalScrollBar().setValue(self._anchor.part.y() + self._anchor.away)

    def settle(self) -> None:
        """Lay out the page at once, with fields that have just been shown."""
        # Also the requests of its parts, as the page asks them for their height at the new width.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part of the page and its label; if the part is higher than the area, to its text cursor."""
        spare = (self.viewport().height() - part.height()) // 2
        if spare < 0:
            self.ensureWidgetVisible(part, 0, 2 * UNIT)
        else:
            middle = part.mapTo(self._page, part.rect().center())
            self.ensureVisible(0, middle.y(), 0, part.height() // 2 + min(6 * UNIT, spare))

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll the focused widget into view, but not while a mouse button is down: the click would miss it."""
        is_pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._page.isAncestorOf(now) and not is_pressed:
            self.reveal(now)
