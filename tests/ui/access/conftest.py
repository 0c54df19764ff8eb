"""The areas of a window, and its language and colours."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.kit import translations
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.access.every_area import Areas, fill
from tests.ui.conftest import Opened


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK], ids=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication, undressed: None) -> Scheme:
    Theme(qapp, request.param)
    return request.param


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    with spoken(qapp, request.param):
        yield request.param


@pytest.fixture(params=[("en", Scheme.DARK), ("fr", Scheme.LIGHT)], ids=["English, dark", "French, light"])
def look(request: pytest.FixtureRequest, qapp: QApplication, undressed: None) -> Iterator[str]:
    """The language of the window, in colours that it is seen in."""
    language, scheme = request.param
    Theme(qapp, scheme)
    with spoken(qapp, language):
        yield language


@contextmanager
def spoken(application: QApplication, language: str) -> Iterator[None]:
    """A language of the window, for a while."""
    translations.install(application, language)
    QLocale.setDefault(QLocale(language))
    yield
    translations.install(application, "en")
    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture
def areas(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Areas:
    fill(workbench)
    window = open_window()
    window.resize(1366, 768)
    qtbot.waitUntil(window.isActiveWindow)
    return Areas(window, workbench, qtbot)
