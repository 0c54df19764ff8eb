"""A writer is killed at any moment: what it acknowledged is there, and what it had not finished is absent or whole."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.systems import needs_forks

ROOT = Path(__file__).resolve().parent.parent.parent


@needs_forks
def test_a_kill_loses_nothing_that_was_acknowledged(
    tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.faults.kills", str(tmp_path), str(times(25, 1000))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    toll = json.loads(done.stdout)
    figures(
        f"kills: {toll['kills']:,}, acknowledged {toll['acknowledged']:,}, lost {toll['lost']},"
        f" finished unacknowledged {toll['unacknowledged_but_whole']}, rolled back {toll['rolled_back']:,}"
    )
    assert (toll["lost"], toll["wrong"]) == (0, [])
    # Else nobody was killed while writing.
    assert toll["acknowledged"] > 0
    assert toll["rolled_back"] > 0
