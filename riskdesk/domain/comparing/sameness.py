"""When two values of a field count as the same: blanks, line ends and closing marks do not matter."""

from typing import Any

from riskdesk.domain.folding import fold

# Marks that close the bullets of a printed cell.
_CLOSING = ".;, \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def is_empty(value: Any) -> bool:
    """Whether a field holds nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def bare(text: str) -> str:
    """A text for comparing: with single blanks and without closing marks."""
    return " ".join(text.split()).rstrip(_CLOSING)


def key(text: str) -> str:
    """A key for finding equal texts, whatever their case and accents."""
    return bare(fold(bare(text)))


def same(one: Any, other: Any) -> bool:
    """Whether two values of a field count as the same."""
    if one == other or (is_empty(one) and is_empty(other)):
        return True
    return isinstance(one, str) and isinstance(other, str) and bare(one) == bare(other)


def lines_lacking(text: str, more: str) -> list[str]:
    """The lines of a text that are not among those of another one."""
    bare_lines = {bare(line) for line in text.splitlines()}
    return [line for line in more.splitlines() if bare(line) and bare(line) not in bare_lines]
