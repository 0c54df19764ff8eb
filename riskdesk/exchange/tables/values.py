"""The text that a spreadsheet shows for a stored value."""

import datetime
import re
from typing import Any

from riskdesk.domain.sheets import Plain

_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[0#?]+(?:[.,][0#?]+)*")
# A number format for references: with letters before the number, such as "R-"00, or with leading zeros.
_NAME = re.compile(r"\0[^\0]*[^\W\d_][^\0]*\0\s*(0+)|(00+)")
# The parts of a format that are no letters for parts of a day: literals, and the language in brackets.
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_NUMBERS, _LETTERS = re.compile("[0-9]+"), re.compile(r"[^\W\d_]")
# Excel's escapes for characters that XML does not allow, and for text that looks like such an escape.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def plain(value: Any) -> Plain:
    """A stored value if it is a number, a truth value or a day, as the mapping needs these."""
    if isinstance(value, datetime.datetime):
        return value.date()
    return value if isinstance(value, bool | int | float | datetime.date) else None


def shown(value: Any, form: str = "") -> str:
    """A stored value as users see it: days as 2026-11-30, numbers with percent signs or the text of their format.

    A month, which spreadsheets store as its first day and show without it, is shown as 2026-11.
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(value, form)
        case datetime.date() if value.day == 1 and _is_of_months(form):
            return f"{value:%Y-%m}"
        case datetime.datetime():
            return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
        case datetime.date() | datetime.time():
            return value.isoformat()
    return str(value)


def named_day(value: datetime.date, text: str) -> str:
    """A stored day as `shown`; a month if the text that a spreadsheet shows for it has but month and year."""
    numbers, years = _NUMBERS.findall(text), {f"{value.year}", f"{value.year % 100:02}"}
    is_month = len(numbers) + bool(_LETTERS.search(text)) == 2 and not years.isdisjoint(numbers)
    return shown(value, "yyyy-mm" if is_month else "")


def unescaped(text: str) -> str:
    """A text of a workbook with Excel's escapes, such as _x000D_, replaced by their characters."""
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    # Characters beyond the first 65,536 were escaped as surrogate pairs.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def number_of(name: str) -> int:
    """The number of a column from its letters."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _is_of_months(form: str) -> bool:
    """Whether a format of days has month and year, but no day."""
    letters = _NO_LETTERS.sub("", form.split(";")[0]).lower()
    return "y" in letters and "m" in letters and "d" not in letters


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
