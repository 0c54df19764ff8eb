"""Input to fields: files and Ctrl+E go to the window, a line stays one line, and some keys do what they do in Word."""

import re
from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.text import without_control
from riskdesk.kit.qt import without, without_arguments

_GOING_ON = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)
_WITH_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_NO_BREAK_SPACE = "\u00a0"
# With the blanks around them, which are searched once only, however many they are.
_BREAKS = re.compile("(?<! ) *[\t\n][\t\n ]*")


@runtime_checkable
class TakesFiles(Protocol):
    """A window that accepts files."""

    def take_files(self, paths: list[Path]) -> None: ...


def files_in(data: QMimeData) -> list[Path]:
    """The local files in what is pasted or dropped; addresses of web pages are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def copied() -> QMimeData | None:
    """What is on the clipboard; None if it was emptied."""
    # PySide's stub does not know of None.
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return data


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dragged here from elsewhere as a copy: after a move, its source would delete the text or file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    if event.type() == QEvent.Type.Drop and event.dropAction() != Qt.DropAction.CopyAction:
        # The source offers a move alone, as Qt's lines of text do.
        event.setDropAction(Qt.DropAction.IgnoreAction)
    event.accept()


def accept_move(event: QDropEvent) -> None:
    """Accept what is dragged within a window, which is moved: with Ctrl, Qt would show that it is copied."""
    event.setDropAction(Qt.DropAction.MoveAction)
    event.accept()


def hand_over(field: QWidget, paths: list[Path]) -> None:
    """Pass files to the window of a field, if it accepts any."""
    window = field.window()
    if isinstance(window, TakesFiles):
        window.take_files(paths)


class _NotPasted(QObject):
    """The owner of a signal with the reason why nothing was pasted."""

    found = Signal(object)

    def report_no_text(self) -> None:
        """Report that there is no text on the clipboard: it is empty, or has a picture."""
        text = QT_TRANSLATE_NOOP("Problem", "Nothing was pasted, as there is no text on the clipboard.")
        self.found.emit(InputProblem(text))


not_pasted = _NotPasted()


def text_in(data: QMimeData | None) -> str:
    """The text in what is pasted or dropped, if only as HTML; InputProblem if that is too much."""
    if data is None or data.text() or not data.hasHtml():
        return "" if data is None else data.text()
    # Some programs put nothing but HTML on the clipboard; the reader is imported only then.
    from riskdesk.exchange.html_text import plain_text

    return plain_text(data.html())


def pasted_text(data: QMimeData | None) -> str:
    """The text in what is pasted or dropped; empty if there is none, which `not_pasted` reports."""
    try:
        text = text_in(data)
    except InputProblem as problem:
        not_pasted.found.emit(problem)
        return ""
    if not text:
        not_pasted.report_no_text()
    return text


def one_line(text: str) -> str:
    """Text from elsewhere as one line: line ends are removed at both ends, and become blanks inside."""
    if text.isprintable():
        return text
    return _BREAKS.sub(" ", without_control(text).strip("\t\n"))


def paste(field: QLineEdit | QPlainTextEdit) -> None:
    """Paste into a field of text; files go to its window, and a line of text stays one."""
    data = copied()
    if data is not None and (paths := files_in(data)):
        hand_over(field, paths)
    elif field.isReadOnly():
        return
    elif isinstance(field, QLineEdit):
        if text := pasted_text(data):
            field.insert(one_line(text))
    elif field.canPaste():
        field.paste()
    else:
        not_pasted.report_no_text()


def text_menu(field: QLineEdit) -> QMenu:
    """Qt's menu for a line of text, with our paste."""
    menu = field.createStandardContextMenu()
    action = menu.findChild(QAction, "edit-paste")
    if action is not None:
        # Qt disables it if there is nothing but HTML.
        data = copied()
        action.setEnabled(action.isEnabled() or (not field.isReadOnly() and data is not None and data.hasHtml()))
        action.triggered.disconnect()
        action.triggered.connect(without_arguments(partial(paste, field)))
    return menu


def press(field: QLineEdit | QPlainTextEdit, event: QKeyEvent) -> bool:
    """Do in a field of text what Qt would not do at a key; return whether that is all.

    As in Word, Ctrl+Shift+Space writes a no-break space, and Ctrl+Shift+V pastes text alone, which is all that a field
    takes. Alt with a letter writes nothing.
    """
    if (event.key(), event.modifiers()) == (Qt.Key.Key_Space, _WITH_SHIFT):
        if not field.isReadOnly():
            field.insert(_NO_BREAK_SPACE) if isinstance(field, QLineEdit) else field.insertPlainText(_NO_BREAK_SPACE)
        return True
    if event.matches(QKeySequence.StandardKey.Paste) or (event.key(), event.modifiers()) == (Qt.Key.Key_V, _WITH_SHIFT):
        paste(field)
        return True
    return _is_alt_letter(event)


def _is_alt_letter(event: QKeyEvent) -> bool:
    """Whether a key is a letter with Alt alone: it activates a mnemonic, and writes nothing if there is none.

    Qt would write it into a field, where it may replace the selected text.
    """
    held = without(event.modifiers(), Qt.KeyboardModifier.ShiftModifier)
    return held == Qt.KeyboardModifier.AltModifier and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z


def _is_ctrl_e(event: QEvent) -> bool:
    """Whether a key that may be a shortcut is Ctrl+E, by which Qt moves to the end of a line on some systems."""
    return isinstance(event, QKeyEvent) and (event.key(), event.modifiers()) == (
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier,
    )


class IntoLine(QObject):
    """A filter on a line of text: for what is pasted and dropped, for a shortcut of its window, and for who leaves it.

    Files go to the window. Line ends become blanks: Qt would keep them and show them like blanks, but they would be
    searched for and stored. Who goes on to another field leaves a long line with its beginning in sight.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_ctrl_e(event):
            event.ignore()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _GOING_ON:
            self._field.home(False)
        if isinstance(event, QDropEvent):
            return self._takes_drop(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return press(self._field, event)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            return event.button() == Qt.MouseButton.MiddleButton and self._takes_selection()
        if isinstance(event, QContextMenuEvent) and self._has_own_menu():
            menu = text_menu(self._field)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())
            return True
        return False

    def _has_own_menu(self) -> bool:
        """Whether Qt shows its own menu for the field."""
        return self._field.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu

    def _takes_selection(self) -> bool:
        """Paste the text selected elsewhere, as the middle button does on some systems; False if Qt can paste it."""
        clipboard = QGuiApplication.clipboard()
        if not clipboard.supportsSelection() or self._field.isReadOnly():
            return False
        text = clipboard.text(QClipboard.Mode.Selection)
        if one_line(text) == text:
            return False
        self._field.deselect()
        self._field.insert(one_line(text))
        return True

    def _takes_drop(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if files_in(data):
            # An event that a field ignores goes to its parent.
            event.ignore()
            return True
        is_own = event.source() is self._field
        if event.type() != QEvent.Type.Drop or is_own or not data.hasText() or self._field.isReadOnly():
            return False
        self._field.setCursorPosition(self._field.cursorPositionAt(event.position().toPoint()))
        self._field.insert(one_line(data.text()))
        accept_copy(event)
        return True
