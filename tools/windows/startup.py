"""How long the packaged programs take to show their window, against the same code in a Python: seconds, medians.

`python -m tools.windows.startup`, once dist/riskdesk/ and dist/windows/riskdesk/ are built.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tools.windows import build, python
from tools.windows.python import ROOT
from tools.windows.screen import Screen, screen
from tools.windows.wine import Wine

ROUNDS, GOAL = 9, 1.2
Start = Callable[[], "subprocess.Popen[str]"]


def main() -> None:
    """Measure both systems, one after the other on the same screen."""
    with screen() as unseen, tempfile.TemporaryDirectory() as home:
        surroundings = {"HOME": home, "XDG_RUNTIME_DIR": home, "LC_ALL": "C.UTF-8", "DISPLAY": unseen.name}

        def linux(*command: str | Path) -> Start:
            return lambda: subprocess.Popen(command, cwd=ROOT, env=surroundings, text=True)

        _compare(
            "Linux", unseen, linux(ROOT / "dist" / "riskdesk" / "riskdesk"), linux(sys.executable, "-m", "riskdesk")
        )
        wine = Wine(ROOT / "build" / "wine" / "startup", unseen)
        wine.make()
        try:
            program = python.set_up(wine.drive / "python")
            packed = shutil.copytree(build.FOLDER, wine.drive / "riskdesk") / "riskdesk.exe"
            frozen, unfrozen = (lambda: wine.start(packed)), (lambda: wine.start(program, "-m", "riskdesk"))
            _compare("Windows (Wine)", unseen, frozen, unfrozen)
        finally:
            wine.close()


def _compare(system: str, unseen: Screen, frozen: Start, unfrozen: Start) -> None:
    """Measure in turns, after a warm-up that makes the own store and the bytecode."""
    rounds = [[_seconds(unseen, start) for start in (frozen, unfrozen)] for _ in range(ROUNDS + 1)][1:]
    packed, plain = (statistics.median(times) for times in zip(*rounds, strict=True))
    print(f"{system}: packaged {packed:.2f} s, in a Python {plain:.2f} s, ratio {packed / plain:.2f} (at most {GOAL})")


def _seconds(unseen: Screen, start: Start) -> float:
    begin = time.perf_counter()
    running = start()
    window = unseen.window("My register file")
    seconds = time.perf_counter() - begin
    unseen.press(window, "ctrl+q")
    running.wait()
    return seconds


if __name__ == "__main__":
    main()
