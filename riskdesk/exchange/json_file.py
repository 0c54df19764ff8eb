"""Register documents in JSON files."""

from pathlib import Path

from riskdesk.domain.document import LARGEST, TellUnknown, from_document
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange.file_content import content, named, text


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
