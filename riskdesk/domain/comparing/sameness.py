"""The rule by which two values of a field say the same: blanks, line ends and closing marks do not count."""

from typing import Any

from riskdesk.domain.folding import fold

# What a printed cell closes its bullets with.
_CLOSING = ".;, \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def is_empty(value: Any) -> bool:
    """Whether a field holds nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def bare(text: str) -> str:
    """A text as it is compared: without blanks and closing marks."""
    return " ".join(text.split()).rstrip(_CLOSING)


def key(text: str) -> str:
    """A text as equal ones are found, whatever their case and accents."""
    return bare(fold(bare(text)))


def same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same."""
    if one == other or (is_empty(one) and is_empty(other)):
        return True
    return isinstance(one, str) and isinstance(other, str) and bare(one) == bare(other)


def lines_lacking(text: str, more: str) -> list[str]:
    """The lines of a text that are not among those of another one."""
    bare_lines = {bare(line) for line in text.splitlines()}
    return [line for line in more.splitlines() if bare(line) and bare(line) not in bare_lines]
