"""Reads days as people write them, and finds whether a column writes the day or the month first."""

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache

from riskdesk.domain.folding import fold
from riskdesk.domain.sheets import Cell

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv januar", "february feb fevrier fevr fev februar", "march mar mars marz maerz",
            "april apr avril avr", "may mai", "june jun juin juni", "july jul juillet juil juli",
            "august aug aout", "september sep sept septembre", "october oct octobre oktober okt",
            "november nov novembre", "december dec decembre dezember dez",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
# The words in the name of a year or of a part of one.
_PART_OF_YEAR = re.compile(
    r"20\d\d|[tqsh][1-4]|[1-4](?:st|nd|rd|th|er|ere|e|eme)?|quarter|trimestre|semestre|semester|half|year|annee"
    r"|exercice|mid|fin|end"
)
_WORD, _LONGEST_PERIOD = re.compile(r"\w+"), 40
# What may stand between a name and a day.
_BESIDE = re.compile(r"\s*[/;,|\n(]\s*|\s+[-–—]\s+|\s*:\s+")
_LONGEST_BESIDE = 120
_DIGIT, _BARE = re.compile(r"\d"), re.compile(r"\d{5}")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]\d{1,2}:.*)?")
# The time that programs write behind a day.
_TIME = r"(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?"
_PLAIN = re.compile(rf"(\d{{1,2}})\s*[./-]\s*(\d{{1,2}})\s*[./-]\s*(\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_WORDED = re.compile(
    r"(?:\w+,?\s+)?(\d{1,2})(?:(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?|[-/.])([a-z]+)\.?(?:,?\s+|[-/.])(\d{4}|\d{2})"
    + _TIME
)
_AMERICAN = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
# Spreadsheets count days from here; only numbers between these two are taken for days.
_FIRST_DAY = datetime.date(1899, 12, 30)
_LONGEST = 200
_FIRST_SERIAL, _LAST_SERIAL = 29_000, 73_000


def month_first(cells: Iterable[Cell]) -> bool | None:
    """Whether a column writes the month before the day; None if no day in it makes that clear."""
    days = [match for cell in cells if (match := _PLAIN.fullmatch(cell.text.strip()))]
    first, second = (any(int(match[place]) > 12 for match in days) for place in (1, 2))
    if first == second:
        return None if days else False
    return second


def is_open(text: str) -> bool:
    """Whether a text is a day that may be read in two ways, with the day or the month first."""
    match = _PLAIN.fullmatch(text.strip())
    return match is not None and int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2]


def day(cell: Cell, *, month_first: bool = False) -> datetime.date | None:
    """The day that a cell names; None if it names none, or one that the calendar does not have."""
    if isinstance(cell.value, datetime.date):
        return cell.value
    if cell.value is None and not _DIGIT.search(cell.text):
        return None
    serial = _serial(cell)
    if serial is not None:
        return _FIRST_DAY + datetime.timedelta(days=serial)
    # A single day may be written the other way round than its column.
    return read(cell.text, month_first=month_first) or read(cell.text, month_first=not month_first)


def is_guess(cell: Cell, *, month_first: bool) -> bool:
    """Whether a day is a guess: it is a bare number, or written the other way round than its column."""
    if isinstance(cell.value, datetime.date):
        return False
    return _serial(cell) is not None or read(cell.text, month_first=month_first) is None


def _serial(cell: Cell) -> int | None:
    """The number by which spreadsheets store a day, if a cell holds such a number; else None."""
    number = cell.value if isinstance(cell.value, int | float) else None
    if number is None and _BARE.fullmatch(cell.text.strip()):
        number = int(cell.text)
    return int(number) if number is not None and _FIRST_SERIAL <= number <= _LAST_SERIAL else None


@lru_cache(maxsize=16_384)
def read(text: str, *, month_first: bool = False) -> datetime.date | None:
    """The day that a text names and nothing else; None if it is none."""
    if len(text) > _LONGEST:
        return None
    folded_text = fold(text).strip()
    parts: tuple[str, int, str] | None = None
    if match := _ISO.fullmatch(folded_text):
        parts = match[1], int(match[2]), match[3]
    elif match := _PLAIN.fullmatch(folded_text):
        first, second = (2, 1) if month_first and int(match[1]) <= 12 else (1, 2)
        parts = match[3], int(match[second]), match[first]
    elif (match := _WORDED.fullmatch(folded_text)) and match[2] in MONTHS:
        parts = match[3], MONTHS[match[2]], match[1]
    elif (match := _AMERICAN.fullmatch(folded_text)) and match[1] in MONTHS:
        parts = match[3], MONTHS[match[1]], match[2]
    if parts is None:
        return None
    year = int(parts[0]) + (2000 if len(parts[0]) == 2 else 0)
    try:
        return datetime.date(year, parts[1], int(parts[2]))
    except ValueError:
        return None


def text_and_day(text: str, *, month_first: bool = False) -> tuple[str, datetime.date] | None:
    """A text without the day at its end or beginning, and that day; None unless it has just one day and other words."""
    for match in _BESIDE.finditer(text) if len(text) <= _LONGEST_BESIDE else ():
        before, behind = text[: match.start()].strip(), text[match.end() :].strip(" )")
        for other, part in ((before, behind), (behind, before)):
            day = read(part, month_first=month_first)
            if day is not None and other and not _holds_day(other):
                return other, day
    return None


def _holds_day(text: str) -> bool:
    """Whether any part of a text is a day."""
    return bool(_PLAIN.search(text)) or any(read(part) is not None for part in _BESIDE.split(text))


def is_period(text: str) -> bool:
    """Whether a text names a year or a part of one, and nothing else."""
    words = _WORD.findall(fold(text)) if len(text) <= _LONGEST_PERIOD else []
    numbered = len("".join(words)) > 1 and any(map(str.isdecimal, "".join(words)))
    return numbered and all(word in MONTHS or _PART_OF_YEAR.fullmatch(word) for word in words)
