"""Scales saved to files and read from them."""

from pathlib import Path

from riskdesk.desk import scales
from riskdesk.desk.replacing import require_replaceable
from riskdesk.domain.problems import unreadable
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_document import LARGEST, from_scale_document, to_scale_document
from riskdesk.exchange.file_content import named, text
from riskdesk.files import read_bounded, write_atomically


def save(path: Path, scale: Scale, open_store: Path | None = None) -> None:
    """Write a scale to a file, whole or not at all; FileProblem if that fails, or if the file exists and is no JSON."""
    require_replaceable(path, ".json", open_store)
    write_atomically(path, to_scale_document(scale).encode())


def read(path: Path) -> Scale:
    """The scale in a file; FileProblem if it cannot be read, InputProblem if it is none."""
    try:
        data = read_bounded(path, LARGEST)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    document = text(path, data)
    with named(path):
        return scales.recognised(from_scale_document(document))
