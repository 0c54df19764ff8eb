"""The part of the self-test that prints: each kind of document in both languages, each script, and the way back."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from riskdesk.app.selftest.trying import Part, require
from riskdesk.desk import transfer
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.printing import Kind, Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language

_SCRIPTS = {
    "Latin": "Risk, Ţară, ryzyko Łódź, çalışma",
    "Greek": "Κίνδυνος",
    "Cyrillic": "Ризик, тәуекел",
    "Georgian": "რისკი",
    "Armenian": "ռիսկ",
    "Arabic": "خطر",
    "Hebrew": "סיכון",
    "signs": "✓ ≥ ∑ → €",
}


def parts(folder: Path) -> Iterator[tuple[str, Part]]:
    """What is tried in a folder, where a PDF is left for each kind of document."""
    for kind, language in product(Kind, Language):
        yield f"PDF: {kind.value}, {language.value}", partial(_pdf, folder / f"{kind.value}.pdf", kind, language)
    for script, sample in _SCRIPTS.items():
        yield f"script: {script}", partial(_script, folder / "script.pdf", sample)
    yield "JSON and back", partial(_back, folder / "back.json")
    yield "PDF and back", partial(_back, folder / "back.pdf")


def _pdf(out: Path, kind: Kind, language: Language) -> None:
    tree = template(EXAMPLE, Language.ENGLISH)
    _print(replace(tree, register=replace(tree.register, language=language)), out, Print(kind))
    require(out.read_bytes().startswith(b"%PDF-"), "what was written is no PDF")


def _script(out: Path, sample: str) -> None:
    tree = template(EXAMPLE, Language.ENGLISH)
    _print(replace(tree, register=replace(tree.register, title=sample)), out, Print(Kind.APPENDIX))


def _back(out: Path) -> None:
    tree = template(EXAMPLE, Language.ENGLISH)
    _print(tree, out, Print(Kind.WORKING))
    require(transfer.read(out, Language.ENGLISH) == tree, "the register did not come back")


def _print(tree: RegisterTree, out: Path, how: Print) -> None:
    now = datetime.datetime.now(datetime.UTC)
    missing = transfer.export(tree, out, how, now, now.date()).missing
    require(not missing, f"characters are missing: {missing}")
