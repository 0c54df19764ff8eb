"""The health of a store: whether it is sound, and repairing it."""

from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.step import Change
from riskdesk.store import check as checks
from riskdesk.store.damage import DamagedStore, Health, RefusedStore
from riskdesk.store.guard import has_several_names

__all__ = [
    "DamagedStore",
    "Health",
    "RefusedStore",
    "check",
    "distrusted_sqlite",
    "has_several_names",
    "is_sqlite_at_least",
    "repair",
    "sqlite_version",
]

# The oldest one that passed all our tests of broken stores, and in which every known fault is mended that a forged file
# alone can reach (the last was CVE-2022-35737, mended in 3.39.2).
OLDEST_TRUSTED = "3.40.1"
# The first one that does not delete what a journal beside a store names; packages ship no older one.
OLDEST_SHIPPED = "3.54.0"


def sqlite_version() -> str:
    """The version of the SQLite that reads and writes stores."""
    return checks.SQLITE_VERSION


def is_sqlite_at_least(version: str) -> bool:
    """Whether that SQLite is of a version or a newer one."""
    return _numbers(sqlite_version()) >= _numbers(version)


def distrusted_sqlite() -> Problem | None:
    """What the user should know if that SQLite is older than the oldest trusted one; None if it is not."""
    if is_sqlite_at_least(OLDEST_TRUSTED):
        return None
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "Register files are read and written here with SQLite {version}, which has faults that {oldest} does not"
            " have; make backups, and install a newer version of Riskdesk or of SQLite.",
        ),
        version=sqlite_version(),
        oldest=OLDEST_TRUSTED,
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def check(path: Path) -> list[FileProblem]:
    """What is wrong with the store at `path`, none where it is sound; FileProblem if it cannot be opened."""
    return checks.findings(path)


def repair(path: Path) -> tuple[Change, ...]:
    """Mend a store from its journal; returns what was changed. DamagedStore if that is not enough."""
    return checks.repair(path)
