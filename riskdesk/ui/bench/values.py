"""Changes and values in words, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.telling import Telling
from riskdesk.ui.bench.language import ui_language


def telling() -> Telling:
    """What tells of changes in the language of the window."""
    return Telling(ui_language(), QCoreApplication.translate)
