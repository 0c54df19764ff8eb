"""The day on which each register was last opened here, kept in the settings."""

import datetime
import hashlib
import json
from contextlib import suppress

from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.workbench import Workbench

# A JSON object with a day by the hash of file, place and register.
SEEN = Setting("due/seen", str, "")
_MOST = 200


class Seen:
    """A record of the day on which each register was last opened here, kept in the settings.

    A copy of a file at another path counts as another file, and so does a file that replaced another at its path.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def last(self, workbench: Workbench) -> datetime.date | None:
        """The day saved for the open register; None if there is none."""
        day = self._days().get(_sign(workbench))
        with suppress(ValueError):
            return None if day is None else datetime.date.fromisoformat(day)
        return None

    def note(self, workbench: Workbench, day: datetime.date | None) -> None:
        """Save a day for the open register, or None if it was never opened; the oldest entries are dropped."""
        sign = _sign(workbench)
        days = {known: text for known, text in self._days().items() if known != sign}
        if day is not None:
            days[sign] = day.isoformat()
        newest = sorted(days, key=days.__getitem__)[-_MOST:]
        self._settings.set(SEEN, json.dumps({sign: days[sign] for sign in newest}))

    def _days(self) -> dict[str, str]:
        days = self._settings.latest_object(SEEN)
        return {sign: day for sign, day in days.items() if isinstance(day, str)}


def _sign(workbench: Workbench) -> str:
    """A hash of file, place and register, so that the settings do not reveal their names."""
    session = workbench.session
    text = "\n".join((session.id, str(session.path.absolute()), str(workbench.register_id)))
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]
