"""Files that are pasted or dropped: no field of text takes their addresses, the window that it stands in takes them."""

from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget


@runtime_checkable
class TakesFiles(Protocol):
    """A window that takes files in."""

    def take_files(self, paths: list[Path]) -> None: ...


def files_in(data: QMimeData) -> list[Path]:
    """The files in what is pasted or dropped; the address of a page is none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def copied_files() -> list[Path]:
    """The files on the clipboard."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    # Qt gives nothing for a clipboard that was emptied.
    return [] if data is None else files_in(data)


def hand_over(field: QWidget, paths: list[Path]) -> None:
    """Give files to the window of a field, if it takes any."""
    window = field.window()
    if isinstance(window, TakesFiles):
        window.take_files(paths)


def paste(field: QLineEdit | QPlainTextEdit) -> None:
    """Paste into a field of text; files go to its window."""
    paths = copied_files()
    if paths:
        hand_over(field, paths)
    else:
        field.paste()


def text_menu(field: QLineEdit) -> QMenu:
    """The menu that Qt has for a line of text, where files are pasted as `paste` does."""
    menu = field.createStandardContextMenu()
    action = menu.findChild(QAction, "edit-paste")
    if action is not None and copied_files():
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False: paste(field))
    return menu


class FilesAside(QObject):
    """Keeps files out of a line of text: what Qt would paste or drop there as text goes to the window."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and files_in(event.mimeData()):
            # What a field ignores is offered to what it stands in.
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Paste) and self._pass_on()
        if isinstance(event, QContextMenuEvent) and copied_files():
            menu = text_menu(self._field)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())
            return True
        return False

    def _pass_on(self) -> bool:
        """Whether there are files on the clipboard, which the window is given then."""
        paths = copied_files()
        if paths:
            hand_over(self._field, paths)
        return bool(paths)
