"""The backup folder of a store: there is one for each identity and place.

Copies made in a file manager have the same identity, and differ only in their places. The name of a folder consists of
the identity and a digest of the place, and a file inside holds the full path. In older versions of Riskdesk, the name
was the identity alone.
"""

import datetime
import os
from contextlib import suppress
from pathlib import Path

from riskdesk.desk.backup_file import listed
from riskdesk.files import is_same, is_there, read_bounded, write_atomically
from riskdesk.system import real_path

_PLACE = "store.txt"
# In bytes; the longest paths are those of Windows, 32,767 characters.
_LONGEST = 4 * 2**15
_IDENTITY = 36
_NEVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def find(root: Path, identity: str, store: Path) -> tuple[Path, list[Path]]:
    """The backup folder of a store, which need not exist yet, and the folders left behind.

    Those are other folders of the same identity whose store is no longer there: moved, deleted, or on a disk that is
    not connected.
    """
    folders = [folder for folder in _folders(root) if folder.name == identity or folder.name.startswith(f"{identity}-")]
    places = {folder: place(folder) for folder in folders}
    here = [folder for folder in folders if _is_at(places[folder], store)]
    own = max(here, key=_newest, default=root / f"{identity}-{_digest(store)}")
    return own, [folder for folder in folders if folder != own and (folder in here or not _has_store(places[folder]))]


def by_place(root: Path, store: Path) -> Path | None:
    """The folder for the store path, with the newest backup if there are several; None if there is none."""
    here = os.path.normcase(real_path(store))
    return max((folder for folder in _folders(root) if _is_called(place(folder), here)), key=_newest, default=None)


def identity(folder: Path) -> str:
    """The identity of the stores that are backed up in a folder."""
    return folder.name[:_IDENTITY]


def place(folder: Path) -> Path | None:
    """The path of the store that is backed up in a folder; None if that cannot be read."""
    # On Windows, a path that cannot be decoded raises ValueError.
    with suppress(OSError, ValueError):
        store_path = Path(os.fsdecode(read_bounded(folder / _PLACE, _LONGEST)))
        return store_path if store_path.is_absolute() and "\0" not in str(store_path) else None
    return None


def write_place(folder: Path, store: Path) -> None:
    """Write to a folder which store it is for; FileProblem if that fails."""
    # On Linux, a path may be bytes that are no text.
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
    # Imported here, as it loads OpenSSL, which nothing before the first backup needs.
    import hashlib

    return hashlib.sha256(os.fsencode(os.path.normcase(real_path(store)))).hexdigest()[:8]
