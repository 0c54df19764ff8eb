"""The first five minutes of somebody new, by mouse and keys in the whole window: `python -m tools.newcomer` tells them.

They open the example, change three bullets, add two, score five risks, name an owner, move a category, delete a risk
and take that back, and export the appendix.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.levels import LevelButton
from riskdesk.ui.pages.page import Page
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.panel import PanelList
from tools import hands
from tools.hands import SIGN, TEXT, Somebody

MOST = 60


class Newcomer(Somebody):
    """Does what somebody new does."""

    def walk(self) -> None:
        """The five minutes, from the welcome page to the PDF."""
        self.press("open the example", Qt.Key.Key_Return)
        self.write()
        self.score()
        self.name_an_owner()
        self.move_a_category()
        self.delete_and_undo()
        self.export()

    def write(self) -> None:
        """Change three bullets and add two below the last of them."""
        for number in range(3):
            self.click_on_risk("into a risk", self.risks[number], TEXT)
            self.press("to its end", Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
            self.type(f" (changed {number + 1})")
        for text in ("One more risk", "And another one"):
            self.press("a new bullet", Qt.Key.Key_Return)
            self.type(text)
        self.press("done writing", Qt.Key.Key_Escape)

    def score(self) -> None:
        """Give five risks a likelihood and an impact."""
        for number in range(5):
            self.click_on_risk("a risk", self.risks[number], SIGN)
            for half, level in (("likelihood", 2 + number % 4), ("impact", 1 + number)):
                self.click(f"its {half}", self._level(half, level))

    def name_an_owner(self) -> None:
        self.click("the owner", self._field("owner"))
        self.type("N. Comer")
        self.press("done", Qt.Key.Key_Return)

    def move_a_category(self) -> None:
        panel_list: PanelList = self.window.findChild(CategoriesPanel).findChild(PanelList)
        place = panel_list.visualItemRect(panel_list.topLevelItem(0)).center()
        self.click("the first category", panel_list.viewport(), place)
        self.press("moves down", Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    def delete_and_undo(self) -> None:
        self.click_on_risk("a risk", self.risks[2], SIGN)
        self.press("deleted", Qt.Key.Key_Delete)
        self.press("and back again", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def export(self) -> None:
        self.press("export", Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        self.press("as it is offered", Qt.Key.Key_Return)

    def _level(self, half: str, number: int) -> QWidget:
        levels = self._field(half)
        button = next(each for each in levels.findChildren(LevelButton) if each.number == number)
        assert isinstance(button, QWidget)
        return button

    def _field(self, name: str) -> QWidget:
        inspector: Inspector = self.window.findChild(Inspector)
        pages = inspector.findChildren(Page)
        (field,) = (page.fields[name] for page in pages if page.isVisible() and name in page.fields)
        assert isinstance(field, QWidget)
        return field


def go_through(folder: Path) -> tuple[list[str], Path, Path]:
    """Let a newcomer go through their five minutes on a file in a folder; what they did, that file, and the PDF."""
    newcomer, own = hands.go_through(folder, Newcomer, lambda: any(folder.glob("*.pdf")))
    (pdf,) = folder.glob("*.pdf")
    return newcomer.actions, own, pdf


if __name__ == "__main__":
    sys.exit(len(hands.tell(Newcomer).actions) > MOST)
