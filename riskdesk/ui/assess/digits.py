"""The digit that a key stands for."""

from PySide6.QtGui import QKeyEvent

from riskdesk.system import WINDOWS

# The number that the system gives the key of 1 in the row of digits; the keys up to 9 follow.
_ONE = 2 if WINDOWS else 10


def digit(event: QKeyEvent) -> int | None:
    """The digit, 1 to 9, by the position of the key, as French keyboards need Shift for digits; or None."""
    number = event.nativeScanCode() - _ONE + 1
    if 1 <= number <= 9:
        return number
    # Those beside the letters write digits on every keyboard.
    return int(event.text()) if event.text() in tuple("123456789") else None
