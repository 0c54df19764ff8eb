"""The content of files that the user chooses, and its problems, which name the file."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem, unreadable
from riskdesk.files import read_bounded


def content(path: Path, most: int) -> bytes:
    """The bytes of a file; FileProblem if it cannot be read or has more than `most`."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileProblem(
                QT_TRANSLATE_NOOP("Problem", "{file} is not a file that can be read; choose another one."), file=path
            )
        return read_bounded(path, most)
    except (OSError, ValueError) as error:
        is_too_large = isinstance(error, OSError) and error.errno == errno.EFBIG
        raise (too_large(path, most) if is_too_large else unreadable(path, error)) from None


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Add the name of a file to an InputProblem about its content."""
    try:
        yield
    except InputProblem as problem:
        raise InputProblem(QT_TRANSLATE_NOOP("Problem", "{file}: {reason}"), file=path, reason=problem) from None


def text(path: Path, data: bytes) -> str:
    """The text of bytes from a file; InputProblem if they are not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is not text in UTF-8; save it in that encoding and try again."),
            file=path,
        ) from None


def too_large(path: Path, most: int) -> FileProblem:
    """The problem of a file that is larger than any register."""
    return FileProblem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "{file} is too large for a register: it may have at most {most} million bytes; divide the register.",
        ),
        file=path,
        most=most // 1_000_000,
    )
