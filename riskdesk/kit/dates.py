"""Dates as text, as a country writes them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from riskdesk.domain.moments import in_zone

# Years of registers; others are typing errors, such as 207 or 20277.
YEARS = range(1900, 2200)
_CENTURY = 2000
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[\s.,/\u200e\u200f-]*")
# The ending of an ordinal number: 1er, 2nd, 31st.
_ORDINAL = re.compile(r"(?<=\d)(?:er|st|nd|rd|th)\b", re.IGNORECASE)
_ZONE = re.compile(r"(?P<quoted>'[^']*')|t+")
_SHORTEST_MONTH = 3
_MONTHS_OF = (QLocale.Language.English, QLocale.Language.French)
_FORMATS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)


def write_date(day: date, locale: QLocale) -> str:
    """A date in the locale's short form, the year in full, such as 31/12/2027."""
    return locale.toString(QDate(day.year, day.month, day.day), _pattern(locale))


def read_date(text: str, locale: QLocale) -> date:
    """The date in a text: in the locale's order, as 2027-12-31, or with the month's name; or ValueError.

    Months are named in English, French or the locale's language, whole or by their first letters ("31 déc. 2027",
    "December 31, 2027"). A year is from 1900 to 2199; two digits stand for 2000 to 2099.
    """
    qt_date = locale.toDate(text.strip(), _pattern(locale))
    day = date(qt_date.year(), qt_date.month(), qt_date.day()) if qt_date.isValid() else _parsed(text, locale)
    if day.year not in YEARS:
        raise ValueError(text)
    return day


def _parsed(text: str, locale: QLocale) -> date:
    text = _ORDINAL.sub("", text)
    parts = _PARTS.findall(text)
    if len(parts) != 3 or not _BETWEEN.fullmatch(_PARTS.sub("", text)):
        raise ValueError(text)
    named_parts = dict(zip(_order_of(parts, locale), parts, strict=True))
    return date(_year(named_parts["y"]), _month(named_parts["M"], locale), _number(named_parts["d"]))


def _order_of(parts: list[str], locale: QLocale) -> str:
    if parts[0].isalpha():
        return "Mdy"
    if parts[1].isalpha():
        return "dMy"
    return "yMd" if len(parts[0]) == 4 else _order(locale)


def _month(text: str, locale: QLocale) -> int:
    """The number of a month given by its number, its name or the first letters of it."""
    if text.isdecimal():
        return _number(text)
    folded = _folded(text)
    names = list(_month_names(locale))
    months = {number for number, name in names if name == folded}
    if not months and len(folded) >= _SHORTEST_MONTH:
        months = {number for number, name in names if name.startswith(folded)}
    if len(months) != 1:
        raise ValueError(text)
    return months.pop()


def _month_names(locale: QLocale) -> Iterator[tuple[int, str]]:
    for language in (locale, *map(QLocale, _MONTHS_OF)):
        for number in range(1, 13):
            for form in _FORMATS:
                for name in (language.monthName(number, form), language.standaloneMonthName(number, form)):
                    yield number, _folded(name)


def _folded(text: str) -> str:
    """A word without case, accents and full stops."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if sign.isalpha())


def _number(text: str) -> int:
    if len(text) > 2:
        raise ValueError(text)
    return int(text)


def _year(number: str) -> int:
    if len(number) not in (2, 4):
        raise ValueError(number)
    return int(number) + (_CENTURY if len(number) == 2 else 0)


def _pattern(locale: QLocale) -> str:
    return re.sub("y+", "yyyy", locale.dateFormat(QLocale.FormatType.ShortFormat))


def _order(locale: QLocale) -> str:
    """The letters d, M and y in the order in which the locale writes them."""
    return "".join(dict.fromkeys(re.findall("[dMy]", _pattern(locale))))


def moment(at: datetime, locale: QLocale | None = None) -> str:
    """A moment in the user's zone and the short form of a locale, such as 24/11/2026 14:03."""
    locale = locale or QLocale()
    return _moment(at, locale, locale.timeFormat(QLocale.FormatType.ShortFormat))


def moments(times: Sequence[datetime], locale: QLocale | None = None) -> list[str]:
    """Moments as `moment` writes them, all with seconds if some would look the same without."""
    locale = locale or QLocale()
    written = [moment(at, locale) for at in times]
    if len(set(written)) == len(written):
        return written
    # The locale's pattern with seconds also has the zone.
    long_pattern = locale.timeFormat(QLocale.FormatType.LongFormat)
    pattern = _ZONE.sub(lambda found: found["quoted"] or "", long_pattern).strip()
    return [_moment(at, locale, pattern) for at in times]


def _moment(at: datetime, locale: QLocale, pattern: str) -> str:
    local = in_zone(at)
    time = locale.toString(QTime(local.hour, local.minute, local.second), pattern)
    return f"{write_date(local.date(), locale)} {time}"
