"""Assessing beside the sheet: each risk by one click or two digits, and on to the next; nothing moves."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QProgressDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks
from riskdesk.desk.rescaling import rescale
from riskdesk.desk.scales import profile
from riskdesk.desk.session import Session
from riskdesk.domain.assessing import Pair
from riskdesk.domain.label import Label
from riskdesk.domain.remap import proposed
from riskdesk.domain.scale import Assessment, Band, Rule
from riskdesk.domain.values import RiskStatus
from riskdesk.kit import apart
from riskdesk.kit.settings import Settings
from riskdesk.ui.assess.cell import CellButton
from riskdesk.ui.assess.spot import spot
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.shell.window import MainWindow
from tests.hearing import hearing
from tests.labels import undo_label
from tests.ui.assess.conftest import SHIFT, Assessor, undo_elsewhere
from tests.ui.assess.scales import own_scale
from tests.ui.conftest import action
from tests.ui.keys import KEY_OF_ONE, focused, press_place

CONTROL = Qt.KeyboardModifier.ControlModifier


def steps(user: Assessor) -> int:
    """The number of the last step."""
    step = user.workbench.session.undoable(user.tree.register.id)
    return 0 if step is None else step.number


def pairs(count: int) -> list[tuple[int, int]]:
    return [(1 + number % 5, 1 + number * 2 % 5) for number in range(count)]


def test_the_example_is_assessed_in_few_keys(user: Assessor) -> None:
    user.choose(1)
    user.keys = 0
    user.press(Qt.Key.Key_A)
    place = user.card.pos()
    expected = pairs(31)
    for number, (likelihood, impact) in enumerate(expected, 1):
        assert user.selected == [f"R-{number:02d}"]
        assert user.card.pos() == place
        room = user.sheet.rect_of(user.risks[number - 1].id)
        assert room is not None
        risk_rect = room.translated(user.sheet.mapTo(user.window, QPoint()))
        assert not user.card.geometry().intersects(risk_rect)
        user.type(f"{likelihood}{impact}")
    assert user.keys <= 93
    assert [(risk.likelihood, risk.impact) for risk in user.risks] == expected
    assert not user.card.isVisible()
    assert focused() is user.sheet
    for _ in expected:
        user.workbench.undo()
    assert all(risk.assessment == Assessment() for risk in user.risks)


def test_the_example_is_assessed_in_few_clicks(user: Assessor) -> None:
    user.click(user.sheet.viewport(), user.mark_of(1))
    place = user.card.pos()
    expected = pairs(31)
    for likelihood, impact in expected:
        assert user.card.pos() == place
        user.click(user.cell(likelihood, impact))
    assert user.clicks <= 62
    assert [(risk.likelihood, risk.impact) for risk in user.risks] == expected
    assert not user.card.isVisible()


def test_clumsy_keys_assess_nothing_that_was_not_meant(user: Assessor) -> None:
    user.choose(1)
    before = steps(user)
    user.press(Qt.Key.Key_A)
    for key in (Qt.Key.Key_7, Qt.Key.Key_0, Qt.Key.Key_X, Qt.Key.Key_A, Qt.Key.Key_F2, Qt.Key.Key_Insert):
        user.press(key)
    assert steps(user) == before
    assert user.card.isVisible()
    # The second digit is none of the scale, the one after it is.
    user.type("493")
    assert user.assessment_of(1) == Assessment(4, 3)
    assert user.selected == ["R-02"]
    # A likelihood alone is no assessment.
    user.type("4")
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Space)
    assert user.assessment_of(2) == Assessment()
    user.press(Qt.Key.Key_Backspace)
    # A digit that was not meant is taken back, or forgotten with an arrow.
    user.type("4")
    user.press(Qt.Key.Key_Backspace)
    user.type("2")
    user.press(Qt.Key.Key_Up)
    user.type("15")
    assert user.assessment_of(2) == Assessment(1, 5)


def test_a_dialog_that_comes_up_over_the_card_gives_the_keyboard_back_to_the_view(user: Assessor, qtbot: QtBot) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    dialog = QDialog(user.window)
    field = QLineEdit(dialog)
    dialog.open()
    qtbot.waitUntil(field.hasFocus)
    assert not user.card.isVisible()
    assert user.window.focusWidget() is user.sheet
    dialog.reject()


def test_the_bar_of_a_wait_leaves_the_card_for_the_next_risk(
    user: Assessor, other_program: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_PATIENCE_MS", 0)
    user.choose(1)
    user.press(Qt.Key.Key_A)
    seen = list[bool]()

    def look() -> None:
        if not seen and isinstance(QApplication.activeWindow(), QProgressDialog):
            seen.append(user.card.isVisible())
            other_program.execute("ROLLBACK")

    timer = QTimer(user.window, interval=1)
    timer.timeout.connect(look)
    timer.start()
    user.type("34")
    assert seen == [True]
    assert user.assessment_of(1) == Assessment(3, 4)
    assert user.selected == ["R-02"]
    assert user.card.isAncestorOf(user.window.focusWidget())


def test_a_slip_of_the_mouse_or_a_key_that_is_held_assesses_one_risk(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    cell = user.cell(2, 2)
    user.click(cell)
    middle, left = cell.rect().center(), Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind, middle.toPointF(), cell.mapToGlobal(middle).toPointF(), left, left, Qt.KeyboardModifier(0)
        )
        QApplication.sendEvent(cell, event)
    assert user.selected == ["R-02"]
    for text, key in (("\r", Qt.Key.Key_Return), (" ", Qt.Key.Key_Space), ("3", Qt.Key.Key_3)):
        press_place(0, text, repeated=True)
        assert key
    assert user.selected == ["R-02"]
    assert user.assessment_of(2) == Assessment()


def test_arrows_and_enter_choose(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        user.press(key)
    assert user.assessment_of(1) == Assessment(4, 5)
    # The next one begins where this one ended.
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Space):
        user.press(key)
    assert user.assessment_of(2) == Assessment(3, 1)


def test_shift_is_for_the_residual_pair(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.type("43")
    user.type("21", SHIFT)
    assert (user.assessment_of(2), user.assessment_of(2, Pair.RESIDUAL)) == (Assessment(), Assessment(2, 1))
    user.click(user.cell(1, 1), modifiers=SHIFT)
    assert user.assessment_of(3, Pair.RESIDUAL) == Assessment(1, 1)
    user.press(Qt.Key.Key_Return, SHIFT)
    assert user.assessment_of(4, Pair.RESIDUAL) == Assessment(1, 1)
    # Both digits are for one pair.
    user.type("5")
    user.type("5", SHIFT)
    assert (user.assessment_of(5), user.assessment_of(5, Pair.RESIDUAL)) == (Assessment(), Assessment())


def test_tab_turns_to_the_other_pair(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.press(Qt.Key.Key_Tab)
    user.type("21")
    assert (user.assessment_of(1), user.assessment_of(1, Pair.RESIDUAL)) == (Assessment(), Assessment(2, 1))
    assert user.selected == ["R-02"]
    user.press(Qt.Key.Key_Backtab, SHIFT)
    user.type("43")
    assert user.assessment_of(2) == Assessment(4, 3)


def test_only_the_pair_that_is_not_shown_is_named_the_other_one(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    buttons = user.card._pairs.values()
    assert [button.toolTip() for button in buttons] == ["", "The other one (Tab)"]
    user.press(Qt.Key.Key_Tab)
    assert [button.toolTip() for button in buttons] == ["The other one (Tab)", ""]


def test_a_click_on_a_pair_turns_to_it_and_another_one_leaves_it(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    inherent, residual = (user.card._pairs[pair] for pair in (Pair.INHERENT, Pair.RESIDUAL))
    user.click(inherent)
    assert (inherent.isChecked(), residual.isChecked()) == (True, False)
    for _ in range(2):
        user.click(residual)
        assert (inherent.isChecked(), residual.isChecked()) == (False, True)
    user.type("21")
    assert (user.assessment_of(1), user.assessment_of(1, Pair.RESIDUAL)) == (Assessment(), Assessment(2, 1))


def test_the_pair_that_is_shown_is_the_one_that_digits_are_for_though_shift_was_released_elsewhere(
    user: Assessor,
) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    QTest.keyPress(focused(), Qt.Key.Key_Shift)
    assert user.card._pairs[Pair.RESIDUAL].isChecked()
    QApplication.sendEvent(user.card, QEvent(QEvent.Type.ActivationChange))
    assert user.card._pairs[Pair.INHERENT].isChecked()
    user.type("21")
    assert user.assessment_of(1) == Assessment(2, 1)


def test_the_pair_and_the_keyboard_stay_while_the_scale_changes(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    old, new = user.tree.register.scale, profile("eu-action-document-3x3")
    user.workbench.run(rescale(user.tree.register.id, old, new, proposed(old, new)))
    assert user.card._pairs[Pair.INHERENT].isChecked()
    assert user.card.matrix.has_focus
    user.type("21")
    assert user.assessment_of(1) == Assessment(2, 1)


def test_digits_are_known_by_the_place_of_their_keys(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    for number, texts in enumerate(("&é\"'(-è_ç", "123456789", "&é\"'(§è!ç"), 1):
        for digit in (4, 3):
            press_place(KEY_OF_ONE + digit - 1, texts[digit - 1])
        assert user.assessment_of(number) == Assessment(4, 3), texts
    for digit in (4, 3):
        press_place(KEY_OF_ONE + digit - 1, "!@#$%^&*("[digit - 1], SHIFT)
    assert user.assessment_of(4, Pair.RESIDUAL) == Assessment(4, 3)


def test_the_key_0_is_the_tenth_level(user: Assessor) -> None:
    scale = own_scale(10, 10, Rule.PRODUCT)
    assert user.workbench.run(registers.edit(user.tree.register.id, scale=scale)).problem is None
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.type("0309")
    assert [user.assessment_of(number) for number in (1, 2)] == [Assessment(10, 3), Assessment(10, 9)]


def test_delete_clears_and_stays(user: Assessor) -> None:
    user.workbench.run(risks.edit(user.risks[0].id, likelihood=4, impact=3))
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.press(Qt.Key.Key_Delete)
    assert user.assessment_of(1) == Assessment()
    assert user.selected == ["R-01"]
    assert user.card.isVisible()


def test_backspace_goes_back_and_undo_takes_back(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.type("4321")
    assert user.selected == ["R-03"]
    user.press(Qt.Key.Key_Backspace)
    assert user.selected == ["R-02"]
    user.press(Qt.Key.Key_Backspace)
    user.press(Qt.Key.Key_Backspace)
    assert user.selected == ["R-01"]
    assert user.assessment_of(1) == Assessment(4, 3)
    user.press(Qt.Key.Key_Z, CONTROL)
    assert (user.assessment_of(1), user.assessment_of(2)) == (Assessment(4, 3), Assessment())
    assert user.selected == ["R-02"]
    assert user.card.isVisible()
    user.type("55")
    assert user.assessment_of(2) == Assessment(5, 5)


def test_what_somebody_else_undoes_is_not_assessed(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    undo_elsewhere(user, 5)
    assert user.selected == ["R-01"]
    user.type("43")
    assert (user.assessment_of(1), user.assessment_of(5)) == (Assessment(4, 3), Assessment())


def test_escape_leaves_what_was_done(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.type("434")
    user.press(Qt.Key.Key_Escape)
    assert not user.card.isVisible()
    assert focused() is user.sheet
    assert (user.assessment_of(1), user.assessment_of(2)) == (Assessment(4, 3), Assessment())
    assert user.selected == ["R-02"]


def test_ended_risks_are_skipped(user: Assessor) -> None:
    for number, status in ((2, RiskStatus.CLOSED), (3, RiskStatus.REJECTED)):
        user.workbench.run(risks.edit(user.risks[number - 1].id, status=status))
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.type("43")
    assert user.selected == ["R-04"]
    user.press(Qt.Key.Key_Escape)
    user.choose(2)
    assert not action(user.window, "assess").isEnabled()


def test_several_risks_are_assessed_as_one_step(user: Assessor) -> None:
    user.choose(2, 4, 6)
    before = steps(user)
    user.press(Qt.Key.Key_A)
    user.type("43")
    assert [user.assessment_of(number) for number in (2, 4, 6)] == [Assessment(4, 3)] * 3
    assert not user.card.isVisible()
    assert undo_label(user.workbench.session, user.tree.register.id) == "Assess risks"
    user.workbench.undo()
    assert steps(user) == before
    assert user.assessment_of(4) == Assessment()


def test_the_last_one_ends_it(user: Assessor, notices: list[str]) -> None:
    for risk in user.risks[1:]:
        user.workbench.run(risks.edit(risk.id, likelihood=1, impact=1))
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.type("43")
    assert not user.card.isVisible()
    assert notices == ["All risks are assessed"]


def test_what_follows_the_last_is_the_first_that_is_left(user: Assessor) -> None:
    user.choose(31)
    user.press(Qt.Key.Key_A)
    user.type("43")
    assert user.selected == ["R-01"]


def test_what_was_done_is_told(user: Assessor) -> None:
    user.choose(7)
    user.press(Qt.Key.Key_A)
    with hearing() as announcements:
        user.type("43")
        QApplication.processEvents()
    messages = [event.message() for event in announcements]
    assert any(
        text.startswith("R-07: likelihood 4 High, impact 3 Medium, score 12, High; next R-08 ") for text in messages
    ), messages
    assert not [text for text in messages if text.startswith("score")]


def test_a_letter_still_begins_a_text_where_nothing_is_assessed(user: Assessor) -> None:
    mitigation = next(user.tree.mitigations)
    user.workbench.select([mitigation.id])
    user.sheet.setFocus()
    user.press(Qt.Key.Key_A)
    assert user.sheet.writing.editor.toPlainText().endswith("a")
    user.press(Qt.Key.Key_Escape)
    user.choose(1)
    user.press(Qt.Key.Key_A, SHIFT)
    assert user.sheet.writing.row is not None
    user.type("A")
    assert user.sheet.writing.editor.toPlainText().lower().endswith("aa")
    assert user.card is None


def test_nothing_is_assessed_where_nothing_can_be_written(user: Assessor) -> None:
    path = user.workbench.session.path
    user.workbench.change_session(Session.open(path, "A. Tester", read_only=True), why_read_only="Only to read")
    user.choose(1)
    assert not action(user.window, "assess").isEnabled()
    user.press(Qt.Key.Key_A)
    user.click(user.sheet.viewport(), user.mark_of(1))
    assert user.card is None


def test_the_card_goes_where_the_focus_leaves_it(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)
    inspector = user.window.findChild(Inspector)
    inspector.setFocus()
    assert not user.card.isVisible()
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.workbench.open_register(None)
    assert not user.card.isVisible()


def test_the_card_goes_with_its_risk(user: Assessor) -> None:
    from riskdesk.desk import items

    user.choose(1)
    user.press(Qt.Key.Key_A)
    assert user.workbench.run(items.delete([user.risks[0].id])).problem is None
    assert not user.card.isVisible()


def test_the_card_gives_the_keyboard_back_with_another_register(user: Assessor) -> None:
    first = user.tree.register.id
    user.workbench.run(registers.duplicate(first))
    user.choose(1)
    user.press(Qt.Key.Key_A)
    user.workbench.open_register(first)
    assert not user.card.isVisible()
    assert focused() is user.sheet


def test_a_click_on_a_mark_leads_to_its_risk(user: Assessor) -> None:
    user.workbench.run(risks.edit(user.risks[2].id, likelihood=2, impact=2))
    user.click(user.sheet.viewport(), user.mark_of(3))
    assert user.selected == ["R-03"]
    assert user.cell(2, 2).isChecked()
    user.click(user.sheet.viewport(), user.mark_of(1))
    assert user.selected == ["R-01"]
    assert user.card.isVisible()


def test_the_menu_leads_to_it(user: Assessor) -> None:
    user.choose(1)
    user.window._menus.show_context(user.window.mapToGlobal(QPoint(400, 300)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(entry for entry in menu.actions() if entry.text().replace("&", "") == "Assess…")
    assert entry.shortcut().toString() == "A"
    menu.close()
    entry.trigger()
    assert user.card.isVisible()


def test_the_levels_that_are_pointed_at_or_gone_to_are_told(user: Assessor) -> None:
    user.choose(1)
    user.press(Qt.Key.Key_A)

    def words() -> str:
        return " ".join(label.text() for label in user.card.meaning.findChildren(QLabel) if label.isVisible())

    assert "Not assessed" in words()
    user.press(Qt.Key.Key_Right)
    assert "Likelihood 3 Medium – It is as likely to happen as not." in words()
    user.type("5")
    assert "Likelihood 5 Very high" in words()
    assert "Now the impact" in words()


class Plain(QWidget):
    """A view that shows where each risk is, a row each, and selects nothing by itself."""

    menu_wanted, files_pasted = Signal(QPoint), Signal(list)
    editing = None

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.commands: dict[str, Callable[[], object]] = {}
        self.revealed: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def reveal_item(self, identity: str) -> None:
        self.revealed.append(identity)

    def scroll_to(self, identity: str) -> None:
        self.revealed.append(identity)

    def set_hits(self, hits: object, current: object) -> None:
        """Nothing is found here."""

    def reveal_hit(self, _hit: object) -> bool:
        return False

    @property
    def widget(self) -> QWidget:
        return self

    def list_content(self) -> None:
        """Nothing is listed."""

    def spoken_text(self) -> str:
        return ""

    def rect_of(self, identity: str) -> QRect | None:
        tree = self._workbench.tree()
        assert tree is not None
        row = [risk.id for risk in tree.risks].index(identity)
        return QRect(0, 24 * row, self.width(), 24) if row < 20 else None


def test_any_view_can_be_assessed_beside(user: Assessor) -> None:
    view = Plain(user.workbench, user.window)
    centre = user.window._centre
    centre.addWidget(view)
    centre.setCurrentWidget(view)
    view.setFocus()
    user.workbench.select([user.risks[0].id])
    user.window._rooms.assess(view)
    for number in range(1, 32):
        assert user.selected == [f"R-{number:02d}"]
        assert view.revealed[-1] == user.risks[number - 1].id
        room = view.rect_of(view.revealed[-1])
        if room is not None:
            # As wide as the view, it may have to be hidden in part.
            risk_rect = room.translated(view.mapTo(user.window, QPoint()))
            assert user.card.geometry().intersected(risk_rect).width() < risk_rect.width() / 2
        user.type("43")
    assert focused() is view
    user.workbench.select([user.risks[4].id])
    user.window._rooms.assess(view)
    user.type("11")
    assert not user.card.isVisible()
    user.window._rooms.assess(view)
    # Undo leads to what it changed.
    user.workbench.select([user.risks[9].id])
    assert user.card.isVisible()
    user.press(Qt.Key.Key_Z, CONTROL)
    assert user.selected == ["R-05"]
    centre.setCurrentWidget(user.sheet)
    centre.removeWidget(view)
    view.deleteLater()


@pytest.mark.parametrize("size", [QSize(1300, 700), QSize(720, 450)])
def test_the_card_fits_the_window_whatever_bands_are_called(user: Assessor, size: QSize) -> None:
    bands = tuple(
        Band(Label.same(f"Band {number} {'of a long name ' * 6}".strip()), 12 * number) for number in range(1, 13)
    )
    scale = replace(own_scale(12, 12, Rule.PRODUCT), bands=bands)
    assert user.workbench.run(registers.edit(user.tree.register.id, scale=scale)).problem is None
    user.window.resize(size)
    user.choose(3)
    user.press(Qt.Key.Key_A)
    assert user.card.isVisible()
    assert user.window.rect().contains(user.card.geometry())
    names = [band.accessibleName() for band in user.card._legend._bands]
    assert names == [band.name.en for band in bands]


@pytest.mark.parametrize("size", [QSize(960, 560), QSize(720, 450)])
def test_the_card_fits_the_window_and_can_be_hit(user: Assessor, size: QSize) -> None:
    user.window.resize(size)
    for rule, (rows, columns) in product((Rule.PRODUCT, Rule.TABLE), ((2, 2), (3, 3), (4, 7), (10, 10))):
        user.workbench.run(registers.edit(user.tree.register.id, scale=own_scale(rows, columns, rule)))
        user.choose(3)
        user.press(Qt.Key.Key_A)
        cells = [user.cell(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)]
        assert faults_of(user, cells) == set(), (rule, rows, columns)
        user.press(Qt.Key.Key_End)
        for _ in range(12):
            user.press(Qt.Key.Key_Up)
        user.press(Qt.Key.Key_Return)
        assert user.assessment_of(3) == Assessment(rows, columns)
        user.workbench.run(risks.edit(user.risks[2].id, likelihood=None, impact=None))
        user.press(Qt.Key.Key_Escape)


def faults_of(user: Assessor, cells: list[CellButton]) -> set[str]:
    """What is wrong with where the parts of the card stand."""
    card, buttons = user.card, user.card.findChildren(QToolButton)
    below = max(card.matrix.mapTo(card, cell.geometry().bottomLeft()).y() for cell in cells)
    parts = [part for part in (card.meaning, card._legend) if part.isVisible()]
    is_right = {
        "the card is in the window": user.window.rect().contains(card.geometry()),
        "cells are large": min(min(cell.width(), cell.height()) for cell in cells) >= 24,
        "buttons are large": min(min(part.width(), part.height()) for part in buttons) >= 24,
        "nothing covers the cells": all(part.y() > below for part in parts),
        "bands are named": card._legend.isVisible() or card.matrix.names_bands,
    }
    return {text for text, right in is_right.items() if not right}


ROOM = QRect(0, 0, 900, 600)


@pytest.mark.parametrize(
    ("spared", "before", "expected"),
    [
        # Where it was, as long as nothing is hidden there.
        (QRect(100, 100, 200, 50), QPoint(500, 20), QPoint(500, 20)),
        # Beside it, within the room.
        (QRect(100, 10, 200, 50), None, QPoint(300, 0)),
        (QRect(100, 580, 200, 20), None, QPoint(300, 200)),
        # Below or above it where there is no room beside it.
        (QRect(100, 20, 700, 50), None, QPoint(100, 70)),
        (QRect(100, 500, 700, 50), None, QPoint(100, 100)),
        # Else on its left.
        (QRect(500, 10, 390, 580), None, QPoint(100, 0)),
        # It moves only where it would hide it.
        (QRect(0, 300, 900, 30), QPoint(450, 200), QPoint(0, 0)),
    ],
)
def test_the_card_stands_beside_what_is_spared(spared: QRect, before: QPoint | None, expected: QPoint) -> None:
    assert spot(QSize(400, 300 if spared.y() == 300 else 400), ROOM, spared, before) == expected


def test_a_card_that_is_too_large_hides_as_little_as_can_be() -> None:
    place = spot(QSize(800, 500), ROOM, QRect(0, 0, 900, 200), None)
    assert ROOM.contains(QRect(place, QSize(800, 500)))
    assert place.y() == 100


def test_the_window_is_made_without_it(open_window: object, settings: Settings, workbench: Workbench) -> None:
    """What assesses is loaded when it is first wanted."""
    assert callable(open_window)
    window = open_window()
    assert isinstance(window, MainWindow)
    assert "beside" not in vars(window._rooms)
