"""Keys on the sheet while no line is open: they move, or begin to write."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.ui.views.sheet.input.walking import Walking
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing.writing import SheetEditor


class SheetKeys:
    """What the keys do on a sheet while no line is open."""

    def __init__(self, context: SheetContext, writing: SheetEditor, walking: Walking) -> None:
        self._selection, self._writing, self._walking = context.selection, writing, walking

    def press(self, event: QKeyEvent) -> None:
        """Handle a key; an event that means nothing here is ignored."""
        row = self._selection.current_row
        if self._writing.row is not None:
            # A key that the editor ignores is not for the sheet either.
            event.ignore()
        elif self._walking.walk(event) or event.key() == Qt.Key.Key_Backspace:
            event.accept()
        elif row is not None and (_opens(event) or _types(event)):
            self._writing.start(row)
            if _types(event):
                self._writing.editor.insertPlainText(event.text())
        else:
            event.ignore()


def _opens(event: QKeyEvent) -> bool:
    """Whether a key is Enter; one that is held may have ended the line that it would open again."""
    return event.key() in ENTER_KEYS and not event.isAutoRepeat()


def _types(event: QKeyEvent) -> bool:
    """Whether a key types a character; AltGr counts as Ctrl and Alt on Windows."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    modifiers = event.modifiers() & both
    return bool(event.text()) and event.text().isprintable() and modifiers in (Qt.KeyboardModifier.NoModifier, both)
