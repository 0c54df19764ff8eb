"""What a window is told of the user: who it is, and where what is theirs lies."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The name for the journal, the folders for backups and drafts, and `own`, which makes the user's own store."""

    who: str
    backups: Path
    drafts: Path
    own: Callable[[], Path]
