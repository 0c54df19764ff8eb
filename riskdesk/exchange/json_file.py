"""Register documents in JSON files."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riskdesk.domain.document import LARGEST, TellUnknown, from_document
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem, unreadable
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language


def read(
    path: Path, scale: Scale, language: Language, checkpoint: Checkpoint, tell_unknown: TellUnknown
) -> RegisterTree:
    """The register in a JSON file; FileProblem or InputProblem if it cannot be read.

    `checkpoint` may cancel the reading; `tell_unknown` is called with names that no register has.
    """
    return register(path, content(path, LARGEST), scale, language, checkpoint, tell_unknown)


def register(
    path: Path, data: bytes, scale: Scale, language: Language, checkpoint: Checkpoint, tell_unknown: TellUnknown
) -> RegisterTree:
    """The register of a register document in the bytes of a file; InputProblem if it cannot be read."""
    document = text(path, data)
    with named(path):
        return from_document(document, scale, language, checkpoint, tell_unknown)


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


def content(path: Path, most: int) -> bytes:
    """The bytes of a file; FileProblem if it cannot be read or has more than `most`.

    This is checked on reading, as a file may grow meanwhile, and what is no regular file may never end.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileProblem(
                QT_TRANSLATE_NOOP("Problem", "{file} is not a file that can be read; choose another one."), file=path
            )
        with open(path, "rb", opener=_opened) as file:
            return limited(path, file.read(most + 1) or b"", most)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _opened(path: str, flags: int) -> int:
    """Open without blocking, as what looks like a file may be a message queue; Windows has none of these."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def limited(path: Path, data: bytes, most: int = LARGEST) -> bytes:
    """The bytes from a file; FileProblem if there are more than `most`."""
    if len(data) > most:
        raise too_large(path, most)
    return data


def too_large(path: Path, most: int = LARGEST) -> FileProblem:
    """The problem of a file that is larger than any register."""
    return FileProblem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "{file} is too large for a register: it may have at most {most} million bytes; divide the register.",
        ),
        file=path,
        most=most // 1_000_000,
    )
