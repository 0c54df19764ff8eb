"""Where the keyboard is, is seen at each stop of Tab, light and dark: what marks it stands out at 3 to 1."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QTextBrowser, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.focus_mark import _FocusMark, without_frame
from riskdesk.kit.theme import Scheme
from tests.kit.pictures import change, picture
from tests.ui.access.every_area import Areas
from tests.ui.access.focus_seen import LINE, unseen
from tests.ui.conftest import action


@pytest.mark.slow
def test_beside_the_preview(scheme: Scheme, areas: Areas) -> None:
    assert scheme
    action(areas.window, "show_preview").trigger()
    assert unseen(areas.window) == []


@pytest.mark.parametrize("kind", [QTextBrowser, QTreeWidget])
def test_what_has_no_frame_is_marked_for_the_keyboard_alone(
    scheme: Scheme, qtbot: QtBot, kind: type[QTextBrowser] | type[QTreeWidget]
) -> None:
    assert scheme
    area = kind()
    qtbot.addWidget(area)
    without_frame(area)
    area.show()
    qtbot.waitUntil(area.isActiveWindow)
    area.clearFocus()
    before = picture(area)
    area.setFocus(Qt.FocusReason.MouseFocusReason)
    assert change(before, picture(area)) < LINE
    area.clearFocus()
    area.setFocus(Qt.FocusReason.TabFocusReason)
    area.resize(400, 300)
    assert change(before, picture(area).copy(before.rect())) >= LINE
    area.clearFocus()
    area.resize(before.size())
    assert change(before, picture(area)) < LINE


def test_the_mark_of_an_area_goes_as_a_whole_when_a_row_becomes_current(scheme: Scheme, qtbot: QtBot) -> None:
    assert scheme
    area = QTreeWidget()
    qtbot.addWidget(area)
    area.setHeaderHidden(True)
    area.addTopLevelItem(QTreeWidgetItem(["Row"]))
    without_frame(area)
    area.show()
    qtbot.waitUntil(area.isActiveWindow)
    area.clearFocus()
    area.setFocus(Qt.FocusReason.TabFocusReason)
    area.setCurrentItem(None)
    QApplication.processEvents()
    (mark,) = [child for child in area.findChildren(_FocusMark) if child.parent() is area]
    painted = Painted(mark)
    area.setCurrentItem(area.topLevelItem(0))
    qtbot.waitUntil(lambda: painted.region.contains(mark.rect().bottomRight()))


class Painted(QObject):
    """What is painted of a widget from now on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region |= event.region()
        return False
