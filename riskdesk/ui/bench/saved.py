"""The notice that a file was written, with a button that opens the file or its folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem
from riskdesk.files import is_there
from riskdesk.kit.alerts import alert
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saving import reading

_NO_PROGRAM = QT_TRANSLATE_NOOP("Problem", "No program that opens {file} was found; install one and try again.")
_NO_FOLDER = QT_TRANSLATE_NOOP("Problem", "{file} could not be opened; look for it in your file manager.")
# The letters of the name of a file that are shown before texts: its beginning, and its end, which names the document.
_BEGINNING, _END = 20, 28
_GONE = QT_TRANSLATE_NOOP("Problem", "{file} is not there any more.")


def saved_as(path: Path, window: QWidget, *more: str) -> Notice:
    """Return a notice that a file was written, with `more` texts; it opens a PDF, or the folder of any other file.

    Before texts, the middle of a long name is left out, so that there is room for them; the tooltip has all of it.
    """
    name = _shortened(path.name) if any(more) else path.name
    text = QCoreApplication.translate("Saved", "Saved as {file}").format(file=name)
    if path.suffix.lower() == ".pdf":
        button, work = QCoreApplication.translate("Saved", "Open"), partial(open_file, path, window)
    else:
        button, work = (
            QCoreApplication.translate("Saved", "Open folder"),
            partial(open_folder, path.parent, window),
        )
    return Notice(" · ".join([text, *filter(None, more)]), button, work, detail=str(path))


def _shortened(name: str) -> str:
    if len(name) <= _BEGINNING + _END:
        return name
    return f"{name[:_BEGINNING].rstrip()}…{name[-_END:].lstrip()}"


def open_folder(folder: Path, window: QWidget) -> None:
    """Open a folder in the system's file manager; show an alert in a window if that fails."""
    _open(folder, window, _NO_FOLDER)


def open_file(path: Path, window: QWidget) -> None:
    """Open a file in the program that the system has for it; show an alert in a window if there is none."""
    _open(path, window, _NO_PROGRAM)


def _open(path: Path, window: QWidget, problem: str) -> None:
    # A notice may outlive its window, which is replaced for another language.
    parent = window if isValid(window) else QApplication.activeWindow()
    # Systems report success for files that do not exist, too.
    if not reading(lambda _checkpoint: is_there(path)):
        alert(parent, sentence(FileProblem(_GONE, file=path)))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        alert(parent, sentence(FileProblem(problem, file=path)))
