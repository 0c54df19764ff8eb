"""What a test needs of its system: marks for those that Windows, or any system but Linux, gives no chance."""

import os
import shutil
import sys

import pytest
from PySide6.QtCore import QSysInfo

ON_WINDOWS = sys.platform == "win32"
# As it stands in a lock file.
THIS_COMPUTER = os.environ.get("COMPUTERNAME", "") if ON_WINDOWS else QSysInfo.machineHostName()


def not_on_windows(reason: str) -> pytest.MarkDecorator:
    """A mark of tests for which Windows is another world."""
    return pytest.mark.skipif(ON_WINDOWS, reason=reason)


def needs_program(name: str, package: str) -> pytest.MarkDecorator:
    """A mark of tests that start a program of the system, which continuous integration has to have."""
    missing = shutil.which(name) is None and not os.environ.get("CI")
    return pytest.mark.skipif(missing, reason=f"{name} is not there: it comes with Debian's package {package}")


needs_all_years = not_on_windows("Windows knows no moment before 1970 or after 3000")
only_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of a process so")
needs_any_name = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux may a name be anything but text")
needs_forks = not_on_windows("Windows has no way to fork a process")
needs_limits = not_on_windows("on Windows a process sets itself no limits")
needs_links = not_on_windows("links need rights on Windows")
needs_modes = not_on_windows("on Windows the folder says who may read and write")
needs_moves = not_on_windows("Windows lets nobody move, replace or delete a file that is open")
needs_print_dialog = not_on_windows("its dialog is no part of the program, and needs a printer")
needs_pipes = not_on_windows("Windows has no pipes in folders")
needs_root = pytest.mark.skipif(ON_WINDOWS or os.geteuid() != 0, reason="only root can be another user")
