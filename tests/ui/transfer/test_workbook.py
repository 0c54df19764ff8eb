"""The workbook of a register, changed in Excel and brought back in the window."""

import datetime
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.desk import transfer
from riskdesk.desk.formats import Request
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.importing.dialog import ImportDialog
from tests.ui.conftest import Opened, tree_of

FIRST = 6


def exported(workbench: Workbench, folder: Path) -> Path:
    path = folder / "register.xlsx"
    today = datetime.date(2026, 11, 28)
    changed_at = workbench.session.changed_at()
    transfer.export(Request(tree_of(workbench), Print(), changed_at, today, Layout.REGISTER), path)
    return path


def import_dialog(open_window: Opened, qtbot: QtBot, path: Path) -> ImportDialog:
    window = open_window()
    window.take_files([path])
    qtbot.waitUntil(
        lambda: any(candidate.isVisible() for candidate in window.findChildren(ImportDialog)), timeout=30_000
    )
    return next(candidate for candidate in window.findChildren(ImportDialog) if candidate.isVisible())


def test_a_workbook_in_which_nothing_was_changed_brings_nothing(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = import_dialog(open_window, qtbot, exported(workbench, tmp_path))
    assert dialog._comparing.model.lines == []
    assert not dialog.yes.isEnabled()


def test_each_cell_that_was_changed_is_compared_and_comes_in(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    path = exported(workbench, tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[5]}
    sheet.cell(FIRST, heads["Likelihood"]).value = "4 – High"
    sheet.cell(FIRST + 1, heads["Owner"]).value = "Ms X"
    book.save(path)
    first, second = list(tree_of(workbench).risks)[:2]
    dialog = import_dialog(open_window, qtbot, path)
    model = dialog._comparing.model
    assert [model.sides(line) for line in model.lines] == [("", "4 High"), ("", "Ms X")]
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    now = {risk.id: risk for risk in tree_of(workbench).risks}
    assert (now[first.id].likelihood, now[second.id].owner) == (4, "Ms X")
