"""The process that reads one file of another program, so that no file can take the program with it.

It gets a line of JSON, `{"path": …, "encoding": …}`, on its standard input, and answers with a letter and JSON: S for
what was read, P for a problem.
"""

import gc
import json
import sys
from contextlib import suppress
from pathlib import Path

from riskdesk.domain.problems import FileProblem, InputProblem, Problem
from riskdesk.exchange.tables import reading, wire
from riskdesk.system import limit_memory

READ, REFUSED = b"S", b"P"
# In bytes: what a file of the largest size takes is less than half of it.
_MOST_MEMORY = 800_000_000


def answer_question() -> int:
    """Read the file that standard input names, and write what is in it to standard output."""
    # Where Windows does not allow it, the limits on what is in a file (`limits.py`, `package.py`) have to do.
    with suppress(OSError):
        limit_memory(_MOST_MEMORY)
    # It would look through all cells again and again, and the process ends soon.
    gc.disable()
    question = json.loads(sys.stdin.buffer.readline())
    try:
        answer = READ + wire.written(reading.read(Path(question["path"]), question.get("encoding", "")))
    except Problem as problem:
        answer = REFUSED + json.dumps(_record(problem)).encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def problem_of(data: bytes) -> Problem:
    """The problem that the process answered with."""
    record = json.loads(data)
    kind = FileProblem if record["kind"] == FileProblem.__name__ else InputProblem
    return kind(record["text"], **record["values"])


def _record(problem: Problem) -> dict[str, object]:
    values = {name: value if isinstance(value, int) else str(value) for name, value in problem.values.items()}
    return {"kind": type(problem).__name__, "text": problem.text, "values": values}
