"""Files, folders and clipboards that chance has made are given to every command and to the window: none does harm.

The makers, what is tried and what must not be are in `tests/faults/fuzz`. Each case has a number, by which it is made
again: `python -m tests.faults.fuzz FOLDER KIND NUMBER` tells each of its commands and leaves it in FOLDER.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks processes and reads what Linux tells of them")

# For each kind how many cases are tried, quickly and for long, and how many courses of each; 0 is all.
COMMAND_LINE = {
    "store of bytes": (2, 30),
    "crafted store": (4, 80),
    "large crafted store": (1, 10),
    "hostile store": (2, 20),
    "something beside": (2, 40),
    "locked store": (2, 20),
    "backups": (2, 15),
    "document": (4, 120),
    "pdf": (1, 30),
}
WINDOW = {
    "window on a store of bytes": (1, 12),
    "window on a crafted store": (1, 24),
    "window on a large crafted store": (1, 16),
    "window on a hostile store": (1, 10),
    "window with something beside": (1, 12),
    "window on a locked store": (1, 10),
    "window with backups": (1, 8),
    "window with a document": (1, 12),
    "window with a pdf": (1, 8),
    "window with drafts": (1, 16),
    "window with settings": (1, 16),
    "window with a clipboard": (1, 16),
}
COURSES = (2, 0)


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory: pytest.TempPathFactory) -> Iterator["subprocess.Popen[str]"]:
    """The program that tries cases, which loads what it needs once."""
    command = [sys.executable, "-W", "error", "-m", "tests.faults.fuzz", tmp_path_factory.mktemp("fuzz")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()


@pytest.mark.parametrize("kind", [*COMMAND_LINE, *WINDOW])
def test_nothing_that_chance_makes_does_harm(
    fuzzer: "subprocess.Popen[str]", times: Callable[[int, int], int], figures: Callable[[str], None], kind: str
) -> None:
    assert fuzzer.stdin is not None
    assert fuzzer.stdout is not None
    fuzzer.stdin.write(json.dumps([kind, 0, times(*(COMMAND_LINE | WINDOW)[kind]), times(*COURSES)]) + "\n")
    fuzzer.stdin.flush()
    line = fuzzer.stdout.readline()
    assert line, f"the fuzzer itself ended with {fuzzer.wait()}"
    answer = json.loads(line)
    count = answer["counts"]
    figures(
        f"fuzzed, {kind}: {count['cases']} cases, {count['commands']:,} commands,"
        f" done {count.get('done', 0):,}, refused {count.get('refused', 0):,}, faults {len(answer['faults'])}"
    )
    assert list(map(sentence, answer["faults"])) == []


def sentence(fault: dict[str, object]) -> str:
    """A fault, how often it was found, and how to see it again."""
    text = f"{fault['what']} ({fault['where']})" if fault["where"] else f"{fault['what']}"
    return f"{text}, {fault['times']} times; see: python -m tests.faults.fuzz FOLDER {fault['case']}"
