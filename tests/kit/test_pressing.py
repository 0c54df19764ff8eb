"""Enter presses the button with the focus, in windows, in dialogs and in what comes up beside a button."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QMenu,
    QProgressDialog,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit.alerts import choose
from riskdesk.kit.per_cents import spell_per_cents
from riskdesk.kit.popup import Popup
from riskdesk.kit.pressing import PressingWindow
from riskdesk.kit.reading_order import ReadingDialog

ENTER = Qt.Key.Key_Return
BUTTONS = pytest.mark.parametrize("kind", [QPushButton, QToolButton])


class Place:
    """A window with a button that is pressed by nothing else; `pressed` says which of its buttons were."""

    def __init__(self, window: QWidget, inner: QWidget, kind: type[QPushButton | QToolButton]) -> None:
        self.window, self.pressed = window, list[str]()
        self.button = kind()
        if isinstance(self.button, QPushButton):
            self.button.setAutoDefault(False)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        layout = inner.layout() or QVBoxLayout(inner)
        layout.addWidget(self.button)


def place_in(name: str, kind: type[QPushButton | QToolButton], qtbot: QtBot) -> Place:
    inner = QWidget()
    if name == "window":
        window = PressingWindow()
        window.setCentralWidget(inner)
    elif name == "dialog":
        window = ReadingDialog()
        QVBoxLayout(window).addWidget(inner)
    else:
        opener = QPushButton()
        qtbot.addWidget(opener)
        opener.show()
        window = Popup(opener, inner)
    place = Place(window, inner, kind)
    if isinstance(window, ReadingDialog):
        yes = QPushButton(window)
        yes.setDefault(True)
        yes.clicked.connect(lambda: place.pressed.append("yes"))
        window.layout().addWidget(yes)
    if name != "popup":
        qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isVisible)
    place.button.setFocus()
    qtbot.waitUntil(place.button.hasFocus)
    return place


@BUTTONS
@pytest.mark.parametrize("name", ["window", "dialog", "popup"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_with_the_focus(
    qtbot: QtBot, name: str, kind: type[QPushButton | QToolButton], key: Qt.Key
) -> None:
    place = place_in(name, kind, qtbot)
    QTest.keyClick(place.button, key)
    assert place.pressed == ["button"]
    place.window.close()


@BUTTONS
def test_enter_opens_the_menu_of_a_button(qtbot: QtBot, kind: type[QPushButton | QToolButton]) -> None:
    place = place_in("dialog", kind, qtbot)
    menu, openings = QMenu(place.button), list[bool]()
    menu.addAction("First")
    menu.aboutToShow.connect(lambda: openings.append(True))
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    place.button.setMenu(menu)
    QTest.keyClick(place.button, ENTER)
    qtbot.waitUntil(lambda: not menu.isVisible())
    assert openings == [True]
    assert place.pressed == []


def test_enter_that_is_held_presses_once(qtbot: QtBot) -> None:
    place = place_in("dialog", QToolButton, qtbot)
    for again in (False, True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, ENTER.value, Qt.KeyboardModifier.NoModifier, "\r", autorep=again, count=1
        )
        QApplication.sendEvent(place.button, event)
    assert place.pressed == ["button"]


def press_held(widget: QWidget) -> None:
    QApplication.sendEvent(
        widget,
        QKeyEvent(QKeyEvent.Type.KeyPress, ENTER.value, Qt.KeyboardModifier.NoModifier, "\r", autorep=True, count=1),
    )


def test_enter_that_is_held_as_a_dialog_opens_does_not_accept_it(qtbot: QtBot) -> None:
    place = place_in("dialog", QPushButton, qtbot)
    box = QCheckBox(place.window)
    place.window.layout().addWidget(box)
    box.show()
    for widget in (box, *place.window.findChildren(QPushButton)):
        widget.setFocus()
        press_held(widget)
    assert place.pressed == []


def test_enter_that_is_held_as_a_question_comes_up_does_not_answer_it(qtbot: QtBot) -> None:
    answers = list[str]()
    box = choose(None, "Sure?", {"Yes": lambda: answers.append("yes")}, "No", lambda: answers.append("no"))
    qtbot.addWidget(box)
    for button in box.buttons():
        button.setFocus()
        press_held(button)
    assert answers == []
    assert box.isVisible()


def test_enter_that_is_held_as_a_progress_bar_comes_up_does_not_cancel(qtbot: QtBot) -> None:
    dialog = QProgressDialog("Saving…", "Cancel", 0, 100)
    qtbot.addWidget(dialog)
    spell_per_cents(dialog)
    (cancel,) = dialog.findChildren(QPushButton)
    press_held(cancel)
    assert not dialog.wasCanceled()
    QTest.keyClick(cancel, ENTER)
    assert dialog.wasCanceled()


def test_enter_elsewhere_is_for_the_dialog(qtbot: QtBot) -> None:
    place = place_in("dialog", QToolButton, qtbot)
    box = QCheckBox(place.window)
    place.window.layout().addWidget(box)
    box.show()
    box.setFocus()
    QTest.keyClick(box, ENTER)
    assert place.pressed == ["yes"]
    assert not box.isChecked()
