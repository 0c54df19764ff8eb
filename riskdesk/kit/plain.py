"""Text as it was typed: as it stands in a field, how Qt counts in it, and where it would look for markup."""

import re

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from riskdesk.kit.theme import STEP

# How wide such a text is in a menu at most.
_WIDEST = 40 * STEP
# What Qt breaks nowhere, such as the name of a file, and would rather make a window of than two lines.
_UNBROKEN = re.compile(r"[^\s/\\\u200b-]{60}(?=[^\s/\\\u200b-])")
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


def plain_text(field: QPlainTextEdit) -> str:
    """The text of a field to the letter; Qt's own `toPlainText` makes spaces of no-break spaces."""
    return field.document().toRawText().translate(_LINE_ENDS)


def as_tip(text: str) -> str:
    """Text for a tooltip, which shows it to the letter; what looks like markup would be followed otherwise."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def menu_text(menu: QWidget, text: str) -> str:
    """Text that a user typed as it stands in a menu: its middle cut where it is long, its “&” the mark of no letter."""
    return menu.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST).replace("&", "&&")


def breakable(text: str) -> str:
    """The text for a label whose lines end where there is no more room, even within a long name."""
    return _UNBROKEN.sub("\\g<0>\u200b", text)


def without_letter(text: str) -> str:
    """The words of an action or a menu without the mark of the letter that works it."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def utf16(text: str, place: int) -> int:
    """The place in Qt's text of a place in ours: signs beyond U+FFFF count twice there."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
