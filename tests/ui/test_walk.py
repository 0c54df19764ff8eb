"""A random walk in the whole window: every word typed is stored, open before the user, or kept as a draft.

The walker types words of their own, and clicks, tabs, selects, undoes, switches registers and files, opens dialogs,
drops, pastes, renames, imports and closes in between; the disk fills, the program is killed, and another one writes to
the same file and deletes from it. What the user takes back with the keys of an editor is no longer looked for; all else
is, in the journals of the files, in what is typed, and in the drafts on disk.
"""

import json
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.document import to_document
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language
from riskdesk.kit.fields import DateField
from riskdesk.kit.fields.calendar import CalendarPopup
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.levels import LevelButton
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.views.list.table import ListTable
from riskdesk.ui.views.sheet import Sheet
from tests.settled import settle
from tests.ui import keys, walking
from tests.ui.dragging import drop
from tests.ui.walking import PLACES

KEYS = ("Tab", "Shift+Backtab", "Return", "Esc", "Up", "Down", "Alt+Down", "F2", "Del", "4")
COMMANDS = (
    *("undo", "redo", "save", "add_risk", "add_mitigation", "add_entry", "add_category", "duplicate", "delete"),
    *("move_up", "move_down", "edit_text", "select_all", "duplicate_register", "show_preview", "show_inspector"),
    *("go_registers", "go_categories", "go_sheet", "go_inspector", "find", "find_next", "find_previous"),
    *("view_sheet", "view_list", "view_matrix", "assessing", "show_gaps", "go_gaps", "show_history", "copy"),
    *("scale", "print", "backups", "history", "send_copy", "replace", "change_together", "check", "go_to", "new"),
    *("welcome", "manual", "export_pdf", "zoom_in", "spelling"),
)


