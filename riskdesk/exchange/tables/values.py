"""What a spreadsheet shows for what it stores."""

import datetime
import re
from typing import Any

from riskdesk.domain.sheets import Plain

_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[0#?]+(?:[.,][0#?]+)*")
# A number by which things are called: letters before it, such as "R-"00, or zeros in front of it.
_NAME = re.compile(r"\0[^\0]*[^\W\d_][^\0]*\0\s*(0+)|(00+)")
# How Excel writes a sign that XML does not allow, and what looks as if it were one.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


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


def unescaped(text: str) -> str:
    """A text of a workbook with the signs for which Excel wrote their numbers, such as _x000D_."""
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    # Signs beyond the first 65,536 were written in halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


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
    marked_form = _LITERAL.sub(lambda match: "\0" + (match[1] or match[2] or "") + "\0", form)
    name = _NAME.fullmatch(marked_form) if float(value).is_integer() and 0 <= value < 1e15 else None
    if name:
        return marked_form[: name.start(1) if name[1] else 0].replace("\0", "") + _bare(value).zfill(
            len(name[1] or name[2])
        )
    words = "".join(match[1] or match[2] or "" for match in _LITERAL.finditer(form))
    if re.search(r"\w{2}", words):
        return _DIGITS.sub(_bare(value), marked_form, count=1).replace("\0", "").strip()
    decimals = re.fullmatch(r"0\.(0+)", form)
    if decimals and abs(value) < 1e15:
        return f"{value:.{len(decimals[1])}f}"
    return _bare(value)


def _bare(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)
