"""Exporting registers in any of the formats, and reading them from files of Riskdesk's own."""

from pathlib import Path

from riskdesk.desk import scales
from riskdesk.desk.formats import Exported, Request, format_of
from riskdesk.desk.formats.format import unknown_format
from riskdesk.desk.replacing import require_replaceable
from riskdesk.domain.document import TellUnknown
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange import json_file, pdf_file
from riskdesk.files import write_atomically
from riskdesk.part_files import clear_parts

# The endings of pictures of a matrix.
PICTURES = (".svg", ".png")
_READERS = {".json": json_file.read, ".pdf": pdf_file.read}
# The endings of files that hold a register in a format of Riskdesk.
ENDINGS = tuple(_READERS)


def export(
    request: Request, out: Path, open_store: Path | None = None, checkpoint: Checkpoint = never_cancelled
) -> Exported:
    """Write a register, as of a day, to a file whose ending determines the format.

    InputProblem for an unknown ending or layout, FileProblem if the file cannot be written there, or if a file of
    another kind exists. `open_store` is the store that this program has open. `checkpoint` may cancel it; an existing
    file then stays.
    """
    file_format = format_of(out)
    fitted = file_format.fitted(request)
    require_replaceable(out, file_format.ending, open_store)
    clear_parts(out.parent)
    exported = file_format.write(fitted, checkpoint)
    # Not every format can be cancelled while it is made, and none in its last part.
    checkpoint()
    write_atomically(out, exported.data)
    return exported


def require_picture(out: Path, open_store: Path | None = None) -> None:
    """Check that a picture can be written to a file: InputProblem for its ending, FileProblem for an existing file."""
    ending = out.suffix.lower()
    if ending not in PICTURES:
        raise unknown_format(out, PICTURES)
    require_replaceable(out, ending, open_store)


def write_picture(out: Path, data: bytes, open_store: Path | None = None) -> None:
    """Write a picture in the format of the file's ending; InputProblem or FileProblem as for an export."""
    require_picture(out, open_store)
    clear_parts(out.parent)
    write_atomically(out, data)


def read(
    source: Path,
    language: Language,
    checkpoint: Checkpoint = never_cancelled,
    tell_unknown: TellUnknown = lambda _names: None,
) -> RegisterTree:
    """The register in a file whose ending determines the format; `language` is used if the file names none.

    `checkpoint` may cancel it; `tell_unknown` is called with names in it that no register has. FileProblem or
    InputProblem if the file cannot be read.
    """
    reader = _READERS.get(source.suffix.lower())
    if reader is None:
        raise unknown_format(source, _READERS)
    return reader(source, scales.profile(scales.DEFAULT), language, checkpoint, tell_unknown)
