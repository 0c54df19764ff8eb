"""The scroll area of a page."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.roles import give_role
from riskdesk.kit.theme import STEP
from riskdesk.ui.pages.page import Page


class Anchor(NamedTuple):
    """A field at the top of what is in sight, and how far below its own top that begins."""

    part: QWidget
    away: int


class PageArea(QScrollArea):
    """A scroll area for a page of the inspector.

    What is in sight stays there when the page shows another item.
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

    def name(self) -> None:
        """Be called what the page is called; without a field to write in, take the focus."""
        first = self._page.first if self._page.isEnabled() else None
        by_tab = Qt.FocusPolicy.ClickFocus if self._page.fields else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if first else by_tab)
        self.setAccessibleName(self._page.accessibleName())
        self.setAccessibleDescription(self._page.accessibleDescription())

    def keep_place(self) -> None:
        """Note what is in sight."""
        top = self.verticalScrollBar().value()
        fields = (field for field in self._page.fields.values() if isinstance(field, QWidget) and not field.isHidden())
        part = next((field for field in fields if field.geometry().bottom() >= top), None)
        self._anchor = Anchor(part, top - part.y()) if part is not None and top else None

    def take_place(self) -> None:
        """Show what was in sight, whatever room the texts above it take now."""
        if self._anchor is not None:
            self.settle()
            self.verticalScrollBar().setValue(self._anchor.part.y() + self._anchor.away)

    def settle(self) -> None:
        """Give what has just come up on the page its place."""
        # Those of parts of the page, too: what one needs for its new width is asked of the page next.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part of the page, with its label; to its caret where it is taller than the area."""
        spare = (self.viewport().height() - part.height()) // 2
        if spare < 0:
            self.ensureWidgetVisible(part, 0, 2 * STEP)
        else:
            middle = part.mapTo(self._page, part.rect().center())
            self.ensureVisible(0, middle.y(), 0, part.height() // 2 + min(6 * STEP, spare))
