"""References of risks: R-01, R-02 …, given once in the life of a register and never used again."""

import re
from collections.abc import Iterable
from dataclasses import replace

from riskdesk.domain.values import Register
from riskdesk.store.transaction import Transaction

_OURS = re.compile(r"R-(\d{1,9})")


def give(tx: Transaction, register: str, count: int) -> list[str]:
    """The next references of a register, taken for good."""
    holder = tx.get(Register, register)
    if count:
        tx.update(replace(holder, references=holder.references + count))
    return [reference(holder.references + number) for number in range(1, count + 1)]


def reference(number: int) -> str:
    """The reference with that number."""
    return f"R-{number:02d}"


def highest(references: Iterable[str]) -> int:
    """The highest number among references of our form; 0 where there is none."""
    found = (_OURS.fullmatch(reference) for reference in references)
    return max((int(match[1]) for match in found if match), default=0)
