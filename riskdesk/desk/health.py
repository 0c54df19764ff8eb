"""Whether a store is sound, and how it is mended."""

from pathlib import Path

from riskdesk.domain.problems import FileProblem
from riskdesk.domain.step import Change
from riskdesk.store import check as checks
from riskdesk.store.check import DamagedStore, Health

__all__ = ["DamagedStore", "Health", "check", "examine", "repair", "sqlite_version"]


def sqlite_version() -> str:
    """The version of the SQLite that reads and writes stores."""
    return checks.SQLITE_VERSION


def check(path: Path) -> list[FileProblem]:
    """What is wrong with the store at `path`, none where it is sound; FileProblem if it cannot be opened."""
    return checks.findings(path)


def examine(path: Path) -> Health:
    """The health of a store that this program may have open."""
    return checks.examine(path)


def repair(path: Path) -> tuple[Change, ...]:
    """Mend a store from its journal; returns what was changed. DamagedStore if that is not enough."""
    return checks.repair(path)
