"""Which tests run which lines: traced once for each test file, and kept for as long as nothing changes."""

import hashlib
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tools.mutations import trial
from tools.mutations.tracing import sitecustomize as tracing

_FOLDER = Path(__file__).parent / "tracing"


@dataclass
class Covering:
    """The seconds that each test takes, and the tests by the file and line that they run."""

    seconds: dict[str, float] = field(default_factory=dict)
    tests: defaultdict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, other: "Covering") -> None:
        """Take in what other tests run."""
        self.seconds |= other.seconds
        for place, tests in other.tests.items():
            self.tests[place] |= tests

    def of(self, file: str, lines: Iterable[int]) -> dict[str, float]:
        """The tests that run one of some lines, each with its seconds: those named after the file, then the quick."""
        tests = set[str]().union(*(self.tests[file, line] for line in lines))
        namesake = f"/test_{Path(file).stem}.py::"
        in_order = sorted(tests, key=lambda test: (namesake not in test, self.seconds[test]))
        return {test: self.seconds[test] for test in in_order}


class _Traced:
    """A plugin of pytest that says which test runs and how long it took."""

    def pytest_collection_finish(self) -> None:
        self._trace = tracing.start()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._trace.test(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._trace.note(f"- {report.duration} {report.nodeid}")

    def pytest_sessionfinish(self) -> None:
        sys.settrace(None)


def trace(copy: Path, files: list[str], tests: list[str], folder: Path) -> Iterator[tuple[str, Covering]]:
    """Each test file of a copy with the lines of `files` that its tests run; exits where a test fails."""
    product = _digest([*(copy / "riskdesk").rglob("*.py"), *(copy / "tests").rglob("[!t]*.py")], repr(files))
    for test in tests:
        place = folder / f"{test.replace('/', '.')}.txt"
        digest = _digest([copy / test], product)
        if not place.exists() or not place.read_text("utf-8").startswith(digest):
            place.write_text(f"{digest}\n{_lines(copy, files, test)}", "utf-8")
        yield test, _read(place, files)


def _lines(copy: Path, files: list[str], test: str) -> str:
    with _pipe(copy.with_name("trace")) as (out, written):
        environment = {
            tracing.FILES: os.pathsep.join(str(copy / file) for file in files),
            tracing.OUT: str(out),
            "PYTHONPATH": str(_FOLDER),
        }
        status, output = trial.run(copy, [test, "--maxfail=0"], [_Traced()], environment)
    if status != trial.PASSED:
        # One that is about how long something takes may fail because it is traced.
        status, output = trial.run(copy, [test], [], {})
    if status != trial.PASSED:
        sys.exit(f"{output}\n{test} does not pass as it is: there is nothing to hold a mutant against.")
    return "\n".join(dict.fromkeys(written.read_text("utf-8").splitlines()))


@contextmanager
def _pipe(out: Path) -> Iterator[tuple[Path, Path]]:
    """A pipe that any process may write to, though its files may not grow, and the file that has it all in the end."""
    written = out.with_suffix(".txt")
    os.mkfifo(out)
    out.chmod(0o666)
    with written.open("wb") as file, subprocess.Popen(["cat", out], stdout=file):
        kept_open = os.open(out, os.O_WRONLY)
        try:
            yield out, written
        finally:
            os.close(kept_open)
            out.unlink()


def _read(place: Path, files: list[str]) -> Covering:
    covering = Covering()
    for line in place.read_text("utf-8").splitlines()[1:]:
        file, number, test = line.split(" ", 2)
        if file == "-":
            covering.seconds[test] = covering.seconds.get(test, 0.0) + float(number)
        else:
            covering.tests[files[int(file)], int(number)].add(test)
    return covering


def _digest(files: Iterable[Path], more: str) -> str:
    digest = hashlib.sha256(more.encode())
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()
