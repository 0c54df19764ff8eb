"""Checks of the types of plain JSON values."""

import math


def text(value: object) -> str:
    """A text; TypeError if it is none."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def place(value: object) -> float:
    """A number, as an int if it is whole; TypeError if it is none."""
    if isinstance(value, float) and math.isfinite(value):
        return int(value) if value.is_integer() else value
    return number(value)


def number(value: object) -> int:
    """A whole number that a table can keep; TypeError if it is none."""
    if not isinstance(value, int) or isinstance(value, bool) or not -(2**63) <= value < 2**63:
        raise TypeError("whole number expected")
    return value
