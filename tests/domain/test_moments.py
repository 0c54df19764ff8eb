"""Moments are told in any zone, at both ends of the years as well."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riskdesk.domain.moments import file_time, in_zone

DAY = datetime.timedelta(hours=23, minutes=59, seconds=59, microseconds=999999)
zones = st.timedeltas(-DAY, DAY).map(datetime.timezone)
EAST, WEST = datetime.timezone(DAY), datetime.timezone(-DAY)


@given(st.datetimes(timezones=st.none() | zones), st.none() | zones)
@example(datetime.datetime.min.replace(tzinfo=EAST), datetime.UTC)
@example(datetime.datetime.max.replace(tzinfo=WEST), datetime.UTC)
@example(datetime.datetime.min.replace(tzinfo=datetime.UTC), WEST)
@example(datetime.datetime.max.replace(tzinfo=datetime.UTC), EAST)
@example(datetime.datetime.min, WEST)
@example(datetime.datetime.max, None)
def test_any_moment_is_told_in_any_zone(moment, zone):
    local = in_zone(moment, zone)
    if zone is not None:
        assert local.tzinfo is zone
    if moment.tzinfo is not None and 1 < moment.year < 9999:
        assert local == moment or (zone is None and local.tzinfo is None)


def test_a_moment_is_that_of_its_own_zone_where_the_other_has_none():
    first = datetime.datetime(1, 1, 1, 3, 4, tzinfo=datetime.timezone(datetime.timedelta(hours=5)))
    assert in_zone(first, datetime.UTC) == datetime.datetime(1, 1, 1, 3, 4, tzinfo=datetime.UTC)
    usual = first.replace(year=2024, month=5)
    assert in_zone(usual, datetime.UTC) == usual


@pytest.mark.parametrize("moment", [datetime.datetime.min, datetime.datetime.max])
def test_a_moment_without_a_zone_is_that_of_the_computer(moment):
    assert in_zone(moment, datetime.UTC).replace(tzinfo=None, hour=0) == moment.replace(hour=0)


@pytest.mark.parametrize("seconds", [10.0**12, 10.0**18, 10.0**20, float("nan")])
def test_a_number_that_is_no_time_of_a_file_counts_as_the_first_moment(seconds):
    assert file_time(seconds).timestamp() == 0
