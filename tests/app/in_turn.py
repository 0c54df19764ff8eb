"""Commands one after the other in one process, as each of its own would take longer to start than to run."""

import subprocess
import sys
from collections.abc import Mapping

# Before each command stands of how many words it is.
_RUN = """
import sys
from riskdesk.app.main import main
_, expected, *words = sys.argv
while words:
    command, words = words[1 : 1 + int(words[0])], words[1 + int(words[0]) :]
    status = main(command)
    if status != int(expected):
        sys.exit(f"{command!a} ended with {status}")
"""


def run_in_turn(
    environment: Mapping[bytes, bytes] | Mapping[str, str], *commands: tuple[bytes | str, ...], status: int = 0
) -> "subprocess.CompletedProcess[bytes]":
    """What becomes of commands, each of which is to end with a status; the process ends with 0 if all do."""
    words = [argument for command in commands for argument in (str(len(command)), *command)]
    return subprocess.run(
        [sys.executable, "-c", _RUN, str(status), *words], env=environment, capture_output=True, check=False
    )
