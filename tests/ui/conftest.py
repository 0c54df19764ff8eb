"""A workbench on a store that holds the Kazakhstan register, as the window has it."""

import datetime
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk.session import Session
from riskdesk.domain.fields import sections
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit import apart, translations
from riskdesk.kit.settings import Settings
from riskdesk.store import check
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files import ahead
from riskdesk.ui.gaps.watch import Watch
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.inspector.inspector import OPEN_SECTIONS
from riskdesk.ui.pages.area import PageArea
from riskdesk.ui.pages.page import Page
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.spelling.speller import Speller
from riskdesk.ui.views.sheet import Sheet

Opened = Callable[[], MainWindow]
Letters = Callable[[int], None]


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """The words of the window, with their plurals, and dates that do not depend on the country of the machine."""
    translations.install(qapp, "en")
    QLocale.setDefault(QLocale("en_GB"))
    yield
    translations.install(qapp, "en")


@pytest.fixture(autouse=True, scope="session")
def spelling_ends(qapp: QApplication) -> Iterator[None]:
    """The process with the dictionaries, which all windows share, ends as it does with the program, and not later."""
    yield
    for speller in qapp.findChildren(Speller):
        speller._end()


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[Letters]:
    """Sets how large letters are, in points."""
    before = qapp.font()

    def set_size(points: int) -> None:
        font = QFont(before)
        font.setPointSize(points)
        qapp.setFont(font)

    yield set_size
    qapp.setFont(before)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> datetime.date:
    """The day on which a test begins; for what is due it is no other one until the test is over."""
    day = datetime.datetime.now().astimezone().date()
    monkeypatch.setattr(Watch, "day", day)
    monkeypatch.setattr(ahead, "_today", lambda: day)
    return day


@pytest.fixture
def session(kazakhstan_store: Path, tmp_path: Path) -> Iterator[Session]:
    path = shutil.copyfile(kazakhstan_store, tmp_path / "store.riskdesk")
    with pytest.MonkeyPatch.context() as patch:
        # What this is a copy of was checked when it was made; whatever a test opens besides is checked as ever.
        patch.setattr(check, "require_health", lambda *_: None)
        opened = Session.open(path, "A. Tester")
    with closing(opened):
        yield opened


@pytest.fixture
def other_program(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Another program, which is writing to the file, for which a window waits that is painted meanwhile."""
    monkeypatch.setattr(apart, "_MOMENT", 0.01)
    with closing(sqlite3.connect(session.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


@pytest.fixture
def other(session: Session) -> Iterator[Session]:
    """Another program with the same store open, of which the window has not heard yet what it writes."""
    with closing(Session.open(session.path, "Marat")) as opened:
        yield opened


@pytest.fixture
def home(session: Session, tmp_path: Path) -> Home:
    return Home.inside(tmp_path, "A. Tester", session.path)


@pytest.fixture
def why_read_only() -> str:
    """Why nothing can be written in the workbench; empty if it can, and not in a test that is `read_only`."""
    return ""


read_only = pytest.mark.parametrize("why_read_only", ["Only to read"])


@pytest.fixture
def workbench(qapp: QApplication, session: Session, why_read_only: str) -> Iterator[Workbench]:
    assert qapp, "signals need an application"
    bench = Workbench(session, why_read_only=why_read_only)
    bench.open_register(session.registers()[0].id)
    yield bench
    # It may be another one by then.
    bench.session.close()
    # Without a screen, Qt keeps what was copied for longer than there is a Python, which made it.
    qapp.clipboard().clear()


@pytest.fixture
def problems(workbench: Workbench) -> list[Problem]:
    """What the workbench said went wrong."""
    failures: list[Problem] = []
    workbench.problem_reported.connect(failures.append)
    return failures


@pytest.fixture
def notices(workbench: Workbench) -> list[str]:
    """What the workbench was told was done, besides steps."""
    texts: list[str] = []
    workbench.notice_posted.connect(lambda notice: texts.append(notice.text))
    return texts


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window for what asks and tells, with nothing in it."""
    empty_window = QMainWindow()
    qtbot.addWidget(empty_window)
    empty_window.show()
    return empty_window


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of a user who has all sections of the inspector open."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({OPEN_SECTIONS.key: "\n".join(section.heading.en for section in sections("risk"))}))
    return Settings(path)


@pytest.fixture
def open_window(qtbot: QtBot, workbench: Workbench, home: Home, settings: Settings) -> Opened:
    def opened() -> MainWindow:
        window = MainWindow(workbench, Settings(settings.path), home)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        return window

    return opened


class Desk:
    """A window on a workbench, and what a test asks of both."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        self.window, self.workbench = window, workbench

    @property
    def tree(self) -> RegisterTree:
        """The open register."""
        return tree_of(self.workbench)


def tree_of(workbench: Workbench) -> RegisterTree:
    """The open register."""
    tree = workbench.tree()
    assert tree is not None
    return tree


def action(window: MainWindow, name: str) -> QAction:
    return window._menus.actions[name]


def sheet(window: MainWindow) -> Sheet:
    view = window.findChild(Sheet)
    assert isinstance(view, Sheet)
    return view


def inspector_of(window: MainWindow) -> Inspector:
    panel = window.findChild(Inspector)
    assert isinstance(panel, Inspector)
    return panel


def inspector_field(window: MainWindow, name: str) -> QWidget:
    """The field of this name on the page that the inspector shows."""
    area = inspector_of(window).currentWidget()
    assert isinstance(area, PageArea)
    page = area.widget()
    assert isinstance(page, Page)
    field = page.fields[name]
    assert isinstance(field, QWidget)
    return field
