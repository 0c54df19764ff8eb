"""Writing a file whole or not at all."""

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`, safe on the disk when this returns.

    FileProblem where that cannot be done; what was there before is then still there, and nothing else is.
    """
    target = Path(os.path.realpath(path))
    # The name is no longer than any name may be, however long that of the file is.
    temporary = target.with_name(f".riskdesk-{secrets.token_hex(4)}.part")
    try:
        _require_file(target)
        _write(temporary, data, like=target)
        temporary.replace(target)
    except OSError as error:
        raise _problem(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _keep_name(target.parent)


def _require_file(target: Path) -> None:
    """Refuse a folder, and a device such as /dev/null, which a new file would take the place of."""
    if target.exists() and not target.is_file():
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is not a file that can be written; choose another name."), file=target
        )


def _write(temporary: Path, data: bytes, like: Path) -> None:
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        shutil.copymode(like, temporary)


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
