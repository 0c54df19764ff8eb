"""Programs that write, read, check, open, back up, export and merge in one folder are killed: nothing is lost or left.

Each kill has a number, by which it is seen again: `python -m tests.faults.crowd FOLDER 1 NUMBER`.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.systems import needs_forks

ROOT = Path(__file__).resolve().parent.parent.parent


@needs_forks
def test_kills_of_many_at_once_lose_nothing_and_leave_nothing(
    tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.faults.crowd", str(tmp_path), str(times(4, 160))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    toll = json.loads(done.stdout)
    figures(
        f"kills of seven at once: {toll['kills']:,}, acknowledged {toll['acknowledged']:,}, lost {toll['lost']},"
        f" rolled back {toll['rolled_back']}, parts left {toll['parts']:,}, backups looked through {toll['backups']:,}"
    )
    assert (toll["lost"], toll["wrong"]) == (0, [])
    # Else nobody was killed while writing.
    assert toll["acknowledged"] > 0
    assert toll["rolled_back"] > 0
