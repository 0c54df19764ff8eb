"""What a window is told of the user: who it is, and where what is theirs lies."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from riskdesk.domain.problems import Problem


class Home(NamedTuple):
    """The name for the journal, the folders for backups and drafts, the user's own store, the log, and their own words.

    `own` makes the own store where it is not there, and calls what it is given with what the user should know of that.
    """

    who: str
    backups: Path
    drafts: Path
    own: Callable[[Callable[[Problem], object]], Path]
    store: Path
    log: Path
    words: Path

    @property
    def template(self) -> Path:
        """Where a copy of the office's Word template lies, if there is one."""
        return self.drafts.with_name("template.docx")

    @classmethod
    def inside(cls, folder: Path, who: str, store: Path) -> "Home":
        """All of it in one folder, but for a store that is there."""
        backups, drafts, log, words = (folder / name for name in ("backups", "drafts", "log", "words.txt"))
        return cls(who, backups, drafts, lambda _tell: store, store, log, words)
