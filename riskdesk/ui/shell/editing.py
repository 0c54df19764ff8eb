"""Cut, copy, paste and the like, where the focus is: in a text field or on the sheet."""

from typing import Protocol

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit


class Editable(Protocol):
    """What the sheet offers to the Edit menu."""

    def cut(self) -> None: ...
    def copy(self) -> None: ...
    def paste(self) -> None: ...
    def delete(self) -> None: ...
    def selectAll(self) -> None: ...


class Editing:
    """Sends the Edit menu's actions to the text field that has the focus, else to the sheet."""

    def __init__(self, sheet: Editable) -> None:
        self._sheet = sheet

    def cut(self) -> None:
        self._target().cut()

    def copy(self) -> None:
        self._target().copy()

    def paste(self) -> None:
        self._target().paste()

    def select_all(self) -> None:
        self._target().selectAll()

    def delete(self) -> None:
        field = _text_field()
        if isinstance(field, QLineEdit):
            field.del_()
        elif field is not None:
            field.textCursor().deleteChar()
        else:
            self._sheet.delete()

    def _target(self) -> Editable | QLineEdit | QPlainTextEdit:
        return _text_field() or self._sheet


def _text_field() -> QLineEdit | QPlainTextEdit | None:
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, QLineEdit | QPlainTextEdit) else None
