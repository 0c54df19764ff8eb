"""A random walk through sheet, list and matrix: whichever view is in front, it shows the register as it is.

The walker selects, assesses, writes, deletes, adds, moves, filters, sorts and undoes wherever it happens to be. After
each step the view in front shows what is selected, and exactly the risks there are, each with its text, levels and
band. No word is lost meanwhile, and to undo all leads back to where it began.
"""

import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, scales
from riskdesk.desk.action import in_turn
from riskdesk.desk.listing import Group, ListRow
from riskdesk.desk.listing.passing import cell_value
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.listing import Listing, RowKind
from riskdesk.domain.matrix import board, cell_of
from riskdesk.domain.printing import Sides
from riskdesk.domain.scale import Assessment
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Mitigation, Risk, RiskStatus
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.arranging import Box
from riskdesk.ui.views.matrix.picture import Spot
from riskdesk.ui.views.sheet import Sheet
from tests.ui import keys, walking
from tests.ui.conftest import tree_of
from tests.ui.walking import PLACES

VIEWS = ("sheet", "list", "matrix")
_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYS = (
    *("Esc", "Return", "Tab", "F2", "Space", "A", "3", "4", "Up", "Down"),
    *("Left", "Right", "Shift+Down", "Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right", "Ctrl+A"),
)
COMMANDS = (
    *("undo", "redo", "add_risk", "add_mitigation", "add_entry", "add_category", "duplicate", "delete", "cut", "paste"),
    *("move_up", "move_down", "edit_text", "select_all", "assess", "assessing", "show_preview", "copy", "go_sheet"),
)


