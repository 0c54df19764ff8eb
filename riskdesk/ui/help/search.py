"""The search in the page of help that is shown."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from riskdesk.kit.search_bar import SearchBar
from riskdesk.kit.theme import UNIT

_WIDTH = 26 * UNIT
_BACKWARD = QTextDocument.FindFlag.FindBackward


class TextSearch(SearchBar):
    """A search bar that moves from match to match in the text of a browser, and from the last one to the first."""

    def __init__(self, browser: QTextBrowser, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("TextSearch", "Find on this page"), _WIDTH, parent)
        self._browser = browser
        self._field.textChanged.connect(self._from_here)

    def next(self) -> None:
        """Move to the next match."""
        self._find(QTextDocument.FindFlag(0))

    def previous(self) -> None:
        """Move to the previous match."""
        self._find(_BACKWARD)

    def restart(self) -> None:
        """Clear the message about matches, as another page is shown."""
        self._hits_label.clear()

    def _from_here(self) -> None:
        """Find the text being typed, starting at the match of its beginning."""
        cursor = self._browser.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._browser.setTextCursor(cursor)
        self.next()

    def _find(self, way: QTextDocument.FindFlag) -> None:
        text = self._field.text()
        is_found = not text or self._browser.find(text, way) or self._find_from_end(text, way)
        self.tell("" if is_found else self.tr("No matches"))

    def _find_from_end(self, text: str, way: QTextDocument.FindFlag) -> bool:
        before = self._browser.textCursor()
        self._browser.moveCursor(QTextCursor.MoveOperation.End if way else QTextCursor.MoveOperation.Start)
        if self._browser.find(text, way):
            return True
        self._browser.setTextCursor(before)
        return False
