"""Text as it stands in a field."""

from PySide6.QtWidgets import QPlainTextEdit

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


def plain_text(field: QPlainTextEdit) -> str:
    """The text of a field to the letter; Qt's own `toPlainText` makes spaces of no-break spaces."""
    return field.document().toRawText().translate(_LINE_ENDS)
