"""A sheet on the Kazakhstan register, shown, and short names for what a user does on it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.labels import undo_label
from tests.ui.conftest import tree_of


@dataclass
class User:
    """Somebody at the sheet."""

    sheet: Sheet
    workbench: Workbench

    @property
    def tree(self) -> RegisterTree:
        return tree_of(self.workbench)

    @property
    def last_done(self) -> str | None:
        """What an undo would take back."""
        return undo_label(self.workbench.session, self.workbench.register_id)

    def entry(self, number: int) -> EntryTree:
        return list(self.tree.entries)[number]

    def risks(self, number: int) -> list[str]:
        return [risk.description for risk in self.entry(number).risks]

    def mitigations(self, number: int) -> list[str]:
        return [mitigation.description for mitigation in self.entry(number).mitigations]

    def row(self, identity: str) -> int:
        return self.sheet.lines.content.rows[identity]

    def choose(self, identity: str) -> None:
        self.sheet.choose(self.row(identity))

    def do(self, command: str) -> None:
        """Give the sheet a command."""
        self.sheet.commands[command]()

    def edit(self, identity: str) -> None:
        self.choose(identity)
        self.do("edit_text")

    def click(
        self, identity: str, at: QPoint | None = None, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        row = self.row(identity)
        self.sheet.reveal_item(identity)
        point = self.sheet._parts.scrolling.rect_of(row).topLeft() + (at or QPoint(20, 8))
        QTest.mouseClick(self.sheet.viewport(), Qt.MouseButton.LeftButton, modifiers, point)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focused(), key, modifiers)

    def type(self, text: str) -> None:
        for sign in text:
            QTest.keyClicks(self._focused(), sign)

    @property
    def writes(self) -> str | None:
        """The text of the open line, None if none is open."""
        return None if self.sheet.writing.row is None else self.sheet.writing.editor.toPlainText()

    @property
    def writes_in(self) -> LineKind | None:
        row = self.sheet.writing.row
        return None if row is None else self.sheet.lines.lines[row].kind

    def _focused(self) -> QWidget:
        return self.sheet if self.sheet.writing.row is None else self.sheet.writing.editor


@pytest.fixture
def user(qtbot: QtBot, workbench: Workbench) -> User:
    sheet = Sheet(workbench)
    qtbot.addWidget(sheet)
    sheet.resize(760, 800)
    with qtbot.waitExposed(sheet):
        sheet.show()
    sheet.setFocus()
    return User(sheet, workbench)
