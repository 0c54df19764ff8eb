"""Find and replace, by keys: what would change is shown, and is changed as one step."""

import re
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.desk.session import Session
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.conflict import ConflictDialog
from riskdesk.ui.find.places import AFTER, BEFORE, FIELD, ITEM, PlacesModel
from riskdesk.ui.find.replace import ReplaceDialog
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.shell.window import MainWindow
from tests.ui import keys
from tests.ui.conftest import Opened, action, inspector_field, read_only, sheet, tree_of


class User:
    """Works with the keyboard in the window, and sees what is there."""

    def __init__(self, window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
        self.window, self.workbench, self._qtbot = window, workbench, qtbot

    @property
    def tree(self) -> RegisterTree:
        return tree_of(self.workbench)

    def risk(self, number: int) -> Risk:
        return list(self.tree.risks)[number]

    def press(self, shortcut: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        keys.press(focused, shortcut)

    def write(self, text: str) -> None:
        for sign in text:
            QApplication.sendEvent(
                QApplication.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            )

    def ask(self, text: str = "", by: str = "") -> None:
        """Open the dialog, and type into its first two fields."""
        self.press("Ctrl+H")
        self._qtbot.waitUntil(lambda: self.dialog.isActiveWindow())
        self.write(text)
        self.press("Return")
        self.write(by)
        self.wait()

    def wait(self) -> None:
        """Until all is looked through."""
        self._qtbot.waitUntil(lambda: not Task._running and self.dialog._places is not None)

    @property
    def dialog(self) -> ReplaceDialog:
        return next(box for box in self.window.findChildren(ReplaceDialog) if box.isVisible())

    @property
    def is_open(self) -> bool:
        return any(box.isVisible() for box in self.window.findChildren(ReplaceDialog))

    def part(self, kind: type[QWidget], name: str) -> QWidget:
        parts = self.dialog.findChildren(kind)
        return next(
            part for part in parts if name in (part.accessibleName(), getattr(part, "text", str)().replace("&", ""))
        )

    @property
    def model(self) -> QAbstractItemModel:
        return self.dialog.findChild(QTableView).model()

    def line(self, row: int) -> list[str]:
        return [self.model.index(row, column).data() for column in (ITEM, FIELD, BEFORE, AFTER)]

    @property
    def counts(self) -> list[int]:
        """How much is found, in how many places, and the same of what is ticked where that is less."""
        return [int(number) for number in re.findall(r"\d+", self.dialog._count.text())]

    @property
    def can_replace(self) -> bool:
        return self.part(QPushButton, "Replace").isEnabled()


@pytest.fixture
def user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> User:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet(window).setFocus()
    return User(window, workbench, qtbot)


def test_what_would_change_is_shown_and_is_one_step(user: User, qtbot: QtBot) -> None:
    first, second = user.risk(0), user.risk(9)
    user.workbench.run(risks.edit(first.id, note="l’Œuvre et l'oeuvre"))
    user.workbench.run(risks.edit(second.id, owner="Mme Oeuvre"))
    before = user.tree
    user.ask("oeuvre", "œuvre")
    assert user.counts == [3, 2]
    assert user.line(0) == [f"risk {first.reference}", "note", "l’Œuvre et l'oeuvre", "l’œuvre et l'œuvre"]
    assert user.line(1) == [f"risk {second.reference}", "owner", "Mme Oeuvre", "Mme œuvre"]
    user.press("Return")
    assert not user.is_open
    assert (user.risk(0).note, user.risk(9).owner) == ("l’œuvre et l'œuvre", "Mme œuvre")
    assert user.window.findChild(Notices).last_notices[0].notice.text.startswith("Text replaced in 2 place")
    assert action(user.window, "undo").text() == "&Undo Replace text"
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    user.press("Ctrl+Z")
    assert user.tree == before


def test_enter_after_what_is_looked_for_replaces_nothing(user: User) -> None:
    before = user.tree
    user.press("Ctrl+H")
    user.write("the")
    user.wait()
    user.press("Return")
    assert user.is_open
    assert user.part(QLineEdit, "Replace with").hasFocus()
    user.press("Esc")
    assert user.tree == before


def test_what_is_looked_for_already_is_offered(user: User) -> None:
    user.press("Ctrl+F")
    user.write("reform")
    user.ask()
    assert user.part(QLineEdit, "Find").text() == "reform"
    assert user.model.rowCount() > 2


def test_case_words_and_a_field_narrow_what_is_found(user: User) -> None:
    user.workbench.run(risks.edit(user.risk(0).id, note="Plugh plughs plugh", trigger="PLUGH"))
    user.ask("plugh", "x")
    assert user.counts == [4, 2]
    user.part(QCheckBox, "Match case").click()
    user.wait()
    assert user.counts == [2, 1]
    user.part(QCheckBox, "Whole words").click()
    user.wait()
    assert user.counts == [1, 1]
    assert user.line(0)[AFTER] == "Plugh plughs x"
    user.part(QCheckBox, "Match case").click()
    box = user.part(QComboBox, "In")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Risk: trigger"))
    user.wait()
    assert user.counts == [1, 1]
    assert user.line(0)[FIELD] == "trigger"


@pytest.mark.parametrize("column", [ITEM, AFTER])
def test_what_is_not_ticked_stays(user: User, column: int) -> None:
    for number, name in enumerate(("note", "trigger", "owner")):
        user.workbench.run(risks.edit(user.risk(number).id, **{name: "plugh plugh"}))
    user.ask("plugh", "x")
    view = user.dialog.findChild(QTableView)
    view.setFocus()
    place = view.visualRect(view.model().index(1, column)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert user.counts == [6, 3, 4, 2]
    user.part(QLineEdit, "Replace with").setFocus()
    user.write("y")
    user.wait()
    assert user.counts == [6, 3, 4, 2], "it is left out whatever comes in its place"
    user.press("Return")
    assert [user.risk(0).note, user.risk(1).trigger, user.risk(2).owner] == ["xy xy", "plugh plugh", "xy xy"]


def test_all_are_ticked_or_none(user: User) -> None:
    user.ask("the", "x")
    assert user.part(QCheckBox, "All").isChecked()
    user.part(QCheckBox, "All").click()
    assert not user.can_replace
    assert user.counts[2:] == [0, 0]
    user.part(QCheckBox, "All").click()
    assert user.can_replace
    assert len(user.counts) == 2


@pytest.mark.parametrize(("text", "by"), [("", ""), ("nothing is like this", "x"), ("reform", "reform\x07")])
def test_nothing_can_be_replaced_where_nothing_would_change_or_can(user: User, text: str, by: str) -> None:
    user.ask(text, "")
    user.part(QLineEdit, "Replace with").setText(by)  # type: ignore[attr-defined]
    user.wait()
    assert not user.can_replace
    user.press("Return")
    assert user.is_open


def test_what_cannot_be_is_told_in_its_line_and_left_as_it_is(user: User) -> None:
    first, second = user.risk(0), user.risk(1)
    user.workbench.run(risks.edit(first.id, note=f"see {first.reference}"))
    user.ask(first.reference, second.reference)
    assert user.counts == [2, 2, 1, 1]
    line = next(user.line(row) for row in range(2) if user.line(row)[FIELD] == "reference")
    assert line[AFTER].startswith(f"Another risk has the reference {second.reference}")
    user.press("Return")
    assert not user.is_open
    assert (user.risk(0).reference, user.risk(0).note) == (first.reference, f"see {second.reference}")


def test_an_empty_text_is_told_as_such(user: User) -> None:
    user.workbench.run(risks.edit(user.risk(0).id, note="plugh", trigger="plugh it"))
    user.ask("plugh")
    assert sorted(user.line(row)[AFTER] for row in range(2)) == ["(nothing is left)", "it"]


def test_text_is_no_markup_and_no_pattern(user: User) -> None:
    user.workbench.run(risks.edit(user.risk(0).id, note="<b>a.c</b> abc"))
    user.ask("<b>a.c</b>", r"\1<i>$&")
    assert user.line(0)[BEFORE:] == ["<b>a.c</b> abc", r"\1<i>$& abc"]
    assert user.dialog._before.toPlainText() == "<b>a.c</b> abc"
    user.press("Return")
    assert user.risk(0).note == r"\1<i>$& abc"


def test_the_line_that_is_chosen_is_shown_whole_with_its_marks(user: User) -> None:
    long = "word " * 100
    user.workbench.run(risks.edit(user.risk(0).id, note=f"{long}𝒜 plugh\nagain plugh"))
    user.ask("plugh", "xyzzy 2")
    assert user.line(0)[BEFORE:] == [f"…{'word ' * 4}𝒜 {text} again {text}" for text in ("plugh", "xyzzy 2")]
    for field, word in ((user.dialog._before, "plugh"), (user.dialog._after, "xyzzy 2")):
        assert field.toPlainText().startswith(long)
        assert [mark.cursor.selectedText() for mark in field.extraSelections()] == [word, word]


def test_what_another_writes_while_it_is_asked_is_shown(user: User, qtbot: QtBot) -> None:
    user.workbench.run(risks.edit(user.risk(0).id, note="plugh"))
    user.ask("plugh", "x")
    with closing(Session.open(user.workbench.session.path, "B. Tester")) as other:
        other.run(risks.edit(user.risk(1).id, note="plugh, too"))
    user.workbench.read_changes_of_others()
    qtbot.waitUntil(lambda: user.counts == [2, 2])
    user.press("Return")
    assert (user.risk(0).note, user.risk(1).note) == ("x", "x, too")


def test_what_another_has_written_and_nobody_saw_is_a_conflict(user: User) -> None:
    user.workbench.run(risks.edit(user.risk(0).id, note="plugh"))
    user.ask("plugh", "x")
    with closing(Session.open(user.workbench.session.path, "B. Tester")) as other:
        other.run(risks.edit(user.risk(0).id, note="plugh of theirs"))
    user.press("Return")
    assert not user.is_open
    (conflict,) = (box for box in user.window.findChildren(ConflictDialog) if box.isVisible())
    next(button for button in conflict.findChildren(QPushButton) if "my version" in button.text()).click()
    assert user.risk(0).note == "x"


def test_what_is_typed_on_the_sheet_is_stored_before(user: User) -> None:
    risk = user.risk(0)
    user.workbench.select([risk.id])
    user.press("F2")
    user.write(" plugh")
    user.ask("plugh", "x")
    assert user.counts == [1, 1]
    user.press("Return")
    assert user.risk(0).description == f"{risk.description} x"


@pytest.mark.parametrize("name", ["note", "owner", "next_review", "status"])
def test_ctrl_h_asks_wherever_the_focus_is(user: User, name: str) -> None:
    user.workbench.select([user.risk(0).id])
    inspector_field(user.window, name).setFocus()
    user.press("Ctrl+H")
    assert user.is_open


@read_only
def test_nothing_is_replaced_where_nothing_can_be_written_or_is_open(user: User) -> None:
    assert not action(user.window, "replace").isEnabled()
    user.press("Ctrl+H")
    assert not user.is_open


def test_the_dialog_goes_with_its_register(user: User) -> None:
    user.ask("the", "x")
    user.workbench.open_register(None)
    assert not user.is_open


def test_the_model_is_one(user: User, qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    user.ask("the", "x")
    model = user.dialog.findChild(PlacesModel)
    assert model.rowCount() > 10
    qtmodeltester.check(model)
    first = model.index(0, ITEM)
    assert model.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(0, FIELD), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    with qtbot.waitSignal(model.ticked):
        model.tick_all(ticked=True)
    assert model.chosen == model.possible


def test_only_the_last_query_is_told(user: User, qtbot: QtBot) -> None:
    hit_counts: list[int] = []
    user.ask()
    user.dialog._replace_search.done.connect(lambda hits: hit_counts.append(len(hits)))
    user.part(QLineEdit, "Find").setFocus()
    steps: list[Callable[[], object]] = [lambda sign=sign: user.write(sign) for sign in "reform of the"]
    for step in steps:
        step()
    user.wait()
    qtbot.waitUntil(lambda: bool(hit_counts))
    assert len(hit_counts) == 1
    assert isinstance(user.dialog.findChild(QLabel), QLabel)
