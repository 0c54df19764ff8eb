"""Which backups are kept: all of today and yesterday, then fewer the older they are."""

import datetime
from collections.abc import Callable, Sequence

_Day = datetime.date
# The newest of each day, week and month; the numbers are those that Anki has kept its users' backups by for years.
_TIERS: tuple[tuple[Callable[[_Day], object], int], ...] = (
    (lambda day: day, 12),
    (lambda day: day.isocalendar()[:2], 10),
    (lambda day: (day.year, day.month), 9),
)


def kept(times: Sequence[datetime.datetime], now: datetime.datetime) -> set[datetime.datetime]:
    """Those of some times (in the user's zone, as `now`) whose backups are kept."""
    older = sorted(times, reverse=True)
    recent = [at for at in older if (now.date() - at.date()).days < 2]
    chosen, older = set(recent), older[len(recent) :]
    for period, count in _TIERS:
        newest: dict[object, datetime.datetime] = {}
        for at in older:
            newest.setdefault(period(at.date()), at)
        tier = list(newest.values())[:count]
        chosen.update(tier)
        older = [at for at in older if at < tier[-1]] if tier else []
    return chosen
