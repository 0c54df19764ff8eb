"""Moments in the local time of a time zone, and those of files."""

import datetime


def in_zone(moment: datetime.datetime, zone: datetime.tzinfo | None = None) -> datetime.datetime:
    """The time of a moment in a time zone; None is the zone of the computer.

    Near the first and the last year that Python supports, that may not be possible: the hours then stay as they are.
    """
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment.replace(tzinfo=zone)


def file_time(seconds: float) -> datetime.datetime:
    """The time of a file, in seconds since 1970, in UTC; the beginning of 1970 if the number is no valid time."""
    try:
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    except (OverflowError, OSError, ValueError):
        return datetime.datetime.fromtimestamp(0, datetime.UTC)
