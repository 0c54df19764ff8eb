"""The process that reads one file of another program, so that no file can crash the program itself.

It reads a line of JSON, `{"path": …, "encoding": …}`, from its standard input, and answers with a letter and JSON: S
for a source, P for a problem.
"""

import gc
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from riskdesk.domain.problems import FileProblem, InputProblem, Phrase, Problem
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
    return _problem(json.loads(data))


def _problem(record: dict[str, Any]) -> Problem:
    kind = FileProblem if record["kind"] == FileProblem.__name__ else InputProblem
    return kind(record["text"], **{name: _value(value) for name, value in record["values"].items()})


def _record(problem: Problem) -> dict[str, Any]:
    values = {name: _plain(value) for name, value in problem.values.items()}
    return {"kind": type(problem).__name__, "text": problem.text, "values": values}


def _plain(value: object) -> Any:
    """A value of a problem as JSON: phrases and problems in it stay what they are, as the asker translates them."""
    if isinstance(value, Problem):
        return _record(value)
    return value if isinstance(value, int | Phrase) else str(value)


def _value(plain: Any) -> object:
    if isinstance(plain, dict):
        return _problem(plain)
    return Phrase(*plain) if isinstance(plain, list) else plain
