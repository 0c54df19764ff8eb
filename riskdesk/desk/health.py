"""Whether a store is sound."""

from pathlib import Path

from riskdesk.domain.problems import FileProblem
from riskdesk.store import check as checks


def sqlite_version() -> str:
    """The version of the SQLite that reads and writes stores."""
    return checks.SQLITE_VERSION


def check(path: Path) -> list[FileProblem]:
    """What is wrong with the store at `path`, none where it is sound; FileProblem where it cannot be opened."""
    return list(checks.findings(path))
