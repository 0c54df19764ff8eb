"""The process that reads one file of another program, so that no file can crash the program itself.

It reads a line of JSON, `{"path": …, "encoding": …}`, from its standard input, and answers with a letter and JSON: S
for a source, P for a problem.
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
# In bytes: more than twice the need of a file of the largest size.
_MOST_MEMORY = 800_000_000


def answer_question() -> int:
    """Read the file named on standard input, and write its content to standard output."""
    # If the system refuses, as Windows may, only the limits for files (`limits.py`, `package.py`) apply.
    with suppress(OSError):
        limit_memory(_MOST_MEMORY)
    # Garbage collection would visit all cells again and again, and the process ends soon.
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
    """The problem in an answer of the process."""
    record = json.loads(data)
    kind = FileProblem if record["kind"] == FileProblem.__name__ else InputProblem
    return kind(record["text"], **record["values"])


def _record(problem: Problem) -> dict[str, object]:
    values = {name: value if isinstance(value, int) else str(value) for name, value in problem.values.items()}
    return {"kind": type(problem).__name__, "text": problem.text, "values": values}
