"""Limits for text from the clipboard: more is refused before it is read, as the user waits meanwhile."""

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

MOST_LINES = 10_000
# In characters; some thirty pages.
LONGEST_LINE = 100_000
LARGEST_TEXT = 1_000_000


def require_size(text: str, most: int) -> None:
    """Raise InputProblem if a text has more characters than can be read at once."""
    if len(text) > most:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The clipboard holds {size} million characters; copy at most {most} million at a time."
            ),
            size=f"{len(text) / 1e6:.1f}",
            most=f"{most / 1e6:.0f}",
        )


def require_lines(text: str) -> None:
    """Raise InputProblem if a text has more lines than can be read at once, or a line that is too long."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "The clipboard holds {count} lines; copy at most {most} at a time."),
            count=len(lines),
            most=MOST_LINES,
        )
    longest = max(map(len, lines))
    if longest > LONGEST_LINE:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The clipboard holds a line of {count} characters; divide it into lines of at most {most} and copy"
                " them again.",
            ),
            count=longest,
            most=LONGEST_LINE,
        )
