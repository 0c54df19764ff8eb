"""Text that a spreadsheet would take for a formula, and the apostrophe before it that says it is text."""

import re

# Those that OWASP names for CSV, their wide forms among them; what begins with apostrophes before one of them is
# guarded too, so that each guard can be told from what was typed.
_BEGINS = re.compile("'*[=+@\\-\t\r\n\uff1d\uff0b\uff20\uff0d]")


def guarded(text: str) -> str:
    """A text as a spreadsheet takes it for text."""
    return f"'{text}" if _BEGINS.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _BEGINS.match(text) else text
