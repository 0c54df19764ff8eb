"""Moments as the clocks of a place tell them."""

import datetime


def in_zone(moment: datetime.datetime, zone: datetime.tzinfo | None = None) -> datetime.datetime:
    """The time of a moment in a time zone; None is the zone of the computer.

    At both ends of the years that Python knows, it may not be possible to work that out: the hours then stay as they
    are.
    """
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment.replace(tzinfo=zone)
