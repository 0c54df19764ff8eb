"""What was entered in the editor of scales is not lost without a question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.ui.scale.editor import ScaleDialog
from tests.ui.scale.conftest import Open, named_widget, press, write


def question(dialog: ScaleDialog) -> QMessageBox | None:
    return next((box for box in dialog.findChildren(QMessageBox) if box.isVisible()), None)


def test_what_was_entered_is_asked_about_and_stays(edited: Open, qtbot: QtBot) -> None:
    dialog = edited()
    field = named_widget(dialog, "Level 2: name in English")
    assert isinstance(field, QLineEdit)
    write(field, "Seldom")
    press(Qt.Key.Key_Escape)
    box = question(dialog)
    assert box is not None
    assert "not in force" in box.text()
    qtbot.waitUntil(box.isActiveWindow)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert field.text() == "Seldom"
    dialog.close()
    assert dialog.isVisible()
    next_box = question(dialog)
    assert next_box is not None
    next(button for button in next_box.buttons() if "Discard" in button.text()).click()
    assert not dialog.isVisible()


def test_where_nothing_was_entered_it_closes(edited: Open) -> None:
    dialog = edited()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def begin_from(dialog: ScaleDialog, name: str) -> None:
    (button,) = (button for button in dialog.findChildren(QPushButton) if button.text() == "&Begin from")
    next(action for action in button.menu().actions() if action.text().replace("&", "") == name).trigger()


def test_another_scale_replaces_what_was_entered_after_a_question_alone(edited: Open, qtbot: QtBot) -> None:
    dialog = edited()
    begin_from(dialog, "PM² risk log")
    assert question(dialog) is None
    assert dialog.draft.name.en == "PM² risk log"
    write(named_widget(dialog, "Level 2: name in English"), "Seldom")
    begin_from(dialog, "5×5")
    box = question(dialog)
    assert box is not None
    assert "“5×5”" in box.text()
    qtbot.waitUntil(box.isActiveWindow)
    press(Qt.Key.Key_Escape)
    assert dialog.draft.likelihood[1].name.en == "Seldom"
    begin_from(dialog, "5×5")
    next_box = question(dialog)
    assert next_box is not None
    next(button for button in next_box.buttons() if "Replace" in button.text()).click()
    assert (dialog.draft.name.en, dialog.draft.likelihood[1].name.en) == ("5×5", "Low")
