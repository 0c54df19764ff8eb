"""The user's name, and where the user's own files and folders are."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from riskdesk.domain.problems import Problem


class Home(NamedTuple):
    """The name for the journal, the folders for backups and drafts, the user's own store, log and dictionary.

    `own` returns the path of the user's own store, and makes the store if needed; it passes each Problem that the user
    should know of to its argument.
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
        """The path for the copy of the office's Word template, whether or not there is one."""
        return self.drafts.with_name("template.docx")

    @classmethod
    def inside(cls, folder: Path, who: str, store: Path) -> "Home":
        """Return a Home with everything in one folder, except for an existing store."""
        backups, drafts, log, words = (folder / name for name in ("backups", "drafts", "log", "words.txt"))
        return cls(who, backups, drafts, lambda _tell: store, store, log, words)
