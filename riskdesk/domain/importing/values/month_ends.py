"""Reads deadlines that name a month, a quarter, a half or the end of a year: they last until its last day."""

import datetime
import re

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.messages import Report
from riskdesk.domain.importing.values import dates
from riskdesk.domain.importing.values.dates import MONTHS
from riskdesk.domain.sheets import Cell, FilePlace

_LONGEST = 60
_BY = re.compile(r"(?:by|until|till|d'ici(?: a| la)?|jusqu'a|pour)\s+")
_END = re.compile(r"(?:the\s+)?(?:end|fin)(?:\s+(?:of|de))?\s+")
_YEAR = r"((?:19|20|21)\d\d)"
_NUMBERED = re.compile(rf"(\d\d?)\s*[./-]\s*{_YEAR}")
_ISO = re.compile(rf"{_YEAR}-(\d\d?)")
_NAMED = re.compile(rf"([a-z]+)\.?(?:,?\s+|\s*[/-]\s*){_YEAR}")
# As spreadsheets write a month; with a blank, as in “Dec 26”, it may be a day.
_SHORT = re.compile(r"([a-z]+)\.?\s*[-']\s*(\d\d)")
# Their letters are those of English and French: quarter and trimestre, half and semestre.
_PARTS = {"q": 3, "t": 3, "h": 6, "s": 6}
_PART = re.compile(rf"([qths])\s?([1-4])(?:\s+(?:of\s+)?|[/-]){_YEAR}")
_YEAR_AND_PART = re.compile(rf"{_YEAR}(?:\s+|[/-])([qths])\s?([1-4])")
_WORDED_PART = re.compile(
    rf"(?:the\s+|le\s+)?([1-4])(?:st|nd|rd|th|er|re|e|eme)\s+(quarter|trimestre|half|semestre)\s+(?:of\s+|de\s+)?{_YEAR}"
)


def deadline(cell: Cell, place: FilePlace, report: Report) -> datetime.date | None:
    """The day in a cell of deadlines, with a warning if it is only the last one of what the cell names."""
    month_end = day(cell.text)
    if month_end is not None:
        report.warn("date_guess", place, cell.text, month_end)
    return month_end or dates.day(cell)


def day(text: str) -> datetime.date | None:
    """The last day of what a text names, perhaps after “by” or “end of”; None if it names anything else."""
    if len(text) > _LONGEST:
        return None
    folded_text = fold(text).strip()
    without_by = folded_text[match.end() :] if (match := _BY.match(folded_text)) else folded_text
    end = _END.match(without_by)
    period = without_by[end.end() :] if end else without_by
    if end and re.fullmatch(_YEAR, period):
        return datetime.date(int(period), 12, 31)
    year, month = _year_and_month(period) or _year_and_last_month(period) or (0, 0)
    return _last_day(year, month) if 1 <= month <= 12 else None


def _year_and_month(text: str) -> tuple[int, int] | None:
    if match := _NUMBERED.fullmatch(text):
        return int(match[2]), int(match[1])
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2])
    if match := _NAMED.fullmatch(text):
        return int(match[2]), MONTHS.get(match[1], 0)
    if match := _SHORT.fullmatch(text):
        return 2000 + int(match[2]), MONTHS.get(match[1], 0)
    return None


def _year_and_last_month(text: str) -> tuple[int, int] | None:
    """The year and the last month of a quarter or a half."""
    if match := _PART.fullmatch(text):
        letter, number, year = match.groups()
    elif match := _YEAR_AND_PART.fullmatch(text):
        year, letter, number = match.groups()
    elif match := _WORDED_PART.fullmatch(text):
        number, letter, year = match.groups()
    else:
        return None
    return int(year), int(number) * _PARTS[letter[0]]


def _last_day(year: int, month: int) -> datetime.date:
    first_after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return first_after - datetime.timedelta(days=1)
