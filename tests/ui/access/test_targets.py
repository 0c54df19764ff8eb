"""What is clicked is at least 24 pixels high and wide, rows of lists are as high."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMainWindow,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.access.every_area import AREAS, Areas
from tests.ui.access.test_letters import DIALOGS
from tests.ui.every_dialog import every_dialog

LEAST = 24


def small(widget: QWidget) -> list[str]:
    """What is seen in a window and smaller; buttons within a field have the room around them that makes up for it."""
    targets = (*widget.findChildren(QAbstractButton), *widget.findChildren(QSpinBox))
    visible = [part for part in targets if part.isVisible() and not isinstance(part.parent(), QLineEdit)]
    return [
        *(
            f"{part.metaObject().className()} {part.accessibleName()} {part.size()}"
            for part in visible
            if is_small(part)
        ),
        *(f"a row of {view.accessibleName()}" for view in widget.findChildren(QAbstractItemView) if has_low_rows(view)),
    ]


def is_small(part: QWidget) -> bool:
    return min(part.width(), part.height()) < LEAST


def has_low_rows(view: QAbstractItemView) -> bool:
    model = view.model()
    return view.isVisible() and 0 < view.visualRect(model.index(0, 0)).height() < LEAST


@pytest.mark.parametrize("of", DIALOGS)
def test_targets_are_large_enough_in(
    of: str,
    qapp: QApplication,
    undressed: None,
    workbench: Workbench,
    home: Home,
    window: QMainWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    Theme(qapp)
    dialog = every_dialog(workbench, home, window, tmp_path)[of]()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert small(dialog) == []


@pytest.mark.parametrize("of", AREAS)
def test_targets_are_large_enough_in_the_area(of: str, qapp: QApplication, undressed: None, areas: Areas) -> None:
    Theme(qapp)
    assert small(areas.show(of)) == []
