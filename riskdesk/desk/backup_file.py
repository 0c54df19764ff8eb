"""A backup file: the data in its name, and its content, which is checked before it is used."""

import datetime
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.store import backup as store_backup
from riskdesk.store import guard
from riskdesk.store.damage import DamagedStore
from riskdesk.store.journal import Mark
from riskdesk.store.store import Store

# The largest integer of SQLite has 19 digits.
_NAME = re.compile(r"([0-9]{8}T[0-9]{6}Z)-([0-9]{1,18})-([0-9a-f]{8})\.riskdesk")
_TIME = "%Y%m%dT%H%M%SZ"
_HASH = 8


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its file, size in bytes, when it was made (aware, UTC), and the last step in it.

    `hash` is the beginning of that step's hash.
    """

    path: Path
    size: int
    at: datetime.datetime
    step: int
    hash: str

    def reaches(self, mark: Mark) -> bool:
        """Whether its last step is that of the mark, according to its name."""
        return (self.step, self.hash) == (mark.number, mark.hash[:_HASH])

    def lies_on(self, hashes: Mapping[int, str]) -> bool:
        """Whether its last step is in the journal whose hashes are given by step number."""
        return hashes.get(self.step, "").startswith(self.hash)

    def holds(self, mark: Mark) -> bool:
        """Whether it is a store whose journal ends at that mark; nothing else is checked."""
        with suppress(FileProblem):
            if self.reaches(mark):
                guard.require_store(self.path)
                return store_backup.mark(self.path) == mark
        return False


def name(at: datetime.datetime, mark: Mark) -> str:
    """The file name of a backup that was made at a time (aware) and ends at a mark."""
    return f"{at.astimezone(datetime.UTC):{_TIME}}-{mark.number}-{mark.hash[:_HASH]}.riskdesk"


def listed(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first: by their steps, as the clock may have been wrong.

    Empty if the folder cannot be read. Only plain files count: no links, pipes or folders with such names.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        return _by_steps(backup for entry in entries if (backup := read(Path(entry.path))))
    return []


def read(path: Path) -> Backup | None:
    """The backup at a path, described by its name; None if there is none."""
    match = _NAME.fullmatch(path.name)
    with suppress(OSError, ValueError):
        if match and stat.S_ISREG((status := path.lstat()).st_mode):
            at = datetime.datetime.strptime(match[1], _TIME).replace(tzinfo=datetime.UTC)
            return Backup(path, status.st_size, at, int(match[2]), match[3])
    return None


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """Backups sorted by their last steps, newest first.

    If the store was set back to an older state, as by an older copy in its place, those made since come first.
    """
    by_steps = _by_steps(backups)
    since = _since_set_back(by_steps)
    return [*newest_first(since), *(backup for backup in by_steps if backup not in since)] if since else by_steps


def lines(backups: Iterable[Backup]) -> list[list[Backup]]:
    """The backups by lines, newest first: each in a line is an earlier state of the one before.

    Where an older copy took the place of the store, or a backup cannot be read, another line begins.
    """
    found_lines, left = [], _by_steps(backups)
    while left:
        newest, *others = left
        hashes: Mapping[int, str] = {}
        with suppress(FileProblem):
            hashes = store_backup.hashes(newest.path, {backup.step for backup in others})
        found_lines.append([newest, *(backup for backup in others if backup.lies_on(hashes))])
        left = [backup for backup in others if not backup.lies_on(hashes)]
    return found_lines


def _since_set_back(backups: Sequence[Backup]) -> list[Backup]:
    """Those of the backups, sorted by steps, that were made after the first one, and are no earlier states of it."""
    later = [backup for backup in backups if backup.at > backups[0].at]
    if not later:
        return []
    try:
        hashes = store_backup.hashes(backups[0].path, {backup.step for backup in later})
    except FileProblem:
        return []
    return [backup for backup in later if not backup.lies_on(hashes)]


def _by_steps(backups: Iterable[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda backup: (backup.step, backup.at), reverse=True)


def bytes_in(folder: Path) -> int:
    """The total size of the files in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        return sum(_size(Path(entry.path)) for entry in entries if entry.is_file(follow_symlinks=False))
    return 0


def remove(backup: Backup) -> int:
    """Remove a backup with its documents, and return the bytes freed; files that another program holds stay."""
    return _remove_files([*_documents(backup), backup.path])


def document(backup: Backup, number: int) -> Path:
    """The path of the document of a register in a backup; the first one is written last."""
    return backup.path.with_suffix(f".{number}.json")


def has_documents(backup: Backup) -> bool:
    """Whether all register documents are beside a backup."""
    return document(backup, 1).is_file()


def remove_documents(backup: Backup) -> None:
    """Remove the register documents beside a backup."""
    _remove_files(_documents(backup))


@contextmanager
def opened(backup: Backup, identity: str | None, checkpoint: Checkpoint = never_cancelled) -> Iterator[Store]:
    """Open a backup of the store with that identity (None: any) for reading, after a check of all of it.

    `checkpoint` may cancel it. FileProblem if the check finds anything, or if the content does not match the name.
    """
    try:
        store = Store.open(backup.path, read_only=True, checkpoint=checkpoint)
    except DamagedStore as damage:
        raise FileProblem(_UNSOUND, file=backup.path) from damage
    with closing(store):
        if identity not in (None, store.mark.store):
            raise FileProblem(_UNSOUND, file=backup.path)
        # The content may reach further than the name says if another program wrote while the backup was made.
        if not backup.lies_on(store_backup.hashes(backup.path, [backup.step])):
            raise FileProblem(_UNSOUND, file=backup.path)
        yield store


def is_sound(backup: Backup, identity: str | None, checkpoint: Checkpoint = never_cancelled) -> bool:
    """Whether a backup can be restored; all of it is checked, and `checkpoint` may cancel that."""
    with suppress(Problem), opened(backup, identity, checkpoint):
        return True
    return False


def _documents(backup: Backup) -> list[Path]:
    return list(backup.path.parent.glob(f"{backup.path.stem}.*.json"))


def _remove_files(files: list[Path]) -> int:
    room = sum(map(_size, files))
    for path in files:
        with suppress(OSError):
            path.unlink()
    return room


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.lstat().st_size
    return 0


_UNSOUND = QT_TRANSLATE_NOOP(
    "Problem", "{file} is damaged or no backup of this register file; choose another one. It was left as it is."
)
