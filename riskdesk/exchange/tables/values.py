"""What a spreadsheet shows for what it stores."""

import datetime
import re
from typing import Any

from riskdesk.domain.sheets import Plain

_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[0#?]+(?:[.,][0#?]+)*")


def plain(value: Any) -> Plain:
    """A stored value if it is a number, a truth or a day, as those go on to the mapping."""
    if isinstance(value, datetime.datetime):
        return value.date()
    return value if isinstance(value, bool | int | float | datetime.date) else None


def shown(value: Any, form: str = "") -> str:
    """A stored value as a user reads it: days as 2026-11-30, numbers with their per cent or the words about them."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(value, form)
        case datetime.datetime():
            return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
        case datetime.date() | datetime.time():
            return value.isoformat()
    return str(value)


def number_of(name: str) -> int:
    """The number of a column that spreadsheets name by letters."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _number(value: float, form: str) -> str:
    form = form.split(";")[0]
    if "%" in form:
        return f"{_bare(round(value * 100, 4))}%"
    words = "".join(match[1] or match[2] or "" for match in _LITERAL.finditer(form))
    if re.search(r"\w{2}", words):
        told = _LITERAL.sub(lambda match: "\0" + (match[1] or match[2] or "") + "\0", form)
        return _DIGITS.sub(_bare(value), told, count=1).replace("\0", "").strip()
    decimals = re.fullmatch(r"0\.(0+)", form)
    if decimals and abs(value) < 1e15:
        return f"{value:.{len(decimals[1])}f}"
    return _bare(value)


def _bare(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)
