"""The backups of a store: made without being asked, looked through, thinned, and never put over the original."""

import datetime
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from riskdesk.desk import backup_file, backup_folders
from riskdesk.desk.backup_file import Backup, listed
from riskdesk.desk.retention import outdated
from riskdesk.domain.document import to_document
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem, system_reason
from riskdesk.domain.progress import Look, no_look, part
from riskdesk.domain.replay import Differences, State, described, differences
from riskdesk.files import is_same, is_there, keep_private, make_folder, write_atomically
from riskdesk.parts import clear_parts
from riskdesk.store import backup, copying, guard, pages
from riskdesk.store.footprint import FileReplaced
from riskdesk.store.journal import Mark
from riskdesk.store.store import Store

__all__ = ["Backup", "Backups", "Contents"]

# Of one store alone: the backups of a large one must not cost those of another.
_MOST_BYTES = 2 * 2**30
# The share of the time that the copy of an older store takes, before it is read for its documents, and how much of the
# rest that reading takes.
_COPIED = 0.3
_READ = 0.1


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a backup holds, and the differences that lead from it to what the store holds now."""

    registers: int
    risks: int
    mitigations: int
    differences: Differences


class Backups:
    """The backups of one store, in a folder of their own, named by their time and their last step.

    `left` are backups that were made of it at places where it no longer is; they are listed and restored like the
    others. If the `identity` of the store is not known, the folder alone says what belongs to it.
    """

    def __init__(self, folder: Path, identity: str | None = None, left: Sequence[Backup] = ()) -> None:
        self.folder = folder
        self._identity = identity
        self._left = tuple(left)

    @classmethod
    def of(cls, root: Path, store: Path, identity: str | None = None) -> "Backups":
        """The backups of the store at `store`, found by its identity and place, whatever is left of the file.

        The `identity` must be given for a store that this program has open; else it is read from the file. If the file
        has none, the place alone decides.
        """
        known = identity or _identity(store)
        if known is None:
            found = backup_folders.by_place(root, store)
            return cls(root / "unknown") if found is None else cls(found, backup_folders.identity(found))
        own, others = backup_folders.find(root, known, store)
        # One of them may be the very store that is asked about.
        left = [made for made in chain.from_iterable(map(listed, others)) if not is_same(made.path, store)]
        try:
            hashes = _hashes(store, left, is_open=identity is not None)
        except FileProblem:
            return cls(own, known, () if listed(own) else left)
        return cls(own, known, [made for made in left if made.lies_on(hashes)])

    def all(self) -> list[Backup]:
        """All backups that exist, newest first: by their steps, as the clock may have been wrong."""
        return backup_file.newest_first([*listed(self.folder), *(made for made in self._left if is_there(made.path))])

    def make(self, store: Path, now: datetime.datetime, look: Look = no_look, *, quick: bool = False) -> Backup | None:
        """Back a store up and thin out the older backups; None if a backup already holds all that is in it.

        A `quick` one is the backup alone: the next that is not makes up for it. FileProblem if it cannot be done, or
        `look` may raise: the older backups are then still there.
        """
        try:
            return self._make(store, now, look, quick=quick)
        except OSError as error:
            raise FileProblem(_NOT_MADE, folder=self.folder, reason=system_reason(error)) from error

    def _make(self, store: Path, now: datetime.datetime, look: Look, *, quick: bool) -> Backup | None:
        reached = backup.mark(store)
        if self._identity not in (None, reached.store):
            raise FileReplaced(store, gone=False)
        self._tidy()
        held = next((made for made in listed(self.folder) if made.holds(reached)), None)
        made = held or self._copied(store, now, reached, part(look, 0, _COPIED))
        if not quick and not backup_file.has_documents(made):
            self._write_documents(made, part(look, _COPIED, 1))
        if held is not None:
            return None
        if not quick:
            self._thin(made, now, part(look, 1, 1))
        return made

    def _copied(self, store: Path, now: datetime.datetime, reached: Mark, look: Look) -> Backup:
        backup_folders.write_place(self.folder, store)
        path = self.folder / backup_file.name(now, reached)
        backup.back_up(store, path, look)
        made = backup_file.read(path)
        assert made is not None, "it was written under a name of ours"
        return made

    def contents(self, made: Backup, now: State, look: Look = no_look) -> Contents:
        """What a backup holds, and how it differs from now; FileProblem if it is damaged itself. `look` may end it."""
        with backup_file.opened(made, self._identity, look) as store:
            then = store.state()
        kinds = [kind for kind, _ in then]
        found = described(differences(then, now), now, then)
        return Contents(kinds.count("register"), kinds.count("risk"), kinds.count("mitigation"), found)

    def newest_sound(self) -> Backup | None:
        """The newest backup that can be restored; None if no backup can."""
        found = self.newest()
        return None if found is None else found[0]

    def newest(self) -> tuple[Backup, State] | None:
        """The newest backup that can be restored, with every record in it; None if no backup can."""
        for made in self.all():
            with suppress(Problem), backup_file.opened(made, self._identity) as store:
                return made, store.state()
        return None

    def restore(self, made: Backup, new: Path, look: Look = no_look) -> list[FileProblem]:
        """Make a new store of a backup at `new`, where no file may be; FileProblem if the backup is damaged itself.

        `look` may raise while the backup is looked through, before anything is written. Returns a sentence for each
        file that an earlier store had left beside `new`.
        """
        with backup_file.opened(made, self._identity, look) as store:
            return copying.write(new, store.steps())

    def _tidy(self) -> None:
        """Make the folder, private to this user like all files in it, and remove what killed programs left there."""
        make_folder(self.folder.parent, private=True)
        make_folder(self.folder, private=True)
        clear_parts(self.folder)
        # Where a store was read after a crash.
        clear_parts(Path(tempfile.gettempdir()))
        for path in self.folder.iterdir():
            keep_private(path)

    def _write_documents(self, made: Backup, look: Look) -> None:
        """Write the register documents beside a backup, readable without Riskdesk, in place of older ones of its day.

        The backup was looked through when it was made, and is not looked through again.
        """
        opened = Store.open(made.path, read_only=True, whole=False, look=part(look, 0, _READ))
        with closing(opened), opened.reading() as reader:
            titles = list(enumerate(reader.titles(), 1))
            # The first one says that all are there, whatever ended this in between.
            for done, (number, register) in enumerate(reversed(titles), 1):
                document = to_document(reader.tree(register.id)).encode("utf-8")
                write_atomically(backup_file.document(made, number), document, private=True)
                look(_READ + (1 - _READ) * done / len(titles))
        # Another program that backs the store up just now writes those of a newer one.
        for other in listed(self.folder):
            if _day(other) == _day(made) and (other.step, other.at) < (made.step, made.at):
                backup_file.remove_documents(other)

    def _thin(self, made: Backup, now: datetime.datetime, look: Look) -> None:
        """Remove the backups that are outdated, then the oldest if the rest still take too much room.

        The newest sound one always stays, which is the one `made` just now.
        """

        @cache
        def is_sound(other: Backup) -> bool:
            return other == made or backup_file.is_sound(other, self._identity, look)

        for gone in outdated(listed(self.folder), now, is_sound):
            backup_file.remove(gone)
        self._make_room(made)

    def _make_room(self, made: Backup) -> None:
        others = {left.path.parent for left in self._left}
        excess = sum(map(backup_file.bytes_in, [self.folder, *others])) - _MOST_BYTES
        if excess <= 0:
            return
        staying = {made, *(Backups(other, self._identity).newest_sound() for other in others)}
        for oldest in reversed(self.all()):
            if excess > 0 and oldest not in staying:
                excess -= backup_file.remove(oldest)


def _identity(store: Path) -> str | None:
    """The identity of a store that may be damaged, read from its pages; None if they tell none."""
    with suppress(OSError):
        left = pages.identity(store) if store.is_file() else None
        return str(left["id"]) if left else None
    return None


def _hashes(store: Path, left: Sequence[Backup], *, is_open: bool) -> Mapping[int, str]:
    """The hashes of the steps to which backups reach, as far as they are in the journal of a store.

    FileProblem if that cannot be read.
    """
    if not left:
        return {}
    if not is_open:
        guard.require_store(store)
    return backup.hashes(store, {made.step for made in left})


def _day(made: Backup) -> datetime.date:
    return made.at.astimezone().date()


_NOT_MADE = QT_TRANSLATE_NOOP(
    "Problem", "{folder} cannot be used ({reason}); see that it is there and that you may write in it."
)
