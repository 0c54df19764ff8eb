"""An inspector, shown, and short names for what a user does in it."""

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.values import Risk
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.levels import LevelButton
from riskdesk.ui.pages.page import Page
from tests.ui import dragging
from tests.ui.conftest import tree_of


@pytest.fixture
def inspector(qtbot: QtBot, workbench: Workbench, settings: Settings) -> Inspector:
    new_inspector = Inspector(workbench, settings)
    qtbot.addWidget(new_inspector)
    new_inspector.resize(320, 800)
    with qtbot.waitExposed(new_inspector):
        new_inspector.show()
    return new_inspector


def first_risk(workbench: Workbench) -> Risk:
    return next(tree_of(workbench).risks)


def page(inspector: Inspector) -> Page:
    return next(candidate for candidate in inspector.findChildren(Page) if candidate.isVisible())


def field(inspector: Inspector, name: str) -> QWidget:
    widget = page(inspector).fields[name]
    assert isinstance(widget, QWidget)
    return widget


def level(inspector: Inspector, name: str, number: int) -> LevelButton:
    return field(inspector, name).findChildren(LevelButton)[number - 1]


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def choose_register(workbench: Workbench) -> None:
    workbench.select([tree_of(workbench).register.id])


def text_in(inspector: Inspector, name: str) -> str:
    """The text that stands in a field."""
    widget = field(inspector, name)
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()


def note_below(inspector: Inspector, name: str) -> str:
    """The words below a field on why its text is not stored."""
    return page(inspector).notes[name].words if page(inspector).notes[name].isVisible() else ""


def drop(widget: QWidget, text: str) -> None:
    """Drop a text into a widget, which does not get the focus by it."""
    data = QMimeData()
    data.setText(text)
    dragging.drop(widget.viewport() if isinstance(widget, QPlainTextEdit) else widget, QPoint(5, 5), data)
