"""Which folder holds the backups of a store: one for each identity and place.

Copies that were made by a file manager have one identity, and only their places tell them apart. A folder is named by
the identity and a digest of the place, which a file in it tells in full; older versions of Riskdesk named it by the
identity alone.
"""

import datetime
import os
from contextlib import suppress
from pathlib import Path

from riskdesk.desk.backup_file import listed
from riskdesk.files import is_same, is_there, read_small, write_atomically
from riskdesk.system import real_path

_PLACE = "store.txt"
# In bytes; Windows knows the longest paths, of 32,767 signs.
_LONGEST = 4 * 2**15
_IDENTITY = 36
_NEVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def find(root: Path, identity: str, store: Path) -> tuple[Path, list[Path]]:
    """The backup folder of a store, which need not exist yet, and the folders left behind.

    Left behind are other folders of the same identity whose store is gone: moved, deleted, or on a disk that is away.
    """
    folders = [folder for folder in _folders(root) if folder.name == identity or folder.name.startswith(f"{identity}-")]
    places = {folder: place(folder) for folder in folders}
    here = [folder for folder in folders if _is_at(places[folder], store)]
    own = max(here, key=_newest, default=root / f"{identity}-{_digest(store)}")
    return own, [folder for folder in folders if folder != own and (folder in here or not _has_store(places[folder]))]


def by_place(root: Path, store: Path) -> Path | None:
    """The folder of a store that was at that path, that with the newest backup if there are several; or None."""
    here = os.path.normcase(real_path(store))
    return max((folder for folder in _folders(root) if _is_called(place(folder), here)), key=_newest, default=None)


def identity(folder: Path) -> str:
    """The identity of the stores whose backups a folder holds."""
    return folder.name[:_IDENTITY]


def place(folder: Path) -> Path | None:
    """The path of the store whose backups a folder holds; None if that cannot be read."""
    # On Windows, a name that is no text is a ValueError.
    with suppress(OSError, ValueError):
        store_path = Path(os.fsdecode(read_small(folder / _PLACE, _LONGEST)))
        return store_path if store_path.is_absolute() and "\0" not in str(store_path) else None
    return None


def write_place(folder: Path, store: Path) -> None:
    """Note whose backups a folder holds; FileProblem if that cannot be done."""
    # On Linux, a name may be anything but text.
    write_atomically(folder / _PLACE, os.fsencode(real_path(store)), private=True)


def _folders(root: Path) -> list[Path]:
    with suppress(OSError), os.scandir(root) as entries:
        return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
    return []


def _is_at(place: Path | None, store: Path) -> bool:
    return _is_called(place, os.path.normcase(real_path(store))) or (place is not None and is_same(place, store))


def _is_called(place: Path | None, store: str) -> bool:
    return place is not None and os.path.normcase(place) == store


def _has_store(place: Path | None) -> bool:
    return place is not None and is_there(place)


def _newest(folder: Path) -> datetime.datetime:
    return max((backup.at for backup in listed(folder)), default=_NEVER)


def _digest(store: Path) -> str:
    # It loads OpenSSL, which nothing before the first backup needs.
    import hashlib

    return hashlib.sha256(os.fsencode(os.path.normcase(real_path(store)))).hexdigest()[:8]
