"""The first five minutes of somebody new, by mouse and keys in the whole window: `python -m tools.newcomer` tells them.

They open the example, change three bullets, add two, score five risks, name an owner, move a category, delete a risk
and take that back, and export the appendix; each click, key and text typed in one go counts as an action.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from riskdesk.app import program
from riskdesk.desk.session import Session
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.kit import translations
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.asking import FOLDER
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.inspector.levels import LevelButton
from riskdesk.ui.inspector.page import Page
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.panel import PanelList
from riskdesk.ui.transfer.export import OPENS
from riskdesk.ui.views.sheet import Sheet

MOST = 60
_SIGN, _TEXT = QPoint(-8, 10), QPoint(30, 10)
# Of a small laptop.
_SIZE = 1366, 700
_PATIENCE_MS = 30_000


class Newcomer:
    """Does what they do in a window on an empty file; `actions` tells of each."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        self.actions: list[str] = []
        self._window, self._workbench = window, workbench
        self._inspector: Inspector = window.findChild(Inspector)

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
            self.click_on_risk("into a risk", self.risks[number], _TEXT)
            self.press("to its end", Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
            self.type(f" (changed {number + 1})")
        for text in ("One more risk", "And another one"):
            self.press("a new bullet", Qt.Key.Key_Return)
            self.type(text)
        self.press("done writing", Qt.Key.Key_Escape)

    def score(self) -> None:
        """Give five risks a likelihood and an impact."""
        for number in range(5):
            self.click_on_risk("a risk", self.risks[number], _SIGN)
            for half, level in (("likelihood", 2 + number % 4), ("impact", 1 + number)):
                self.click(f"its {half}", self._level(half, level))

    def name_an_owner(self) -> None:
        self.click("the owner", self._field("owner"))
        self.type("N. Comer")
        self.press("done", Qt.Key.Key_Return)

    def move_a_category(self) -> None:
        shown: PanelList = self._window.findChild(CategoriesPanel).findChild(PanelList)
        place = shown.visualItemRect(shown.topLevelItem(0)).center()
        self.click("the first category", shown.viewport(), place)
        self.press("moves down", Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    def delete_and_undo(self) -> None:
        self.click_on_risk("a risk", self.risks[2], _SIGN)
        self.press("deleted", Qt.Key.Key_Delete)
        self.press("and back again", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def export(self) -> None:
        self.press("export", Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        self.press("as it is offered", Qt.Key.Key_Return)

    @property
    def tree(self) -> RegisterTree:
        tree = self._workbench.tree()
        assert tree is not None, "the example is open"
        return tree

    @property
    def risks(self) -> list[Risk]:
        return list(self.tree.risks)

    def click_on_risk(self, what: str, risk: Risk, place: QPoint) -> None:
        """Click into the text of a risk or on the sign before it, a place from where its text begins."""
        sheet: Sheet = self._window.findChild(Sheet)
        sheet.reveal_item(risk.id)
        room = sheet.rect_of(risk.id)
        assert room is not None, "it was brought into sight"
        self.click(what, sheet.viewport(), room.topLeft() - sheet.viewport().pos() + place)

    def click(self, what: str, target: QWidget, place: QPoint | None = None) -> None:
        self._note(f"click: {what}")
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(target, left, none, place or target.rect().center())
        QApplication.processEvents()

    def press(self, what: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._note(f"key: {what}")
        QTest.keyClick(_focused(), key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        self._note(f"type: {text.strip()}")
        for sign in text:
            QTest.keyClicks(_focused(), sign)

    def _level(self, half: str, number: int) -> QWidget:
        levels = self._field(half)
        found = next(each for each in levels.findChildren(LevelButton) if each.number == number)
        assert isinstance(found, QWidget)
        return found

    def _field(self, name: str) -> QWidget:
        pages = self._inspector.findChildren(Page)
        (found,) = (page.fields[name] for page in pages if page.isVisible() and name in page.fields)
        assert isinstance(found, QWidget)
        return found

    def _note(self, what: str) -> None:
        self.actions.append(what)


def go_through(folder: Path) -> tuple[list[str], Path, Path]:
    """Let a newcomer go through their five minutes on a file in a folder; what they did, that file, and the PDF."""
    own = folder / "registers.riskdesk"
    with closing(Session.create(own, "N. Comer")) as session:
        home = Home.inside(folder, "N. Comer", own)
        workbench, settings = Workbench(session), Settings(folder / "settings.json")
        # No viewer comes up before somebody who is not there.
        settings.set(OPENS, False)
        settings.set(FOLDER, str(folder))
        window = MainWindow(workbench, settings, home)
        window.resize(*_SIZE)
        window.show()
        _wait(lambda: window.findChild(Inspector) is not None)
        newcomer = Newcomer(window, workbench)
        newcomer.walk()
        _wait(lambda: any(folder.glob("*.pdf")))
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (pdf,) = folder.glob("*.pdf")
    return newcomer.actions, own, pdf


def _focused() -> QWidget:
    focused = QApplication.focusWidget() or QApplication.activeWindow()
    assert focused is not None, "somebody is there"
    return focused


def _wait(there: Callable[[], bool]) -> None:
    end = QDeadlineTimer(_PATIENCE_MS)
    while not there():
        assert not end.hasExpired(), "it is there in time"
        QTest.qWait(10)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    translations.install(program.new_application(), "en")
    with tempfile.TemporaryDirectory() as kept:
        done, _, _ = go_through(Path(kept))
    print(*done, f"{len(done)} actions", sep="\n")
    sys.exit(len(done) > MOST)
