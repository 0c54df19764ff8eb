"""The editor of a scale on the open register, and short names for what a user does in it."""

from collections.abc import Callable
from itertools import cycle, product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.desk.action import in_turn
from riskdesk.kit.fields.note import Note
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.editor import ScaleDialog
from tests.ui.conftest import tree_of

LEVELS = ("likelihood", "impact", "residual_likelihood", "residual_impact")
Open = Callable[[], ScaleDialog]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def edited(workbench: Workbench, settings: Settings, parent: QWidget, qtbot: QtBot) -> Open:
    """Opens the editor on what the workbench has open."""

    def opened() -> ScaleDialog:
        dialog = ScaleDialog(workbench, tree_of(workbench), settings, parent)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


@pytest.fixture
def assessed(workbench: Workbench) -> None:
    """Every pair of halves, before mitigation and after it."""
    pairs = cycle(product([None, 1, 2, 3, 4, 5], repeat=2))
    edits = [
        risks.edit(risk.id, **dict(zip(LEVELS, (*next(pairs), *next(pairs)), strict=True)))
        for risk in tree_of(workbench).risks
    ]
    workbench.run(in_turn(edits))


def named_widget(dialog: QWidget, name: str) -> QWidget:
    """What is called so to who listens, and is seen."""
    (only_widget,) = (
        widget for widget in dialog.findChildren(QWidget) if widget.accessibleName() == name and widget.isVisible()
    )
    return only_widget


def press(key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)


def write(field: QWidget, text: str) -> None:
    """Write a text in the place of what a field holds."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def notes(dialog: QWidget) -> list[str]:
    """What is said to be wrong, from the top."""
    visible = [note for note in dialog.findChildren(Note) if note.isVisible()]
    return [note.words for note in sorted(visible, key=lambda note: note.mapTo(dialog, QPoint(0, 0)).y())]


def texts(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
