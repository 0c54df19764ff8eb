"""A preview of the Kazakhstan register, and what a test does with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from riskdesk.desk.drafts import Draft
from riskdesk.domain.problems import Problem
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.preview import Preview
from riskdesk.ui.printing.preview.pages import Pages


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


class Typed:
    """An editor in which a draft is being typed."""

    draft: Draft | None = None

    def commit(self) -> bool:
        return self.draft is None

    def drafts(self) -> list[Draft]:
        return [] if self.draft is None else [self.draft]

    def problem(self) -> Problem | None:
        return None

    def let_go(self) -> bool:
        return self.commit()


@pytest.fixture
def typed(workbench: Workbench) -> Typed:
    editor = Typed()
    workbench.typing.add(editor, workbench)
    return editor


@pytest.fixture
def preview(qtbot: QtBot, workbench: Workbench, settings: Settings, typed: Typed) -> Preview:
    new_preview = Preview(workbench, PrintChoice(settings))
    new_preview.resize(500, 600)
    qtbot.addWidget(new_preview)
    new_preview.show()
    qtbot.waitUntil(lambda: pages(new_preview).count > 0)
    return new_preview


def pages(preview: Preview) -> Pages:
    child = preview.findChild(Pages)
    assert isinstance(child, Pages)
    return child


def button(preview: Preview, name: str) -> QToolButton:
    (only_button,) = [
        candidate for candidate in preview.findChildren(QToolButton) if candidate.accessibleName() == name
    ]
    return only_button


def text(preview: Preview, page: int = 0) -> str:
    document = pages(preview)._document
    assert document is not None
    return str(document[page].get_textpage().get_text_bounded())


def remade(qtbot: QtBot, preview: Preview, work: Callable[[], object]) -> None:
    before = pages(preview)._document
    work()
    qtbot.waitUntil(lambda: pages(preview)._document not in (before, None))


def wheel(turn: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWheelEvent:
    place, phase = QPointF(50, 50), Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(place, place, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifier, phase, False)
