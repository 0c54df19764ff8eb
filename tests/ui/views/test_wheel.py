"""The wheel with Ctrl over each view of the register: it zooms by notches, and a touchpad no further than they do."""

from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.sheet import Sheet

View: TypeAlias = Sheet | RegisterList | Matrix


@pytest.fixture(params=[Sheet, RegisterList, Matrix])
def view(request: pytest.FixtureRequest, qtbot: QtBot, workbench: Workbench, settings: Settings) -> View:
    new_view = Sheet(workbench) if request.param is Sheet else request.param(workbench, settings)
    qtbot.addWidget(new_view)
    new_view.show()
    return new_view


def test_a_notch_zooms_by_a_step_and_back(view: View) -> None:
    before = view.zoom
    _turn(view, QPoint(0, 120))
    assert view.zoom == pytest.approx(1.1 * before)
    _turn(view, QPoint(0, -240))
    assert view.zoom == pytest.approx(before / 1.1)


def test_a_turn_to_the_side_zooms_nothing(view: View) -> None:
    before = view.zoom
    _turn(view, QPoint(120, 0))
    _turn(view, QPoint(-120, 0))
    assert view.zoom == before


def test_many_small_turns_of_a_touchpad_zoom_as_far_as_the_notches_they_make(view: View) -> None:
    before = view.zoom
    for _ in range(31):
        _turn(view, QPoint(0, 8))
    assert view.zoom == pytest.approx(1.1**2 * before)
    for _ in range(15):
        _turn(view, QPoint(0, -8))
    assert view.zoom == pytest.approx(1.1 * before)


def _turn(view: View, angle: QPoint) -> None:
    place, phase = QPointF(50, 50), Qt.ScrollPhase.NoScrollPhase
    control, none = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.NoButton
    area = view.widget.focusProxy() or view.widget
    assert isinstance(area, QAbstractItemView)
    QApplication.sendEvent(area.viewport(), QWheelEvent(place, place, QPoint(), angle, none, control, phase, False))
