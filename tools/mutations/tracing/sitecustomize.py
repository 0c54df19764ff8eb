"""Notes which lines of some files each test runs, in its own process and in each Python that it starts.

Python imports a module of this name by itself wherever its folder is on PYTHONPATH.
"""

import os
import sys
import threading
from types import FrameType
from typing import Any

FILES, OUT = "MUTATIONS_TRACED", "MUTATIONS_TRACE"


class Trace:
    """Writes each line once, as soon as a test runs it: what is killed has written what it did."""

    def __init__(self, files: list[str], out: str) -> None:
        self._names = {file: str(number) for number, file in enumerate(files)}
        # Open from the start, as a process may give its rights up.
        self._out = os.open(out, os.O_WRONLY | os.O_CLOEXEC)
        self._seen = set[tuple[str, int]]()

    def test(self, name: str) -> None:
        """What runs from now on belongs to the test of that name."""
        self._name = name
        self._seen.clear()

    def note(self, text: str) -> None:
        """Write a line of another kind."""
        os.write(self._out, f"{text}\n".encode())

    def call(self, frame: FrameType, _event: str, _argument: object) -> Any:
        return self._line if frame.f_code.co_filename in self._names else None

    def _line(self, frame: FrameType, event: str, _argument: object) -> Any:
        place = frame.f_code.co_filename, frame.f_lineno
        if event == "line" and place not in self._seen:
            self._seen.add(place)
            self.note(f"{self._names[place[0]]} {place[1]} {self._name}")
        return self._line


def start() -> Trace:
    """Note from now on what this process does, in each of its threads."""
    trace = Trace(os.environ[FILES].split(os.pathsep), os.environ[OUT])
    threading.settrace(trace.call)
    sys.settrace(trace.call)
    return trace


if OUT in os.environ and "PYTEST_CURRENT_TEST" in os.environ:
    start().test(os.environ["PYTEST_CURRENT_TEST"].rpartition(" (")[0])
