"""The digit of a key event."""

from PySide6.QtGui import QKeyEvent

from riskdesk.system import WINDOWS

# The native scan code of the key 1 in the top row; the keys up to 9 and 0 follow.
_ONE = 2 if WINDOWS else 10
_TEN = 10


def digit(event: QKeyEvent) -> int | None:
    """Return the digit by the position of the key, as French layouts need Shift for digits; or None.

    It is from 1 to 9, or 10 for the key 0: no level is called 0, and the key is the tenth of its row.
    """
    number = event.nativeScanCode() - _ONE + 1
    if 1 <= number <= _TEN:
        return number
    # The keys of the numeric keypad write digits in every layout.
    return int(event.text()) or _TEN if event.text() in tuple("1234567890") else None
