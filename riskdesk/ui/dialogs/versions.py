"""The versions to quote in a report of an unexpected error."""

import platform

from PySide6.QtCore import qVersion

from riskdesk import __version__
from riskdesk.desk import health

_PACKAGES = ("PySide6_Essentials", "SQLAlchemy", "reportlab")
_NAMES = {"PySide6_Essentials": "PySide6", "reportlab": "ReportLab"}


def versions() -> dict[str, str]:
    """Return the version of each part of the program by its name, without importing the parts."""
    parts = {"Riskdesk": __version__, "Python": platform.python_version(), "Qt": qVersion()}
    parts |= {_NAMES.get(name, name): _installed(name) for name in _PACKAGES}
    return parts | {"SQLite": health.sqlite_version(), platform.system(): platform.platform()}


def _installed(name: str) -> str:
    # Imported late, as it is slow to import and rarely needed.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "–"
