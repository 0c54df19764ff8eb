"""Text that a spreadsheet would take for a formula, and the sign before it that says it is text.

That is an apostrophe, or where people read the text as it is, a sign of which nothing is seen.
"""

import re

# Those that OWASP names for CSV, their wide forms among them; what begins with apostrophes before one of them is
# guarded too, so that each guard can be told from what was typed.
_BEGINS = re.compile("'*[=+@\\-\t\r\n\uff1d\uff0b\uff20\uff0d]")


# U+2060, which is no wider than nothing and breaks no word.
_UNSEEN = "\u2060"
_UNSEEN_GUARDS = re.compile(f"{_UNSEEN}(?={_BEGINS.pattern})")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula, or its guard for one."""
    return _BEGINS.match(text) is not None


def unseen_guarded(text: str) -> str:
    """A text as a spreadsheet takes it for text, and as people read it."""
    return f"{_UNSEEN}{text}" if is_formula(text) else text


def without_unseen_guards(text: str) -> str:
    """A text in which there may be several that `unseen_guarded` was given."""
    return _UNSEEN_GUARDS.sub("", text)


def guarded(text: str) -> str:
    """A text as a spreadsheet takes it for text."""
    return f"'{text}" if is_formula(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and is_formula(text) else text
