"""Tab goes through each dialog as it is read."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import health, risks
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Clash, Conflict
from riskdesk.domain.fields import column_names
from riskdesk.domain.printing import Kind, Print
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.store.footprint import FileReplaced
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.about import AboutDialog
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.files.asking import FOLDER
from riskdesk.ui.files.backups import BackupsDialog
from riskdesk.ui.files.conflict import ConflictDialog
from riskdesk.ui.files.damage import DamageDialog
from riskdesk.ui.files.merge import MergeDialog
from riskdesk.ui.files.replaced import ReplacedDialog
from riskdesk.ui.files.send_copy import SendCopyDialog
from riskdesk.ui.find.replace import ReplaceDialog
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.print_set import PrintSetDialog
from riskdesk.ui.transfer.export import ExportDialog

COLUMNS = tuple(column_names(Language.ENGLISH).values())
HOW = ("File", "Browse…", "Document", "Print settings", "Paper", "Orientation")
AND = ("Attach the register", "Open the PDF after export", "Export", "Cancel")
ORDER = {
    "export": (*HOW, "Closed and rejected risks", *AND),
    "export of columns": (*HOW, *COLUMNS, *AND),
    "new register": ("Title", "Reference", "Template", "Language of the register", "Create", "Cancel"),
    "replace": (
        *(
            "Find",
            "Replace with",
            "In",
            "Match case",
            "Whole words",
            "All",
            "What would be replaced",
            "Before",
            "After",
        ),
        *("Replace", "Cancel"),
    ),
    "send copy": (
        *("What", "Include the change history (everyone's earlier and deleted text)"),
        *("Include the names of owners and authors", "Save copy…", "Cancel"),
    ),
    "print set": ("Name", "Save", "Cancel"),
    "backups": ("Backups", "Backups", "Restore as a new file…", "Back up now", "Show folder", "Close"),
    "damage": ("Damaged register file", "Repair", "Cancel"),
    "merge": ("Changed in both", "Here", "In the copy", "Changes to merge", "Merge", "Cancel"),
    "conflict": ("Their version", "Your version", "Save my version", "Keep their version"),
    "replaced": ("Save mine as a new file…", "Open what is there now", "Stay in read-only"),
    "about": ("Copy versions", "Licences…", "Close"),
}
MAIN = {
    "export": "Export",
    "export of columns": "Export",
    "new register": "Create",
    "replace": "Replace",
    "send copy": "Save copy…",
    "print set": "Save",
    "backups": "Restore as a new file…",
    "damage": "Repair",
    "merge": "Merge",
    # What is stored stays where nothing else is said.
    "conflict": "Keep their version",
    "replaced": "Save mine as a new file…",
    "about": "Close",
}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def make(workbench: Workbench, home: Home, parent: QWidget, tmp_path: Path) -> Callable[[str], QDialog]:
    """Makes a dialog of a name, with all that can be in it."""
    settings = Settings(tmp_path / "settings.json")
    settings.set(FOLDER, str(tmp_path))
    session = workbench.session

    def export(kind: Kind) -> QDialog:
        choice = PrintChoice(settings, parent)
        choice.choose(Print(kind))
        return ExportDialog(session.registers()[0], workbench, choice, settings, parent)

    def backups() -> QDialog:
        kept = Backups(home.backups)
        kept.make(session.path, session.changed())
        return BackupsDialog(session, kept, parent)

    def damage() -> QDialog:
        path = tmp_path / "damaged.riskdesk"
        shutil.copyfile(session.path, path)
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("DELETE FROM step")
            raw.commit()
        return DamageDialog(health.examine(path), home, Backups(home.backups), parent)

    def merge() -> QDialog:
        copy = tmp_path / "copy.riskdesk"
        shutil.copyfile(session.path, copy)
        risk = next(session.tree(session.registers()[0].id).risks).id
        with closing(Session.open(copy, "Marat")) as theirs:
            theirs.run(risks.edit(risk, note="there"))
        session.run(risks.edit(risk, note="here"))
        return MergeDialog(session.merge(copy), copy, parent)

    def conflict() -> QDialog:
        risk = next(session.tree(session.registers()[0].id).risks).id
        return ConflictDialog(Conflict("Marat", (Clash("risk", risk, "note", "there", "here"),)), print, parent)

    made: dict[str, Callable[[], QDialog]] = {
        "export": lambda: export(Kind.APPENDIX),
        "export of columns": lambda: export(Kind.WORKING),
        "new register": lambda: NewRegisterDialog(Language.ENGLISH, parent),
        "replace": lambda: ReplaceDialog(workbench, "reform", parent),
        "send copy": lambda: SendCopyDialog(session.registers(), session.registers()[0].id, parent),
        "print set": lambda: PrintSetDialog((), None, parent),
        "backups": backups,
        "damage": damage,
        "merge": merge,
        "conflict": conflict,
        "replaced": lambda: ReplacedDialog(
            FileReplaced(session.path, gone=False), session, Backups(home.backups), parent
        ),
        "about": lambda: AboutDialog(parent),
    }
    return lambda name: made[name]()


def name_of(widget: QWidget) -> str:
    told = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or told).replace("&", "")


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walked(first: QWidget, key: Qt.Key) -> list[QWidget]:
    """What a key goes through, from the first until it is back there."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    stops = [first]
    for _ in range(40):
        QTest.keyClick(focused(), key)
        if focused() is first:
            break
        stops.append(focused())
    return stops


@pytest.mark.parametrize("name", ORDER)
def test_tab_goes_through_a_dialog_as_it_is_read(make: Callable[[str], QDialog], qtbot: QtBot, name: str) -> None:
    dialog = make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    if name == "print set":
        QTest.keyClicks(focused(), "Committee")
    named = [widget for widget in dialog.findChildren(QWidget) if name_of(widget) == ORDER[name][0] and stops(widget)]
    first = min(named, key=lambda widget: place(widget, dialog).y())
    found = walked(first, Qt.Key.Key_Tab)
    assert tuple(map(name_of, found)) == ORDER[name]
    for before, after in pairwise(found):
        one, two = place(before, dialog), place(after, dialog)
        assert two.y() > one.y() + before.height() / 2 or two.x() > one.x(), f"{name_of(after)} is read later"
    assert walked(first, Qt.Key.Key_Backtab) == [first, *reversed(found[1:])]
    dialog.reject()


@pytest.mark.parametrize("name", ORDER)
def test_the_main_button_of_a_dialog_has_the_default(make: Callable[[str], QDialog], qtbot: QtBot, name: str) -> None:
    dialog = make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert [name_of(button) for button in dialog.findChildren(QPushButton) if button.isDefault()] == [MAIN[name]]
    dialog.reject()


def stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


def place(widget: QWidget, dialog: QDialog) -> QPoint:
    return widget.mapTo(dialog, QPoint(0, 0))
