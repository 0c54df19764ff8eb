"""A read-only text with headings, lines, differences between two texts, and links that call functions.

It is built piece by piece, without markup, so that user text can never be taken for markup.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QFont, QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from riskdesk.domain.story import TextFate, compared
from riskdesk.kit.colours import colours_of
from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.linked_text import LinkedText
from riskdesk.kit.theme import UNIT

_TINT = 36
_LINE_ENDS = str.maketrans({"\n": "\u2028", "\u2029": "\u2028"})


class ReadText(LinkedText):
    """A text that the user can read, copy and click links in, but not edit.

    `restyled` is called when the text has to be written again, because colours or fonts have changed.
    """

    def __init__(self, name: str, parent: QWidget, restyled: Callable[[], object]) -> None:
        super().__init__(parent)
        # By addresses that are never reused: the text may be written again between press and release on a link.
        self._works: dict[str, Callable[[], object]] = {}
        self._numbers = count()
        self._restyled = restyled
        self.setAccessibleName(name)
        without_frame(self)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(2 * UNIT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.anchorClicked.connect(self._follow)

    def begin(self) -> None:
        """Clear the text."""
        self.clear()
        self._works = {}

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Lay the text out only at the end of this block, rather than after each piece."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()

    @property
    def is_begun(self) -> bool:
        """Whether something is written."""
        return not self.document().isEmpty()

    def paragraph(self, above: float = 0, indent: float = 0) -> "Paragraph":
        """Begin a paragraph at the end of the text."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        block = QTextBlockFormat()
        block.setTopMargin(above * UNIT)
        block.setLeftMargin(indent * UNIT)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, QTextCharFormat())
        return Paragraph(self, cursor)

    def link(self, work: Callable[[], object]) -> str:
        """Return the address of a link that calls a function."""
        address = f"do:{next(self._numbers)}"
        self._works[address] = work
        return address

    def end(self) -> None:
        """Finish writing, and scroll to the beginning of the text."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def at_end(self) -> bool:
        """Whether the text is scrolled almost to its end."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - self.viewport().height() // 2

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Not on press: the focus change stores text typed elsewhere, and this text would be written again.
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyled()

    def _follow(self, url: QUrl) -> None:
        # By a timer, as the function may rewrite the whole text.
        QTimer.singleShot(0, self, self._works[url.toString()])


class Paragraph:
    """A paragraph that is being written, in the colours of its text."""

    def __init__(self, text: ReadText, cursor: QTextCursor) -> None:
        self._text, self._cursor = text, cursor
        self._colours = colours_of(text.palette())

    def add(self, words: str, *, bold: bool = False, quiet: bool = False, large: bool = False) -> "Paragraph":
        """Add words to the paragraph."""
        form = self._form(quiet=quiet)
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        if large:
            form.setFontPointSize(self._text.font().pointSizeF() * 1.15)
        self._insert(words, form)
        return self

    def gone(self, words: str) -> "Paragraph":
        """Add deleted words: struck through, with a background colour."""
        form = self._form(ground=self._colours.danger)
        form.setFontStrikeOut(True)
        self._insert(words, form)
        return self

    def new(self, words: str) -> "Paragraph":
        """Add new words: underlined, with a background colour."""
        form = self._form(ground=self._colours.focus)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        self._insert(words, form)
        return self

    def difference(self, before: str, after: str) -> "Paragraph":
        """Add two texts as one, with deleted and new words marked."""
        ways = {TextFate.SAME: self.add, TextFate.GONE: self.gone, TextFate.NEW: self.new}
        for words, part in compared(before, after):
            ways[part](words)
        return self

    def link(self, words: str, work: Callable[[], object]) -> "Paragraph":
        """Add words as a link that calls a function."""
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setAnchorHref(self._text.link(work))
        form.setForeground(QColor(self._colours.link))
        form.setFontUnderline(True)
        self._insert(words, form)
        return self

    def links(self, links: Iterable[tuple[str, Callable[[], object]]]) -> "Paragraph":
        """Add several links side by side."""
        for place, (words, work) in enumerate(links):
            self.add("   " if place else "").link(words, work)
        return self

    def _form(self, *, quiet: bool = False, ground: str = "") -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._colours.quiet if quiet else self._colours.ink))
        if ground:
            tint = QColor(ground)
            tint.setAlpha(_TINT)
            form.setBackground(tint)
        return form

    def _insert(self, words: str, form: QTextCharFormat) -> None:
        # Line ends within a text do not begin a paragraph, which would have its own margin.
        self._cursor.insertText(words.translate(_LINE_ENDS), form)
