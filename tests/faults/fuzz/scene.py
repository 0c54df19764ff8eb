"""The folder of a user in which a case takes place, and what lies in it to the byte."""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.fuzz import documents
from tests.faults.fuzz.stores import KEPT

_LARGEST = 2**26
# What a name may be on Linux, and mean to a terminal, a shell, an address, a sentence or Windows.
_NAMES = (
    *("a b.riskdesk", "a#?%41&.riskdesk", "{file} {0}.riskdesk", "%s.riskdesk", "'\".riskdesk", "a\nb.riskdesk"),
    *("\x1b[31m.riskdesk", "\udcff.riskdesk", "\u202ekdesksir", "con.riskdesk", ".riskdesk", "a.riskdesk-journal"),
    *("a.json", "a.pdf", "A.RISKDESK", "-a.riskdesk", "é.riskdesk", "e\u0301.riskdesk", "b" * 236 + ".riskdesk"),
)
Picture = dict[str, tuple[object, ...]]


@dataclass(frozen=True)
class Scene:
    """Where a case takes place: `folder` is the user's, `home` and `temporary` those of the program.

    Whatever a maker leaves alone is good: `store`, of which `register` is asked for (empty if it has no other), its
    `copy`, and `source`, which is to come in. Nothing is at `new`, at `out` and in `made`, where something may be made.
    """

    root: Path
    store: Path
    source: Path
    register: str = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"

    @classmethod
    def laid(cls, root: Path, chance: Random) -> "Scene":
        """A scene with good files, in place of the one before."""
        shutil.rmtree(root, ignore_errors=True)
        scene = cls(root, root / "folder" / _name(chance), root / "folder" / "register.json")
        for folder in (scene.made, scene.home, scene.temporary):
            folder.mkdir(parents=True, mode=0o700)
        shutil.copyfile(KEPT[-1], scene.store)
        shutil.copyfile(KEPT[-1], scene.copy)
        scene.source.write_bytes(documents.good(chance))
        return scene

    @property
    def folder(self) -> Path:
        return self.root / "folder"

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    @property
    def copy(self) -> Path:
        return self.here("copy.riskdesk")

    @property
    def made(self) -> Path:
        return self.here("made")

    @property
    def new(self) -> Path:
        return self.here("new.riskdesk")

    @property
    def out(self) -> Path:
        return self.here("out.pdf")

    def here(self, name: str) -> Path:
        """A place in the user's folder."""
        return self.folder / name

    def picture(self) -> Picture:
        """All that lies in the folders, by its path: which file, of what sort, with what rights and content."""
        return dict(_pictured(self.folder) | _pictured(self.temporary) | _pictured(self.home))


def name_of(scene: Scene, path: Path) -> str:
    """The name of a path in a picture."""
    return _key(path, scene.root)


def _name(chance: Random) -> str:
    return chance.choice(_NAMES) if chance.random() < 0.15 else "a.riskdesk"


def _pictured(folder: Path) -> Picture:
    return {_key(path, folder.parent): _look(path) for path in _below(folder)}


def _below(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as directory_entries:
        for entry in directory_entries:
            yield Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path))


def _key(path: Path, root: Path) -> str:
    return os.path.relpath(path, root)


def _look(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return status.st_ino, "link", str(path.readlink())
    if stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
    else:
        # What is too large to be read, or never ends.
        content = f"{status.st_size} {status.st_mtime_ns}" if stat.S_ISREG(status.st_mode) else ""
    return status.st_ino, stat.filemode(status.st_mode), content
