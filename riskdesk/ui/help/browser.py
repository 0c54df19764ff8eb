"""The text of a page of help, with its pictures, in the colours of the window."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlock, QTextCursor, QTextDocument, QTextFragment, QTextLength
from PySide6.QtWidgets import QTextBrowser, QWidget

from riskdesk.kit.theme import STEP
from riskdesk.ui.help.manual import anchor

_SETTLING_MS = 100
_WIDEST = QTextLength(QTextLength.Type.PercentageLength, 100)


class HelpBrowser(QTextBrowser):
    """Shows pages; `made` are those that lie in no file, by the path of their address."""

    def __init__(self, made: Mapping[str, Callable[[], str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = made
        self._is_read = False
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(2 * STEP)
        # A page is as wide before its pictures are there as with them.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._resized = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._resized.timeout.connect(self._refit)
        # Also on the way back, which no other function is told of.
        self.sourceChanged.connect(self._finish)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(QUrl(url).toLocalFile())
        self._is_read = True
        make = self._made.get(QUrl(url).path())
        return super().loadResource(kind, url) if make is None else make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self.source().isEmpty():
            self._resized.start()

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
        """Name the headings, so that links reach them, and fit the pictures."""
        document = self.document()
        # Qt would hold the page for one that was changed, and read it anew for each link within it.
        with QSignalBlocker(document):
            for block in _blocks(document):
                if block.blockFormat().headingLevel():
                    self._name(block)
                for fragment in _pictures(block):
                    self._fit(fragment)
        # Qt lays out too little where formats change, and leaves paragraphs without lines.
        document.markContentsDirty(0, document.characterCount())

    def _name(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        told = cursor.charFormat()
        told.setAnchor(True)
        told.setAnchorNames([anchor(block.text())])
        cursor.mergeCharFormat(told)

    def _picture(self, file: str) -> QImage:
        """A picture as wide as it was taken, or as the page is, and as sharp as this screen is."""
        picture, ratio = QImage(file), self.devicePixelRatioF()
        page = self.viewport().width() - 2 * self.document().documentMargin()
        width = round(min(picture.width(), page) * ratio)
        # Qt would leave pixels out where it has to make a picture smaller.
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _refit(self) -> None:
        """Draw the pictures for another width of the page."""
        document = self.document()
        for name in {it.charFormat().toImageFormat().name() for block in _blocks(document) for it in _pictures(block)}:
            url = self.source().resolved(QUrl(name))
            document.addResource(QTextDocument.ResourceType.ImageResource.value, url, self._picture(url.toLocalFile()))
        document.markContentsDirty(0, document.characterCount())

    def _fit(self, picture: QTextFragment) -> None:
        """Let a picture be no wider than the page."""
        told = picture.charFormat().toImageFormat()
        told.setMaximumWidth(_WIDEST)
        cursor = QTextCursor(self.document())
        cursor.setPosition(picture.position())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(told)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pictures(block: QTextBlock) -> list[QTextFragment]:
    found, at = [], block.begin()
    while not at.atEnd():
        if at.fragment().charFormat().isImageFormat():
            found.append(at.fragment())
        at += 1
    return found
