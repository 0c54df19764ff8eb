"""A list on the Kazakhstan register, some of it assessed, and short names for what a user does on it."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.desk.action import in_turn
from riskdesk.desk.listing import Group, ListRow
from riskdesk.desk.session import Session
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk, RiskStatus
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from tests.ui.conftest import Opened, action, tree_of
from tests.ui.keys import focused

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
OWNERS = ("Anna Keller", "Marat Abenov", "")


def open_wide(open_window: Opened) -> MainWindow:
    """A wide window in front."""
    window = open_window()
    window.resize(1600, 900)
    window.activateWindow()
    return window


@dataclass
class Reader:
    """Somebody at the list."""

    view: RegisterList
    workbench: Workbench

    @property
    def tree(self) -> RegisterTree:
        return tree_of(self.workbench)

    @property
    def names_shown(self) -> list[str]:
        """What the rows are called, in their order: of a risk its reference."""
        return [self.name(line) for line in self.view.table.lines.lines if isinstance(line, ListRow)]

    @property
    def lines(self) -> list[str]:
        """As `shown`, with the labels of groups."""
        return [line.label if isinstance(line, Group) else self.name(line) for line in self.view.table.lines.lines]

    def name(self, row: ListRow) -> str:
        return row.item.reference if isinstance(row.item, Risk) else row.item.description

    def risk(self, reference: str) -> Risk:
        return next(risk for risk in self.tree.risks if risk.reference == reference)

    def column(self, name: str) -> int:
        return [field.name for field in self.view.table.fields()].index(name)

    def place(self, reference: str) -> int:
        return self.lines.index(reference)

    def cell(self, reference: str, name: str) -> str:
        table = self.view.table
        return str(table.lines.index(self.place(reference), self.column(name)).data())

    def middle(self, reference: str, name: str = "reference") -> QPoint:
        table = self.view.table
        index = table.lines.index(self.place(reference), self.column(name) if name else 0)
        table.scrollTo(index)
        return table.visualRect(index).center()

    def click(self, reference: str, name: str = "reference", modifiers: Qt.KeyboardModifier = NONE) -> None:
        point = self.middle(reference, name)
        QTest.mouseClick(self.view.table.viewport(), Qt.MouseButton.LeftButton, modifiers, point)

    def double_click(self, reference: str, name: str) -> None:
        point = self.middle(reference, name)
        QTest.mouseClick(self.view.table.viewport(), Qt.MouseButton.LeftButton, NONE, point)
        QTest.mouseDClick(self.view.table.viewport(), Qt.MouseButton.LeftButton, NONE, point)

    def click_head(self, name: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        head = self.view.table.head
        across = head.sectionViewportPosition(self.column(name)) + head.sectionSize(self.column(name)) // 2
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, modifiers, QPoint(across, head.height() // 2))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    @property
    def focused(self) -> QWidget:
        return focused()

    def selected(self) -> list[str]:
        return [
            self.name(row)
            for identity in self.view.selected_ids()
            if (row := self.view.listed.row(identity)) is not None
        ]


def at_the_list(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> Reader:
    """Somebody who turns to the list of a window."""
    action(window, "view_list").trigger()
    view = window._centre.front
    assert isinstance(view, RegisterList)
    qtbot.waitUntil(view.table.hasFocus)
    return Reader(view, workbench)


@pytest.fixture(scope="session")
def kazakhstan_store(kazakhstan_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One in which the first 24 risks have assessments, owners, states and reviews in turn."""
    path = shutil.copyfile(kazakhstan_store, tmp_path_factory.mktemp("assessed") / "store.riskdesk")
    with closing(Session.open(path, "A. Tester")) as session:
        tree = session.tree(session.registers()[0].id)
        edits = [
            risks.edit(
                risk.id,
                likelihood=1 + at % 5,
                impact=1 + at * 2 % 5,
                owner=OWNERS[at % 3],
                status=list(RiskStatus)[at % 6],
                next_review=date(2026, 1 + at % 12, 1),
            )
            for at, risk in enumerate(islice(tree.risks, 24))
        ]
        session.run(in_turn(edits))
    return path


@pytest.fixture
def reader(workbench: Workbench, settings: Settings, qtbot: QtBot) -> Reader:
    view = RegisterList(workbench, settings)
    qtbot.addWidget(view)
    view.resize(1300, 700)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    return Reader(view, workbench)
