"""The mutex by which the Windows installer sees that the program runs, before it replaces its files."""

import sys

# The name that tools/windows/riskdesk.nsi looks for.
NAME = "RiskdeskRuns"


def let_installer_know() -> None:
    """Hold a mutex for as long as this program runs; systems other than Windows can replace files in use."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.CreateMutexW(None, False, NAME)
