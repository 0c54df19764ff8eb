"""What the window adds after its first picture comes part by part, and a user need not wait for it."""

from collections.abc import Iterator
from itertools import islice

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.kit.idle import in_parts
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import action, sheet


class Teller(QObject):
    """Tells of a key."""

    pressed = Signal()


@pytest.mark.parametrize("done", range(4))
def test_who_writes_undoes_and_closes_in_between_loses_nothing(
    qtbot: QtBot, workbench: Workbench, home: Home, settings: Settings, done: int
) -> None:
    window = MainWindow(workbench, Settings(settings.path), home)
    qtbot.addWidget(window)
    # It would come by itself with the first picture.
    window._painted = True
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    parts = window._complete()
    assert len(list(islice(parts, done))) == min(done, 2)
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    workbench.select([risk.id])
    sheet(window).setFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_End):
        QTest.keyClick(QApplication.focusWidget(), key)
    QTest.keyClicks(QApplication.focusWidget(), " one")
    action(window, "undo").trigger()
    action(window, "redo").trigger()
    QTest.keyClicks(QApplication.focusWidget(), " two")
    assert list(parts) == [None] * max(0, 2 - done)
    assert QApplication.focusWidget() is not None
    QTest.keyClicks(QApplication.focusWidget(), " three")
    assert window.close()
    words = next(workbench.session.tree(tree.register.id).risks).description.split()
    assert {"one", "two", "three"} < {*words}


def test_other_things_happen_between_two_parts_and_nothing_once_the_owner_is_gone(qtbot: QtBot) -> None:
    owner, teller, events = QObject(), Teller(), list[str]()
    teller.pressed.connect(lambda: events.append("key"), Qt.ConnectionType.QueuedConnection)

    def parts() -> Iterator[None]:
        for name in ("one", "two"):
            events.append(name)
            teller.pressed.emit()
            yield
        events.append("end")

    in_parts(owner, parts())
    assert events == []
    qtbot.waitUntil(lambda: events[-1:] == ["end"])
    assert events == ["one", "key", "two", "key", "end"]
    events.clear()
    in_parts(owner, parts())
    shiboken6.delete(owner)
    for _ in range(9):
        QApplication.processEvents()
    assert events == []
