"""Dates as text, as a country writes them."""

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

_WITH_MONTH_NAMES = ("d MMMM yyyy", "d MMM yyyy")
_CENTURY = 2000


def write_date(day: date, locale: QLocale) -> str:
    """A date in the locale's short form, the year in full, such as 31/12/2027."""
    return locale.toString(QDate(day.year, day.month, day.day), _pattern(locale))


def read_date(text: str, locale: QLocale) -> date:
    """The date that a text tells in the locale's order, as 2027-12-31, or with the month's name; or ValueError."""
    if any(sign.isalpha() for sign in text):
        return _read_names(text, locale)
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 3:
        raise ValueError(text)
    order = "yMd" if len(numbers[0]) == 4 else _order(locale)
    parts = dict(zip(order, numbers, strict=True))
    return date(_year(parts["y"]), int(parts["M"]), int(parts["d"]))


def _read_names(text: str, locale: QLocale) -> date:
    for pattern in _WITH_MONTH_NAMES:
        day = locale.toDate(" ".join(text.split()), pattern)
        if day.isValid():
            return date(day.year(), day.month(), day.day())
    raise ValueError(text)


def _year(number: str) -> int:
    if len(number) not in (2, 4):
        raise ValueError(number)
    return int(number) + (_CENTURY if len(number) == 2 else 0)


def _pattern(locale: QLocale) -> str:
    return re.sub("y+", "yyyy", locale.dateFormat(QLocale.FormatType.ShortFormat))


def _order(locale: QLocale) -> str:
    """The letters d, M and y in the order in which the locale writes them."""
    return "".join(dict.fromkeys(re.findall("[dMy]", _pattern(locale))))


def moment(at: datetime) -> str:
    """A moment in the user's zone and the locale's short form, such as 24/11/2026 14:03."""
    local, locale = at.astimezone(), QLocale()
    time = locale.toString(QTime(local.hour, local.minute), locale.timeFormat(QLocale.FormatType.ShortFormat))
    return f"{write_date(local.date(), locale)} {time}"
