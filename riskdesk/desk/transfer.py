"""What goes out of a register and comes into a store: the printed appendix and the register document."""

import datetime
from collections.abc import Generator
from functools import partial
from pathlib import Path

from riskdesk.desk import scales
from riskdesk.domain.document import to_document
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange import json_file, pdf_file
from riskdesk.files import write_atomically
from riskdesk.report import Rendered, rendering

Missing = tuple[str, ...]
_READERS = {".json": json_file.read, ".pdf": pdf_file.read}


def export(tree: RegisterTree, out: Path, how: Print, made: datetime.datetime) -> Missing:
    """Write a register to a file, whose ending is the format; returns the characters that no font has.

    FileProblem where it cannot be written; what was there before is then still there.
    """
    steps = exporting(tree, out, how, made)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            missing: Missing = done.value
            return missing


def exporting(
    tree: RegisterTree, out: Path, how: Print, made: datetime.datetime
) -> Generator[tuple[int, int], None, Missing]:
    """Export step by step, yielding per cent done; closing the generator gives up and writes nothing."""
    if out.suffix.lower() == ".json":
        write_atomically(out, to_document(tree).encode("utf-8"))
        return ()
    if out.suffix.lower() != ".pdf":
        raise _unknown_format(out, ".pdf, .json")
    rendered = yield from printing(tree, how, made)
    write_atomically(out, rendered.data)
    return rendered.missing


def printing(tree: RegisterTree, how: Print, made: datetime.datetime) -> Generator[tuple[int, int], None, Rendered]:
    """Render step by step, yielding per cent done; closing the generator gives up."""
    steps = rendering(tree, how, made)
    while True:
        try:
            yield round(100 * next(steps)), 100
        except StopIteration as done:
            rendered: Rendered = done.value
            return rendered


def read(source: Path, language: Language) -> RegisterTree:
    """The register in a file, whose ending is the format; `language` is its language where it says none."""
    reader = _READERS.get(source.suffix.lower())
    if reader is None:
        raise _unknown_format(source, ", ".join(_READERS))
    return reader(source, partial(scales.profile, scales.DEFAULT), language)


def _unknown_format(file: Path, known: str) -> InputProblem:
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The ending of {file} is no format that Riskdesk knows; choose one of {known}."),
        file=file,
        known=known,
    )
