"""The register document as a file."""

from collections.abc import Callable
from pathlib import Path

from riskdesk.domain.document import from_document
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language

_LARGEST = 200 * 2**20


def read(path: Path, scale: Callable[[Language], Scale], language: Language) -> RegisterTree:
    """The register in a JSON file; FileProblem or InputProblem says why it cannot be read."""
    return from_document(text(path, content(path)), scale, language)


def text(path: Path, data: bytes) -> str:
    """What bytes found in a file say; InputProblem if they are no UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is not text in UTF-8; save it in that encoding and try again."),
            file=path,
        ) from None


def content(path: Path) -> bytes:
    """The bytes of a file; FileProblem if it cannot be read or is larger than any register."""
    try:
        if path.stat().st_size > _LARGEST:
            raise FileProblem(QT_TRANSLATE_NOOP("Problem", "{file} is too large for a register document."), file=path)
        return path.read_bytes()
    except OSError as error:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The file {file} cannot be read ({reason})."),
            file=path,
            reason=error.strerror,
        ) from None
