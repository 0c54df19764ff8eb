"""What it costs to know what a register lacks: when it opens, and after each step; texts that are all different."""

import datetime
import time
from dataclasses import replace

from generate import register

from riskdesk.desk.register_gaps import RegisterGaps
from riskdesk.domain.growing import ChangingRegister
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk

RISKS, ROUNDS = 10_000, 5


def main() -> None:
    """Measure and print."""
    growing, day, missing = _all_different(register(RISKS, seed=1)), datetime.date(2026, 11, 28), RegisterGaps()
    tree = growing.tree()
    began, longest = time.perf_counter(), 0.0
    part = began
    for _ in missing.following(tree, day):
        longest, part = max(longest, time.perf_counter() - part), time.perf_counter()
    count = sum(map(len, missing.gaps_by_kind(tree, day).values()))
    print(f"{RISKS:,} risks: {count:,} gaps found in {time.perf_counter() - began:.2f} s", end="")
    print(f", the window waits for {1000 * longest:.0f} ms at most")
    print(f"after a step: {1000 * min(_step(missing, growing, day, number) for number in range(ROUNDS)):.1f} ms")


def _all_different(tree: RegisterTree) -> ChangingRegister:
    """A register in which no two risks say the same, which would be found at once."""
    values = list(tree.values)
    distinct_values = (
        replace(value, description=f"{value.description} {value.id[:8]}") if isinstance(value, Risk) else value
        for value in values
    )
    return ChangingRegister(distinct_values)


def _step(missing: RegisterGaps, growing: ChangingRegister, day: datetime.date, number: int) -> float:
    """Another text for one risk; in seconds."""
    risk = next(growing.tree().risks)
    growing.put(replace(risk, description=f"Lack of funds for travel, {number}"))
    changed = growing.tree()
    began = time.perf_counter()
    missing.gaps_by_kind(changed, day)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
