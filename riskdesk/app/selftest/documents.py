"""The part of the self-test that exports each kind of document, language and script, and reads some of them back."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from riskdesk.app.selftest.trying import Trial, require
from riskdesk.desk import importing, transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import calamine

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


def parts(folder: Path) -> Iterator[tuple[str, Trial]]:
    """The trials in a folder, which also leave a PDF of each kind of document there."""
    for kind, language in product(DocumentKind, Language):
        yield f"PDF: {kind.value}, {language.value}", partial(_pdf, folder / f"{kind.value}.pdf", kind, language)
    for script, sample in _SCRIPTS.items():
        yield f"script: {script}", partial(_script, folder / "script.pdf", sample)
    yield "JSON and back", partial(_back, folder / "back.json")
    yield "PDF and back", partial(_back, folder / "back.pdf")
    yield "Word and back", partial(_through_word, folder / "back.docx")
    yield "workbook and back", partial(_workbook, folder / "back.xlsx")
    yield "import of text", partial(_imported, folder / "register.csv")
    yield "import of a workbook", partial(_imported, folder / "register.xlsx")


def _pdf(out: Path, kind: DocumentKind, language: Language) -> None:
    tree = template(EXAMPLE, Language.ENGLISH)
    _print(replace(tree, register=replace(tree.register, language=language)), out, Print(kind))
    require(out.read_bytes().startswith(b"%PDF-"), "what was written is no PDF")


def _script(out: Path, sample: str) -> None:
    tree = template(EXAMPLE, Language.ENGLISH)
    _print(replace(tree, register=replace(tree.register, title=sample)), out, Print(DocumentKind.APPENDIX))


def _back(out: Path) -> None:
    tree = template(EXAMPLE, Language.ENGLISH)
    _print(tree, out, Print(DocumentKind.WORKING))
    require(transfer.read(out, Language.ENGLISH) == tree, "the register did not come back")


def _through_word(out: Path) -> None:
    tree = template(EXAMPLE, Language.ENGLISH)
    _print(tree, out, Print(DocumentKind.APPENDIX))
    tree_back = importing.read(out, Language.ENGLISH).tree
    require(tree_back is not None and len(list(tree_back.risks)) == len(list(tree.risks)), "not all risks came back")


def _workbook(out: Path) -> None:
    tree, now = template(EXAMPLE, Language.ENGLISH), datetime.datetime.now(datetime.UTC)
    transfer.export(Request(tree, Print(), now, now.date(), Layout.REGISTER), out)
    tree_back = importing.read(out, Language.ENGLISH).tree
    ids = [risk.id for risk in tree_back.risks] if tree_back else []
    require(ids == [risk.id for risk in tree.risks], "the register did not come back")


def _imported(source: Path) -> None:
    """Import a file of another program, read in the process for that; a workbook is read by both libraries."""
    rows: list[list[object]] = [["Risk", "Likelihood (1-5)", "Mitigation"], ["Débordement", 3, "Digues"]]
    if source.suffix == ".csv":
        source.write_text("\n".join(";".join(map(str, row)) for row in rows), "utf-8")
    else:
        from openpyxl import Workbook

        book = Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(row)
        book.save(source)
        require(len(next(calamine.read(source).tables).cells) == len(rows) * 3, "calamine read something else")
    tree = importing.read(source, Language.ENGLISH).tree
    risks = [(risk.description, risk.likelihood) for risk in tree.risks] if tree else []
    require(risks == [("Débordement", 3)], f"{risks} came in")


def _print(tree: RegisterTree, out: Path, how: Print) -> None:
    now = datetime.datetime.now(datetime.UTC)
    missing = transfer.export(Request(tree, how, now, now.date()), out).missing
    require(not missing, f"characters are missing: {missing}")
