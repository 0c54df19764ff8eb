"""What is or will be due in the recently opened files: days and counts, kept in the settings."""

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

# A JSON object by the hash of each file: the day on which it was last open, and days with counts by registers.
AHEAD = Setting("due/ahead", str, "")
_MOST_REGISTERS, _MOST_DAYS, _MOST_DUE = 50, 500, 10**6


@dataclass(frozen=True)
class DueInFile:
    """How much is due in a file, by kinds of gaps, and how much of it became due since the file was last open."""

    counts: "Mapping[GapKind, int]"
    new: int
    since: datetime.date

    @property
    def count(self) -> int:
        """The number of gaps that are due."""
        return sum(self.counts.values())


def note(settings: Settings, path: Path, dates: "Mapping[str, DueDates]", registers: Collection[str]) -> None:
    """Save what is or will be due in registers of a file; `registers` are all registers that the file has now."""
    files = settings.latest_object(AHEAD)
    before, there = _registers_of(files.get(_sign(path))), {_sign(register) for register in registers}
    due_by_register = {sign: its for sign, its in before.items() if sign in there}
    due_by_register |= {
        _sign(register): [_plain_counts(its.mitigations), _plain_counts(its.reviews)] for register, its in dates.items()
    }
    newest = dict(list(due_by_register.items())[-_MOST_REGISTERS:])
    files[_sign(path)] = {"day": _today().isoformat(), "registers": newest}
    settings.set(AHEAD, json.dumps(files))


def forget_others(settings: Settings, paths: Collection[Path]) -> None:
    """Delete what is saved about all files but these."""
    files, there = settings.latest_object(AHEAD), set(map(_sign, paths))
    if files.keys() - there:
        settings.set(AHEAD, json.dumps({sign: its for sign, its in files.items() if sign in there}))


def due_in(settings: Settings, path: Path) -> DueInFile | None:
    """What is due in a file today, without opening it; None if nothing is due or known."""
    file_record = settings.latest_object(AHEAD).get(_sign(path))
    since = _day(file_record.get("day")) if isinstance(file_record, dict) else None
    if since is None:
        return None
    due_now: Counter[GapKind] = Counter()
    due_then: Counter[GapKind] = Counter()
    for dates in map(_dates, _registers_of(file_record).values()):
        due_now.update(dates.due(_today()))
        due_then.update(dates.due(since))
    due = DueInFile(due_now, max(0, sum(due_now.values()) - sum(due_then.values())), since)
    return due if due.count else None


def due_register(settings: Settings, path: Path, registers: Collection[str]) -> str | None:
    """The first of these registers of a file in which something is due, by what is saved about the file."""
    dates_by_sign = _registers_of(settings.latest_object(AHEAD).get(_sign(path)))
    due = {sign for sign, its in dates_by_sign.items() if any(_dates(its).due(_today()).values())}
    return next((register for register in registers if _sign(register) in due), None)


def _registers_of(file_record: object) -> dict[str, Any]:
    registers = file_record.get("registers") if isinstance(file_record, dict) else None
    return registers if isinstance(registers, dict) else {}


def _dates(value: object) -> "DueDates":
    # Imported late, as every window reads the list of recent files when it starts.
    from riskdesk.domain.due import DueDates

    parts = value if isinstance(value, list) and len(value) == 2 else [{}, {}]
    return DueDates(*map(_counts, parts))


def _counts(value: object) -> dict[datetime.date, int]:
    items = value.items() if isinstance(value, dict) else ()
    return {
        day: count
        for text, count in items
        if (day := _day(text)) is not None and type(count) is int and 0 < count <= _MOST_DUE
    }


def _plain_counts(counts: Mapping[datetime.date, int]) -> dict[str, int]:
    return {day.isoformat(): counts[day] for day in sorted(counts)[:_MOST_DAYS]}


def _day(text: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _sign(named: object) -> str:
    """A hash for a file or register, so that the settings do not reveal its name."""
    return hashlib.sha256(str(named).encode("utf-8", "surrogateescape")).hexdigest()[:16]
