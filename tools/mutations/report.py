"""What is told of the mutants that were tried: how many of each file live, and which of them without a reason."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.mutations.mutants import Mutant

if TYPE_CHECKING:
    # Judging forks processes, which not every system can.
    from tools.mutations.judging import Verdict

MOST_IN_A_HUNDRED = 5


def report(
    all_mutants: Sequence[Mutant], tried: Sequence[tuple[Mutant, "Verdict"]], reasons_by_name: dict[str, str]
) -> bool:
    """Print a line for each file, then each mutant that lives without a reason; whether all is as it should be."""
    alive = [(mutant, verdict) for mutant, verdict in tried if verdict.lives]
    bare = [(mutant, verdict) for mutant, verdict in alive if mutant.name not in reasons_by_name]
    counts = [
        Counter(mutant.file for mutant in mutants)
        for mutants in (
            all_mutants,
            _first(tried),
            _first(alive),
            [mutant for mutant, _ in alive if mutant.name in reasons_by_name],
        )
    ]
    print(f"\n{'file':32}{'made':>8}{'tried':>8}{'killed':>8}{'live':>8}{'with a reason':>16}")
    for file in (*sorted(counts[1]), ""):
        number, tries, lives, with_reason = (count[file] if file else count.total() for count in counts)
        print(f"{file or 'all':32}{number:8}{tries:8}{tries - lives:8}{lives:8}{with_reason:16}")
    for mutant, verdict in bare:
        print(f"\n{mutant.name}\n    noticed by none of {verdict.tests} tests that run line {mutant.lines.start}")
    _tell_stale(reasons_by_name, all_mutants)
    return not bare and len(alive) * 100 <= len(tried) * MOST_IN_A_HUNDRED


def reasons(place: Path) -> dict[str, str]:
    """Why mutants may live, by their names: a reason stands indented below those that it is given for."""
    reasons_by_name: dict[str, str] = {}
    names: list[str] = []
    for line in place.read_text("utf-8").splitlines():
        if line.startswith(" "):
            reasons_by_name |= {name: f"{reasons_by_name.get(name, '')} {line.strip()}".lstrip() for name in names}
        elif line and not line.startswith("#"):
            # A name that comes after a reason begins another group.
            names = [*names, line] if names and names[-1] not in reasons_by_name else [line]
    return reasons_by_name


def _tell_stale(reasons_by_name: dict[str, str], all_mutants: Sequence[Mutant]) -> None:
    files, names = {mutant.file for mutant in all_mutants}, {mutant.name for mutant in all_mutants}
    for name in reasons_by_name:
        if name.partition(" ")[0] in files and name not in names:
            print(f"\nThis has a reason and is not made any more: {name}")


def _first(pairs: Sequence[tuple[Mutant, "Verdict"]]) -> list[Mutant]:
    return [mutant for mutant, _ in pairs]
