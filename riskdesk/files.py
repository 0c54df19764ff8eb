"""Writes files whole or not at all, readable by everybody who may read the folder or by this user alone."""

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
from riskdesk.system import is_file_name, patiently, private_mode, real_path

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_OWNER, _GROUP, _OTHERS = 0o700, 0o070, 0o007
# In characters; longer paths are allowed on Windows only where an administrator says so.
_LONGEST_PATH = 259
# Windows has no such flag; creating a link there needs a privilege.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` to the file at `path`; it is safe on the disk when this returns. Permissions are as for `arriving`.

    FileProblem if that fails; what was there before is then still there, and no other file is left.
    """
    with arriving(path, private=private) as temporary, _opened(temporary) as file:
        file.write(data)


@contextmanager
def arriving(path: Path, *, private: bool = False) -> Iterator[Path]:
    """An empty temporary file to write, which takes the name of `path` if the block succeeds, and else is deleted.

    Only this user can read it at first; then it gets the permissions of the file that it replaces, or those of a new
    file; those of this user alone if it is `private`. On Windows, the folder decides.
    FileProblem if that fails; what was there before is then still there, and no other file is left.
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
            # If the disk was full while SQLite wrote the file, its journal is left as well.
            for part in (temporary, temporary.with_name(f"{temporary.name}-journal")):
                with contextlib.suppress(OSError):
                    patiently(part.unlink)
    except OSError as error:
        raise _problem(path, error) from error
    _keep_name(target.parent)


@contextmanager
def passing(folder: Path) -> Iterator[Path]:
    """An empty temporary file in a folder, readable by this user alone, deleted with its journal at the end.

    Files left by killed programs are deleted first. OSError if the file cannot be made.
    """
    clear_parts(folder)
    part = folder / part_name()
    _begin(part, 0o600)
    try:
        yield part
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            with contextlib.suppress(OSError):
                patiently(left.unlink)


def read_bounded(path: Path, most: int) -> bytes:
    """The content of a file of at most `most` bytes; OSError if it is larger, or a folder, device or pipe."""
    with patiently(lambda: open(path, "rb", opener=lambda name, flags: os.open(name, flags | _NO_WAIT))) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return content


def require_file(path: Path) -> None:
    """Raise FileProblem if no file can be written at a path, or if something other than a file is there.

    That is a folder, a broken link or a device, which a new file would replace. The folder of the path must exist.
    """
    # If the path is a link to a file, this is that file.
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
    """Rename a file that cannot be read, so that it is not overwritten; return its new path, None if that fails."""
    aside = path.with_name(f"{path.stem}-{os.urandom(4).hex()}.unread")
    try:
        return patiently(lambda: path.rename(aside))
    except OSError:
        return None


def is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to the same existing file."""
    try:
        status, other_status = path.stat(), other.stat()
    except (OSError, ValueError):
        return False
    if status.st_ino == 0:
        # Some network shares number no files: all would seem to be the same.
        return os.path.normcase(real_path(path)) == os.path.normcase(real_path(other))
    return os.path.samestat(status, other_status)


def is_there(path: Path) -> bool:
    """Whether something exists at a path; False for a name that no file can have."""
    try:
        return path.exists()
    except OSError:
        return False


def may_write(path: Path) -> bool:
    """Whether a file may be written to; on Windows, only its attribute counts, as mail programs set it."""
    return os.access(path, os.W_OK)


def has_no_room(error: OSError) -> bool:
    """Whether writing failed because the disk, or the quota of this user, is full."""
    return error.errno in _NO_ROOM


def make_folder(folder: Path, *, private: bool = False) -> None:
    """Make a folder and its missing parents; FileProblem if that fails.

    If it is `private`, nobody else can look into it or into the parents that are made; on Windows, the folder decides
    in which they are.
    """
    try:
        if private:
            for place in reversed((folder, *folder.parents)):
                place.mkdir(private_mode(), exist_ok=True)
            keep_private(folder)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        in_the_way = _file_on_the_way(folder)
        text = _refusal_text(private=private, by_file=in_the_way is not None)
        raise FileProblem(text, file=folder, other=in_the_way, reason=system_reason(error)) from error


def _refusal_text(*, private: bool, by_file: bool) -> str:
    """The message that a folder cannot be made; the place of a private one is fixed, so no other can be chosen."""
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
    """Let nobody but this user read a file or folder of theirs; a link and its target are left alone.

    Nothing changes on Windows, where the profile folder decides, and on disks without such permissions.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            seen = path.lstat()
            mode = stat.S_IMODE(seen.st_mode)
            if seen.st_uid == os.geteuid() and mode & (_GROUP | _OTHERS) and not stat.S_ISLNK(seen.st_mode):
                path.chmod(mode & ~(_GROUP | _OTHERS))


def _begin(part: Path, mode: int) -> int:
    """Make an empty file for this user alone; return the mode that the system would have given it for `mode`."""
    with open(part, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        default_mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        _set_mode(file.fileno(), 0o600)
    return default_mode


def _opened(part: Path) -> BinaryIO:
    """Open a part file for writing, unless somebody has put a link in its place."""
    return patiently(lambda: open(part, "rb+", opener=lambda name, flags: os.open(name, flags | _NO_LINK)))


def _settle(part: Path, target: Path, default_mode: int, most: int) -> None:
    with _opened(part) as file:
        _set_rights(file.fileno(), target, default_mode, most)
        os.fsync(file.fileno())
    patiently(lambda: part.replace(target))


def _set_rights(opened: int, target: Path, default_mode: int, most: int) -> None:
    """Give an open file the owner, group and mode of the file at `target`, or `default_mode`; at most `most`."""
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
        # The group that it has instead gets the rights of all others.
        mode = mode & ~_GROUP | (mode & _OTHERS) << 3
    _set_mode(opened, mode)
    with contextlib.suppress(OSError):
        os.fchown(opened, old.st_uid, -1)


def _set_mode(opened: int, mode: int) -> None:
    """Set a mode, except on Windows, where a read-only file cannot be replaced, and on disks that have none."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.fchmod(opened, mode)


def _keep_name(folder: Path) -> None:
    """Flush the new name to the disk like the content, if the system can and the folder allows it."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _file_on_the_way(folder: Path) -> Path | None:
    """The file that is in the place of a folder or of one of its parents, if there is one."""
    nearest = next(filter(is_there, (folder, *folder.parents)), None)
    return None if nearest is None or nearest.is_dir() else nearest


def _refused(path: Path) -> OSError:
    """The error for a path of which Windows says that it is not there, though its folder is.

    Either the path is too long, or protection against ransomware keeps the program from writing in that folder.
    """
    longest = max(len(str(place)) for place in (path, path.parent / part_name()))
    number = errno.ENAMETOOLONG if longest > _LONGEST_PATH else errno.EACCES
    return OSError(number, os.strerror(number))


def _problem(path: Path, error: OSError) -> FileProblem:
    if error.errno == errno.ENOENT and is_there(path.parent):
        error = _refused(path)
    # Systems report this case by different errors.
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
