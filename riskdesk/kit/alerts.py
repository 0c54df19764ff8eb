"""Alerts: messages and yes-or-no questions to the user that do not block the program."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from riskdesk.kit.plain import breakable
from riskdesk.kit.pressing import HeldEnter
from riskdesk.kit.qt import keep_open, without_arguments
from riskdesk.kit.theme import UNIT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def alert(parent: QWidget | None, text: str, detail: str = "") -> "QMessageBox":
    """Show what went wrong in one sentence, with details below it if there are any."""
    box = _box(parent, text)
    box.setIcon(box.Icon.Warning)
    box.setInformativeText(breakable(detail))
    box.setStandardButtons(box.StandardButton.Ok)
    _open(box)
    return box


def ask(
    parent: QWidget | None,
    question: str,
    yes: str,
    no: str,
    then: Callable[[], object],
    otherwise: Callable[[], object] = lambda: None,
) -> "QMessageBox":
    """Ask a question and call `then` if the answer is `yes`; Enter and Esc both mean `no`."""
    box = choose(parent, question, {yes: then}, no, otherwise)
    refused = box.escapeButton()
    assert isinstance(refused, QPushButton), "a box has push buttons"
    box.setDefaultButton(refused)
    return box


def choose(
    parent: QWidget | None,
    question: str,
    answers: Mapping[str, Callable[[], object]],
    no: str,
    otherwise: Callable[[], object] = lambda: None,
) -> "QMessageBox":
    """Ask a question and call the function of the chosen answer; Enter means the first one, Esc means `no`."""
    box = _box(parent, question)
    box.setIcon(box.Icon.Question)
    buttons = [box.addButton(text, box.ButtonRole.AcceptRole) for text in answers]
    for button, then in zip(buttons, answers.values(), strict=True):
        button.clicked.connect(without_arguments(then))
    refused = box.addButton(no, box.ButtonRole.RejectRole)
    refused.clicked.connect(without_arguments(otherwise))
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(refused)
    _open(box)
    return box


def _box(parent: QWidget | None, text: str) -> "QMessageBox":
    # Imported late: any action may end in a question, but the start does not.
    from PySide6.QtWidgets import QGridLayout, QMessageBox

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QGuiApplication.applicationDisplayName())
    # Text may quote what a user typed.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(text))
    layout = box.layout()
    assert isinstance(layout, QGridLayout), "Qt lays a box out in one"
    layout.setVerticalSpacing(2 * UNIT)
    return box


def _open(box: "QMessageBox") -> None:
    HeldEnter(box).watch(box)
    keep_open(box)
    box.open()
