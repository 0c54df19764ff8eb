"""The register that rides along in a PDF which Riskdesk printed."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from riskdesk.domain.document import from_document
from riskdesk.domain.printing import ATTACHED
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange import json_file


def read(path: Path, scale: Callable[[Language], Scale], language: Language) -> RegisterTree:
    """The register in a PDF; FileProblem or InputProblem says why there is none to be read."""
    return from_document(json_file.text(path, _attached(path, json_file.content(path))), scale, language)


def _attached(path: Path, data: bytes) -> bytes:
    # A large library, which only this needs of what is done without a window.
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        with closing(PdfDocument(data)) as document:
            found = (document.get_attachment(number) for number in range(document.count_attachments()))
            inside = next((bytes(it.get_data()) for it in found if it.get_name() == ATTACHED), None)
    except PdfiumError as error:
        raise InputProblem(_LOCKED if error.err_code == FPDF_ERR_PASSWORD else _UNREADABLE, file=path) from None
    if inside is None:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "{file} does not carry a register; only PDFs that Riskdesk exported with it do."
            ),
            file=path,
        )
    return inside


_LOCKED = QT_TRANSLATE_NOOP(
    "Problem", "{file} is locked with a password; save it without one in the program that locked it, then try again."
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Problem", "{file} is no PDF that can be read; ask whoever sent it to send it again, or choose another file."
)