class Walk(RuleBasedStateMachine):
    """`words` holds what was typed and not taken back since."""

    def __init__(self, qtbot: QtBot, store: Path) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._holder = tempfile.TemporaryDirectory()
        folder = Path(self._holder.name)
        path = Path(shutil.copyfile(store, folder / "store.riskdesk"))
        self.workbench = Workbench(Session.open(path, "A. Tester"))
        self._home = Home.inside(folder, "A. Tester", path)
        self._settings = folder / "settings.json"
        self._registers = [register.id for register in self.workbench.registers()]
        self._start = {register: _state(self.workbench.session.tree(register)) for register in self._registers}
        self._mark = {
            register: step.number if (step := self.workbench.session.undoable(register)) else 0
            for register in self._registers
        }
        self.words: set[str] = set()
        self._typed = 0
        self._faults: list[Any] = []
        self._stored = ""
        self.workbench.stepped.connect(self._take_note)

    @initialize(view=st.sampled_from(VIEWS))
    def open(self, view: str) -> None:
        QApplication.clipboard().clear()
        self.workbench.open_register(self._registers[0])
        self.window = MainWindow(self.workbench, Settings(self._settings), self._home)
        self._watch = self._qtbot.captureExceptions()
        self._faults = self._watch.__enter__()
        self.window.resize(1500, 860)
        with self._qtbot.waitSignal(self.window.ready):
            self.window.show()
        QTest.qWaitForWindowActive(self.window)
        self._run(f"view_{view}")

    def teardown(self) -> None:
        if not hasattr(self, "window"):
            return
        try:
            self._end()
        finally:
            self.window.give_way()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._watch.__exit__(None, None, None)
            self._qtbot.waitUntil(lambda: not Task._running)
            self.workbench.session.close()
            self._holder.cleanup()

    def _end(self) -> None:
        """Every view agrees once more, and all that was done can be undone."""
        for view in VIEWS:
            self._run(f"view_{view}")
            self.the_view_in_front_shows_the_register()
        if not self.workbench.commit():
            # What is no date is in the way of every undo.
            self.workbench.typing.forget()
        for register in self._registers:
            self.workbench.open_register(register)
            while self._has_done_something(register):
                assert (result := self.workbench.undo()).step is not None, result.problem
            assert _state(self.tree) == self._start[register]
            self.the_view_in_front_shows_the_register()

    @rule(view=st.sampled_from(VIEWS))
    def show_another_view(self, view: str) -> None:
        self._run(f"view_{view}")

    @rule(place=PLACES, toggle=st.booleans())
    def click(self, place: int, *, toggle: bool) -> None:
        """Click on a risk where it stands in the view in front."""
        all_risks = list(self.tree.risks)
        if not all_risks:
            return
        risk = all_risks[place % len(all_risks)]
        self._front.reveal_item(risk.id)
        rect = self._front.rect_of(risk.id)
        if rect is not None and self._front.isVisible():
            target = self._front if self._front.childAt(rect.center()) is None else self._front.childAt(rect.center())
            point = target.mapFrom(self._front, rect.center())
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, _CONTROL if toggle else _NONE, point)

    @rule(place=PLACES, several=st.integers(1, 4))
    def select(self, place: int, several: int) -> None:
        """Select any items from elsewhere, as a panel does."""
        ids = [item.id for item in self.tree.items]
        if ids:
            self.workbench.select([ids[(place + by) % len(ids)] for by in range(min(several, len(ids)))])

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        if key in ("3", "4", "A", "Space", "Return"):
            self._take_back_selected()
        keys.press(self._focus, key)

    @rule()
    def type_a_word(self) -> None:
        """Type wherever the focus is; what comes to stand nowhere was no text (a search, a level)."""
        self._typed += 1
        word = f"w{self._typed}x"
        self._take_back_selected()
        for sign in word:
            QTest.keyClick(self._focus, sign)
        if word in self._typed_now():
            self.words.add(word)

    @rule(place=PLACES)
    def write_in_front(self, place: int) -> None:
        """Begin to write: in a line of the sheet, or in a cell of the list."""
        if isinstance(self._front, RegisterList) and self._front.table.lines.lines:
            table = self._front.table
            row = place % len(table.lines.lines)
            table.setFocus()
            table.setCurrentIndex(table.lines.index(row, place % len(table.fields())))
        elif isinstance(self._front, Sheet):
            self.click(place, toggle=False)
        self._run("edit_text")
        self.type_a_word()

    @rule(place=PLACES, likelihood=st.integers(1, 5), impact=st.integers(1, 5))
    def drag(self, place: int, likelihood: int, impact: int) -> None:
        """Drag a chip of the matrix onto a cell."""
        matrix = self._front
        all_risks = list(self.tree.risks)
        if not isinstance(matrix, Matrix) or not all_risks or matrix.grid.picture is None:
            return
        picture = matrix.grid.picture
        spot = picture.spot_of_risk(all_risks[place % len(all_risks)].id)
        box, target = (picture.box(spot), picture.box(Spot((likelihood, impact)))) if spot else (None, None)
        if box is None or target is None:
            return
        self._drag(matrix, box, target)

    @rule(command=st.sampled_from(COMMANDS))
    def command(self, command: str) -> None:
        if command in ("delete", "cut", "paste"):
            self._take_back_selected()
        # What there was at the beginning stays.
        if command != "undo" or self._has_done_something(str(self.workbench.register_id)):
            self._run(command)

    @rule()
    def undo_elsewhere(self) -> None:
        """Undo in another view than where it was done."""
        self._run(f"view_{VIEWS[(VIEWS.index(self.window._centre.name) + 1) % 3]}")
        self.command("undo")

    @rule(place=PLACES)
    def filter(self, place: int) -> None:
        view = self._list()
        if view is not None and view.listed.listing.rows is RowKind.RISK:
            listing = view.listed.listing
            ways = [
                listing.filtered("assessed", "yes"),
                listing.filtered("assessed", "no"),
                listing.filtered("status", "closed", ""),
                replace(listing, filters=()),
            ]
            view.listed.ask(ways[place % len(ways)])

    @rule(place=PLACES)
    def arrange(self, place: int) -> None:
        """Sort or group the list, or list mitigations."""
        view = self._list()
        if view is not None:
            listing = view.listed.listing
            if place % 5 == 4:
                view.listed.ask(replace(listing, filters=()))
                view.listed.turn(RowKind.MITIGATION if listing.rows is RowKind.RISK else RowKind.RISK)
            elif place % 2:
                view.listed.ask(listing.sorted_by(listing.columns[place % len(listing.columns)].field))
            else:
                view.listed.ask(replace(listing, group=("", "category", "band")[place % 3]))

    @rule(place=PLACES)
    def fold(self, place: int) -> None:
        """Fold a group of the list away, or show it again."""
        view = self._list()
        groups = [] if view is None else [line for line in view.listed.lines if isinstance(line, Group)]
        if view is not None and groups:
            group = groups[place % len(groups)]
            view.listed.fold(group, folded=not view.listed.is_folded(group))

    @rule(sides=st.sampled_from(Sides))
    def turn(self, sides: Sides) -> None:
        """Show other assessments in the matrix."""
        if isinstance(self._front, Matrix) and self._front.isVisible():
            self._front.tools._sides[sides].click()

    @rule(size=st.sampled_from([(1500, 860), (960, 600), (720, 450)]))
    def resize(self, size: tuple[int, int]) -> None:
        self.window.resize(*size)
        QApplication.processEvents()

    @rule(number=st.integers(0, 5))
    def change_together(self, number: int) -> None:
        selected = [*self.workbench.selected_risks()]
        if selected:
            status = list(RiskStatus)[number % len(RiskStatus)]
            self.workbench.run(in_turn([risks.edit(risk.id, status=status) for risk in selected]))

    @rule(place=PLACES)
    def open_another_register(self, place: int) -> None:
        self.workbench.open_register(self._registers[place % 2])

    @invariant()
    def the_view_in_front_shows_the_register(self) -> None:
        if not hasattr(self, "window") or not self._front.isVisible():
            return
        front = self._front
        if isinstance(front, Sheet):
            self._check_sheet(front)
        elif isinstance(front, RegisterList):
            self._check_list(front)
        else:
            assert isinstance(front, Matrix)
            self._check_matrix(front)

    @invariant()
    def nothing_failed(self) -> None:
        assert [str(fault[1]) for fault in self._faults] == []

    @invariant()
    def every_word_is_somewhere(self) -> None:
        if hasattr(self, "window"):
            now = self._typed_now()
            assert [word for word in sorted(self.words) if word not in now] == []

    @property
    def tree(self) -> RegisterTree:
        return tree_of(self.workbench)

    @property
    def _front(self) -> Any:
        return self.window._centre.front

    @property
    def _focus(self) -> QWidget:
        """What keys go to; not the lists beside the register, where they act on whole registers."""
        popup, focused = QApplication.activePopupWidget(), QApplication.focusWidget()
        if popup is not None:
            return popup
        if focused is None or self.window._left.isAncestorOf(focused):
            self._run("go_sheet")
        return QApplication.focusWidget() or self.window

    def _run(self, command: str) -> None:
        self.window._commands.run(command)

    def _has_done_something(self, register: str) -> bool:
        last = self.workbench.session.undoable(register)
        return self.workbench.typing.draft() is not None or (last is not None and last.number > self._mark[register])

    def _list(self) -> RegisterList | None:
        front = self._front
        return front if isinstance(front, RegisterList) and front.isVisible() else None

    def _take_note(self, step: Step) -> None:
        self._stored += " ".join(str(change.after) for change in step.changes)

    def _typed_now(self) -> str:
        """All text that was stored, or is typed and not stored."""
        return self._stored + " ".join(draft.text for draft in self.workbench.typing.drafts())

    def _take_back_selected(self) -> None:
        """What is selected in a field goes on purpose, where another key is pressed."""
        field = QApplication.focusWidget()
        if isinstance(field, QPlainTextEdit):
            selected = field.textCursor().selectedText()
        else:
            selected = field.selectedText() if isinstance(field, QLineEdit) else ""
        self.words = {word for word in self.words if word not in selected}

    def _drag(self, matrix: Matrix, start: Box, end: Box) -> None:
        port, grid = matrix.grid.viewport(), matrix.grid
        first = grid.to_view(start).center()
        last = grid.to_view(Box(end.right - 2, end.bottom - 2, 1, 1)).topLeft()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, _NONE, first)
        for step in range(1, 6):
            QTest.mouseMove(port, first + (last - first) * step / 5)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, _NONE, last)

    def _check_sheet(self, view: Sheet) -> None:
        lines = [line for line in view.lines.content.lines if isinstance(line.value, Risk)]
        assert [line.value for line in lines] == list(self.tree.risks)
        writing = view.writing.draft()
        for line in lines:
            if writing is None or writing.id != line.id:
                assert line.text == line.value.description
        items = [item.id for item in self.tree.items]
        assert view.selected_ids() == tuple(item for item in items if item in self.workbench.selection)

    def _check_list(self, view: RegisterList) -> None:
        lines = view.table.lines.lines
        grouped = [row for line in lines if isinstance(line, Group) for row in line.rows]
        rows = grouped or [line for line in lines if isinstance(line, ListRow)]
        listing = view.listed.listing
        expected: list[Risk | Mitigation] = [*self.tree.mitigations]
        if listing.rows is RowKind.RISK:
            expected = [risk for risk in self.tree.risks if _passes(risk, listing)]
        words = [word.casefold() for text in listing.values("text") for word in text.split()]
        if words:
            # Other fields hold them, too.
            ids = {row.item.id for row in rows}
            missed = [item for item in expected if item.id not in ids]
            assert not [item for item in missed if all(word in item.description.casefold() for word in words)]
            expected = [item for item in expected if item.id in ids]
        assert sorted(row.item.id for row in rows) == sorted(item.id for item in expected)
        if not listing.sorts and not listing.group:
            assert [row.item for row in rows] == expected
        known = {item.id: item for item in expected}
        for place, line in enumerate(lines):
            if isinstance(line, ListRow):
                assert line.item == known[line.item.id]
                self._check_row(view, place, line.item)
        shown_ids = {line.item.id for line in lines if isinstance(line, ListRow)}
        assert set(view.selected_ids()) == shown_ids & set(self.workbench.selection)

    def _check_row(self, view: RegisterList, place: int, item: Risk | Mitigation) -> None:
        """Each cell holds what its item does."""
        cells = {
            field.name: str(view.table.lines.index(place, column).data())
            for column, field in enumerate(view.table.fields())
        }
        expected = {"description": item.description}
        if isinstance(item, Risk):
            scale = scales.in_both_languages(self.tree.register.scale)
            band, score = scale.band(item.assessment), scale.score(item.assessment)
            expected |= {
                "likelihood": str(item.likelihood or ""),
                "impact": str(item.impact or ""),
                "band": "" if band is None else f"{score} {band.name.en}",
                "reference": item.reference,
                "owner": item.owner,
            }
        assert {name: cells[name] for name in cells.keys() & expected} == {
            name: expected[name] for name in cells.keys() & expected
        }

    def _check_matrix(self, view: Matrix) -> None:
        picture = view.grid.picture
        assert picture is not None
        assert picture.register == self.tree.register
        standing = [risk for risk in self.tree.risks if not risk.ended or view.tools.ended]
        assert replace(picture.board, left_out=0) == board(standing, view.tools.sides, self.tree.register.scale)
        if view.tools.sides is Sides.INHERENT:
            expected = {(risk.id, False): cell_of(risk.assessment) for risk in standing}
            assert picture.board.where == expected
        assert view.grid.appearance.selected == set(self.workbench.selection)


