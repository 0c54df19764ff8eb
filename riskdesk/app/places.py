"""Where a user's own files lie."""

import datetime
import getpass
import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("Riskdesk", appauthor=False, roaming=False)


def own_store() -> Path:
    """The store that opens where no file is named."""
    return Path(_DIRS.user_data_dir) / "registers.riskdesk"


def backups() -> Path:
    """The folder with the backups of every store."""
    return Path(_DIRS.user_data_dir) / "backups"


def drafts() -> Path:
    """The folder with what was being typed."""
    return Path(_DIRS.user_data_dir) / "drafts"


def settings_file() -> Path:
    """What the window remembers."""
    return Path(_DIRS.user_config_dir) / "riskdesk.ini"


def log_file() -> Path:
    """The log of unexpected errors."""
    return Path(_DIRS.user_log_dir) / "riskdesk.log"


def now() -> datetime.datetime:
    """The time in the user's zone."""
    return datetime.datetime.now().astimezone()


def who() -> str:
    """The name that goes into the journal."""
    try:
        # On Linux, a name may be anything but text.
        return os.fsencode(getpass.getuser()).decode("utf-8", "replace")
    except (OSError, KeyError):
        return ""
