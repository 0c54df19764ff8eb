"""The versions that a report of something unexpected needs."""

import platform

from PySide6.QtCore import qVersion

from riskdesk import __version__
from riskdesk.desk import health

_PACKAGES = ("PySide6_Essentials", "SQLAlchemy", "reportlab")
_NAMES = {"PySide6_Essentials": "PySide6", "reportlab": "ReportLab"}


def versions() -> dict[str, str]:
    """Each part of the program by its name, with its version; none of them is imported for it."""
    parts = {"Riskdesk": __version__, "Python": platform.python_version(), "Qt": qVersion()}
    parts |= {_NAMES.get(name, name): _installed(name) for name in _PACKAGES}
    return parts | {"SQLite": health.sqlite_version(), platform.system(): platform.platform()}


def _installed(name: str) -> str:
    # Costly to import, and wanted by a user with a question alone.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "–"
