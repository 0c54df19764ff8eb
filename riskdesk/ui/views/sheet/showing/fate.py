"""The signs for what became of an item since, if a register is shown as it was."""

from enum import StrEnum


class Fate(StrEnum):
    """The sign that a past register shows beside an item that was changed or removed since."""

    CHANGED = "±"
    REMOVED = "−"
