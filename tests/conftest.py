"""What all tests share: no screen, no home of the user's, repeatable properties."""

import gc
import locale
import os
import re
import shutil
import subprocess
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.app import speech
from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.kit import apart
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.report.canvas import Attachment, Canvas
from riskdesk.store import connection
from riskdesk.system import WINDOWS
from tests.conforming import findings


def _is_utf_8() -> bool:
    """Whether the language of the environment is one that this system has, in UTF-8."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "")
        return locale.nl_langinfo(locale.CODESET) == "UTF-8"
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, before)


if os.name == "posix" and not _is_utf_8():
    # Qt would take this one all the same, and warn of it in the first test with a window.
    os.environ["LC_ALL"] = "C.UTF-8"

_SCREEN = Path(__file__).parent / "data" / "screen.json"
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Without it, the screen is 800 by 800. Qt parts what it is told at colons, as after the letter of a drive.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN.as_posix().removeprefix(_SCREEN.drive)}"

settings.register_profile("dev", deadline=None, max_examples=20)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=1_000)

_PATIENCE_MS = 60_000
# On Windows, platformdirs asks the system and not the environment, but for a name of its own.
_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
_XDG = ("CONFIG", "DATA", "STATE", "CACHE")
_NUMBERS = count()
# In objects, which are some hundred megabytes.
_MUCH_GARBAGE = 700_000
_FAILED = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="try faults for long, as “make soak” does")


def pytest_configure(config: pytest.Config) -> None:
    usual = "ci" if os.environ.get("CI") else "dev"
    settings.load_profile("soak" if config.getoption("--soak") else usual)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--soak") or os.environ.get("CI"):
        return
    skip = pytest.mark.skip(reason="takes long: “make soak” and continuous integration do it")
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(skip)


def pytest_collection_finish() -> None:
    # All that was imported and collected stays to the end: no collector need walk it.
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """No widget outlives its test: it would be dressed, translated and told of events with all that are made after."""
    result = yield
    if QApplication.instance() is not None:
        for widget in QApplication.topLevelWidgets():
            if widget.parent() is None:
                widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        _let_go_of_the_mouse()
    _collect_garbage()
    return result


def _collect_garbage() -> None:
    """Collect between tests alone, and only much at once: most of what a test leaves goes without it."""
    gc.disable()
    if gc.get_count()[0] > _MUCH_GARBAGE:
        gc.collect()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Whether a test failed is known when its folders are left."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


def _let_go_of_the_mouse() -> None:
    """Press no button any more: one that a test held, or clicked twice, would be held in those that follow."""
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if QApplication.mouseButtons() & button:
            QTest.mouseRelease(QWidget(), button)


@pytest.fixture(autouse=True, scope="session")
def every_pdf_conforms() -> Iterator[None]:
    """Whatever a test prints in this process is looked through before the test goes on with it."""
    original = Canvas.file

    def checked(canvas: Canvas, attachment: Attachment | None = None) -> bytes:
        data = original(canvas, attachment)
        assert findings(data) == []
        return data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Canvas, "file", checked)
        yield


@pytest.fixture(autouse=True)
def nothing_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test asks for is done before anything else happens, however busy the machine is."""
    monkeypatch.setattr(apart, "_MOMENT", 600.0)


@pytest.fixture(autouse=True)
def nothing_waits_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is there at once for every program; only a power cut would tell whether it is on the disk."""
    monkeypatch.setattr(os, "fsync", lambda _file: None)
    monkeypatch.setattr(connection, "_WRITING", (*connection._WRITING, "synchronous=OFF"))


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty folder for each test that asks for one."""
    with _empty_folder(request.node, tmp_path_factory, re.sub(r"\W", "_", request.node.name)[:30]) as folder:
        yield folder


@pytest.fixture(autouse=True)
def own_home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """An empty home for each test, where whatever asks for the user's folders is sent."""
    with _empty_folder(request.node, tmp_path_factory, "home") as home:
        for name in _HOMES:
            monkeypatch.setenv(name, str(home))
        for name in _XDG:
            monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "runtime"))
        if WINDOWS:
            # The files of tests are among the temporary ones of Windows, which are only read.
            for name in ("TEMP", "TMP"):
                monkeypatch.setenv(name, str(home))
        yield home


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """One that waits as long as a busy machine may need: no test is about how fast something comes."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=_PATIENCE_MS))
    return qtbot


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[None]:
    """The application looks as before when a test that dresses it is over."""
    palette, style = qapp.palette(), qapp.style().objectName()
    yield
    for theme in qapp.findChildren(Theme):
        theme.choose(Scheme.SYSTEM)
        shiboken6.delete(theme)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)


@pytest.fixture(scope="session")
def kazakhstan_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the Kazakhstan register, made once: tests work on copies of it."""
    path = tmp_path_factory.mktemp("kazakhstan") / "store.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return path


@pytest.fixture
def latin_1(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the environment of a process has where names are Latin-1."""
    folder, name = tmp_path_factory.mktemp("locales"), "en_US.ISO-8859-1"
    command = ["localedef", "-i", "en_US", "-f", "ISO-8859-1", str(folder / name)]
    if shutil.which("localedef") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system has no such names")
    return {"LC_ALL": name, "LOCPATH": str(folder)}


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command line speaks English, as the environment says; put in place of what tells that, a function would stay.

    Modules that are loaded meanwhile would keep it.
    """
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    speech.language.cache_clear()
    yield
    speech.language.cache_clear()


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """The folder of a test, where every user may look: root gives its rights up to see what others may not do."""
    above = [folder for folder in tmp_path.parents if folder.name.startswith(("pytest", "popen"))]
    for folder in (tmp_path, *above):
        if os.name == "posix" and folder.stat().st_uid == os.getuid():
            folder.chmod(0o755)
    return tmp_path


@contextmanager
def _empty_folder(test: pytest.Item, factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A new folder, which stays if the test fails: those of all tests are gigabytes.

    To number it, the factory itself would look through those of all tests before, each time.
    """
    folder = factory.getbasetemp() / f"{name}-{next(_NUMBERS)}"
    folder.mkdir(mode=0o700)
    yield folder
    if not test.stash.get(_FAILED, False):
        shutil.rmtree(folder, ignore_errors=True)
