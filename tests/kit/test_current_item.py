"""Who listens hears in which item the keyboard is, as it comes back to a table, a list or a tree."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListView,
    QTableView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit.announce import CurrentItem, tells_itself
from tests.hearing import hearing

KINDS = [QTableView, QTreeView, QListView]


@pytest.fixture
def heard(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What has the focus, by its name, as it is told."""
    names: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            names.append(event.accessibleInterface().text(QAccessible.Text.Name))

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    # A program that another test left to the application would tell it as well.
    for other in qapp.findChildren(CurrentItem):
        shiboken6.delete(other)
    parent = QObject()
    CurrentItem(qapp, parent)
    yield names
    shiboken6.delete(parent)


def beside(view: QAbstractItemView, qtbot: QtBot) -> QWidget:
    """A window with a field, which has the focus, beside a view of three rows, the second of them current."""
    window, field = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    model: QStandardItemModel | QStringListModel
    if isinstance(view, QListView):
        model = QStringListModel(["One", "Two", "Three"], view)
    else:
        model = QStandardItemModel(view)
        for text in ("One", "Two", "Three"):
            model.appendRow(QStandardItem(text))
    view.setModel(model)
    for part in (field, view):
        layout.addWidget(part)
    view.setCurrentIndex(model.index(1, 0))
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window


@pytest.mark.parametrize("kind", KINDS)
def test_the_item_is_heard_as_the_keyboard_comes_back(
    heard: list[str], qtbot: QtBot, kind: type[QAbstractItemView]
) -> None:
    view = kind()
    window = beside(view, qtbot)
    view.setFocus()
    qtbot.waitUntil(lambda: heard == ["Two"])
    assert window.focusWidget() is view


def test_a_view_that_tells_by_itself_or_is_left_again_is_left_out(heard: list[str], qtbot: QtBot) -> None:
    view = QListView()
    tells_itself(view)
    window, other = beside(view, qtbot), QListView()
    view.setFocus()
    QApplication.processEvents()
    assert window.focusWidget() is view
    away = beside(other, qtbot)
    other.setFocus()
    away.findChild(QLineEdit).setFocus()
    QApplication.processEvents()
    assert heard == []


@pytest.mark.usefixtures("heard")
def test_a_branch_of_a_tree_is_heard_to_open_and_fold_where_the_keyboard_is(qtbot: QtBot) -> None:
    view = QTreeView()
    window = beside(view, qtbot)
    model = view.model()
    assert isinstance(model, QStandardItemModel)
    for row in range(model.rowCount()):
        model.item(row).appendRow(QStandardItem("Within"))
    field = window.findChild(QLineEdit)
    for _ in range(2):
        field.setFocus()
        view.setFocus()
    with hearing() as announced:
        QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Left)
        assert [event.message() for event in announced] == ["expanded", "collapsed"]
        # Others are folded by the program.
        view.expand(model.index(0, 0))
        field.setFocus()
        view.expand(view.currentIndex())
        assert len(announced) == 2
