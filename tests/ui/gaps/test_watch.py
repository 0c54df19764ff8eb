"""The watch follows steps, days, and registers that take long to look through."""

import datetime
import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bench.generate import register
from riskdesk.desk import mitigations, registers, together
from riskdesk.domain.gaps import GapKind, gaps, grouped
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps import watch as watching
from riskdesk.ui.gaps.button import GapsButton
from riskdesk.ui.gaps.panel import GapsPanel
from riskdesk.ui.gaps.view import GapView
from riskdesk.ui.gaps.watch import Watch


def test_the_watch_looks_again_on_another_day_when_the_user_comes_back(
    workbench: Workbench, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, today: datetime.date
) -> None:
    tree = workbench.tree()
    assert tree is not None
    workbench.run(mitigations.edit(next(tree.mitigations).id, due_date=today))
    watch = Watch(workbench)
    assert GapKind.OVERDUE not in watch.gaps
    monkeypatch.setattr(Watch, "day", today + datetime.timedelta(1))
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert GapKind.OVERDUE not in watch.gaps
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert len(watch.gaps[GapKind.OVERDUE]) == 1


def test_what_takes_long_is_found_bit_by_bit_while_steps_go_on(
    workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_FEW", 0)
    monkeypatch.setattr(watching, "_SLICE_SECONDS", 0)
    monkeypatch.setattr(watching, "_SECONDS_OF_ACTION", 0)
    workbench.run(registers.add(register(300, seed=1)))
    watch = Watch(workbench)
    assert not watch.is_done
    tree = workbench.tree()
    assert tree is not None
    workbench.run(mitigations.edit(next(tree.mitigations).id, action_owner=""))
    with qtbot.waitSignal(watch.changed):
        assert not watch.is_done
    tree = workbench.tree()
    assert tree is not None
    assert watch.is_done
    assert watch.gaps == grouped(gaps(tree, watch.day))


def test_after_a_large_step_the_window_is_painted_first(
    workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_SECONDS_OF_ACTION", math.inf)
    watch, tree = Watch(workbench), workbench.tree()
    assert tree is not None
    monkeypatch.setattr(watching, "_FEW", 3)
    workbench.run(together.change([*tree.risks][:3], {"owner": "Anna"}))
    assert watch.is_done
    with qtbot.waitSignal(watch.changed):
        workbench.run(together.change([*tree.risks][:4], {"owner": "Zoe"}))
        assert not watch.is_done
    assert watch.is_done


def test_what_another_register_lacks_is_not_told_of_one_that_takes_long(
    workbench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = workbench.register_id
    workbench.run(registers.add(register(300, seed=1)))
    large = workbench.register_id
    workbench.open_register(small)
    watch = Watch(workbench)
    panel, button = GapsPanel(workbench, watch, lambda _risk: None), GapsButton(watch)
    qtbot.addWidget(panel)
    qtbot.addWidget(button)
    assert watch.gaps
    monkeypatch.setattr(watching, "_FEW", 0)
    monkeypatch.setattr(watching, "_SLICE_SECONDS", 0)
    workbench.open_register(large)
    assert not watch.is_done
    assert not watch.gaps
    assert button.isHidden()
    (view,) = panel.findChildren(GapView)
    assert view.model().rowCount() == 0
    assert [label.isHidden() for label in panel.findChildren(QLabel) if label.text() == "Nothing is missing."] == [True]
    with qtbot.waitSignal(watch.changed):
        pass
    assert watch.is_done
    assert not button.isHidden()
    assert view.model().rowCount() == len(watch.gaps)
