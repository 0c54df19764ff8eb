"""The paths of a user's own files: where the system keeps such files, or beside a portable program.

FileProblem if the system does not know that place.
"""

import datetime
import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from platformdirs import PlatformDirs

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.domain.text import printable

_LONGEST_NAME = 100
_DIRS = PlatformDirs("Riskdesk", appauthor=False, roaming=False)
# A file of this name beside a packaged program makes it portable.
MARKER = "portable.txt"


def own_folder() -> Path:
    """The folder for the data of this user."""
    return _beside_program() or _of_system(lambda: _DIRS.user_data_dir)


def own_store() -> Path:
    """The store that is opened if no file is named."""
    return own_folder() / "registers.riskdesk"


def backups() -> Path:
    """The folder with the backups of every store."""
    return own_folder() / "backups"


def drafts() -> Path:
    """The folder with drafts of what was being typed."""
    return own_folder() / "drafts"


def own_words() -> Path:
    """The file with the words that the user has added to the dictionary."""
    return own_folder() / "words.txt"


def settings_file() -> Path:
    """The file with the settings of the window."""
    return (_beside_program() or _of_system(lambda: _DIRS.user_config_dir)) / "settings.json"


def log_file() -> Path:
    """The log of unexpected errors."""
    return (_beside_program() or _of_system(lambda: _DIRS.user_log_dir)) / "riskdesk.log"


def _of_system(place: Callable[[], str]) -> Path:
    try:
        return Path(place())
    except RuntimeError as error:
        raise FileProblem(_NO_HOME) from error


def _beside_program() -> Path | None:
    """The folder in which a portable program keeps all files of its user; None for any other program."""
    folder = Path(sys.executable).parent
    is_portable = hasattr(sys, "frozen") and (folder / MARKER).exists()
    return folder / "data" if is_portable else None


def now() -> datetime.datetime:
    """The current time in the user's zone."""
    return datetime.datetime.now().astimezone()


def who() -> str:
    """The user's name for the journal."""
    try:
        # On Linux, a name may be any bytes; on Windows, `getpass` fails to import a module if no name is set.
        name = getpass.getuser().encode("utf-8", "surrogateescape")
    except (OSError, KeyError, ImportError, UnicodeEncodeError):
        return ""
    return printable(name.decode("utf-8", "replace"), _LONGEST_NAME)


_NO_HOME = QT_TRANSLATE_NOOP(
    "Problem",
    "Riskdesk cannot tell where your own files lie, such as backups and settings, as you have no home folder; set HOME"
    " to a folder of yours and try again.",
)
