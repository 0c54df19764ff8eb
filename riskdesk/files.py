"""Writing a file whole or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`, safe on the disk when this returns.

    FileProblem if that cannot be done; what was there before is then still there, and nothing else is.
    """
    with arriving(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def arriving(path: Path) -> Iterator[Path]:
    """A place to write a file, which is on the disk under its own name when this ends well, and gone otherwise.

    FileProblem if that cannot be done; what was there before is then still there, and nothing else is.
    """
    target = Path(os.path.realpath(path))
    # The name is no longer than any name may be, however long that of the file is.
    temporary = target.with_name(f".riskdesk-{uuid4().hex[:8]}.part")
    try:
        _require_file(target)
        yield temporary
        _settle(temporary, target)
    except OSError as error:
        raise _problem(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _keep_name(target.parent)


def is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether there is something at a path; a name that no file can have leads to nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in, where they are not there; FileProblem if that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The folder {file} cannot be made ({reason}); choose another one."),
            file=folder,
            reason=error.strerror,
        ) from error


def _require_file(target: Path) -> None:
    """Refuse a folder, and a device such as /dev/null, which a new file would take the place of."""
    if target.exists() and not target.is_file():
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is not a file that can be written; choose another name."), file=target
        )


def _settle(temporary: Path, target: Path) -> None:
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    temporary.replace(target)


def _keep_name(folder: Path) -> None:
    """Make the new name as lasting as the content, where the system has a way and the folder allows it."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _problem(path: Path, error: OSError) -> FileProblem:
    if error.errno in _NO_ROOM:
        text = QT_TRANSLATE_NOOP(
            "Problem", "{file} was not written, as the disk has no room for it; make room or choose another disk."
        )
    elif error.errno in _NO_FOLDER:
        text = QT_TRANSLATE_NOOP(
            "Problem", "{file} was not written, as the folder {folder} does not exist; choose another folder."
        )
    elif error.errno in _NOT_ALLOWED:
        text = QT_TRANSLATE_NOOP(
            "Problem",
            "{file} was not written: it is open in another program or you may not write there;"
            " close it there or choose another place.",
        )
    else:
        text = QT_TRANSLATE_NOOP("Problem", "{file} was not written ({reason}); choose another place.")
    return FileProblem(text, file=path, folder=path.parent, reason=error.strerror or error)
