"""The backups of a store: made automatically, checked, thinned out, and never restored over the original."""

import datetime
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from riskdesk.desk import backup_file, backup_folders
from riskdesk.desk.backup_file import Backup, listed
from riskdesk.desk.retention import outdated
from riskdesk.domain.document import to_document
from riskdesk.domain.moments import in_zone
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, FileReplaced, Problem, system_reason
from riskdesk.domain.progress import Checkpoint, never_cancelled, share_of
from riskdesk.domain.replay import Differences, State, described
from riskdesk.files import has_no_room, is_same, is_there, keep_private, make_folder, write_atomically
from riskdesk.part_files import clear_parts
from riskdesk.store import backup as store_backup
from riskdesk.store import copying, guard, pages
from riskdesk.store.journal import Mark
from riskdesk.store.store import Store

__all__ = ["Backup", "Backups", "Contents", "back_up_older"]

# For each store: the backups of a large one must not displace those of others.
_MOST_BYTES = 2 * 2**30
# For an older store: the share of the time after which it is copied, and the share of the rest in which it is read for
# its documents.
_COPIED = 0.3
_READ = 0.1


@dataclass(frozen=True, slots=True)
class Contents:
    """The size of the content of a backup, and the differences from it to the present content of the store."""

    registers: int
    risks: int
    mitigations: int
    differences: Differences


