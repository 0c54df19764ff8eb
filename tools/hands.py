"""Somebody at the whole window, by mouse and keys; a click, drag, key or text typed in one go counts as an action."""

import os
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

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
from riskdesk.ui.dialogs.asking import FOLDER
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import OPENS
from riskdesk.ui.views.sheet import Sheet

SIGN, TEXT = QPoint(-8, 10), QPoint(30, 10)
# Of a small laptop.
_SIZE = 1366, 700
_PATIENCE_MS = 30_000
# Events of the mouse on its way from one place to another.
_MOVES = 5
_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


class Somebody:
    """Does something in a window on an empty file; `actions` tells of each."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        self.actions: list[str] = []
        self.window, self.workbench = window, workbench

    def walk(self) -> None:
        """All that they do, from the welcome page on."""
        raise NotImplementedError

    @property
    def tree(self) -> RegisterTree:
        tree = self.workbench.tree()
        assert tree is not None, "the example is open"
        return tree

    @property
    def risks(self) -> list[Risk]:
        return list(self.tree.risks)

    def click_on_risk(self, action: str, risk: Risk, place: QPoint) -> None:
        """Click into the text of a risk or on the sign before it, a place from where its text begins."""
        sheet: Sheet = self.window.findChild(Sheet)
        sheet.reveal_item(risk.id)
        room = sheet.rect_of(risk.id)
        assert room is not None, "it was brought into sight"
        self.click(action, sheet.viewport(), room.topLeft() - sheet.viewport().pos() + place)

    def click(
        self, action: str, target: QWidget, place: QPoint | None = None, modifiers: Qt.KeyboardModifier = _NONE
    ) -> None:
        self.actions.append(f"click: {action}")
        QTest.mouseClick(target, _LEFT, modifiers, place or target.rect().center())
        QApplication.processEvents()

    def drag(self, action: str, target: QWidget, start: QPoint, end: QPoint) -> None:
        self.actions.append(f"drag: {action}")
        QTest.mousePress(target, _LEFT, _NONE, start)
        for step in range(1, _MOVES + 1):
            QTest.mouseMove(target, start + (end - start) * step / _MOVES)
        QTest.mouseRelease(target, _LEFT, _NONE, end)
        QApplication.processEvents()

    def press(self, action: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        self.actions.append(f"key: {action}")
        QTest.keyClick(self._focused(), key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        self.actions.append(f"type: {text.strip()}")
        for sign in text:
            QTest.keyClicks(self._focused(), sign)

    def _focused(self) -> QWidget:
        if QApplication.activeWindow() is None:
            # Where there is no screen, nothing does so once a dialog has gone.
            self.window.activateWindow()
            wait(self.window.isActiveWindow)
        focused = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        assert isinstance(focused, QWidget)
        return focused


SomebodyT = TypeVar("SomebodyT", bound=Somebody)


def go_through(folder: Path, who: type[SomebodyT], done: Callable[[], bool] = lambda: True) -> tuple[SomebodyT, Path]:
    """Let somebody do all that they do, until it is done, on a file in a folder; who it was, and that file."""
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
        wait(lambda: window.findChild(Inspector) is not None)
        somebody = who(window, workbench)
        somebody.walk()
        wait(done)
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return somebody, own


def tell(who: type[SomebodyT]) -> SomebodyT:
    """Let somebody do it in English where no screen is, and print each action."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    translations.install(program.new_application(), "en")
    with tempfile.TemporaryDirectory() as folder:
        somebody, _ = go_through(Path(folder), who)
    print(*somebody.actions, f"{len(somebody.actions)} actions", sep="\n")
    return somebody


def wait(there: Callable[[], bool]) -> None:
    """Let the window do what it has to do until something is there."""
    end = QDeadlineTimer(_PATIENCE_MS)
    while not there():
        assert not end.hasExpired(), "it is there in time"
        QTest.qWait(10)
