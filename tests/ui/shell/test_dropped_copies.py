"""What is dragged here from elsewhere is a copy, so that it is not deleted there; what is from here is moved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import clip
from riskdesk.domain.problems import Problem
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.views.sheet import Sheet
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import Opened, sheet, tree_of
from tests.ui.dragging import place
from tests.ui.shell.arrivals import NOWHERE, data_of, fields, opened_line, renamed_title, text_of

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
# With Shift, a move is meant.
HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


def drop(target: QWidget, point: QPoint, data: QMimeData, offered: Qt.DropAction = MOVE | COPY) -> list[Qt.DropAction]:
    """Drop data on a widget, meant as a move; the actions that the widget told on the way."""
    inside = target.viewport() if isinstance(target, QAbstractScrollArea) else target
    enter, over = (
        QDragEnterEvent(place(point), offered, data, *HELD),
        QDragMoveEvent(place(point), offered, data, *HELD),
    )
    dropped = QDropEvent(QPointF(point), offered, data, *HELD)
    for event in (enter, over, dropped):
        QApplication.sendEvent(inside, event)
    return [event.dropAction() for event in (enter, over, dropped) if event.isAccepted()]


def words() -> QMimeData:
    data = QMimeData()
    data.setText("procurement")
    return data


def test_text_dropped_into_a_field_is_a_copy(window: MainWindow) -> None:
    all_fields = [field for field in fields(window) if not field.isReadOnly()]
    assert len(all_fields) >= 8
    for field in all_fields:
        assert drop(field, QPoint(2, 2), words())[-1] is COPY, field.accessibleName()
        assert "procurement" in text_of(field)
        # As from Qt's own lines of text.
        assert drop(field, QPoint(2, 2), words(), MOVE)[-1] is Qt.DropAction.IgnoreAction, field.accessibleName()
        assert text_of(field).count("procurement") == 2


def test_text_dropped_into_a_line_that_is_written_is_a_copy(window: MainWindow) -> None:
    for kind in (LineKind.RISK, LineKind.CATEGORY):
        assert drop(opened_line(window, kind), QPoint(2, 2), words())[-1] is COPY
    assert drop(renamed_title(window), QPoint(2, 2), words())[-1] is COPY


def test_text_that_becomes_a_bullet_of_the_sheet_is_a_copy(window: MainWindow, workbench: Workbench) -> None:
    view = sheet(window)
    row = next(row for row, line in enumerate(view.lines.lines) if line.kind is LineKind.RISK)
    point = view._parts.scrolling.rect_of(row).topLeft() + QPoint(4, 2)
    assert drop(view, point, words()) == [COPY, COPY, COPY]
    tree = workbench.tree()
    assert tree is not None
    assert "procurement" in {risk.description for risk in tree.risks}


def test_a_file_that_the_window_opens_is_a_copy(
    window: MainWindow, problems: list[Problem], tmp_path: Path, qtbot: QtBot
) -> None:
    assert set(drop(window, QPoint(2, 2), data_of(tmp_path / NOWHERE))) == {COPY}
    qtbot.waitUntil(lambda: bool(problems))
    assert NOWHERE in str(problems[-1])


def test_a_file_dropped_on_a_field_is_a_copy(window: MainWindow, problems: list[Problem], tmp_path: Path) -> None:
    for field in fields(window):
        if not field.isReadOnly():
            assert drop(field, QPoint(2, 2), data_of(tmp_path / NOWHERE))[-1] is COPY, type(field)


class Within(QDragEnterEvent):
    """The event of the selected lines of a sheet, which are dragged over a widget of its window with Ctrl."""

    def __init__(self, lines: Sheet, point: QPoint) -> None:
        self._sheet, self.data = lines, QMimeData()
        self.data.setData(clip.MIME, b"{}")
        held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
        super().__init__(place(point), MOVE | COPY, self.data, *held)

    def source(self) -> QWidget:
        return self._sheet


def test_what_is_dragged_within_a_window_is_shown_to_be_moved_with_ctrl_too(
    window: MainWindow, workbench: Workbench
) -> None:
    lines, risk = sheet(window), next(tree_of(workbench).risks)
    workbench.select([risk.id])
    rect = lines.rect_of(risk.id)
    assert rect is not None
    over_sheet = Within(lines, rect.center())
    assert over_sheet.dropAction() is COPY
    lines.dragEnterEvent(over_sheet)
    assert (over_sheet.isAccepted(), over_sheet.dropAction()) == (True, MOVE)
    categories = window.findChild(CategoriesPanel).findChild(PanelList)
    enter, over = (Within(lines, categories.visualItemRect(categories.topLevelItem(1)).center()) for _ in range(2))
    categories.dragEnterEvent(enter)
    categories.dragMoveEvent(over)
    assert [(event.isAccepted(), event.dropAction()) for event in (enter, over)] == [(True, MOVE)] * 2
