"""The errors in a scale: how many there are, on which pages, and the way to the first one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from riskdesk.domain.scale_draft import ScaleFault
from riskdesk.kit.scrolled import Scrolled
from riskdesk.ui.scale.bands_page import BandsPage
from riskdesk.ui.scale.label_fields import LabelFields
from riskdesk.ui.scale.levels_page import LevelsPage

# The page on which each part of a scale is entered; the name is entered above the pages.
_PAGES = {"likelihood": 0, "impact": 1, "band": 2, "start": 2}


class Correcting(QPushButton):
    """A button that shows the number of errors, and leads to the field of the first one; hidden if there is none.

    The buttons of the pages show the numbers of errors on each page; a page is in the scroll area of the same place.
    """

    def __init__(
        self,
        tabs: QButtonGroup,
        name: LabelFields,
        pages: tuple[LevelsPage, LevelsPage, BandsPage],
        areas: Sequence[Scrolled],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tabs, self._name, self._pages, self._areas = tabs, name, pages, areas
        self._wrong: Sequence[ScaleFault] = ()
        self.setAutoDefault(False)
        self.clicked.connect(self._lead)

    def tell(self, wrong: Sequence[ScaleFault]) -> None:
        """Show how many errors there are, and on which pages."""
        self._wrong = wrong
        self.setText(self.tr("%Ln thing(s) to correct", "", len(wrong)))
        self.setVisible(bool(wrong))
        places = [_PAGES.get(fault.part) for fault in wrong]
        for button in self._tabs.buttons():
            plain, count = button.property("plain"), places.count(self._tabs.id(button))
            button.setText(f"{plain} ({count})" if count else plain)

    def _lead(self) -> None:
        fault = self._wrong[0]
        page = _PAGES.get(fault.part)
        if page is None:
            self._name.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._tabs.button(page).click()
        field = self._pages[page].field(fault)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # The reason is below the field; if both have no room, the field is shown.
        for part in (self._pages[page].note(fault), field):
            self._areas[page].ensureWidgetVisible(part, 0, 0)
