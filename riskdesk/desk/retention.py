"""Which backups are kept: all of today and yesterday, fewer the older they are, and the last state of each line."""

import datetime
from collections.abc import Callable, Collection, Sequence

from riskdesk.desk.backup_file import Backup
from riskdesk.domain.moments import in_zone

_Day = datetime.date
# The newest of each day, week and month; Anki has kept these numbers of its users' backups for years.
_TIERS: tuple[tuple[Callable[[_Day], object], int], ...] = (
    (lambda day: day, 12),
    (lambda day: day.isocalendar()[:2], 10),
    (lambda day: (day.year, day.month), 9),
)


def outdated(
    lines: Collection[Sequence[Backup]], now: datetime.datetime, is_sound: Callable[[Backup], bool]
) -> list[Backup]:
    """The backups to remove at a time in the user's zone, out of those of each line (`backup_file.lines`).

    A backup is removed only if a sound one stays that is a later state of it. Unsound ones are not counted, and stay
    where they are.
    """
    counted = {backup: in_zone(backup.at, now.tzinfo) for line in lines for backup in line}
    while True:
        kept_times = times_to_keep(list(counted.values()), now)
        going: list[Backup] = []
        instead: set[Backup] = set()
        for line in lines:
            staying: Backup | None = None
            for backup in (backup for backup in line if backup in counted):
                if staying is None or counted[backup] in kept_times:
                    staying = backup
                else:
                    going.append(backup)
                    instead.add(staying)
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
