"""The first start, in a process of its own: the language of the system, an empty store, and nothing too early."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from riskdesk.app import places
from riskdesk.app.main import main
from riskdesk.desk.session import Session
from tests.systems import not_on_windows

# Opens the window as the program does, tells what is seen once all of it is there, and ends.
START = """
import json, os, sys
from riskdesk.app import window
program = window.load_program()
class Seen(program.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.ready.connect(self.tell)
    def tell(self):
        from PySide6.QtWidgets import QLabel
        rooms = ("riskdesk.ui.welcome", "riskdesk.ui.help")
        print(json.dumps({
            "menus": [menu.title().replace("&", "") for menu in self._menus.menus.values()],
            "texts": [label.text() for label in self.findChildren(QLabel) if label.isVisible()],
            "loaded": [name for name in rooms if any(it.startswith(name) for it in sys.modules)],
        }))
        self.close()
program.MainWindow = Seen
"""
OPEN = "sys.exit(window.open_window(sys.argv[1:]))"
# Each time in a process of its own, forked when all is imported, where the system says what is given.
OPEN_IN_TURN = """
for told in map(json.loads, sys.argv[1:]):
    if not os.fork():
        # Python itself says so where nothing else does.
        os.environ.pop("LC_CTYPE", None)
        os.environ |= told
        sys.exit(window.open_window([]))
    os.wait()
"""
# The same, and tells what there is by the first picture, before all that the window puts off until then: the modules,
# the files of ours whose source was read, and the classes that PySide made.
PICTURE = """
import json, linecache, sys
from riskdesk.app import window
from PySide6.QtCore import QTimer
program = window.load_program()
class Seen(program.MainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.tell)
        super().paintEvent(event)
    def tell(self):
        rooms = [sys.modules[f"PySide6.{name}"] for name in ("QtCore", "QtGui", "QtWidgets")]
        print(json.dumps({
            "modules": list(sys.modules),
            "read": [path for path in linecache.cache if "riskdesk" in path],
            "made": [name for room in rooms for name in vars(room)],
        }))
        sys.stdout.flush()
        import os
        os._exit(0)
program.MainWindow = Seen
sys.exit(window.open_window(sys.argv[1:]))
"""
# The same, and tells once all is seen whether what takes long to load is there, which another thread loads.
READY = """
import sys, threading
from riskdesk.app import window
from PySide6.QtCore import QTimer
program = window.load_program()
class Seen(program.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.ready.connect(lambda: QTimer.singleShot(0, self.tell))
    def tell(self):
        for thread in threading.enumerate():
            if thread.name == "prepare":
                thread.join()
        print({"sqlalchemy", "riskdesk.desk.import_files"} <= sys.modules.keys())
        self.close()
program.MainWindow = Seen
sys.exit(window.open_window(sys.argv[1:]))
"""
# The rooms of the window that a register is shown in.
ROOMS = {"bench", "files", "notices", "printing", "scale", "shell", "side", "views"}
# What is wanted later, if at all.
LATER = {
    *("sqlalchemy", "reportlab", "pypdf", "uharfbuzz", "xml", "email", "http", "asyncio", "importlib.metadata"),
    *("riskdesk.report", "riskdesk.exchange", "riskdesk.desk.formats", "riskdesk.desk.backups", "riskdesk.desk.drafts"),
    *("riskdesk.desk.merging", "riskdesk.desk.word_template", "riskdesk.domain.history", "riskdesk.domain.due"),
    *("riskdesk.store.history", "riskdesk.store.writing"),
    *(
        "riskdesk.ui.views.list",
        "riskdesk.ui.views.matrix",
        "riskdesk.ui.views.sheet.showing.text_formats",
        "riskdesk.kit.waves",
    ),
    *(
        "riskdesk.ui.views.sheet.input.sheet_input",
        "riskdesk.ui.side.menu",
        "riskdesk.desk.items",
        "riskdesk.desk.registers",
    ),
    *("riskdesk.ui.files.ahead", "riskdesk.app.terminal", "locale", "platform", "uuid"),
}
# Classes of Qt that nothing in the first picture is of. PySide makes those of wizards and of models of files only where
# it must find out what a plain widget or a model is: all of their kind are made then.
UNSEEN = {
    "QMessageBox",
    "QTextCharFormat",
    "QProgressDialog",
    "QTextCursor",
    "QTextDocument",
    "QWizard",
    "QFileSystemModel",
    "QGradient",
}
# Of our own modules; each costs the first picture about half a millisecond.
MOST_MODULES = 198
XDG = ("CONFIG", "DATA", "STATE", "CACHE")
WORDS = {"en": ("File", "Welcome to Riskdesk"), "fr": ("Fichier", "Bienvenue dans Riskdesk")}


def window_content(*arguments: str, **environment: str) -> dict[str, list[str]]:
    """What a window shows that opens on these arguments where the system says so."""
    return json.loads(started(START + OPEN, *arguments, **environment))


def started(script: str, *arguments: str, **environment: str) -> str:
    """What a script that opens the window prints."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=inherited | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


@not_on_windows("the language of Windows is named in no variable")
def test_the_first_start_speaks_the_language_of_the_system(tmp_path: Path) -> None:
    systems = [
        ("fr", {"LANG": "fr_FR.UTF-8"}),
        ("fr", {"LANG": "fr_BE.UTF-8"}),
        ("fr", {"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:en"}),
        ("fr", {"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr"}),
        ("en", {"LANG": "en_GB.UTF-8"}),
        ("en", {"LANG": "ru_RU.UTF-8"}),
        ("en", {"LANG": "C"}),
    ]
    homes = [{f"XDG_{name}_HOME": f"{tmp_path}/{number}" for name in XDG} for number in range(len(systems))]
    arguments = [json.dumps(variables | home) for (_, variables), home in zip(systems, homes, strict=True)]
    windows = list(map(json.loads, started(START + OPEN_IN_TURN, *arguments).splitlines()))
    for (language, variables), there in zip(systems, windows, strict=True):
        menu, welcome = WORDS[language]
        assert menu in there["menus"], variables
        assert welcome in there["texts"], variables


def test_the_first_start_makes_a_store_with_no_register_and_loads_no_help() -> None:
    assert window_content(LANG="en_GB.UTF-8")["loaded"] == ["riskdesk.ui.welcome"]
    with closing(Session.open(places.own_store(), "me", read_only=True)) as session:
        assert session.registers() == []


def test_neither_welcome_nor_help_is_loaded_where_a_register_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.riskdesk"
    assert main(["new", str(path), "--template", "coe"]) == 0
    assert window_content(str(path))["loaded"] == []


def test_the_first_picture_loads_what_it_shows_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.riskdesk"
    assert main(["new", str(path), "--template", "coe"]) == 0
    there = json.loads(started(PICTURE, str(path)))
    loaded = set(there["modules"])
    own_modules = {name for name in loaded if name.startswith("riskdesk.")}
    assert {name.split(".")[2] for name in own_modules if name.startswith("riskdesk.ui.")} == ROOMS
    assert loaded & LATER == set()
    assert len(own_modules) <= MOST_MODULES
    assert there["read"] == []
    assert set(there["made"]) & UNSEEN == set()


def test_what_the_first_action_needs_is_loaded_once_all_is_seen() -> None:
    assert started(READY).strip() == "True"
