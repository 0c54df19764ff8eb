"""Opens stores: one that is named, or the user's own, which is made on the first start."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from riskdesk.app import places
from riskdesk.app.speech import complain, sentence, translate
from riskdesk.desk.session import Session
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.files import is_there, keep_private, make_folder
from riskdesk.part_files import clear_parts


def own(tell: Callable[[Problem], object]) -> Path:
    """The path of the user's own store, readable by them alone; on the first start it is made, with no register.

    `tell` is called with each warning from making it.
    """
    path = places.own_store()
    make_folder(path.parent, private=True)
    if not is_there(path):
        session = Session.create(path, places.who())
        session.close()
        for problem in session.warnings:
            tell(problem)
    keep_private(path)
    return path


def reading(path: Path) -> Session:
    """A read-only session on the store at `path`."""
    with _telling(path) as checkpoint:
        return Session.open(path, places.who(), read_only=True, checkpoint=checkpoint)


@contextmanager
def writing(path: Path) -> Iterator[Session]:
    """A session on the store at `path`, which no other program may have open; it is closed at the end.

    If no backup of it was made, that is printed, and has no other effect.
    """
    session = _locked(path)
    try:
        yield session
    finally:
        before = session.backup_problem
        session.close()
        problems = (problem for problem in (before, session.backup_problem) if problem is not None)
        for text in dict.fromkeys(map(sentence, problems)):
            complain(text)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other programs from opening the store at `path` for writing; FileProblem if one has it open."""
    release = _lock(path)
    try:
        yield
    finally:
        release()


def _locked(path: Path) -> Session:
    session = _unlocked_where_refused(path, _lock(path))
    clear_parts(path.parent)
    return session


def _lock(path: Path) -> Callable[[], object]:
    """Lock the store at `path`, unless no lock can be made there; return what unlocks it again."""
    # Qt, which provides the lock, is loaded only for commands that write.
    from riskdesk.kit.lock import FileLock

    lock = FileLock(path)
    try:
        holder = lock.take() if path.is_file() else None
    except OSError:
        holder = None
    if holder is not None:
        text = _OPEN if holder.pid else _LOCKED
        raise FileProblem(text, file=path, host=holder.host or "?", pid=str(holder.pid), lock=lock.place)
    return lock.release


def _unlocked_where_refused(path: Path, release: Callable[[], object]) -> Session:
    try:
        with _telling(path) as checkpoint:
            return Session.open(path, places.who(), backups=places.backups(), release=release, checkpoint=checkpoint)
    except BaseException:
        release()
        raise


def _telling(path: Path) -> AbstractContextManager[Checkpoint]:
    # Imported late, as the window shows in its own way how far it is.
    from riskdesk.app.waiting import progress

    return progress(partial(_opening, path))


def _opening(path: Path, per_cent: int) -> str:
    return translate("CommandLine", "Opening {file}… {per_cent}%").format(file=path.name, per_cent=per_cent)


_OPEN = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} is open in another program (on {host}, process {pid}); close it there and try again, or delete {lock} if it"
    " is open nowhere.",
)
_LOCKED = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} may be open in another program, though {lock} does not say in which; close it there and try again, or"
    " delete that file if it is open nowhere.",
)
