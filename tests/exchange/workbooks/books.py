"""Registers as workbooks, edited as people edit them and read back as the program reads them."""

import datetime
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from riskdesk.desk import importing, scales
from riskdesk.desk.formats.as_excel import paint
from riskdesk.domain.importing.result import Import
from riskdesk.domain.returning.returning import returned
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import workbook
from riskdesk.exchange.workbooks.register import register_workbook
from tests import reading_here
from tests.report.conftest import mapped
from tests.report.full import full

MADE = datetime.datetime(2026, 11, 28, 12, 30, tzinfo=datetime.UTC)
DEFAULT = scales.profile(scales.DEFAULT)


def filled(language: Language, profile: str = scales.DEFAULT) -> RegisterTree:
    """The Kazakhstan register with everything said of each risk and mitigation, on a scale that ships."""
    scale = scales.profile(profile)
    tree = mapped(full(language), lambda risk: replace(risk, **_levels(scale, risk)), lambda mitigation: mitigation)
    return replace(tree, register=replace(tree.register, scale=scale, references=31))


def _levels(scale: Scale, risk: Any) -> dict[str, int]:
    """The levels of a risk, the highest of a scale where they are above it."""
    most = {"likelihood": len(scale.likelihood), "impact": len(scale.impact)}
    names = ("likelihood", "impact", "residual_likelihood", "residual_impact")
    return {name: min(getattr(risk, name), most[name.removeprefix("residual_")]) for name in names}


def assessed(tree: RegisterTree) -> list[tuple[Assessment, Assessment]]:
    return [(risk.assessment, risk.residual) for risk in tree.risks]


def data(tree: RegisterTree, changes: Any = None) -> bytes:
    """The workbook of a register in its language."""
    return register_workbook(tree, tree.register.language, paint, MADE, changes).data


def written(tree: RegisterTree, folder: Path) -> Path:
    """The file of that workbook."""
    path = folder / "register.xlsx"
    path.write_bytes(data(tree))
    return path


def opened(path: Path, **how: Any) -> Any:
    return load_workbook(path, **how)


def edited(path: Path, change: Callable[[Any], object]) -> Path:
    """The workbook once somebody has changed it and another program saved it."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def column(sheet: Any, head: str) -> int:
    """The number of a column by its head."""
    return next(cell.column for row in sheet.iter_rows(5, 5) for cell in row if cell.value == head)


def read_back(path: Path) -> Import:
    """What the reader of tables and the workbook's own make of a file, in this process."""
    file_import = returned(workbook.read(path), DEFAULT)
    assert file_import is not None, "it is known as a workbook of Riskdesk"
    return file_import


def imported(path: Path, language: Language = Language.ENGLISH) -> Import:
    """What the program makes of a file."""
    file_import, _ = importing.made_of(reading_here.read(path), path.stem, language)
    return file_import


def without_results(path: Path) -> Path:
    """The workbook without what its formulas gave when it was written."""
    import re

    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = re.sub(rb"</f><v>[^<]*</v>", b"</f>", content)
            new.writestr(part, content)
    path.write_bytes(out.getvalue())
    return path
