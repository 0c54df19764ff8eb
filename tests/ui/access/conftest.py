"""The areas of a window, and the colours that it has."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.access.every_area import Areas, fill
from tests.ui.conftest import Opened


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK], ids=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication, undressed: None) -> Scheme:
    Theme(qapp, request.param)
    return request.param


@pytest.fixture
def areas(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Areas:
    fill(workbench)
    window = open_window()
    window.resize(1366, 768)
    qtbot.waitUntil(window.isActiveWindow)
    return Areas(window, workbench, qtbot)
