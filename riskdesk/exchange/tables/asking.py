"""The client of the process that reads files: it starts the process, waits, and ends it if the result is not needed."""

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import riskdesk
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem, system_reason
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.sheets import Source
from riskdesk.exchange.tables import wire, worker

# The command line argument that starts the process.
ARGUMENT = "--tables"
# In seconds: a workbook of ten thousand rows takes a few; the process starts in less than one.
_LONGEST, _PAUSE = 60, 0.05


def read(path: Path, encoding: str = "", checkpoint: Checkpoint = never_cancelled) -> Source:
    """The content of a file; `checkpoint` may cancel the reading.

    FileProblem or InputProblem if it cannot be read, or takes too long.
    """
    process = _started(path)
    try:
        _ask(process, path, encoding)
        answer = _answer(process, path, checkpoint)
    finally:
        process.kill()
        process.communicate()
    return _source(path, answer)


def _started(path: Path) -> subprocess.Popen[bytes]:
    """Start the process for a file; FileProblem if it cannot be started."""
    module = [] if hasattr(sys, "frozen") else ["-m", "riskdesk"]
    try:
        return subprocess.Popen(  # noqa: S603 - it is this program itself
            [sys.executable, *module, ARGUMENT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # The folder of the package, in whatever folder the program was started.
            cwd=Path(riskdesk.__file__).parent.parent,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        # An update may have replaced the program, or the computer may have no memory for another process.
        raise FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} was not read, as Riskdesk cannot start the part of it that reads files ({reason}); close other"
                " programs, or close Riskdesk and open it again, and try again.",
            ),
            file=path,
            reason=system_reason(error),
        ) from error


def _ask(process: subprocess.Popen[bytes], path: Path, encoding: str) -> None:
    """Send the whole question, as `communicate` may leave a part of it unsent after its timeout."""
    assert process.stdin is not None, "it is a pipe"
    # A process that has already ended gives no answer.
    with suppress(OSError), process.stdin as pipe:
        pipe.write(json.dumps({"path": str(path.absolute()), "encoding": encoding}).encode() + b"\n")
    process.stdin = None


def _answer(process: subprocess.Popen[bytes], path: Path, checkpoint: Checkpoint) -> bytes:
    end = time.monotonic() + _LONGEST
    while True:
        checkpoint()
        try:
            answer, _ = process.communicate(timeout=_PAUSE)
        except subprocess.TimeoutExpired:
            if time.monotonic() > end:
                raise InputProblem(
                    QT_TRANSLATE_NOOP(
                        "Problem",
                        "{file} takes too long to read; keep the register alone in a copy of it and import that.",
                    ),
                    file=path,
                ) from None
        else:
            return answer


def _source(path: Path, answer: bytes) -> Source:
    if answer.startswith(worker.REFUSED):
        raise worker.problem_of(answer[1:])
    try:
        if not answer.startswith(worker.READ):
            raise ValueError
        return wire.read(answer[1:])
    except (ValueError, KeyError, TypeError):
        raise FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} cannot be read: it is damaged, or needs more memory than a register does; save it again in the"
                " program that made it and try again.",
            ),
            file=path,
        ) from None
