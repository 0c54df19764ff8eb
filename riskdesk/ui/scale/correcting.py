"""What is to be corrected in a scale: how much it is, on which pages, and the way to the first of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from riskdesk.domain.scale_draft import Finding
from riskdesk.ui.scale.bands_page import BandsPage
from riskdesk.ui.scale.levels_page import LevelsPage
from riskdesk.ui.scale.pair import Pair

# The page that each part of a scale is entered on; its name stands above them.
_PAGES = {"likelihood": 0, "impact": 1, "band": 2, "start": 2}


class Correcting(QPushButton):
    """A button that says how much is to be corrected, and leads to the first field of it; hidden where nothing is.

    The buttons that lead to the pages say how much it is there.
    """

    def __init__(
        self, tabs: QButtonGroup, name: Pair, pages: tuple[LevelsPage, LevelsPage, BandsPage], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tabs, self._name, self._fields_of = tabs, name, pages
        self._wrong: Sequence[Finding] = ()
        self.setAutoDefault(False)
        self.clicked.connect(self._lead)

    def tell(self, wrong: Sequence[Finding]) -> None:
        """Say what is wrong."""
        self._wrong = wrong
        self.setText(self.tr("%Ln thing(s) to correct", "", len(wrong)))
        self.setVisible(bool(wrong))
        places = [_PAGES.get(finding.part) for finding in wrong]
        for button in self._tabs.buttons():
            plain, count = button.property("plain"), places.count(self._tabs.id(button))
            button.setText(f"{plain} ({count})" if count else plain)

    def _lead(self) -> None:
        finding = self._wrong[0]
        page = _PAGES.get(finding.part)
        if page is None:
            field: QWidget = self._name.fields[0]
        else:
            self._tabs.button(page).click()
            field = self._fields_of[page].field(finding)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
