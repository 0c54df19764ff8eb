"""The register that rides along in a PDF which Riskdesk printed."""

from contextlib import closing
from pathlib import Path

from riskdesk.domain.document import from_document
from riskdesk.domain.printing import ATTACHED
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.exchange import json_file


def read(path: Path, scale: Scale) -> RegisterTree:
    """The register in a PDF; FileProblem or InputProblem says why there is none to be read."""
    return from_document(json_file.text(path, _attached(path, json_file.content(path))), scale)


def _attached(path: Path, data: bytes) -> bytes:
    # A large library, which only this needs of what is done without a window.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with closing(PdfDocument(data)) as document:
            found = (document.get_attachment(number) for number in range(document.count_attachments()))
            inside = next((bytes(it.get_data()) for it in found if it.get_name() == ATTACHED), None)
    except PdfiumError as error:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is no PDF that can be read ({reason})."), file=path, reason=error
        ) from None
    if inside is None:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} does not carry a register: Riskdesk did not print it."), file=path
        )
    return inside