class Backups:
    """The backups of one store, in a folder of their own, named by their time and their last step.

    `left_behind` are backups of this store from places where it used to be; they are listed and restored like the
    others. If the `identity` of the store is not known, all backups in the folder are taken for its own.
    """

    def __init__(self, folder: Path, identity: str | None = None, left_behind: Sequence[Backup] = ()) -> None:
        self.folder = folder
        self._identity = identity
        self._left_behind = tuple(left_behind)

    @classmethod
    def of(cls, root: Path, store: Path, identity: str | None = None) -> "Backups":
        """The backups of the store at `store`, found by its identity and place, even if the file is damaged or missing.

        The `identity` must be given for a store that this program has open; else it is read from the file. If it cannot
        be read, the folder is found by the place alone.
        """
        own_identity = identity or _identity(store)
        if own_identity is None:
            folder = backup_folders.by_place(root, store)
            return cls(root / "unknown") if folder is None else cls(folder, backup_folders.identity(folder))
        own, others = backup_folders.find(root, own_identity, store)
        # The store itself may be one of these backups.
        left_behind = [backup for backup in chain.from_iterable(map(listed, others)) if not is_same(backup.path, store)]
        try:
            hashes = _hashes(store, left_behind, is_open=identity is not None)
        except FileProblem:
            return cls(own, own_identity, () if listed(own) else left_behind)
        return cls(own, own_identity, [backup for backup in left_behind if backup.lies_on(hashes)])

    def all(self) -> list[Backup]:
        """All backups that exist, newest first: by their steps, as the clock may have been wrong.

        If the store was set back to an older state, as by an older copy in its place, those made since come first.
        """
        return backup_file.newest_first(
            [*listed(self.folder), *(backup for backup in self._left_behind if is_there(backup.path))]
        )

    def unlisted(self) -> FileProblem | None:
        """Why backups that may be there cannot be listed; None if they can be, or none was made yet."""
        try:
            with os.scandir(self.folder):
                return None
        except FileNotFoundError:
            return None
        except OSError as error:
            return FileProblem(_NOT_LISTED, folder=self.folder, reason=system_reason(error))

    def make(
        self, store: Path, now: datetime.datetime, checkpoint: Checkpoint = never_cancelled, *, quick: bool = False
    ) -> Backup | None:
        """Back a store up and thin out the older backups; None if a backup already holds the present content.

        With `quick`, only the backup is made; the next call without it does the rest. FileProblem if the backup fails.
        If that or `checkpoint` raises, the older backups stay.
        """
        try:
            return self._make(store, now, checkpoint, quick=quick)
        except OSError as error:
            raise self._not_made(error) from error

    def _not_made(self, error: OSError) -> FileProblem:
        text = _NO_ROOM if has_no_room(error) else _NOT_MADE
        return FileProblem(text, folder=self.folder, reason=system_reason(error))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Name the folder alone in write errors, as users choose neither the names nor the place of these files."""
        try:
            yield
        except FileProblem as problem:
            if isinstance(problem.__cause__, OSError):
                raise self._not_made(problem.__cause__) from problem
            raise

    def _make(self, store: Path, now: datetime.datetime, checkpoint: Checkpoint, *, quick: bool) -> Backup | None:
        reached = store_backup.mark(store)
        if self._identity not in (None, reached.store):
            raise FileReplaced(store, is_gone=False)
        self._tidy()
        existing = next((backup for backup in listed(self.folder) if backup.holds(reached)), None)
        with self._writing():
            backup = existing or self._copied(store, now, reached, share_of(checkpoint, 0, _COPIED))
            if not quick and not backup_file.has_documents(backup):
                self._write_documents(backup, share_of(checkpoint, _COPIED, 1))
        if existing is not None:
            return None
        if not quick:
            self._thin(backup, now, share_of(checkpoint, 1, 1))
        return backup

    def _copied(self, store: Path, now: datetime.datetime, reached: Mark, checkpoint: Checkpoint) -> Backup:
        backup_folders.write_place(self.folder, store)
        path = self.folder / backup_file.name(now, reached)
        store_backup.back_up(store, path, checkpoint)
        new_backup = backup_file.read(path)
        assert new_backup is not None, "it was written under a name of ours"
        return new_backup

    def contents(self, backup: Backup, now: State, checkpoint: Checkpoint = never_cancelled) -> Contents:
        """The content of a backup, compared with `now`; FileProblem if it is damaged. `checkpoint` may cancel it."""
        with backup_file.opened(backup, self._identity, checkpoint) as store:
            then = store.state()
        kinds = [kind for kind, _ in then]
        changes = described(then, now)
        return Contents(kinds.count("register"), kinds.count("risk"), kinds.count("mitigation"), changes)

    def newest_sound(self) -> Backup | None:
        """The newest backup that can be restored; None if no backup can."""
        newest = self.newest()
        return None if newest is None else newest[0]

    def newest(self) -> tuple[Backup, State] | None:
        """The newest backup that can be restored, with all its records; None if no backup can."""
        for backup in self.all():
            with suppress(Problem), backup_file.opened(backup, self._identity) as store:
                return backup, store.state()
        return None

    def restore(self, backup: Backup, new: Path, checkpoint: Checkpoint = never_cancelled) -> list[FileProblem]:
        """Make a new store from a backup at `new`, where no file may be; FileProblem if the backup is damaged.

        `checkpoint` may raise during the check of the backup, before anything is written. Returns a sentence for each
        file that an earlier store had left beside `new`.
        """
        with backup_file.opened(backup, self._identity, checkpoint) as store:
            return copying.write(new, store.steps())

    def _tidy(self) -> None:
        """Make the folder and its files private to this user, and remove partial files of programs that were killed."""
        make_folder(self.folder.parent, private=True)
        make_folder(self.folder, private=True)
        clear_parts(self.folder)
        # Stores are recovered after a crash in the temporary folder; none is found if all disks are full.
        with suppress(FileNotFoundError):
            clear_parts(Path(tempfile.gettempdir()))
        for path in self.folder.iterdir():
            keep_private(path)

    def _write_documents(self, backup: Backup, checkpoint: Checkpoint) -> None:
        """Write the register documents beside a backup, readable without Riskdesk, and remove older ones of its day.

        The backup was checked when it was made, and is not checked again.
        """
        opened = Store.open(backup.path, read_only=True, whole=False, checkpoint=share_of(checkpoint, 0, _READ))
        with closing(opened), opened.reading() as reader:
            titles = list(enumerate(reader.titles(), 1))
            # In reverse, as the presence of the first document means that all are there, even if this is interrupted.
            for done, (number, register) in enumerate(reversed(titles), 1):
                document = to_document(reader.tree(register.id)).encode("utf-8")
                write_atomically(backup_file.document(backup, number), document, private=True)
                checkpoint(_READ + (1 - _READ) * done / len(titles))
        # Another program may be making a newer backup of this store, and write the documents for that one.
        for other in listed(self.folder):
            if _day(other) == _day(backup) and (other.step, other.at) < (backup.step, backup.at):
                backup_file.remove_documents(other)

    def _thin(self, newest: Backup, now: datetime.datetime, checkpoint: Checkpoint) -> None:
        """Remove the backups that are outdated, then the oldest if the rest still take too much room.

        `newest`, which was just made and is sound, always stays.
        """

        @cache
        def is_sound(other: Backup) -> bool:
            return other == newest or backup_file.is_sound(other, self._identity, checkpoint)

        for outdated_backup in outdated(backup_file.lines(listed(self.folder)), now, is_sound):
            backup_file.remove(outdated_backup)
        self._make_room(newest)

    def _make_room(self, newest: Backup) -> None:
        others = {backup.path.parent for backup in self._left_behind}
        excess = sum(map(backup_file.bytes_in, [self.folder, *others])) - _MOST_BYTES
        if excess <= 0:
            return
        staying = {newest, *(Backups(other, self._identity).newest_sound() for other in others)}
        for oldest in reversed(self.all()):
            if excess > 0 and oldest not in staying:
                excess -= backup_file.remove(oldest)


def back_up_older(root: Path, store: Path, identity: str, checkpoint: Checkpoint) -> None:
    """Back up a store of an older format before its migration to the present one.

    FileProblem if that fails, which says that the store was not opened. `checkpoint` may cancel it.
    """
    try:
        Backups.of(root, store, identity).make(store, datetime.datetime.now().astimezone(), checkpoint)
    except FileProblem as problem:
        raise FileProblem(_NOT_OPENED, file=store, reason=problem) from problem


def _identity(store: Path) -> str | None:
    """The identity of a store that may be damaged, read from its pages; None if they hold none."""
    with suppress(OSError):
        row = pages.identity(store) if store.is_file() else None
        return str(row["id"]) if row else None
    return None


def _hashes(store: Path, backups: Sequence[Backup], *, is_open: bool) -> Mapping[int, str]:
    """The hashes in the journal of a store for the last steps of some backups.

    FileProblem if the journal cannot be read.
    """
    if not backups:
        return {}
    if not is_open:
        guard.require_store(store)
    return store_backup.hashes(store, {backup.step for backup in backups})


def _day(backup: Backup) -> datetime.date:
    return in_zone(backup.at).date()


_NOT_OPENED = QT_TRANSLATE_NOOP(
    "Problem", "{file} is of an older Riskdesk and was not opened, as no backup of it could be made. {reason}"
)
_NOT_LISTED = QT_TRANSLATE_NOOP(
    "Problem", "The backups in {folder} cannot be listed ({reason}); see that you may read that folder."
)
_NO_ROOM = QT_TRANSLATE_NOOP("Problem", "The disk has no room for a backup in {folder}; make room on it.")
_NOT_MADE = QT_TRANSLATE_NOOP(
    "Problem", "{folder} cannot be used ({reason}); see that it is there and that you may write in it."
)
