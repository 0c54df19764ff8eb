"""Writing a file whole or not at all, for whoever may read its folder or for this user alone."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, system_reason
from riskdesk.part_files import clear_parts, part_name
from riskdesk.system import is_file_name, patiently, real_path

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_OWNER, _GROUP, _OTHERS = 0o700, 0o070, 0o007
# Windows has no such flag, and asks for rights before it makes a link.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put `data` in the file at `path`, safe on the disk when this returns; who may read it is as for `arriving`.

    FileProblem if that cannot be done; what was there before is then still there, and nothing else is.
    """
    with arriving(path, private=private) as temporary, _opened(temporary) as file:
        file.write(data)


@contextmanager
def arriving(path: Path, *, private: bool = False) -> Iterator[Path]:
    """An empty file to write, which is on the disk under its own name when this ends well, and gone otherwise.

    Until then only this user may read it; then those who could read the file of that name, or whom the system lets
    read a new one; nobody else if it is `private`. On Windows, the folder decides.
    FileProblem if that cannot be done; what was there before is then still there, and nothing else is.
    """
    require_file(path)
    target = real_path(path)
    temporary = target.parent / part_name()
    try:
        default_mode = _begin(temporary, 0o600 if private or target.exists() else 0o666)
        try:
            yield temporary
            _settle(temporary, target, default_mode, _OWNER if private else 0o777)
        finally:
            # Where SQLite wrote it and the disk was full, its journal is left, too.
            for part in (temporary, temporary.with_name(f"{temporary.name}-journal")):
                with contextlib.suppress(OSError):
                    patiently(part.unlink)
    except OSError as error:
        raise _problem(path, error) from error
    _keep_name(target.parent)


@contextmanager
def passing(folder: Path) -> Iterator[Path]:
    """An empty file in a folder, which only this user may read and which is gone when this ends, with its journal.

    Those of killed programs are removed. OSError if it cannot be made.
    """
    clear_parts(folder)
    part = folder / part_name()
    _begin(part, 0o600)
    try:
        yield part
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink()


def read_small(path: Path, most: int) -> bytes:
    """What a file holds, of at most `most` bytes; OSError if it is larger, or a folder, device or pipe."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _NO_WAIT)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return content


def require_file(path: Path) -> None:
    """Refuse, with FileProblem, to write where a file cannot be or where something else lies.

    That is a folder, a link that leads nowhere, or a device, which a new file would take the place of. Nor can a file
    be where there is no folder.
    """
    # Of a link that leads to a file, this is that file.
    target = real_path(path)
    try:
        is_other = target.is_symlink() or (target.exists() and not target.is_file())
        has_folder = target.parent.is_dir()
    except OSError as error:
        raise _problem(path, error) from error
    if is_other or not (is_file_name(path) and is_file_name(target)):
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is not a file that can be written; choose another name."), file=path
        )
    if not has_folder:
        raise _problem(path, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))


def set_aside(path: Path) -> Path | None:
    """Give what cannot be read another name, so that it is not written over; None if that cannot be done."""
    aside = path.with_name(f"{path.stem}-{os.urandom(4).hex()}.unread")
    try:
        return patiently(lambda: path.rename(aside))
    except OSError:
        return None


def is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        status, other_status = path.stat(), other.stat()
    except (OSError, ValueError):
        return False
    if status.st_ino == 0:
        # Some shares number no files: all of them would be one.
        return os.path.normcase(real_path(path)) == os.path.normcase(real_path(other))
    return os.path.samestat(status, other_status)


def is_there(path: Path) -> bool:
    """Whether there is something at a path; a name that no file can have leads to nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def has_no_room(error: OSError) -> bool:
    """Whether something was not written because the disk is full, or what this user may have of it is."""
    return error.errno in _NO_ROOM


def make_folder(folder: Path, *, private: bool = False) -> None:
    """Make a folder and those it lies in, where they are not there; FileProblem if that cannot be done.

    Nobody else may look into a `private` one, nor into those that are made on the way to it.
    """
    try:
        if private:
            for place in reversed((folder, *folder.parents)):
                place.mkdir(_OWNER, exist_ok=True)
            keep_private(folder)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        in_the_way = _file_on_the_way(folder)
        text = _refusal_text(private=private, by_file=in_the_way is not None)
        raise FileProblem(text, file=folder, other=in_the_way, reason=system_reason(error)) from error


