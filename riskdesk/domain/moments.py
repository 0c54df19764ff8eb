"""Moments as the clocks of a place tell them."""

import datetime


def in_zone(moment: datetime.datetime, zone: datetime.tzinfo | None = None) -> datetime.datetime:
    """A moment in a time zone, None for that of the computer.

    At both ends of the years that Python knows, where the zone has none for it, it is told as its own zone does.
    """
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment.replace(tzinfo=zone)
