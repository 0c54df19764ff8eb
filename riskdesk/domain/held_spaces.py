"""Spaces at which no line may end, though they were typed as any other: those that French puts beside signs."""

import re
from collections.abc import Iterator

from riskdesk.domain.language import NBSP, NNBSP

# A line must not begin with one of these signs nor end with an opening guillemet, whatever space was typed; the space
# itself is as the Imprimerie nationale has it. A number stays with its sign, and its thousands stay together.
_NARROW = re.compile(r" (?=[;!?»](?!\w))|(?<=«) ")
_WIDE = re.compile(r" (?=[:%‰€](?!\w))|(?<=\d)(?<!\d{4}) (?=\d{3}(?!\w))")


def held(text: str) -> str:
    """`text` with no-break spaces in place of those; it stays as long as it is."""
    return _NARROW.sub(NNBSP, _WIDE.sub(NBSP, text))


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text, and whether each is one of those spaces, which then is a no-break one."""
    whole, start = held(text), 0
    if whole == text:
        yield text, False
        return
    for place, (typed, sign) in enumerate(zip(text, whole, strict=True)):
        if typed != sign:
            if place > start:
                yield text[start:place], False
            yield sign, True
            start = place + 1
    if start < len(text):
        yield text[start:], False
