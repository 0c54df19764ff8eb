"""Text as the user typed it: in a field, in its direction, in Qt's way of counting, and where Qt would find markup."""

import re

from PySide6.QtGui import Qt, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from riskdesk.domain.text import is_rtl
from riskdesk.kit.theme import UNIT

# The greatest width of such a text in a menu.
_WIDEST = 40 * UNIT
# Text that Qt would not break, such as a long file name: it would widen the window instead.
_UNBROKEN = re.compile(r"[^\s/\\\u200b-]{60}(?=[^\s/\\\u200b-])")
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


def plain_text(field: QPlainTextEdit) -> str:
    """The exact text of a field; Qt's own `toPlainText` replaces no-break spaces with spaces."""
    return field.document().toRawText().translate(_LINE_ENDS)


def option_of(text: str) -> QTextOption:
    """The options for laying out a text: wrapping, direction, and the side where its lines begin."""
    option, rtl = QTextOption(), is_rtl(text)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    return option


def in_its_direction(flags: Qt.AlignmentFlag | Qt.TextFlag, text: str) -> int:
    """The flags to draw a text with in its direction: one from right to left, from the right where others are left."""
    return int(flags | Qt.TextFlag.TextForceRightToLeft) if is_rtl(text) else int(flags)


def align(field: QPlainTextEdit) -> None:
    """Show the text of a field in its direction, which Qt does by itself only in fields of one line."""
    document, option = field.document(), option_of(plain_text(field))
    if document.defaultTextOption().textDirection() != option.textDirection():
        document.setDefaultTextOption(option)


def as_tip(text: str) -> str:
    """Text for a tooltip, which would otherwise interpret what looks like markup."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def menu_text(menu: QWidget, text: str) -> str:
    """A user's text for a menu: elided in the middle if it is long; a “&” is shown, not taken for a mnemonic."""
    return with_ampersands(menu.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST))


def with_ampersands(text: str) -> str:
    """A text for a button, a menu or a label with a buddy, in which each “&” is shown, not taken for a mnemonic."""
    return text.replace("&", "&&")


def breakable(text: str) -> str:
    """The text for a label, in which a line can end even within a long name."""
    return _UNBROKEN.sub("\\g<0>\u200b", text)


def without_letter(text: str) -> str:
    """The text of an action or a menu without the & of its mnemonic."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def label_name(text: str) -> str:
    """The accessible name of a field from the text of its label, which may have a mnemonic and ends in a colon."""
    return text.replace("&", "").rstrip("\u00a0:")


def utf16(text: str, place: int) -> int:
    """The position in Qt's text of a position in ours: signs beyond U+FFFF count twice there."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def utf16_part(text: str, start: int, end: int | None = None) -> str:
    """The part of a text between two positions in Qt's text; half a sign becomes U+FFFD."""
    coded = text.encode("utf-16-le", "surrogatepass")
    return coded[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")
