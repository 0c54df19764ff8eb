"""The links in a text of the history."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.ui.history.text import ReadText


def links(text: ReadText) -> list[QTextFragment]:
    """The links that are written, in order."""
    fragments, block = [], text.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            if at.fragment().charFormat().isAnchor():
                fragments.append(at.fragment())
            at += 1
        block = block.next()
    return fragments


def follow(text: ReadText, words: str) -> None:
    """Press Enter on the first link of these words, to which Tab leads."""
    text.setFocus()
    for link in links(text):
        QTest.keyClick(text, Qt.Key.Key_Tab)
        if link.text() == words:
            QTest.keyClick(text, Qt.Key.Key_Return)
            QApplication.processEvents()
            return
    raise AssertionError(words, [link.text() for link in links(text)])
