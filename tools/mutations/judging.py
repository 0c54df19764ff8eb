"""Judging mutants: each is put into a copy of the tree and the tests that run its lines are asked."""

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from tools.mutations import trial
from tools.mutations.covering import Covering
from tools.mutations.mutants import Mutant


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: what noticed it (empty: nothing did) of how many tests that run its lines.

    It holds for as long as the `source` of the file has that digest.
    """

    name: str
    source: str
    by: str
    tests: int

    @property
    def lives(self) -> bool:
        return not self.by


class Verdicts:
    """The verdicts of all runs, a line of JSON each, the newest last."""

    def __init__(self, place: Path) -> None:
        self._place = place
        place.parent.mkdir(parents=True, exist_ok=True)
        lines = place.read_text("utf-8").splitlines() if place.exists() else []
        self._all = {verdict.name: verdict for verdict in (Verdict(**json.loads(line)) for line in lines)}

    def of(self, mutant: Mutant, source: str) -> Verdict | None:
        """The verdict on a mutant of a file with that text; None if it was not tried yet."""
        verdict = self._all.get(mutant.name)
        return verdict if verdict and verdict.source == _digest(source) else None

    def add(self, verdict: Verdict) -> None:
        self._all[verdict.name] = verdict
        with self._place.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(verdict), ensure_ascii=False) + "\n")


def judge(tree: Path, chosen: Iterable[Mutant], covering: Covering, jobs: int, most: float) -> Iterator[Verdict]:
    """The verdict on each mutant, as soon as it is there; `tree` is a copy that is left as it is.

    What no test notices of those that take `most` seconds in all, the nearest first, counts as living.
    """
    with ProcessPoolExecutor(jobs, get_context("fork"), _begin, (tree,)) as pool:
        coming = {}
        for mutant in chosen:
            tests = _within(covering.of(mutant.file, mutant.lines), most)
            coming[pool.submit(_noticed, mutant.file, mutant.text(), tests)] = mutant, len(tests)
        for done in as_completed(coming):
            mutant, tests = coming[done]
            yield Verdict(mutant.name, _digest((tree / mutant.file).read_text("utf-8")), done.result(), tests)


def _within(tests: dict[str, float], most: float) -> dict[str, float]:
    """The first tests, as many as take so many seconds in all."""
    ends = zip(tests.items(), accumulate(tests.values()), strict=True)
    return dict(test for test, end in ends if end <= most)


def _begin(tree: Path) -> None:
    """Give a process a copy of its own."""
    global _copy
    _copy = tree.with_name(f"{tree.name}-{os.getpid()}")
    trial.copy_tree(tree, _copy)


def _noticed(file: str, text: str, tests: dict[str, float]) -> str:
    """What notices that a file has another text: a test, or that it comes to no end; empty if nothing does."""
    place = _copy / file
    whole = place.read_text("utf-8")
    place.write_text(text, "utf-8")
    try:
        # Most mutants are noticed in the file of the first test, and to collect the others takes longer than that.
        return next(filter(None, (_failing(part) for part in _parts(tests))), "")
    finally:
        place.write_text(whole, "utf-8")


def _parts(tests: dict[str, float]) -> Iterator[dict[str, float]]:
    """The tests of the first one's file, then all others."""
    first = {test: seconds for test, seconds in tests.items() if _file(test) == _file(next(iter(tests)))}
    yield first
    yield {test: seconds for test, seconds in tests.items() if test not in first}


def _failing(tests: dict[str, float]) -> str:
    if not tests:
        return ""
    files = dict.fromkeys(map(_file, tests))
    status, output = trial.run(_copy, files, [trial.Selected(tests)], {"PYTHONDONTWRITEBYTECODE": "1"})
    return "" if status == trial.PASSED else trial.failed(output) or ("time" if status in trial.ENDED else f"{status}")


def _file(test: str) -> str:
    return test.partition("::")[0]


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
