"""How long a user waits for the window: from the start of the process to the first picture of the Kazakhstan register.

CPU time, as a ratio to that of an empty window, so that figures of different machines can be compared.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language

ROUNDS, GOAL = 15, 2.0
CHILD = [sys.executable, str(Path(__file__).with_name("_first_paint.py"))]


def main() -> None:
    """Measure in turns after a warm-up and print the medians."""
    with tempfile.TemporaryDirectory() as home:
        store = Path(home) / "kazakhstan.riskdesk"
        with closing(Session.create(store, "bench")) as session:
            session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
        surroundings = _surroundings(home)
        runs = [[_cpu(arguments, surroundings) for arguments in ([], [str(store)])] for _ in range(ROUNDS + 1)]
    empty, riskdesk = (statistics.median(times) for times in zip(*runs[1:], strict=True))
    print(f"start-up: {riskdesk:.3f} s CPU; an empty window {empty:.3f} s; ratio {riskdesk / empty:.2f} (goal: {GOAL})")


def _surroundings(home: str) -> dict[str, str]:
    """The environment of a new user without a screen, whose Python keeps its bytecode as everybody's does."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHONDONTWRITE"))}
    return inherited | {"HOME": home, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def _cpu(arguments: list[str], surroundings: dict[str, str]) -> float:
    """CPU seconds of a process until the window is painted."""
    process = subprocess.Popen([*CHILD, *arguments], env=surroundings)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join([*CHILD, *arguments])} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