def _refusal_text(*, private: bool, by_file: bool) -> str:
    """Why a folder cannot be made, and what to do: a private one is where Riskdesk has it, and nobody chooses it."""
    if private and by_file:
        return QT_TRANSLATE_NOOP(
            "Problem",
            "The folder {file}, which Riskdesk needs, cannot be made, as {other} is a file: move it or rename it.",
        )
    if private:
        return QT_TRANSLATE_NOOP(
            "Problem", "The folder {file}, which Riskdesk needs, cannot be made ({reason}): put that right."
        )
    if by_file:
        return QT_TRANSLATE_NOOP(
            "Problem", "The folder {file} cannot be made, as {other} is a file; choose another one."
        )
    return QT_TRANSLATE_NOOP("Problem", "The folder {file} cannot be made ({reason}); choose another one.")


def keep_private(path: Path) -> None:
    """Let nobody but this user read a file or folder that is theirs; what lies behind a link stays as it is.

    So it does on Windows, where the profile that it lies in decides, and on disks that know no such rights.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            seen = path.lstat()
            mode = stat.S_IMODE(seen.st_mode)
            if seen.st_uid == os.geteuid() and mode & (_GROUP | _OTHERS) and not stat.S_ISLNK(seen.st_mode):
                path.chmod(mode & ~(_GROUP | _OTHERS))


def _begin(part: Path, mode: int) -> int:
    """Make an empty file for this user alone; returns the mode that the system made of `mode`."""
    with open(part, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        default_mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        _set_mode(file.fileno(), 0o600)
    return default_mode


def _opened(part: Path) -> BinaryIO:
    """A part to write to, as long as nobody has put a link in its place."""
    return open(part, "rb+", opener=lambda name, flags: os.open(name, flags | _NO_LINK))


def _settle(part: Path, target: Path, default_mode: int, most: int) -> None:
    with _opened(part) as file:
        _set_rights(file.fileno(), target, default_mode, most)
        os.fsync(file.fileno())
    patiently(lambda: part.replace(target))


def _set_rights(opened: int, target: Path, default_mode: int, most: int) -> None:
    """Give an open file owner, group and mode of that at `target`, or the `default_mode`; no more than `most`."""
    if sys.platform == "win32":
        return
    try:
        old = target.stat()
    except FileNotFoundError:
        _set_mode(opened, default_mode)
        return
    mode = stat.S_IMODE(old.st_mode) & most
    with contextlib.suppress(OSError):
        os.fchown(opened, -1, old.st_gid)
    if os.fstat(opened).st_gid != old.st_gid:
        # To the group that it has instead, the file is as to all others.
        mode = mode & ~_GROUP | (mode & _OTHERS) << 3
    _set_mode(opened, mode)
    with contextlib.suppress(OSError):
        os.fchown(opened, old.st_uid, -1)


def _set_mode(opened: int, mode: int) -> None:
    """Windows has a read-only mark instead, which keeps a file from being replaced, and some disks have neither."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.fchmod(opened, mode)


def _keep_name(folder: Path) -> None:
    """Make the new name as lasting as the content, where the system has a way and the folder allows it."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _file_on_the_way(folder: Path) -> Path | None:
    """What takes the place of a folder, or of one that it lies in, without being one."""
    nearest = next(filter(is_there, (folder, *folder.parents)), None)
    return None if nearest is None or nearest.is_dir() else nearest


def _problem(path: Path, error: OSError) -> FileProblem:
    # Systems do not agree on the error that this is.
    in_the_way = _file_on_the_way(path.parent)
    if in_the_way is not None:
        text = QT_TRANSLATE_NOOP(
            "Problem", "{file} was not saved, as {other} is a file, not a folder; choose a folder."
        )
    elif has_no_room(error):
        text = QT_TRANSLATE_NOOP(
            "Problem", "{file} was not saved, as the disk has no room for it; make room or choose another disk."
        )
    elif error.errno in _NO_FOLDER:
        text = QT_TRANSLATE_NOOP(
            "Problem", "{file} was not saved, as the folder {folder} does not exist; choose another folder."
        )
    elif error.errno in _NOT_ALLOWED:
        text = QT_TRANSLATE_NOOP(
            "Problem",
            "{file} was not saved: it is open in another program or you may not write there; close it there or choose"
            " another place.",
        )
    else:
        text = QT_TRANSLATE_NOOP("Problem", "{file} was not saved ({reason}); choose another place.")
    return FileProblem(text, file=path, folder=path.parent, other=in_the_way, reason=system_reason(error))
