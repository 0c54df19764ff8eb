"""The headers and footers of printed pages, in which & introduces codes."""

import textwrap

from riskdesk.domain.language import with_no_break_spaces

# The height of a line, in inches.
LINE_HEIGHT = 0.16
# The most characters that Excel allows for both sides together.
_LONGEST, _LINE, _SIZE = 255, 120, "&9"
_LONGEST_REFERENCE = 60


def page_head(title: str, reference: str) -> tuple[str, int]:
    """The header: the title on the left, cut off if it is too long, and the reference on the right.

    Returns it with the number of its lines.
    """
    left, right = f"&L{_SIZE}", f"&R{_SIZE}{_fitted(reference, _LONGEST_REFERENCE)}"
    fitted_title = _fitted(title, _LONGEST - len(left) - len(right))
    return f"{left}{fitted_title}{right}", 1 + fitted_title.count("\n")


def page_foot(mark: str, page: str) -> str:
    """The footer: the handling mark on the left, the page number on the right."""
    return f"&L{_SIZE}{_fitted(mark, _LINE)}&R{_SIZE}{page}"


def _fitted(text: str, most: int) -> str:
    """A text in lines, cut off so that it has at most so many characters in all."""
    rest = with_no_break_spaces(" ".join(text.split()))
    lines = _in_lines(rest)
    while len(lines) > most:
        rest = rest[: min(len(rest) - 1, most)]
        lines = _in_lines(f"{rest}…")
    return lines


def _in_lines(text: str) -> str:
    # A digit at the beginning would be taken for a part of the font size before it.
    apart = " " if text[:1].isdigit() else ""
    return apart + "\n".join(textwrap.wrap(text, _LINE, break_on_hyphens=False)).replace("&", "&&")
