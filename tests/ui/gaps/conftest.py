"""A window with its panel of what is missing or due, and what a user does in it."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.gaps import GapKind
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps import GapsButton, GapsPanel, watch
from riskdesk.ui.gaps.model import ROW, Mend
from riskdesk.ui.gaps.view import GapView
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Desk, Opened

NO_KEY = Qt.KeyboardModifier.NoModifier


class User(Desk):
    """Someone who looks at what is missing."""

    def __init__(self, window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
        super().__init__(window, workbench)
        self.qtbot = qtbot

    @property
    def button(self) -> GapsButton:
        (gaps_button,) = self.window.findChildren(GapsButton)
        return gaps_button

    @property
    def panel(self) -> GapsPanel:
        (gaps_panel,) = self.window.findChildren(GapsPanel)
        return gaps_panel

    @property
    def view(self) -> GapView:
        return self.panel._view

    @property
    def focused(self) -> object:
        return QApplication.focusWidget()

    @property
    def count(self) -> int:
        return int(self.button.text().split()[0])

    def open_panel(self) -> GapsPanel:
        QTest.mouseClick(self.button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: self.panel.isVisible())
        return self.panel

    def kinds(self) -> dict[GapKind, int]:
        """The kinds that are listed, each with how many there are."""
        model = self.view.model()
        rows = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
        return {row.kind: row.count for row in rows}

    def heading(self, kind: GapKind) -> QModelIndex:
        index = self.panel._model.index_of(kind)
        assert index.isValid(), f"{kind} is not listed"
        return index

    def rows(self, kind: GapKind) -> list[QModelIndex]:
        """What stands below a kind but what mends it."""
        indexes = self.below(kind)
        return [index for index in indexes if not isinstance(index.data(ROW), Mend)]

    def mend(self, kind: GapKind) -> QModelIndex | None:
        return next((index for index in self.below(kind) if isinstance(index.data(ROW), Mend)), None)

    def below(self, kind: GapKind) -> list[QModelIndex]:
        heading, model = self.heading(kind), self.view.model()
        return [model.index(row, 0, heading) for row in range(model.rowCount(heading))]

    def click(self, index: QModelIndex, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self.view.scrollTo(index)
        QTest.mouseClick(self.view.viewport(), button, NO_KEY, self.view.visualRect(index).center())

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.view, key)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """All is found at once, however busy the computer is."""
    monkeypatch.setattr(watch, "_SECONDS_OF_ACTION", 600.0)


@pytest.fixture
def user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> User:
    return User(open_window(), workbench, qtbot)
