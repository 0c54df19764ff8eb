"""A random walk in the whole window: what it shows is what it would show if it were made anew at this moment.

The walker presses keys, clicks, commands, searches, replaces and answers what is asked, while another program writes,
deletes, renames and moves in the same file. After each step every part in sight is compared with one that is made of
the file (`anew.py`), what is selected is there, the keyboard is somewhere in sight, nothing was logged or told by Qt,
and nothing that only looks has taken a step. At the end undo leads back to the beginning, and redo to the end again.
"""

import logging
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks
from riskdesk.desk.find_and_replace import places
from riskdesk.desk.listing import Group
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.folding import Query
from riskdesk.domain.listing import RowKind
from riskdesk.domain.printing import Sides
from riskdesk.domain.replay import State, differences
from riskdesk.domain.scale import Assessment
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Language
from riskdesk.kit.fields.base import StoredField
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.find.replace import ReplaceDialog
from riskdesk.ui.gaps.panel import GapsPanel
from riskdesk.ui.notices.parts import NoticeButton
from riskdesk.ui.pages.levels import LevelButton
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.list.chips import Chip
from riskdesk.ui.views.matrix import Matrix
from tests.settled import settle
from tests.ui import keys, walking
from tests.ui.anew import anew
from tests.ui.others import DOINGS, act
from tests.ui.walking import PLACES

