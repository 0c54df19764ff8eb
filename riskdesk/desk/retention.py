"""Which backups are kept: all of today and yesterday, then fewer the older they are."""

import datetime
from collections.abc import Callable, Sequence

from riskdesk.desk.backup_file import Backup
from riskdesk.domain.moments import in_zone

_Day = datetime.date
# The newest of each day, week and month; Anki has kept these numbers of its users' backups for years.
_TIERS: tuple[tuple[Callable[[_Day], object], int], ...] = (
    (lambda day: day, 12),
    (lambda day: day.isocalendar()[:2], 10),
    (lambda day: (day.year, day.month), 9),
)


def outdated(backups: Sequence[Backup], now: datetime.datetime, is_sound: Callable[[Backup], bool]) -> list[Backup]:
    """The backups to remove at a time in the user's zone.

    A backup is removed only if a newer, sound one stays. Unsound ones are not counted, and stay where they are.
    """
    counted = {backup: in_zone(backup.at, now.tzinfo) for backup in backups}
    while True:
        kept_times = times_to_keep(list(counted.values()), now)
        staying = [backup for backup, at in counted.items() if at in kept_times]
        going = [backup for backup, at in counted.items() if at not in kept_times]
        instead = {
            min((other for other in staying if other.at > backup.at), key=lambda other: other.at) for backup in going
        }
        unsound = [backup for backup in instead if not is_sound(backup)]
        if not unsound:
            return going
        counted = {backup: at for backup, at in counted.items() if backup not in unsound}


def times_to_keep(times: Sequence[datetime.datetime], now: datetime.datetime) -> set[datetime.datetime]:
    """The times of the backups that are kept, out of these; all are in the user's zone, like `now`."""
    older = sorted(times, reverse=True)
    recent = [at for at in older if (now.date() - at.date()).days < 2]
    kept_times, older = set(recent), older[len(recent) :]
    for period, count in _TIERS:
        newest: dict[object, datetime.datetime] = {}
        for at in older:
            newest.setdefault(period(at.date()), at)
        tier = list(newest.values())[:count]
        kept_times.update(tier)
        older = [at for at in older if at < tier[-1]]
    return kept_times
