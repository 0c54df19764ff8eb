"""Who the user is, and where the user's own files and folders are."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from riskdesk.domain.problems import Problem


class Home(NamedTuple):
    """The name for the journal, the folders for backups and drafts, the user's own store, the log, and their own words.

    `own` returns the path of the user's own store, which it makes if needed; it calls its argument with each Problem
    that the user should know of.
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
        """All of it in one folder, but with an existing store."""
        backups, drafts, log, words = (folder / name for name in ("backups", "drafts", "log", "words.txt"))
        return cls(who, backups, drafts, lambda _tell: store, store, log, words)
