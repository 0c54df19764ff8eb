"""What stands at the head and foot of each printed page, where & stands for what the printer puts in."""

import textwrap

from riskdesk.domain.language import with_no_break_spaces

# Of a line of them, in inches.
LINE_HEIGHT = 0.16
# What Excel takes of both sides together.
_LONGEST, _LINE, _SIZE = 255, 120, "&9"
_LONGEST_REFERENCE = 60


def page_head(title: str, reference: str) -> tuple[str, int]:
    """The head of each page: the title as far as it has room on the left, and the reference on the right.

    Returns it with the number of lines that it takes.
    """
    left, right = f"&L{_SIZE}", f"&R{_SIZE}{_fitted(reference, _LONGEST_REFERENCE)}"
    fitted_title = _fitted(title, _LONGEST - len(left) - len(right))
    return f"{left}{fitted_title}{right}", 1 + fitted_title.count("\n")


def page_foot(mark: str, page: str) -> str:
    """The handling mark on the left, the number of the page on the right."""
    return f"&L{_SIZE}{_fitted(mark, _LINE)}&R{_SIZE}{page}"


def _fitted(text: str, most: int) -> str:
    """A text in lines of so many signs at most in all, cut where it is longer."""
    rest = with_no_break_spaces(" ".join(text.split()))
    lines = _in_lines(rest)
    while len(lines) > most:
        rest = rest[: min(len(rest) - 1, most)]
        lines = _in_lines(f"{rest}…")
    return lines


def _in_lines(text: str) -> str:
    # A digit at the beginning would count as one of the size that stands before it.
    apart = " " if text[:1].isdigit() else ""
    return apart + "\n".join(textwrap.wrap(text, _LINE, break_on_hyphens=False)).replace("&", "&&")
