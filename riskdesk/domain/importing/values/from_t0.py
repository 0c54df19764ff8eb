"""Reads days that count from the start of a project, such as “T0 + 3 months”."""

import datetime
import re

_T0 = re.compile(r"\bT\s?0\b\s*(?:\+\s*(\d{1,3})\s*(day|week|month|year|jour|semaine|mois|an)s?)?", re.IGNORECASE)
_DAYS = {"day": 1, "jour": 1, "week": 7, "semaine": 7}
_MONTHS = {"month": 1, "mois": 1, "year": 12, "an": 12}


def is_one(text: str) -> bool:
    """Whether a text names such a day."""
    return _T0.search(text) is not None


def day(text: str, start: datetime.date | None) -> datetime.date | None:
    """The day that a text names, with T0 on `start`; None if it names none."""
    match = _T0.search(text)
    if start is None or match is None:
        return None
    count, unit = int(match[1] or 0), (match[2] or "day").lower()
    if unit in _DAYS:
        return start + datetime.timedelta(days=count * _DAYS[unit])
    months = start.month - 1 + count * _MONTHS[unit]
    year, month = start.year + months // 12, months % 12 + 1
    for number in range(start.day, start.day - 4, -1):
        try:
            return datetime.date(year, month, number)
        except ValueError:
            continue
    return None
