"""The text of a page of help, with its pictures, in the colours of the window."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from riskdesk.kit.linked_text import LinkedText
from riskdesk.kit.theme import STEP
from riskdesk.ui.help.manual import anchor
from riskdesk.ui.help.pictures import Pictures


class HelpBrowser(LinkedText):
    """A text browser for the pages of help.

    `page_makers` make the pages that lie in no file, by the path of their address.
    """

    def __init__(self, page_makers: Mapping[str, Callable[[], str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_makers = page_makers
        self._is_read = False
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(2 * STEP)
        self._pictures = Pictures(self.document())
        # A page is as wide before it is laid out as it is after.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Also on the way back, which no other function is told of.
        self.sourceChanged.connect(self._finish)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        self._is_read = True
        make = self._page_makers.get(QUrl(url).path())
        return super().loadResource(kind, url) if make is None else make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.source().isEmpty():
            # The colour of links is part of a text that was read.
            bar = self.verticalScrollBar()
            place = bar.value()
            self.reload()
            bar.setValue(place)

    def _finish(self, url: QUrl) -> None:
        """Go where a link leads, once a page that was read is ready for it."""
        if self._is_read:
            self._is_read = False
            self._prepare()
        if url.fragment():
            self.scrollToAnchor(url.fragment())

    def _prepare(self) -> None:
        """Name the headings, so that links reach them."""
        document = self.document()
        # Qt would hold the page for one that was changed, and read it anew for each link within it.
        with QSignalBlocker(document):
            for block in _blocks(document):
                if block.blockFormat().headingLevel():
                    self._name(block)
        # Qt lays out too little where formats change, and leaves paragraphs without lines.
        document.markContentsDirty(0, document.characterCount())

    def _name(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        char_format = cursor.charFormat()
        char_format.setAnchor(True)
        char_format.setAnchorNames([anchor(block.text())])
        cursor.mergeCharFormat(char_format)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
