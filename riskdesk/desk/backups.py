"""The backups of a store: made without being asked, looked through, thinned, and never put over the original."""

import datetime
import os
import re
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from riskdesk.desk.retention import kept
from riskdesk.domain.document import to_document
from riskdesk.domain.problems import Problem
from riskdesk.domain.replay import differences
from riskdesk.domain.step import Change
from riskdesk.files import make_folder, write_atomically
from riskdesk.store import backup, copying, pages
from riskdesk.store.journal import Mark
from riskdesk.store.store import Store

# Holds the name of the store, by which its backups are found where nothing else is left of it.
_PLACE = "store.txt"
_MOST_BYTES = 2 * 2**30
_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\d+)-([0-9a-f]{8})\.riskdesk")
_TIME = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that is there: its file, when it was made (aware, UTC), and the step that it reaches to."""

    path: Path
    at: datetime.datetime
    step: int

    @property
    def size(self) -> int:
        """In bytes."""
        return self.path.stat().st_size


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a backup holds, and the changes that lead from it to what the store holds now."""

    registers: int
    risks: int
    mitigations: int
    changes: tuple[Change, ...]


class Backups:
    """The backups of one store in a folder of their own, named by the time and the step that they reach to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, root: Path, store: Path) -> "Backups":
        """Those of the store at `store`, whatever is left of it: by the name it had, or by its identity."""
        real = _written(store)
        named = (place.parent for place in root.glob(f"*/{_PLACE}") if place.read_bytes() == real)
        return cls(next(named, None) or root / _identity(store))

    def all(self) -> list[Backup]:
        """Those that are there, the newest first: that with the most steps, whatever the clock said."""
        found = (_NAME.fullmatch(path.name) for path in self.folder.glob("*.riskdesk"))
        made = [Backup(self.folder / name.string, _time(name[1]), int(name[2])) for name in found if name]
        return sorted(made, key=lambda it: (it.step, it.at), reverse=True)

    def make(self, store: Path, now: datetime.datetime) -> Backup | None:
        """Back a store up and thin the others out; None if there is one of all that is in it.

        FileProblem if that cannot be done; the backups there were are then still there.
        """
        reached = backup.mark(store)
        if any(made.path.name.endswith(_reach(reached)) for made in self.all()):
            return None
        make_folder(self.folder)
        at = now.astimezone(datetime.UTC).replace(microsecond=0)
        made = Backup(self.folder / f"{at:{_TIME}}-{_reach(reached)}", at, reached.number)
        backup.back_up(store, made.path)
        write_atomically(self.folder / _PLACE, _written(store))
        self._write_documents(made)
        self._thin(now)
        return made

    def contents(self, made: Backup, store: Store) -> Contents:
        """What a backup holds; FileProblem if it is damaged itself."""
        with closing(Store.open(made.path, read_only=True)) as opened:
            then = opened.state()
        kinds = [kind for kind, _ in then]
        changes = tuple(differences(then, store.state()))
        return Contents(kinds.count("register"), kinds.count("risk"), kinds.count("mitigation"), changes)

    def newest_sound(self) -> Backup | None:
        """The newest backup that can be opened; None if no backup can."""
        for made in self.all():
            with suppress(Problem), closing(Store.open(made.path, read_only=True)):
                return made
        return None

    def restore(self, made: Backup, new: Path) -> None:
        """Make a new store of a backup, where no file may be."""
        with closing(Store.open(made.path, read_only=True)) as opened:
            copying.write(new, opened.steps())

    def _write_documents(self, made: Backup) -> None:
        """Put the register documents beside it, readable without Riskdesk, in place of those of the same day."""
        day = _day(made)
        for other in self.all():
            if _day(other) == day:
                _remove(_documents(other))
        with closing(Store.open(made.path, read_only=True)) as opened, opened.reading() as reader:
            for number, register in enumerate(reader.registers(), 1):
                document = to_document(reader.tree(register.id)).encode("utf-8")
                write_atomically(made.path.with_suffix(f".{number}.json"), document)

    def _thin(self, now: datetime.datetime) -> None:
        here = self.all()
        wanted = kept([made.at.astimezone(now.tzinfo) for made in here], now)
        room = _MOST_BYTES
        for made in here:
            room -= made.size
            if made is not here[0] and (made.at not in wanted or room < 0):
                _remove([made.path, *_documents(made)])


def _written(store: Path) -> bytes:
    """The path of a store as it is written down: on Linux, a name may be anything but text."""
    return os.fsencode(os.path.realpath(store))


def _identity(store: Path) -> str:
    """The identity of a store that may be damaged, read from its pages; not of one that is open."""
    left = pages.identity(store) if store.is_file() else None
    return str(left["id"]) if left else "unknown"


def _reach(mark: Mark) -> str:
    return f"{mark.number}-{mark.hash[:8]}.riskdesk"


def _time(told: str) -> datetime.datetime:
    return datetime.datetime.strptime(told, _TIME).replace(tzinfo=datetime.UTC)


def _day(made: Backup) -> datetime.date:
    return made.at.astimezone().date()


def _documents(made: Backup) -> list[Path]:
    return list(made.path.parent.glob(f"{made.path.stem}.*.json"))


def _remove(paths: list[Path]) -> None:
    """Make room; what another program holds goes the next time."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
