"""Reads the register in a workbook of Riskdesk, with the ids with which it was written."""

from collections.abc import Iterator
from dataclasses import replace

from riskdesk.domain import json_text
from riskdesk.domain.document import from_document
from riskdesk.domain.importing.messages import LeftOut, Report
from riskdesk.domain.importing.remarks import report_additions
from riskdesk.domain.importing.result import Import, TableRole
from riskdesk.domain.importing.tables.roles import Role
from riskdesk.domain.importing.values.dated import fields_in_language
from riskdesk.domain.possible import admitted
from riskdesk.domain.register_sheet import DETAILS
from riskdesk.domain.returning.cells import Cells
from riskdesk.domain.returning.finding import Returned, find
from riskdesk.domain.returning.growing import WorkbookItems
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Source
from riskdesk.domain.values import Register


def returned(source: Source, scale: Scale) -> Import | None:
    """The register in a workbook of Riskdesk, with all changes; None if a source is no such workbook."""
    workbook = find(source)
    if workbook is None:
        return None
    report = Report()
    report_additions(source, [workbook.table], report)
    content = {name: value for name, value in workbook.content.items() if name not in ("titles", "categories")}
    tree = from_document(json_text.written(content), scale)
    cells = Cells(workbook, tree.register.scale, report)
    growing = WorkbookItems(workbook, cells, (value.id for value in tree.values))
    register = _register(tree.register, workbook, cells)
    tree = replace(tree, register=register, categories=growing.categories(register))
    report.left_out += _left_out(workbook)
    return Import(
        source.name,
        tree,
        growing.places,
        (TableRole(workbook.table.place(), Role.OWN, Role.OWN),),
        messages=tuple(report.messages),
        questions=tuple(report.questions.values()),
        left_out=tuple(report.left_out),
        own=True,
    )


def _register(register: Register, workbook: Returned, cells: Cells) -> Register:
    """The register with the fields that were changed in the workbook."""
    fields = {}
    for field in DETAILS:
        code = f"register.{field.name}"
        table, cell = workbook.details.get(code, (None, None))
        if table is None or cell is None:
            continue
        value = cells.value(field, cell, table.place_of(cell), register.id, code)
        if value is not None or not field.required:
            fields[field.name] = value
    return admitted(replace(register, **fields_in_language(fields, register.language)))


def _left_out(workbook: Returned) -> Iterator[LeftOut]:
    for table, cell in workbook.foreign:
        yield LeftOut.of_cell("rest", table.place_of(cell), cell)
