"""What became of an item since, where a register is shown as it was."""

from enum import StrEnum


class Fate(StrEnum):
    """Each is the sign that stands for it."""

    CHANGED = "±"
    REMOVED = "−"
