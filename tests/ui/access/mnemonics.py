"""The letters by which the texts of a menu or dialog are chosen."""

from collections import Counter
from string import ascii_lowercase, digits

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def letters(texts: list[str]) -> Counter[str]:
    """How often each letter stands for something; a letter that has none is not counted."""
    mnemonics = (QKeySequence.mnemonic(text).toString().rpartition("+")[2].lower() for text in texts)
    return Counter(letter for letter in mnemonics if letter)


def at_fault(texts: list[str]) -> dict[str, list[str]]:
    """The letters that stand for several texts or are no keys of most keyboards."""
    wrong = [key for key, count in letters(texts).items() if count > 1 or key not in ascii_lowercase + digits]
    return {key: [text for text in texts if f"&{key}" in text.lower()] for key in wrong}


def texts_of(widget: QWidget) -> list[str]:
    """What is seen in a window with a letter of its own."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.buddy() and not label.isHidden()]
    buttons = [button.text() for button in widget.findChildren(QAbstractButton) if not button.isHidden()]
    return labels + buttons
