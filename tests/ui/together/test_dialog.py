"""The dialog that changes several items together: what it shows beforehand, and that it is one step."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import entries, risks, together
from riskdesk.desk.losses import Bullet
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import RiskStatus
from riskdesk.kit.fields import DateField
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.together.dialog import TogetherDialog
from tests.labels import undo_label
from tests.ui.conftest import Opened, action, tree_of


@pytest.fixture
def items(workbench: Workbench) -> list[Bullet]:
    workbench.run(risks.edit(next(tree_of(workbench).risks).id, owner="Anna"))
    return [*tree_of(workbench).risks][:4]


@pytest.fixture
def dialog(workbench: Workbench, items: list[Bullet], window: QMainWindow, qtbot: QtBot) -> TogetherDialog:
    new_dialog = TogetherDialog(workbench, items, window)
    new_dialog.open()
    qtbot.waitExposed(new_dialog)
    return new_dialog


def field(dialog: TogetherDialog, name: str) -> QWidget:
    fields = (widget for widget in dialog.findChildren(QWidget) if isinstance(widget, QLineEdit | QComboBox))
    return next(widget for widget in fields if widget.accessibleName() == name)


def lines(dialog: TogetherDialog) -> list[str]:
    preview = dialog._preview
    return [str(preview.index(row).data()) for row in range(preview.rowCount())]


def press(dialog: TogetherDialog) -> None:
    QTest.mouseClick(dialog._yes, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["Owner", "Escalated to", "Next review"])
def test_esc_closes_it_and_changes_nothing_whatever_was_typed(
    dialog: TogetherDialog, workbench: Workbench, name: str
) -> None:
    before = tree_of(workbench)
    QTest.keyClicks(field(dialog, name), "31/12/2026")
    QTest.keyClick(field(dialog, name), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert tree_of(workbench) == before


def test_each_choice_is_heard_that_of_none_too(dialog: TogetherDialog) -> None:
    spoken_names = {
        box.accessibleName(): box.itemData(0, Qt.ItemDataRole.AccessibleTextRole) or box.itemText(0)
        for box in dialog.findChildren(QComboBox)
    }
    assert spoken_names["Response"] == "None"
    assert all(spoken_names.values())


def test_nothing_is_to_change_at_first(dialog: TogetherDialog) -> None:
    assert lines(dialog) == []
    assert not dialog._yes.isEnabled()
    assert dialog._summary.text() == "Choose what is to change."


def test_while_a_value_is_none_the_dialog_says_which_keeps_all_from_being_changed(dialog: TogetherDialog) -> None:
    QTest.keyClicks(field(dialog, "Owner"), "Anna")
    QTest.keyClicks(field(dialog, "Next review"), "31/13/2026")
    assert not dialog._yes.isEnabled()
    assert dialog._summary.text() == "Nothing can be changed while this cannot be saved: Next review"
    dialog._choices.boxes["next_review"].setChecked(False)
    assert dialog._yes.isEnabled()


def test_what_is_typed_is_ticked_and_told_for_each(dialog: TogetherDialog, workbench: Workbench) -> None:
    QTest.keyClicks(field(dialog, "Owner"), "Anna")
    assert dialog._choices.boxes["owner"].isChecked()
    assert lines(dialog) == [
        *(f"R-0{number} · Owner: – → Anna" for number in (2, 3, 4)),
        "R-01 · stays as it is",
    ]
    assert dialog._summary.text().startswith("3 ")
    press(dialog)
    assert [risk.owner for risk in [*tree_of(workbench).risks][:5]] == ["Anna"] * 4 + [""]
    assert undo_label(workbench.session, workbench.register_id) == together.LABEL
    workbench.undo()
    assert [risk.owner for risk in [*tree_of(workbench).risks][:4]] == ["Anna", "", "", ""]


def test_several_fields_are_one_step(dialog: TogetherDialog, workbench: Workbench) -> None:
    QTest.keyClicks(field(dialog, "Status"), "C")
    QTest.keyClicks(field(dialog, "Next review"), "31/12/2027")
    assert lines(dialog)[0] == "R-01 · Status: – → Closed · Next review: – → 31 December 2027"
    press(dialog)
    assert {(risk.status, risk.next_review) for risk in [*tree_of(workbench).risks][:4]} == {
        (RiskStatus.CLOSED, date(2027, 12, 31))
    }
    workbench.undo()
    assert {(risk.status, risk.next_review) for risk in [*tree_of(workbench).risks][:4]} == {(None, None)}


def test_a_field_that_is_ticked_and_empty_is_cleared(dialog: TogetherDialog, workbench: Workbench) -> None:
    QTest.mouseClick(dialog._choices.boxes["owner"], Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert lines(dialog)[0] == "R-01 · Owner: Anna → –"
    press(dialog)
    assert next(tree_of(workbench).risks).owner == ""


def test_what_is_no_date_is_told_below_its_field(dialog: TogetherDialog) -> None:
    day = field(dialog, "Next review")
    assert isinstance(day, DateField)
    QTest.keyClicks(day, "soon")
    assert not dialog._yes.isEnabled()
    assert "This is not a date" in dialog._choices._notes["next_review"].text()
    day.clear()
    assert not dialog._choices._notes["next_review"].isVisible()


def test_another_category_tells_what_becomes_of_mitigations(dialog: TogetherDialog, workbench: Workbench) -> None:
    box = field(dialog, "Category")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    texts = lines(dialog)
    title = tree_of(workbench).categories[2].category.title
    assert all(f"→ {title}" in line for line in texts)
    assert all("mitigation" in line for line in texts)


def test_what_cannot_be_stored_is_told_and_the_dialog_stays(
    dialog: TogetherDialog, workbench: Workbench, problems: list[Problem]
) -> None:
    owner = field(dialog, "Owner")
    assert isinstance(owner, QLineEdit)
    owner.setText("An\x07na")
    press(dialog)
    assert dialog.isVisible()
    assert [problem.text for problem in problems] != []
    assert next(tree_of(workbench).risks).owner == "Anna"


def test_mitigations_have_fields_of_their_own(workbench: Workbench, qtbot: QtBot) -> None:
    dialog = TogetherDialog(workbench, [*tree_of(workbench).mitigations][:2])
    qtbot.addWidget(dialog)
    assert [*dialog._choices.boxes] == ["action_owner", "due_date", "status", "language"]


def test_the_command_is_enabled_only_for_something_that_it_can_change(
    open_window: Opened, workbench: Workbench
) -> None:
    window = open_window()
    register, category = tree_of(workbench).register.id, tree_of(workbench).categories[0]
    workbench.run(entries.add(category.category.id, 0))
    empty = tree_of(workbench).categories[0].entries[0]
    for ids in ([], [register], [empty.entry.id]):
        workbench.select(ids)
        assert not action(window, "change_together").isEnabled()
    for ids in ([category.category.id], [next(tree_of(workbench).mitigations).id]):
        workbench.select(ids)
        assert action(window, "change_together").isEnabled()


def test_the_inspector_offers_the_command_only_for_something_that_it_can_change(
    open_window: Opened, workbench: Workbench
) -> None:
    window = open_window()
    category = tree_of(workbench).categories[0].category.id
    for _ in range(2):
        workbench.run(entries.add(category, 0))
    first, second, third, *_ = [entry.entry.id for entry in tree_of(workbench).categories[0].entries]
    for ids, is_offered in (([first, second], False), ([first, third], True)):
        workbench.select(ids)
        buttons = window.findChildren(QPushButton)
        assert [button.isVisible() for button in buttons if button.text() == "Change together…"] == [is_offered]


def test_the_command_takes_what_is_selected(open_window: Opened, workbench: Workbench) -> None:
    window = open_window()
    first, second, *_ = tree_of(workbench).risks
    workbench.select([first.id, second.id])
    action(window, "change_together").trigger()
    dialog = window.findChild(TogetherDialog)
    assert dialog is not None
    assert len(dialog._items) == 2
    QTest.keyClicks(field(dialog, "Owner"), "Zoe")
    press(dialog)
    QApplication.processEvents()
    assert [risk.owner for risk in [*tree_of(workbench).risks][:2]] == ["Zoe", "Zoe"]