class Walk(RuleBasedStateMachine):
    """`words` holds what was typed and not taken back on purpose."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._holder = tempfile.TemporaryDirectory()
        self._folder = Path(self._holder.name)
        self._paths = [self._folder / "one.riskdesk", self._folder / "two.riskdesk"]
        for path in self._paths:
            with closing(Session.create(path, "A. Tester")) as session:
                session.run(registers.add(template("coe", Language.ENGLISH)))
                session.run(registers.add(template("coe", Language.FRENCH)))
        self._other = self._folder / "import.json"
        self._other.write_text(to_document(template("coe", Language.ENGLISH)), "utf-8")
        self._home = Home.inside(self._folder, "A. Tester", self._paths[0])
        self.words: set[str] = set()
        self._read: dict[Path, tuple[bytes, str]] = {}
        self._typed = 0

    @initialize()
    def open(self) -> None:
        self.workbench = Workbench(Session.open(self._paths[0], "A. Tester"))
        self.workbench.open_register(self.workbench.registers()[0].id)
        self._show()

    def teardown(self) -> None:
        if hasattr(self, "workbench"):
            self.window.close()
            self._answer()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            # Backups are made beside all this.
            self._qtbot.waitUntil(lambda: not Task._running)
            self.workbench.session.close()
        settle()
        self._holder.cleanup()

    @rule()
    def type_a_word(self) -> None:
        """Type wherever the focus is; what comes to stand nowhere was no text (a search, a level)."""
        self._typed += 1
        word = f"w{self._typed}x"
        focused = QApplication.focusWidget()
        # What is selected goes on purpose, as another word is typed over it.
        replaced = _selected(focused)
        self.words -= {typed for typed in self.words if typed in replaced}
        for sign in word:
            if focused is not None:
                QTest.keyClick(QApplication.focusWidget() or focused, sign)
        if word in self._typed_now():
            self.words.add(word)

    @rule(place=PLACES)
    def write_in_a_line(self, place: int) -> None:
        sheet = self._sheet()
        rows = [row for row, line in enumerate(sheet.lines.lines) if line.value is not None]
        if rows:
            row = rows[place % len(rows)]
            sheet.reveal_item(sheet.lines.lines[row].id)
            point = sheet._parts.scrolling.rect_of(row).topLeft() + QPoint(6, 6)
            QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
            self.type_a_word()

    @rule(place=PLACES, column=PLACES)
    def write_in_a_cell(self, place: int, column: int) -> None:
        table = self.window.findChild(ListTable)
        if table is not None and table.isVisible() and table.lines.rowCount():
            index = table.lines.index(place % table.lines.rowCount(), column % table.lines.columnCount())
            table.scrollTo(index)
            QTest.mouseClick(
                table.viewport(),
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                table.visualRect(index).center(),
            )
            QTest.keyClick(table, Qt.Key.Key_F2)
            self.type_a_word()

    @rule(place=PLACES)
    def write_in_a_field(self, place: int) -> None:
        fields = self._fields()
        if fields:
            field = fields[place % len(fields)]
            field.setFocus()
            self.type_a_word()

    @rule(place=PLACES)
    def drop_on_a_field(self, place: int) -> None:
        """Drop a word, though not into another that is looked for, which it would cut."""
        fields = [field for field in self._fields() if not any(word in _text(field) for word in self.words)]
        if fields:
            self._typed += 1
            self._drop(fields[place % len(fields)], f"w{self._typed}x")
            if f"w{self._typed}x" in self._typed_now():
                self.words.add(f"w{self._typed}x")

    @rule(place=PLACES)
    def write_in_a_date(self, place: int) -> None:
        fields = [field for field in self._fields() if isinstance(field, DateField)]
        if fields:
            fields[place % len(fields)].setFocus()
            self.type_a_word()

    @rule(place=PLACES)
    def rename_in_a_list(self, place: int) -> None:
        lists = [panel_list for panel_list in self.window.findChildren(PanelList) if panel_list.isVisible()]
        if lists:
            renamed = lists[place % len(lists)]
            renamed.rename()
            if renamed.field is not None:
                renamed.field.setFocus()
                self.type_a_word()

    @rule()
    def paste(self) -> None:
        self._typed += 2
        words = [f"w{self._typed - 1}x", f"w{self._typed}x"]
        QApplication.clipboard().setText("\n".join(words))
        before = self._typed_now()
        self.window._commands.run("paste")
        self._take_back(before)
        self.words |= {word for word in words if word in self._typed_now()}

    @rule()
    def search(self) -> None:
        self.window._commands.run("find")
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClicks(focused, "risk")

    @rule(place=PLACES)
    def drop_a_file(self, place: int) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str([self._other, *self._paths][place % 3]))])
        drop(self.window, QPoint(5, 5), data)

    @rule()
    def fill_the_disk(self) -> None:
        connection = self.workbench.session._store._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    @rule()
    def make_room(self) -> None:
        self.workbench.session._store._connection.execute("PRAGMA max_page_count=1000000")

    @rule()
    def others_delete_what_is_written(self) -> None:
        draft = self.workbench.typing.draft()
        written = (draft.id or draft.parent) if draft is not None else next(iter(self.workbench.selection), "")
        with closing(Session.open(self.workbench.session.path, "Marat")) as other, suppress(Problem):
            if written in {register.id for register in other.registers()}:
                other.run(registers.delete(written))
            else:
                other.run(items.delete([written]))
        self.workbench.read_changes_of_others()

    @rule()
    def make_the_window_anew(self) -> None:
        """What a change of language does."""
        if self.workbench.typing.let_go():
            self.window.give_way()
            self._begin_again()

    @rule(twice=st.booleans())
    def kill_and_start(self, *, twice: bool) -> None:
        """Kill the program some seconds after the last key, once more while it asks about what was left."""
        for _ in range(1 + twice):
            self.window._ensure_drafting().keep()
            left = {path: path.read_bytes() for path in self._folder.glob("drafts/*")}
            path = self.workbench.session.path
            self.workbench.typing.forget()
            self.workbench.session.close()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            for file in self._folder.glob("drafts/*"):
                file.unlink()
            for file, content in left.items():
                file.write_bytes(content)
            self.workbench = Workbench(Session.open(path, "A. Tester"))
            self.workbench.open_register(next((register.id for register in self.workbench.registers()), None))
            self._show()

    @rule(place=PLACES)
    def select(self, place: int) -> None:
        tree = self.workbench.tree()
        items = list(tree.items) if tree is not None else []
        if items:
            self.workbench.select([items[place % len(items)].id])

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            before, is_title, is_calendar = self._typed_now(), _is_title(focused), _is_calendar(focused)
            keys.press(focused, key)
            if key == "Del" or (key == "Esc" and is_title) or is_calendar:
                # Within an editor it takes away what is selected there, on purpose; in a list, the new title; in a
                # calendar, a day takes the place of what was typed for it.
                self._take_back(before)

    @rule(name=st.sampled_from(COMMANDS))
    def command(self, name: str) -> None:
        self.window._commands.run(name)

    @rule(place=PLACES)
    def assess(self, place: int) -> None:
        buttons = [button for button in self.window.findChildren(LevelButton) if button.isVisible()]
        if buttons:
            QTest.mouseClick(buttons[place % len(buttons)], Qt.MouseButton.LeftButton)

    @rule(place=PLACES)
    def choose_in_a_list(self, place: int) -> None:
        lists = [candidate for candidate in self.window.findChildren(QTreeView) if candidate.isVisible()]
        if lists:
            tree_view = lists[place % len(lists)]
            model = tree_view.model()
            index = model.index(place % max(1, model.rowCount()), 0)
            if index.isValid():
                point = tree_view.visualRect(index).center()
                QTest.mouseClick(tree_view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    @rule()
    def undo_in_the_editor(self) -> None:
        """The keys go to the editor first; what it takes back is no longer looked for."""
        focused = QApplication.focusWidget()
        if focused is not None:
            before = self._typed_now()
            QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            self._take_back(before)

    @rule()
    def import_a_register(self) -> None:
        self.window._rooms.open_path(self._other)

    @rule(place=PLACES)
    def open_another_file(self, place: int) -> None:
        self.window._rooms.open_path(self._paths[place % 2])

    @rule(place=PLACES)
    def others_write(self, place: int) -> None:
        """Another program edits, adds or deletes in the same file."""
        with closing(Session.open(self.workbench.session.path, "Marat")) as other:
            all_risks = [risk for register in other.registers() for risk in other.tree(register.id).risks]
            if all_risks:
                other.run(risks.edit(all_risks[place % len(all_risks)].id, note=f"by others {place}"))
        self.workbench.read_changes_of_others()

    @rule()
    def close_and_open(self) -> None:
        if self.window.close():
            self._begin_again()

    @invariant()
    def every_word_is_somewhere(self) -> None:
        if not hasattr(self, "workbench"):
            return
        self._answer()
        all_text = self._typed_now() + self._drafted() + "".join(self._journal(path) for path in self._paths)
        assert [word for word in sorted(self.words) if word not in all_text] == []

    def _begin_again(self) -> None:
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._show()

    def _show(self) -> None:
        self.window = MainWindow(self.workbench, Settings(self._folder / "settings.json"), self._home)
        self.window.show()
        QTest.qWaitForWindowActive(self.window)
        self._qtbot.waitUntil(lambda: self.window.findChild(Inspector) is not None)

    def _sheet(self) -> Sheet:
        view = self.window.findChild(Sheet)
        assert isinstance(view, Sheet)
        return view

    def _fields(self) -> list[QWidget]:
        fields = [
            widget for widget in self.window.findChildren(QWidget) if isinstance(widget, QLineEdit | QPlainTextEdit)
        ]
        return [field for field in fields if field.isVisible() and not field.isReadOnly()]

    def _drop(self, field: QWidget, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        target = field.viewport() if isinstance(field, QPlainTextEdit) else field
        drop(target, target.rect().center(), data)

    def _typed_now(self) -> str:
        """All text that is typed and not stored, and what was stored last."""
        drafts = " ".join(draft.text for draft in self.workbench.typing.drafts())
        return drafts + self._journal(self.workbench.session.path)

    def _take_back(self, before: str) -> None:
        self.window._ensure_drafting().keep()
        now = self._typed_now() + self._drafted()
        self.words -= {word for word in self.words if word in before and word not in now}

    def _drafted(self) -> str:
        return "".join(path.read_text("utf-8") for path in self._folder.glob("drafts/*.json"))

    def _journal(self, path: Path) -> str:
        """What was written in a file, read as another program would if the file is not as it was."""
        content = path.read_bytes()
        if self._read.get(path, (b"", ""))[0] != content:
            with closing(Session.open(path, "reader", read_only=True)) as session:
                steps = [[change.after for change in step.changes] for step in session._store.steps()]
            self._read[path] = content, json.dumps(steps)
        return self._read[path][1]

    def _answer(self) -> None:
        """Answer every question so that nothing is thrown away."""
        for _ in range(5):
            dialogs = [box for box in self.window.findChildren(QDialog) if box.isVisible()]
            if not dialogs:
                return
            for box in dialogs:
                self._answer_one(box)
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _answer_one(self, box: QDialog) -> None:
        buttons = {button.text().replace("&", ""): button for button in box.findChildren(QPushButton)}
        for text in ("Save my version", "Restore text", "Stay", "OK", "Cancel"):
            if text in buttons:
                with suppress(RuntimeError):
                    buttons[text].click()
                break
        if box.isVisible():
            # What cannot be put back, as its item is gone, is kept and offered again.
            box.reject()


def _is_title(field: QWidget) -> bool:
    """Whether a title is being written there in a list."""
    return any(field is titles.field for titles in field.window().findChildren(PanelList))


def _is_calendar(focused: QWidget) -> bool:
    return isinstance(focused.window(), CalendarPopup)


def _selected(field: QWidget | None) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.textCursor().selectedText()
    return field.selectedText() if isinstance(field, QLineEdit) else ""


def _text(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


@pytest.mark.slow
def test_every_word_typed_is_stored_open_or_a_draft(qtbot: QtBot, pytestconfig: pytest.Config) -> None:
    examples = 500 if pytestconfig.getoption("soak") else 6
    walking.run(lambda: Walk(qtbot), examples, 25)
