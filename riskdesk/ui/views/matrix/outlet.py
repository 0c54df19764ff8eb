"""Copying a matrix to the clipboard, and saving it to a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from riskdesk.desk import transfer
from riskdesk.domain.layouts import Layout
from riskdesk.domain.problems import Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saved import saved_as
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.asking import ask_save, document_name
from riskdesk.ui.views.clipboard import copy_items
from riskdesk.ui.views.matrix.picture import Picture
from riskdesk.ui.views.matrix.picture_files import WRITERS, as_image, picture_of


class Outlet(QObject):
    """The commands that copy or save the picture of a matrix, and copy its selected items."""

    def __init__(self, view: QWidget, workbench: Workbench, settings: Settings) -> None:
        super().__init__(view)
        self._view, self._workbench, self._settings = view, workbench, settings

    def copy_picture(self, picture: Picture) -> None:
        """Copy a picture, with its heading."""
        QGuiApplication.clipboard().setImage(as_image(_with_heading(picture)))
        self._workbench.post(Notice(self.tr("The matrix was copied as a picture")))

    def save_picture(self, picture: Picture) -> None:
        """Ask for a path, and save a picture there, with its heading."""
        ask_save(
            self._view.window(),
            self.tr("Save as picture"),
            self._settings,
            ";;".join((self.tr("Pictures in lines (*.svg)"), self.tr("Pictures in dots (*.png)"))),
            partial(self._save, _with_heading(picture)),
            suggested=document_name(picture.register, Layout.MATRIX, ".svg"),
        )

    def copy_items(self) -> None:
        """Copy the selected items, as other views do; if they are too many, a message says so."""
        tree = self._workbench.tree()
        if tree is not None:
            copy_items(tree, self._workbench.selection, self._workbench.report)

    def _save(self, picture: Picture, path: Path) -> None:
        writer = WRITERS.get(path.suffix.lower())
        data = b"" if writer is None else writer(picture)
        _Saving(self._workbench, self._view.window()).start(path, data)


def _with_heading(picture: Picture) -> Picture:
    """The picture of what the screen shows, as others get it."""
    return picture_of(picture.board, picture.register, picture.size, picture.lettering)


class _Saving(QObject):
    """The saving of a picture. It belongs to the workbench, as the window may be replaced before it is done."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(workbench)
        self._workbench, self._window = workbench, window

    def start(self, path: Path, data: bytes) -> None:
        """Write the picture, and tell the user what became of it."""
        session = self._workbench.session
        task = Task(partial(session.once_sound, partial(_write, path, data, session.path)))
        task.done.connect(self._on_saved)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_saved(self, path: Path) -> None:
        self.deleteLater()
        self._workbench.post(saved_as(path, self._window))

    def _on_failed(self, error: Exception) -> None:
        self.deleteLater()
        if not isinstance(error, Problem):
            raise error
        self._workbench.report(error)


def _write(path: Path, data: bytes, open_store: Path, checkpoint: Checkpoint) -> Path:
    checkpoint()
    transfer.write_picture(path, data, open_store)
    return path
