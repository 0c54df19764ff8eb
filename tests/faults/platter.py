"""What is left on a disk when the power goes: harsher than most disks are, but never worse than they may be.

What was synced is there. Of what was written since, each sector is there, is not, or is half there; a file may have
grown without it; a file that was made may be missing, and one that was deleted may be back.
"""

from dataclasses import dataclass, field
from random import Random

from tests.faults.shim import Create, Delete, Operation, Sync, Truncate, Write

SECTOR = 512
_Unsynced = list[Write | Truncate]


@dataclass
class _File:
    content: bytearray = field(default_factory=bytearray)
    unsynced: _Unsynced = field(default_factory=list)
    named: bool = True


class Platter:
    """Follows the operations on some files in one folder."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = {name: _File(bytearray(content)) for name, content in files.items()}
        self._deleted: dict[str, _File] = {}

    def take(self, operation: Operation) -> None:
        """Follow one operation."""
        match operation:
            case Create(name):
                self._files[name] = _File(named=False)
            case Write(name) | Truncate(name):
                self._files[name].unsynced.append(operation)
            case Sync(name):
                self._sync(self._files[name])
            case Delete(name, lasting):
                self._deleted[name] = self._files.pop(name)
                if lasting:
                    self._deleted.clear()

    def _sync(self, file: _File) -> None:
        for operation in file.unsynced:
            _apply(file.content, operation)
        file.unsynced.clear()
        if not file.named:
            # SQLite syncs the folder with the first sync of a new file, and with it whatever was deleted.
            file.named = True
            self._deleted.clear()

    def cut(self, chance: Random) -> dict[str, bytes]:
        """The files as they may be found after a power cut now."""
        back = {name: file for name, file in self._deleted.items() if chance.random() < 0.5}
        there = {name: file for name, file in self._files.items() if file.named or chance.random() < 0.5}
        return {name: _found(file, chance) for name, file in (back | there).items()}


def _apply(content: bytearray, operation: Write | Truncate) -> None:
    if isinstance(operation, Truncate):
        del content[operation.size :]
        _grow(content, operation.size)
    else:
        end = operation.offset + len(operation.data)
        _grow(content, end)
        content[operation.offset : end] = operation.data


def _grow(content: bytearray, size: int) -> None:
    content.extend(bytes(max(0, size - len(content))))


def _found(file: _File, chance: Random) -> bytes:
    content = bytearray(file.content)
    for operation in file.unsynced:
        if isinstance(operation, Write):
            _apply_in_part(content, operation, chance)
        elif chance.random() < 0.5:
            _apply(content, operation)
    return bytes(content)


def _apply_in_part(content: bytearray, write: Write, chance: Random) -> None:
    fate = chance.choice(["all", "none", "grown", "torn"])
    if fate == "all":
        _apply(content, write)
    if fate == "grown":
        _grow(content, write.offset + len(write.data))
    if fate == "torn":
        for sector in _sectors(write):
            _tear(content, sector, chance)


def _sectors(write: Write) -> list[Write]:
    """The parts of a write by the sectors of the disk that they lie in."""
    first = SECTOR - write.offset % SECTOR
    starts = [0, *range(first, len(write.data), SECTOR)]
    ends = [*starts[1:], len(write.data)]
    return [
        Write(write.name, write.offset + start, write.data[start:end]) for start, end in zip(starts, ends, strict=True)
    ]


def _tear(content: bytearray, sector: Write, chance: Random) -> None:
    fate = chance.random()
    if fate < 0.45:
        _apply(content, sector)
    elif fate < 0.5:
        _apply(content, Write(sector.name, sector.offset, sector.data[: chance.randrange(len(sector.data))]))
    elif fate < 0.55 and sector.offset >= SECTOR:
        # The first sector, which is read before SQLite mends it, has a test of its own.
        _apply(content, Write(sector.name, sector.offset, chance.randbytes(len(sector.data))))
