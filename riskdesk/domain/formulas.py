"""Text that a spreadsheet would take for a formula, and the guard before it, a character that says it is text.

That is an apostrophe or, where people read the text as it is, an invisible character.
"""

import re

# The characters that OWASP names for CSV, with their wide forms. A text with apostrophes before one of them is guarded
# too, so that a guard can be told from an apostrophe that was typed.
_BEGINS = re.compile("'*[=+@\\-\t\r\n\uff1d\uff0b\uff20\uff0d]")


# U+2060 (word joiner), which has no width and does not divide words.
_UNSEEN = "\u2060"
_UNSEEN_GUARDS = re.compile(f"{_UNSEEN}(?={_BEGINS.pattern})")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula, or its first apostrophe for a guard."""
    return _BEGINS.match(text) is not None


def unseen_guarded(text: str) -> str:
    """A text that a spreadsheet takes for text, with an invisible guard if it needs one."""
    return f"{_UNSEEN}{text}" if is_formula(text) else text


def without_unseen_guards(text: str) -> str:
    """A text without the guards that `unseen_guarded` adds; there may be several in it."""
    return _UNSEEN_GUARDS.sub("", text)


def guarded(text: str) -> str:
    """A text that a spreadsheet takes for text, with an apostrophe as a guard if it needs one."""
    return f"'{text}" if is_formula(text) else text


def unguarded(text: str) -> str:
    """A text without the apostrophe that `guarded` adds."""
    return text[1:] if text.startswith("'") and is_formula(text) else text
