"""Import and export from the window."""

import json
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk.templates import template
from riskdesk.domain.document import to_document
from riskdesk.domain.values import Language
from riskdesk.kit.fields.note import Note
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from tests.ui.answering import press
from tests.ui.conftest import Opened, action, sheet


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    box = window.findChild(kind)
    assert isinstance(box, kind)
    return box


def test_the_pdf_is_written_with_what_is_being_typed(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    tree = workbench.tree()
    assert tree is not None
    sheet(window).writing.open(sheet(window).lines.content.rows[next(tree.risks).id])
    sheet(window).writing.editor.setPlainText("Typed a moment ago")
    action(window, "export_pdf").trigger()
    export_dialog = dialog(window, ExportDialog)
    out = tmp_path / "out.pdf"
    export_dialog.findChildren(QLineEdit)[0].setText(str(out))
    next(box for box in export_dialog.findChildren(QCheckBox) if "Open" in box.text()).setChecked(False)
    press(export_dialog, "Export")
    qtbot.waitUntil(out.exists, timeout=20_000)
    text = " ".join(
        " ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(out.read_bytes())
    )
    assert "Typed a moment ago;" in text


def test_a_register_document_dropped_on_the_window_is_taken_in(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "other.json"
    source.write_text(to_document(template("coe", Language.FRENCH)), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source)), QUrl.fromLocalFile(str(tmp_path / "picture.png"))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: len(workbench.registers()) == 2)


def test_a_bad_file_is_told_in_one_sentence(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "bad.json"
    source.write_text("{")
    with qtbot.waitSignal(workbench.problem_reported):
        window._rooms.open_path(source)
    box = dialog(window, QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "JSON" in box.text()
    assert len(workbench.registers()) == 1


def test_import_tells_which_references_are_others_now(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "twice.json"
    bullets = [{"description": "a", "reference": "R-05"}, {"description": "b", "reference": "R-05"}]
    source.write_text(json.dumps({"title": "In", "categories": [{"entries": [{"risks": bullets}]}]}), "utf-8")
    window._rooms.open_path(source)
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None)
    report = dialog(window, ReportDialog)
    assert isinstance(report, ReportDialog)
    assert report.particulars.toPlainText() == "R-05 → R-06"
    assert [risk.reference for risk in workbench.tree().risks] == ["R-05", "R-06"]


def test_import_tells_what_it_left_out_of_a_json_file(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "more.json"
    bullet = {"description": "a", "cost": 3, "e-mail": "a@b"}
    source.write_text(json.dumps({"title": "In", "categories": [{"entries": [{"risks": [bullet]}]}]}), "utf-8")
    with qtbot.waitSignal(workbench.notice_posted) as posted:
        window._rooms.open_path(source)
    assert posted.args[0].text == "Fields that Riskdesk does not know are left out: cost, e-mail"
    assert len(workbench.registers()) == 2


def test_the_register_document_is_written(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    action(window, "export").trigger()
    out = tmp_path / "out.json"
    export_dialog = dialog(window, ExportDialog)
    qtbot.keyClicks(
        next(box for box in export_dialog.findChildren(QComboBox) if box.accessibleName() == "Format"), "json"
    )
    export_dialog.findChildren(QLineEdit)[0].setText(str(out))
    press(export_dialog, "Export")
    qtbot.waitUntil(out.exists, timeout=20_000)
    assert json.loads(out.read_text("utf-8"))["format"] == "riskdesk-register"


@pytest.mark.parametrize("place", ["/", "~nobody-of-this-name"])
def test_a_place_that_can_be_no_file_is_told_and_can_be_mended(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskdesk.ui.transfer.export.folder", lambda _settings: tmp_path / "folder")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "~nobody-of-this-name.pdf").mkdir()
    action(window, "export_pdf").trigger()
    export_dialog = dialog(window, ExportDialog)
    export_dialog.findChildren(QLineEdit)[0].setText(place)
    press(export_dialog, "Export")
    assert export_dialog.isVisible()
    assert "choose another name" in export_dialog.findChild(Note).text()


@pytest.mark.parametrize("name", ["owner", "search"])
def test_the_key_of_the_export_works_in_a_line_of_text(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, name: str
) -> None:
    tree = workbench.tree()
    assert tree is not None
    qtbot.waitUntil(window.isActiveWindow)
    workbench.select([next(tree.risks).id])
    lines = {"owner": "Owner", "search": "Find in the register"}
    field = next(line for line in window.findChildren(QLineEdit) if line.accessibleName() == lines[name])
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    dialog(window, ExportDialog).reject()
