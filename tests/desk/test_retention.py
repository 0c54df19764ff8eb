"""Which backups go: the older of a day, a week, a month, and none but for a newer one that is sound."""

import datetime
from pathlib import Path

import pytest

from riskdesk.desk.backup_file import Backup
from riskdesk.desk.retention import outdated, times_to_keep
from tests.desk.backing_up import DAY, HOUR, NOW


def backup(at: datetime.datetime) -> Backup:
    return Backup(Path(f"{at:%Y%m%dT%H}"), 1, at, 1, "0123abcd")


# NOW is on a Monday at 12 o'clock; three are of one day.
OLD, EARLY, NOON, LATE = (backup(NOW - 5 * DAY + hours * HOUR) for hours in (-300, -3, 0, 3))


@pytest.mark.parametrize(
    ("unsound", "going"),
    [
        ([], [NOON, EARLY]),
        ([EARLY, NOON], [NOON, EARLY]),
        ([LATE], [EARLY]),
        ([LATE, NOON], []),
    ],
)
def test_no_backup_goes_but_for_a_newer_one_that_is_sound(unsound: list[Backup], going: list[Backup]) -> None:
    assert outdated([[LATE, NOON, EARLY, OLD]], NOW, lambda candidate: candidate not in unsound) == going


@pytest.mark.parametrize(("unsound", "going"), [([], [EARLY]), ([NOON], []), ([LATE], [EARLY])])
def test_the_last_backup_of_a_line_stays(unsound: list[Backup], going: list[Backup]) -> None:
    """An older copy took the place of the store in the afternoon."""
    assert outdated([[NOON, EARLY], [LATE, OLD]], NOW, lambda candidate: candidate not in unsound) == going


def test_only_the_backup_that_stays_instead_is_looked_through() -> None:
    """To look through each of them would take too long."""
    examined: list[Backup] = []
    newer, older = [backup(NOW - days * DAY) for days in (0, 1, 2, 4)], backup(NOW - 6 * DAY)

    def is_sound(candidate: Backup) -> bool:
        examined.append(candidate)
        return True

    assert outdated([[*newer, LATE, EARLY, older]], NOW, is_sound) == [EARLY]
    assert examined == [LATE]


def test_a_day_is_that_of_the_user() -> None:
    early, late = (backup((NOW - 5 * DAY).replace(hour=hour)) for hour in (18, 20))
    east = NOW.astimezone(datetime.timezone(5 * HOUR))
    assert outdated([[late, early, OLD]], NOW, lambda _: True) == [early]
    assert outdated([[late, early, OLD]], east, lambda _: True) == []


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_backup_from_the_first_or_the_last_year_is_thinned_like_any(hours: int) -> None:
    """A clock may have been so wrong, and such a time has no place in other zones."""
    first, last = (backup(time.replace(tzinfo=datetime.UTC)) for time in (datetime.datetime.min, datetime.datetime.max))
    there = NOW.astimezone(datetime.timezone(hours * HOUR))
    assert outdated([[last, LATE, EARLY, first]], there, lambda _: True) == [EARLY]


@pytest.mark.parametrize(
    ("days_ago", "days_kept"),
    [
        # All of today and yesterday, and one of each day before.
        ([0, 0, 1, 1, 2, 2, 3, 3, 9], [0, 0, 1, 1, 2, 3, 9]),
        # One of each week before the last twelve days with any.
        ([*range(2, 14), 14, 15, 16, 17, 22], [*range(2, 14), 14, 15, 22]),
        ([*range(2, 26, 2), 26, 29, 30, 36], [*range(2, 26, 2), 26, 29, 36]),
        # One of each month before the last ten weeks with any: 85 days ago was the end of August.
        ([*range(2, 14), *range(15, 86, 7), 86, 88, 118], [*range(2, 14), *range(15, 86, 7), 118]),
    ],
)
def test_backups_are_thinned_to_days_weeks_and_months(days_ago: list[int], days_kept: list[int]) -> None:
    times = [NOW - days * DAY - (place % 2) * HOUR for place, days in enumerate(days_ago)]
    assert sorted((NOW.date() - at.date()).days for at in times_to_keep(times, NOW)) == list(days_kept)
