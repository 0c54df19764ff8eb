"""References of risks: R-01, R-02 …, given once in the life of a register and never used again."""

import re
from collections.abc import Collection, Iterable
from itertools import count, islice

from riskdesk.domain.text import tidy

# A longer number is a date or that of a file, not a count: the next references would continue from it, and exceed the
# limit of the file format for the count, 2,147,483,647. It counts as taken like any other text.
_OURS = re.compile("r-0*([0-9]{1,9})")


def reference(number: int) -> str:
    """The reference with that number."""
    return f"R-{number:02d}"


def folded(reference: str) -> str:
    """A reference as it is compared with others: without blanks at its ends and without case."""
    # All references of a register are compared whenever one is given; nearly all are ASCII, which is quick to tidy.
    return reference.strip().casefold() if reference.isascii() else tidy(reference, one_line=True).casefold()


def highest(references: Iterable[str]) -> int:
    """The highest number, of nine digits at most, among references such as R-01; 0 if there is none."""
    matches = (_OURS.fullmatch(folded(reference)) for reference in references)
    return max((int(match[1]) for match in matches if match), default=0)


def free(given_count: int, taken_references: Iterable[str], amount: int) -> list[int]:
    """The next numbers after the count of those given and after every reference taken."""
    if not amount:
        return []
    names = {folded(name) for name in taken_references}
    numbers = (number for number in count(max(given_count, highest(names)) + 1) if not _is_taken(number, names))
    return list(islice(numbers, amount))


def _is_taken(number: int, names: Collection[str]) -> bool:
    return folded(reference(number)) in names


def is_reference(name: str, reference: str) -> bool:
    """Whether a name that somebody gives is that reference; an empty name is none."""
    return bool(folded(name)) and folded(name) == folded(reference)
