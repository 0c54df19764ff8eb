"""The files that a user drags into the window."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

_OPENED = (".riskdesk", ".json", ".pdf")


def dropped_files(event: QDropEvent) -> list[Path]:
    """The register files, register documents and PDFs that are dragged in from outside."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _OPENED]
