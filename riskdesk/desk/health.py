"""The health of a store: checking and repairing it."""

from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, Problem
from riskdesk.domain.step import Change
from riskdesk.store import check as checks
from riskdesk.store.damage import DamagedStore, Health, LostStore, RefusedStore
from riskdesk.store.guard import has_several_names

__all__ = [
    "DamagedStore",
    "Health",
    "LostStore",
    "RefusedStore",
    "check",
    "distrusted_sqlite",
    "has_several_names",
    "is_sqlite_at_least",
    "of_file",
    "repair",
    "sqlite_version",
]

# The oldest one that passed all our tests of broken stores, and in which all known faults that a forged file alone can
# trigger are fixed (the last was CVE-2022-35737, fixed in 3.39.2).
OLDEST_TRUSTED = "3.40.1"
# The first one that does not delete files named in a journal beside a store; packages ship no older one.
OLDEST_SHIPPED = "3.54.0"


def sqlite_version() -> str:
    """The version of the SQLite library in use."""
    return checks.SQLITE_VERSION


def is_sqlite_at_least(version: str) -> bool:
    """Whether the SQLite library in use has this version or a newer one."""
    return _numbers(sqlite_version()) >= _numbers(version)


def distrusted_sqlite() -> Problem | None:
    """A warning for the user if the SQLite library in use is older than the oldest trusted one; else None."""
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
    """The problems of the store at `path`, none if it is sound; FileProblem if it cannot be opened."""
    return checks.findings(path)


def of_file(path: Path) -> Health:
    """The health of the store at `path`, with all its problems; FileProblem if it cannot be opened."""
    return checks.examine_file(path)


def repair(path: Path) -> tuple[Change, ...]:
    """Repair a store from its journal; return the changes made. DamagedStore if it cannot be repaired."""
    return checks.repair(path)
