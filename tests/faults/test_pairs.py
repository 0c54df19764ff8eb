"""Two work in one file without a lock and without looking: what one has not seen of the other is never lost unasked.

Each walk has a number, by which it is seen again: `python -m tests.faults.pairs FOLDER NUMBER`.
"""

from collections.abc import Callable
from pathlib import Path

from tests.faults.pairs import Toll, make_store, walk


def test_nothing_unseen_goes_without_a_question(
    tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    start, toll, walks = tmp_path / "start.riskdesk", Toll(), times(6, 500)
    make_store(start)
    for seed in range(walks):
        walk(start, tmp_path, seed, toll)
    count = toll.counts
    figures(
        f"pairs: {walks} walks, {count['actions']:,} actions, deletions {count['deletions']:,},"
        f" asked about {count['conflicts']:,}, written over on purpose {count['written over']:,},"
        f" lost unseen {len(toll.wrong)}"
    )
    assert toll.wrong == []
    # Else the two were never in each other's way.
    assert count["conflicts"] > 0
    assert count["deletions"] > 0
