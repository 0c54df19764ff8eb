"""The browser for the pages of help, with their pictures, in the colours of the window."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from riskdesk.kit.linked_text import LinkedText
from riskdesk.kit.theme import UNIT
from riskdesk.ui.help.manual import anchor
from riskdesk.ui.help.pictures import Pictures


class HelpBrowser(LinkedText):
    """A text browser for the pages of help.

    `page_makers` return the pages that are not files, by the path of their URL.
    """

    def __init__(self, page_makers: Mapping[str, Callable[[], str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_makers = page_makers
        self._is_read = False
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(2 * UNIT)
        self._pictures = Pictures(self.document())
        # Always on, so that the width of a page does not change while it is laid out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # This signal is also emitted on going back, for which there is no other hook.
        self.sourceChanged.connect(self._finish)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        self._is_read = True
        make = self._page_makers.get(QUrl(url).path())
        return super().loadResource(kind, url) if make is None else make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.source().isEmpty():
            # The colour of links was fixed when the page was read.
            bar = self.verticalScrollBar()
            place = bar.value()
            self.reload()
            bar.setValue(place)

    def _finish(self, url: QUrl) -> None:
        """Scroll to the target of a link, after preparing the page if it was read now."""
        if self._is_read:
            self._is_read = False
            self._prepare()
        if url.fragment():
            self.scrollToAnchor(url.fragment())

    def _prepare(self) -> None:
        """Give each heading an anchor for links."""
        document = self.document()
        # Otherwise Qt would take the page for modified, and read it again for each link within it.
        with QSignalBlocker(document):
            for block in blocks(document):
                if block.blockFormat().headingLevel():
                    self._name(block)
        # After changes of formats, Qt lays out too little and leaves paragraphs without lines.
        document.markContentsDirty(0, document.characterCount())

    def _name(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        char_format = cursor.charFormat()
        char_format.setAnchor(True)
        char_format.setAnchorNames([anchor(block.text())])
        cursor.mergeCharFormat(char_format)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """The paragraphs of a document, from top to bottom."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
