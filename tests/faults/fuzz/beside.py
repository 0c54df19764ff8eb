"""What may lie beside a file and does harm to whoever opens, locks or replaces it."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QSysInfo

from tests.faults.fuzz import nonsense
from tests.faults.hostile import JOURNAL_MAGIC, pipe, with_a_journal_of, with_a_journal_that_deletes

# No process has that number.
_NOBODY = 2**22 - 1
Maker = Callable[[Path, Random], object]


def put_beside(path: Path, chance: Random) -> None:
    """Put something beside the store at `path`, of which nothing must be lost."""
    chance.choice(_BESIDE)(path, chance)


def put_lock(path: Path, chance: Random) -> None:
    """Put a lock beside a store: somebody's, nobody's, or what is none."""
    lock = path.with_name(f".~{path.name}.lock")
    if chance.random() < 0.3:
        chance.choice(_THINGS)(lock, chance)
    else:
        lock.write_bytes(_lock(chance))


def put_thing(path: Path, chance: Random) -> None:
    """Put at `path` what no program expects there."""
    chance.choice(_THINGS)(path, chance)


def _lock(chance: Random) -> bytes:
    here = (QSysInfo.machineHostName(), bytes(QSysInfo.machineUniqueId().data()).decode())
    process = chance.choice([_NOBODY, os.getppid(), 1, 0, -1, "9" * 5_000, "٣", "", "one", "\x1b[31m"])
    host = chance.choice([here[0], "elsewhere", nonsense.text(chance), ""])
    machine = chance.choice([here[1], "0" * 32, nonsense.text(chance)])
    lines = [str(process), chance.choice(["riskdesk", "python", nonsense.text(chance)]), host, machine, "", ""]
    data = "\n".join(lines[: chance.choice([1, 2, 3, 4, 6, 6, 6, 6])]).encode("utf-8", "surrogatepass")
    return chance.choice([data, data, data, chance.randbytes(200), b"", b"\n" * 10_000])


def _folder(path: Path, _chance: Random) -> None:
    path.mkdir()
    (path / "letter.txt").write_text("to the Committee of Ministers")


def _link(path: Path, chance: Random) -> None:
    target = path.with_name("letter.txt")
    target.write_text("to the Committee of Ministers")
    path.symlink_to(chance.choice([target, "nowhere", path.name, "/dev/zero", "/dev/null", path.parent]))


def _bytes(path: Path, chance: Random) -> None:
    path.write_bytes(chance.choice([b"", bytes(4096), chance.randbytes(600), JOURNAL_MAGIC + bytes(600)]))


def _sparse(path: Path, _chance: Random) -> None:
    with path.open("wb") as file:
        file.truncate(3 * 2**30)


def _hard_link(path: Path, _chance: Random) -> None:
    target = path.with_name("letter.txt")
    target.write_text("to the Committee of Ministers")
    path.hardlink_to(target)


def _socket(path: Path, _chance: Random) -> None:
    os.mknod(path, stat.S_IFSOCK | 0o600)


_THINGS: tuple[Maker, ...] = (
    *(_folder, _link, _link, _bytes, _sparse, _hard_link, _socket),
    lambda path, _: pipe(path),
)


def _journal(path: Path, chance: Random) -> None:
    chance.choice(_THINGS)(path.with_name(path.name + chance.choice(["-journal", "-wal", "-shm"])), chance)


def _hot_journal(path: Path, chance: Random) -> None:
    """A journal that SQLite plays back, to what may be no store any more."""
    if path.is_file() and path.stat().st_size >= 4096:
        at, number = chance.choice([0, 16, 18, 24, 56, 60, 68, 100, 2000]), chance.randrange(256)
        with_a_journal_of(lambda page: page.__setitem__(at, number))(path)


def _deleting_journal(path: Path, _chance: Random) -> None:
    with_a_journal_that_deletes(path)


def _part(path: Path, chance: Random) -> None:
    chance.choice(_THINGS)(path.with_name(f".riskdesk-{chance.randbytes(4).hex()}.part"), chance)


def _link_to_it(path: Path, chance: Random) -> None:
    """The store is somewhere else, and here is a link to it."""
    if not path.is_file():
        return
    (folder := path.parent / "real").mkdir()
    real = path.rename(folder / "b.riskdesk")
    path.symlink_to(real)
    if chance.random() < 0.5:
        put_beside(real, chance)


def _second_name(path: Path, _chance: Random) -> None:
    if path.is_file():
        path.with_name("second.riskdesk").hardlink_to(path)


_BESIDE: tuple[Maker, ...] = (
    *(_journal, _journal, _hot_journal, _deleting_journal, _part, _link_to_it, _second_name),
    put_lock,
)
