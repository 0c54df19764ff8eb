"""Between SQLite and the disk: every operation on a file is first shown to a test, which may note it or let it fail."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import apsw


@dataclass(frozen=True, slots=True)
class Create:
    """A new file, whose name is not yet safe on the disk."""

    name: str


@dataclass(frozen=True, slots=True)
class Write:
    name: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """All that was written to a file so far is safe on the disk, and its name is."""

    name: str


@dataclass(frozen=True, slots=True)
class Delete:
    """A file is gone; where that is not `lasting`, it may be back after a power cut."""

    name: str
    lasting: bool


Operation = Create | Write | Truncate | Sync | Delete
# Does the operation when the last argument is called, or raises in its place.
Watch = Callable[[Operation, Callable[[], None]], None]


class _File(apsw.VFSFile):
    def __init__(self, watch: Watch, filename: str | apsw.URIFilename | None, flags: list[int]) -> None:
        path = Path(filename.filename() if isinstance(filename, apsw.URIFilename) else filename or "")
        self._watch, self._name = watch, path.name
        opening = lambda: super(_File, self).__init__("", filename, flags)  # noqa: E731 - it fits where it is used
        opening() if path.exists() else watch(Create(path.name), opening)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._watch(Write(self._name, offset, bytes(data)), lambda: super(_File, self).xWrite(data, offset))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._watch(Truncate(self._name, size), lambda: super(_File, self).xTruncate(size))

    def xSync(self, flags: int) -> None:  # noqa: N802
        # What is shown here is judged by what was synced, not by what the disk under the tests makes of it.
        self._watch(Sync(self._name), lambda: None)


class _Shim(apsw.VFS):
    def __init__(self, watch: Watch) -> None:
        self.name = f"shim-{uuid4()}"
        self._watch = watch
        super().__init__(self.name, "")

    def xOpen(self, filename: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _File(self._watch, filename, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001, N802
        self._watch(Delete(Path(filename).name, bool(syncdir)), lambda: super(_Shim, self).xDelete(filename, syncdir))


@contextmanager
def connected(path: Path, watch: Watch) -> Iterator[apsw.Connection]:
    """A connection to the SQLite file at `path`, whose operations go through `watch`."""
    shim = _Shim(watch)
    try:
        with closing(apsw.Connection(str(path), vfs=shim.name)) as connection:
            yield connection
    finally:
        shim.unregister()
