"""The search in the page of help that is shown."""

from bisect import bisect_left

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from riskdesk.domain.folding import Query, Span
from riskdesk.kit.plain import utf16
from riskdesk.kit.search_bar import SearchBar
from riskdesk.kit.theme import UNIT
from riskdesk.ui.help.browser import blocks

_WIDTH = 26 * UNIT


class TextSearch(SearchBar):
    """A search bar that moves from match to match in the text of a browser, and from the last one to the first.

    It begins at what is seen, and text is compared in folded form, as in the register.
    """

    def __init__(self, browser: QTextBrowser, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("TextSearch", "Find on this page"), _WIDTH, parent)
        self._browser = browser
        self._field.textChanged.connect(self._from_here)

    def next(self) -> None:
        """Move to the next match."""
        self._go_on(self._place().selectionEnd())

    def previous(self) -> None:
        """Move to the previous match."""
        self._go_on(self._place().selectionStart(), backward=True)

    def restart(self) -> None:
        """Clear the message about matches, as another page is shown."""
        self._hits_label.clear()

    def _from_here(self) -> None:
        """Find the text being typed, starting at the match of its beginning."""
        self._go_on(self._place().selectionStart())

    def _place(self) -> QTextCursor:
        """The match that is seen; otherwise the start of what is seen."""
        browser = self._browser
        is_seen = browser.viewport().rect().intersects(browser.cursorRect())
        return browser.textCursor() if is_seen else browser.cursorForPosition(QPoint())

    def _go_on(self, place: int, *, backward: bool = False) -> None:
        """Select the next match from a place on, or the one before it."""
        hits = self._hits()
        if hits:
            after = bisect_left(hits, (place, place))
            start, end = hits[after - 1 if backward else after % len(hits)]
            cursor = self._browser.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._show(cursor)
        self.tell("" if hits or not self._field.text() else self.tr("No matches"))

    def _show(self, match: QTextCursor) -> None:
        """Select a match; if that scrolls the page, let it stand in the upper part, with what follows it."""
        browser, bar = self._browser, self._browser.verticalScrollBar()
        before = bar.value()
        browser.setTextCursor(match)
        if bar.value() != before:
            bar.setValue(bar.value() + browser.cursorRect().top() - browser.viewport().height() // 4)

    def _hits(self) -> list[Span]:
        """Where the text occurs in the page, from top to bottom."""
        query, hits = Query(self._field.text()), []
        for block in blocks(self._browser.document()):
            text, first = block.text(), block.position()
            hits += [(first + utf16(text, start), first + utf16(text, end)) for start, end in query.spans(text)]
        return hits
