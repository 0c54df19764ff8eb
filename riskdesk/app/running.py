"""The sign by which the Windows installer knows that the program runs, before it replaces half of it."""

import sys

# What tools/windows/riskdesk.nsi looks for.
NAME = "RiskdeskRuns"


def let_installer_know() -> None:
    """Hold a mutex for as long as this program lives; on other systems, a file in use may be replaced."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.CreateMutexW(None, False, NAME)