_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYS = (
    *("Esc", "Return", "Tab", "Shift+Backtab", "F2", "Del", "Backspace", "Space", "A", "3"),
    *("4", "X", "Up", "Down", "Left", "Right", "Home", "End", "PgDown", "Shift+Down"),
    *("Shift+Up", "Alt+Up", "Alt+Down", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+D", "Ctrl+Z", "Ctrl+Y"),
)
# What only shows something.
LOOKS = (
    *("view_sheet", "view_list", "view_matrix", "show_left", "show_gaps", "show_inspector", "show_history"),
    *("go_registers", "go_categories", "go_sheet", "go_inspector", "go_gaps", "go_notice", "find", "find_next"),
    *("find_previous", "copy", "select_all", "save", "assessing", "zoom_in", "zoom_reset", "replace", "go_to"),
    *("change_together", "welcome"),
)
ACTS = (
    *("undo", "redo", "add_risk", "add_mitigation", "add_entry", "add_category", "duplicate", "delete", "cut", "paste"),
    *("move_up", "move_down", "edit_text", "assess", "duplicate_register", "delete_register"),
)


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(self.format(record))


class Walk(RuleBasedStateMachine):
    """Keys and mouse on the one hand, another program on the other."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._holder = tempfile.TemporaryDirectory()
        self._folder = Path(self._holder.name)
        self._path = self._folder / "one.riskdesk"
        with closing(Session.create(self._path, "A. Tester")) as session:
            for language in Language:
                tree = template("kazakhstan-2024-2027", language)
                few = [
                    replace(category, entries=category.entries[: 2 - at])
                    for at, category in enumerate(tree.categories[:3])
                ]
                session.run(registers.add(replace(tree, categories=tuple(few))))
            first = session.tree(session.registers()[0].id)
            assessments = {
                risk.id: Assessment(1 + at % 5, 1 + at * 2 % 5) for at, risk in enumerate([*first.risks][::2])
            }
            session.run(risks.assess_each(assessments))
            self._mark = session.undoable(None).number
        self._reader = sqlite3.connect(self._path)
        self._read: list[Step] = []
        self._home = Home.inside(self._folder, "A. Tester", self._path)
        self._faults: list[Any] = []
        self._others = self._is_behind = self._acted = False
        self._typed = self._blocked = 0

    @initialize(view=st.sampled_from(("sheet", "list", "matrix")))
    def open(self, view: str) -> None:
        QApplication.clipboard().clear()
        self.workbench = Workbench(Session.open(self._path, "A. Tester"))
        self._start = self.workbench.session._store.state()
        self.workbench.open_register(self.workbench.registers()[0].id)
        self.window = MainWindow(self.workbench, Settings(self._folder / "settings.json"), self._home)
        self._watch = self._qtbot.captureExceptions()
        self._faults = self._watch.__enter__()
        self._log = _Log()
        logging.getLogger().addHandler(self._log)
        self._qt: list[str] = []
        self._before = qInstallMessageHandler(self._hear_qt)
        self.window.resize(1500, 860)
        with self._qtbot.waitSignal(self.window.ready):
            self.window.show()
        QTest.qWaitForWindowActive(self.window)
        self.window._commands.run(f"view_{view}")
        self._steps = self._journal()

    def _hear_qt(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "plugin does not support" not in text:
            self._qt.append(text)

    def teardown(self) -> None:
        if not hasattr(self, "window"):
            self._holder.cleanup()
            return
        try:
            if not self._faults and not getattr(self, "_failed", False):
                self._end()
        finally:
            for box in self._dialogs():
                box.reject()
            self.window.give_way()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._watch.__exit__(None, None, None)
            qInstallMessageHandler(self._before)
            logging.getLogger().removeHandler(self._log)
            self._qtbot.waitUntil(lambda: not Task._running)
            self.workbench.session.close()
            # Without a screen, Qt keeps what was copied for longer than there is a Python, which made it.
            QApplication.clipboard().clear()
            self._reader.close()
            settle()
            self._holder.cleanup()

    def _end(self) -> None:
        """Each view brought to the front agrees; undo leads back to the beginning, and redo to the end."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        while boxes := self._dialogs():
            boxes[-1].reject()
            self._settle()
        self.workbench.read_changes_of_others()
        self._is_behind = False
        for view in ("sheet", "list", "matrix", "sheet"):
            self.window._commands.run(f"view_{view}")
            self._check()
        if not self.workbench.commit():
            self.workbench.typing.forget()
        # What there was at the beginning may have been taken back, too.
        is_whole = all(step.undoes is None or step.undoes > self._mark for step in self._journal())
        if is_whole and not self._others:
            self._go_back_and_forth()

    def _go_back_and_forth(self) -> None:
        session, count = self.workbench.session, 0
        end = session._store.state()
        while (last := session.undoable(None)) is not None and last.number > self._mark:
            result = self.workbench._attempt(lambda: session.undo(None))
            assert result.step is not None, result.problem
            count += 1
        assert _changes(self._start, session._store.state()) == []
        self._check()
        for _ in range(count):
            result = self.workbench._attempt(lambda: session.redo(None))
            assert result.step is not None, result.problem
        assert _changes(end, session._store.state()) == []
        self._check()

    # What the user does.

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        if target is not None:
            self._acted = True
            keys.press(target, key)

    @rule()
    def type_a_word(self) -> None:
        self._typed += 1
        for sign in f"w{self._typed}":
            focused = QApplication.focusWidget()
            if focused is not None and QApplication.activePopupWidget() is None:
                self._acted = True
                QTest.keyClick(focused, sign)

    @rule(text=st.sampled_from(("of", "w1", "others", "a")))
    def look_for(self, text: str) -> None:
        """Type into the search box, or into the dialog of find and replace."""
        boxes = [box for box in self._dialogs() if isinstance(box, ReplaceDialog)]
        if boxes:
            boxes[-1]._query.setText(text)
            boxes[-1]._by.setText("w2")
        elif not self._is_blocked():
            with self._Still(self):
                self._trigger("find")
                for sign in text:
                    QTest.keyClick(QApplication.focusWidget() or self.window, sign)

    @rule(name=st.sampled_from(LOOKS))
    def look(self, name: str) -> None:
        if not self._is_blocked():
            with self._Still(self):
                self._trigger(name)

    @rule(name=st.sampled_from(ACTS))
    def act(self, name: str) -> None:
        if not self._is_blocked():
            self._trigger(name)

    @rule(place=PLACES, toggle=st.booleans(), double=st.booleans())
    def click(self, place: int, *, toggle: bool, double: bool) -> None:
        """Click on an item where it stands in the view in front."""
        front = self.window._centre.front
        tree = self.workbench.tree()
        items = [*tree.items] if tree is not None else []
        if self._is_blocked() or not items or not front.isVisible():
            return
        with self._Still(self):
            identity = items[place % len(items)].id
            front.reveal_item(identity)
            rect = front.rect_of(identity)
            if rect is not None:
                target = front.childAt(rect.center()) or front
                point = target.mapFrom(front, rect.center())
                self._click(target, point, _CONTROL if toggle else _NONE, double=double)

    @rule(place=PLACES)
    def click_in_a_panel(self, place: int) -> None:
        panels = [self.window._registers._list, self.window._categories._list]
        panel: QTreeWidget = panels[place % 2]
        if not self._is_blocked() and panel.isVisible() and panel.topLevelItemCount():
            with self._Still(self):
                item = panel.topLevelItem(place % panel.topLevelItemCount())
                assert item is not None
                panel.scrollToItem(item)
                self._click(panel.viewport(), panel.visualItemRect(item).center())

    @rule(place=PLACES, double=st.booleans())
    def click_a_gap(self, place: int, *, double: bool) -> None:
        panel = self.window._areas.area("gaps")
        if self._is_blocked() or not isinstance(panel, GapsPanel) or not panel.isVisible():
            return
        view, index = panel._view, panel._view.indexAt(QPoint(20, 10))
        indexes = []
        while index.isValid():
            indexes.append(index)
            index = view.indexBelow(index)
        if indexes:
            index = indexes[place % len(indexes)]
            view.scrollTo(index)
            self._click(view.viewport(), view.visualRect(index).center(), double=double)

    @rule(place=PLACES, several=st.integers(1, 4))
    def select(self, place: int, several: int) -> None:
        tree = self.workbench.tree()
        ids = [item.id for item in tree.items] if tree is not None else []
        if ids and not self._is_blocked():
            with self._Still(self):
                self.workbench.select([ids[(place + by) % len(ids)] for by in range(min(several, len(ids)))])

    @rule(place=PLACES)
    def go_into_a_field(self, place: int) -> None:
        """Click into any field that is seen."""
        fields = [
            widget
            for widget in self.window.findChildren(QWidget)
            if isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isVisible() and widget.isEnabled()
        ]
        if fields and not self._is_blocked():
            with self._Still(self):
                field = fields[place % len(fields)]
                self._click(field.viewport() if isinstance(field, QPlainTextEdit) else field, QPoint(5, 5))

    @rule(place=PLACES)
    def press_a_button(self, place: int) -> None:
        """Press a level, the button of a notice, or what takes a filter of the list away."""
        kinds = (LevelButton, NoticeButton, Chip)
        buttons = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if isinstance(button, kinds) and button.isEnabled()
        ]
        visible = [button for button in buttons if button.isVisible() and not button.visibleRegion().isEmpty()]
        if visible and not self._is_blocked():
            button = visible[place % len(visible)]
            self._click(button, button.visibleRegion().boundingRect().center())

    @rule(place=PLACES)
    def arrange_the_list(self, place: int) -> None:
        view = self.window._centre.front
        if self._is_blocked() or not isinstance(view, RegisterList) or not view.isVisible():
            return
        with self._Still(self):
            listing = view.listed.listing
            ways = [
                replace(listing, filters=()),
                listing.sorted_by(listing.columns[place % len(listing.columns)].field),
                replace(listing, group=""),
                replace(listing, group="category"),
            ]
            if listing.rows is RowKind.RISK:
                ways += [
                    listing.filtered("assessed", "yes"),
                    listing.filtered("assessed", "no"),
                    listing.filtered("text", "w"),
                    replace(listing, group="band"),
                    replace(listing, group="owner"),
                    listing.filtered("status", "closed", ""),
                ]
            at = place % (len(ways) + 1)
            if at == len(ways):
                view.listed.turn(RowKind.MITIGATION if listing.rows is RowKind.RISK else RowKind.RISK)
            else:
                view.listed.ask(ways[at])

    @rule(place=PLACES)
    def fold(self, place: int) -> None:
        view = self.window._centre.front
        if isinstance(view, RegisterList) and not self._is_blocked() and view.isVisible():
            groups = [line for line in view.listed.lines if isinstance(line, Group)]
            if groups:
                group = groups[place % len(groups)]
                with self._Still(self):
                    view.listed.fold(group, folded=not view.listed.is_folded(group))

    @rule(sides=st.sampled_from(Sides))
    def turn_the_matrix(self, sides: Sides) -> None:
        front = self.window._centre.front
        if isinstance(front, Matrix) and front.isVisible() and not self._is_blocked():
            with self._Still(self):
                front.tools._sides[sides].click()

    @rule(size=st.sampled_from([(1500, 860), (960, 600), (720, 450)]))
    def resize(self, size: tuple[int, int]) -> None:
        with self._Still(self):
            self.window.resize(*size)
            QApplication.processEvents()

    @rule(place=PLACES)
    def open_a_register(self, place: int) -> None:
        open_registers = self.workbench.registers()
        if open_registers and not self._is_blocked():
            with self._Still(self):
                self.workbench.open_register(open_registers[place % len(open_registers)].id)

    @rule(place=PLACES)
    def answer(self, place: int) -> None:
        self._answer(place)

    # What others do.

    @rule(doing=st.sampled_from([*DOINGS, "undo"]), place=PLACES, looks_at_once=st.booleans())
    def others(self, doing: str, place: int, *, looks_at_once: bool) -> None:
        """Another program writes; the window looks at once, or only later."""
        with closing(Session.open(self._path, "Marat")) as other:
            act(other, doing, place)
        self._others = self._is_behind = True
        if looks_at_once:
            self.look_at_the_file()

    @rule()
    def look_at_the_file(self) -> None:
        before = self._journal()
        self.workbench.read_changes_of_others()
        self._is_behind = False
        assert self._journal() == before

    # What holds.

    @invariant()
    def all_holds(self) -> None:
        if not hasattr(self, "window"):
            return
        try:
            self._settle()
            acted, self._acted = self._acted, False
            self._check()
            if acted:
                self._check_focus()
        except BaseException:
            self._failed = True
            raise

    def _settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if QApplication.activeWindow() is None:
            # Without a screen, nobody activates what is behind a dialog that is closed.
            (QApplication.activeModalWidget() or self.window).activateWindow()
            QTest.qWaitForWindowActive(QApplication.activeModalWidget() or self.window)
        for box in self._dialogs():
            if isinstance(box, ReplaceDialog):
                self._qtbot.waitUntil(lambda box=box: box._places is not None)

    def _check(self) -> None:
        assert [str(fault[1]) for fault in self._faults] == []
        assert self._log.told == []
        assert self._qt == []
        steps = self._journal()
        for step in steps[len(self._steps) :]:
            assert step.changes, step
            assert all(change.before != change.after for change in step.changes), step
        if any(step.who == "A. Tester" for step in steps[len(self._steps) :]):
            # Whoever writes reads what others wrote.
            self._is_behind = False
        self._steps = steps
        tree = self.workbench.tree()
        known = set() if tree is None else {tree.register.id, *(item.id for item in tree.items)}
        assert not set(self.workbench.selection) - known
        if not self._is_behind:
            with anew(self.window, self._folder) as fresh:
                assert fresh.differences() == []
            self._check_dialogs()

    def _check_dialogs(self) -> None:
        for box in self._dialogs():
            tree = self.workbench.tree()
            if isinstance(box, ReplaceDialog) and tree is not None:
                query = Query(box._query.text(), box._case.isChecked(), box._words.isChecked())
                expected = places(tree, query, box._by.text(), box._only.currentData())
                assert [(place.key, place.before, place.after) for place in box._places or ()] == [
                    (place.key, place.before, place.after) for place in expected
                ]

    def _check_focus(self) -> None:
        if QApplication.activePopupWidget() is not None:
            return
        focused = QApplication.focusWidget()
        assert focused is not None, (self.window.focusWidget(), QApplication.activeWindow())
        assert focused.isVisible(), focused
        assert focused.isEnabled(), focused
        modal = QApplication.activeModalWidget()
        assert focused.window() is (modal or self.window), focused

    # How it is done.

    class _Still:
        """What is done within takes no step, unless something was typed before."""

        def __init__(self, walk: "Walk") -> None:
            self._walk = walk

        def __enter__(self) -> None:
            walk = self._walk
            dirty = [
                widget
                for widget in walk.window.findChildren(QWidget)
                if isinstance(widget, StoredField) and widget.is_dirty()
            ]
            self._typed = bool(walk.workbench.typing.drafts() or dirty)
            self._before = len(walk._journal())

        def __exit__(self, kind: object, *_: object) -> None:
            if kind is None and not self._typed:
                assert len(self._walk._journal()) == self._before

    def _answer(self, place: int) -> None:
        """Press a button of the dialog that asks, or close it."""
        boxes = self._dialogs()
        if boxes:
            box = boxes[-1]
            buttons = [
                button for button in box.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()
            ]
            if buttons and place % 4:
                self._acted = True
                buttons[place % len(buttons)].click()
            else:
                box.reject()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _trigger(self, name: str) -> None:
        self.window._menus._enable()
        action = self.window._menus.actions[name]
        if action.isEnabled():
            self._acted = True
            action.trigger()

    def _click(
        self, target: QWidget, point: QPoint, keys: Qt.KeyboardModifier = _NONE, *, double: bool = False
    ) -> None:
        self._acted = True
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, keys, point)
        if double:
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, keys, point)

    def _journal(self) -> list[Step]:
        """The steps of the file, read as another program would."""
        (count,) = self._reader.execute("SELECT count(*) FROM step").fetchone()
        if count != len(self._read):
            with closing(Session.open(self._path, "reader", read_only=True)) as session:
                self._read = session._store.steps()
        return self._read

    def _dialogs(self) -> list[QDialog]:
        return [box for box in self.window.findChildren(QDialog) if box.isVisible()]

    def _is_blocked(self) -> bool:
        """Whether a dialog or a menu stands before the window; now and then, it is then answered."""
        popup, boxes = QApplication.activePopupWidget(), self._dialogs()
        if popup is None and not boxes:
            return False
        self._blocked += 1
        if popup is not None:
            self._acted = True
            QTest.keyClick(popup, Qt.Key.Key_Escape)
        elif self._blocked % 3 == 0:
            self._answer(self._blocked)
        return True


def _changes(before: State, after: State) -> list[Change]:
    """What differs but for how many references were given, which is not taken back."""
    changes = differences(before, after)
    return [change for change in changes if set(change.before or "+") | set(change.after or "-") != {"references"}]


@pytest.mark.slow
def test_the_window_shows_what_it_would_if_made_anew(qtbot: QtBot, pytestconfig: pytest.Config) -> None:
    is_soak = pytestconfig.getoption("soak")
    walking.run(lambda: Walk(qtbot), 200 if is_soak else 2, 40 if is_soak else 25)