def _passes(risk: Risk, listing: Listing) -> bool:
    """Whether a risk passes the filters that the walker asks for, or a cell of the matrix."""
    status = "" if risk.status is None else risk.status.value
    has = {
        "assessed": "yes" if risk.assessment.complete else "no",
        "ended": "yes" if risk.ended else "no",
        "status": status,
        "cell": cell_value(risk.assessment) if risk.assessment.complete else "",
    }
    return all(has[condition.name] in condition.values for condition in listing.filters if condition.name != "text")


def _state(tree: RegisterTree | None) -> RegisterTree:
    """A register but for how many references it has given, which is not taken back."""
    assert tree is not None
    return replace(tree, register=replace(tree.register, references=0))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two registers, the first one partly assessed."""
    path = tmp_path_factory.mktemp("agree") / "store.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        session.run(registers.add(template("coe", Language.ENGLISH)))
        first = session.tree(session.registers()[0].id)
        assert first is not None
        assessments = {risk.id: Assessment(1 + at % 5, 1 + at * 2 % 5) for at, risk in enumerate([*first.risks][:16])}
        session.run(risks.assess_each(assessments))
    return path


def test_every_view_shows_the_register_as_it_is(qtbot: QtBot, store: Path, pytestconfig: pytest.Config) -> None:
    is_soak = pytestconfig.getoption("soak")
    walking.run(lambda: Walk(qtbot, store), 200 if is_soak else 2, 40 if is_soak else 25)
