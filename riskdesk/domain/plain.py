"""Values of plain JSON, asked what they are."""


def text(value: object) -> str:
    """A text; TypeError if it is none."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def number(value: object) -> int:
    """A whole number that a table can keep; TypeError if it is none."""
    if not isinstance(value, int) or isinstance(value, bool) or not -(2**63) <= value < 2**63:
        raise TypeError("whole number expected")
    return value
