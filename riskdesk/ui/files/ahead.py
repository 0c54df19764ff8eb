"""What is or will be due in the files that were open last: days and counts, kept beside them in the settings."""

import datetime
import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from riskdesk.kit.settings import Setting, Settings

if TYPE_CHECKING:
    from riskdesk.domain.due import DueDates
    from riskdesk.domain.gaps import GapKind

# A JSON object by a sign for each file: the day on which that was open last, and days and counts by registers.
AHEAD = Setting("due/ahead", str, "")
_MOST_REGISTERS, _MOST_DAYS, _MOST_DUE = 50, 500, 10**6


@dataclass(frozen=True)
class DueInFile:
    """How much is due in a file, by kinds; how much of it became so after the day on which it was open last."""

    counts: "Mapping[GapKind, int]"
    new: int
    since: datetime.date

    @property
    def count(self) -> int:
        """How much is due."""
        return sum(self.counts.values())


def note(settings: Settings, path: Path, dates: "Mapping[str, DueDates]", registers: Collection[str]) -> None:
    """Remember what is or will be due in registers of a file today, which has these `registers` and no others."""
    kept = _kept(settings)
    before, there = _registers_of(kept.get(_sign(path))), {_sign(register) for register in registers}
    told = {sign: its for sign, its in before.items() if sign in there}
    told |= {_sign(register): [_told(its.mitigations), _told(its.reviews)] for register, its in dates.items()}
    newest = dict(list(told.items())[-_MOST_REGISTERS:])
    kept[_sign(path)] = {"day": _today().isoformat(), "registers": newest}
    settings.set(AHEAD, json.dumps(kept))


def forget_others(settings: Settings, paths: Collection[Path]) -> None:
    """Remember nothing of any other files than these."""
    kept, there = _kept(settings), set(map(_sign, paths))
    if kept.keys() - there:
        settings.set(AHEAD, json.dumps({sign: its for sign, its in kept.items() if sign in there}))


def due_in(settings: Settings, path: Path) -> DueInFile | None:
    """What is due in a file today, without opening it; None if nothing is, or nobody knows."""
    kept = _kept(settings).get(_sign(path))
    since = _day(kept.get("day")) if isinstance(kept, dict) else None
    if since is None:
        return None
    found: Counter[GapKind] = Counter()
    before: Counter[GapKind] = Counter()
    for dates in map(_dates, _registers_of(kept).values()):
        found.update(dates.due(_today()))
        before.update(dates.due(since))
    told = DueInFile(found, max(0, sum(found.values()) - sum(before.values())), since)
    return told if told.count else None


def due_register(settings: Settings, path: Path, registers: Collection[str]) -> str | None:
    """The first of these registers of a file in which something is due, as it is remembered."""
    kept = _registers_of(_kept(settings).get(_sign(path)))
    due = {sign for sign, its in kept.items() if any(_dates(its).due(_today()).values())}
    return next((register for register in registers if _sign(register) in due), None)


def _kept(settings: Settings) -> dict[str, Any]:
    try:
        found = json.loads(settings.get(AHEAD) or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _registers_of(kept: object) -> dict[str, Any]:
    found = kept.get("registers") if isinstance(kept, dict) else None
    return found if isinstance(found, dict) else {}


def _dates(kept: object) -> "DueDates":
    # Loaded where it is wanted: every window reads which files were open last as it starts.
    from riskdesk.domain.due import DueDates

    parts = kept if isinstance(kept, list) and len(kept) == 2 else [{}, {}]
    return DueDates(*map(_counts, parts))


def _counts(kept: object) -> dict[datetime.date, int]:
    items = kept.items() if isinstance(kept, dict) else ()
    return {
        day: count
        for text, count in items
        if (day := _day(text)) is not None and type(count) is int and 0 < count <= _MOST_DUE
    }


def _told(counts: Mapping[datetime.date, int]) -> dict[str, int]:
    return {day.isoformat(): counts[day] for day in sorted(counts)[:_MOST_DAYS]}


def _day(text: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _sign(named: object) -> str:
    """What stands for a file or a register, and tells nobody who reads the settings of it."""
    return hashlib.sha256(str(named).encode("utf-8", "surrogateescape")).hexdigest()[:16]
