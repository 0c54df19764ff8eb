"""The digit of a key event."""

from PySide6.QtGui import QKeyEvent

from riskdesk.system import WINDOWS

# The native scan code of the key 1 in the top row; the keys up to 9 follow.
_ONE = 2 if WINDOWS else 10


def digit(event: QKeyEvent) -> int | None:
    """Return the digit from 1 to 9 by the position of the key, as French layouts need Shift for digits; or None."""
    number = event.nativeScanCode() - _ONE + 1
    if 1 <= number <= 9:
        return number
    # The keys of the numeric keypad write digits in every layout.
    return int(event.text()) if event.text() in tuple("123456789") else None
