"""What the Edit menu does in a field of text."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from riskdesk.kit.incoming import paste

Work = Callable[[], object]


def text_works(focused: QWidget | None) -> Mapping[str, Work]:
    """What each command does in the field of text that has the focus; nothing where none has."""
    if not isinstance(focused, QLineEdit | QPlainTextEdit):
        return {}
    works: dict[str, Work] = {"copy": focused.copy, "select_all": focused.selectAll}
    if not focused.isReadOnly():
        works |= {"cut": focused.cut, "paste": partial(paste, focused)}
        selected = focused.hasSelectedText() if isinstance(focused, QLineEdit) else focused.textCursor().hasSelection()
        if selected:
            works["delete"] = _deleting(focused)
    return works


def _deleting(field: QLineEdit | QPlainTextEdit) -> Work:
    return field.del_ if isinstance(field, QLineEdit) else field.textCursor().removeSelectedText
