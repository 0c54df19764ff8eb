"""The screens that tests have, by their names in data/screen.json."""

from PySide6.QtGui import QGuiApplication, QScreen


def screen(name: str) -> QScreen:
    """The screen of a name."""
    return next(candidate for candidate in QGuiApplication.screens() if candidate.name() == name)
