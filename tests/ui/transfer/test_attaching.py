"""The export says what goes along inside the file, and the user decides."""

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import print_sets, registers
from riskdesk.domain.printing import ATTACHED, DocumentKind, Print
from riskdesk.kit.fields.note import Note
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.asking import FOLDER
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.printer import Printing, rendering
from riskdesk.ui.transfer.export import ExportDialog
from riskdesk.ui.transfer.exporting import Exporting
from tests.ui.conftest import Opened, action
from tests.watching import watching

ALL, PRINTED, NOTHING, HELD_BACK = "The register itself", "Only what is printed", "nothing but its pages", "Left out"
LONG = "Restricted to the members of the Steering Committee and to those whom they have asked for advice"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    remembered = Settings(tmp_path / "settings.ini")
    remembered.set(FOLDER, str(tmp_path))
    return remembered


class ExportForm:
    """The export dialog as its user sees it."""

    def __init__(
        self, workbench: Workbench, settings: Settings, parent: QWidget, kind: DocumentKind = DocumentKind.APPENDIX
    ) -> None:
        choice = PrintChoice(settings, parent)
        choice.choose(Print(kind))
        register = workbench.tree().register
        self.dialog = ExportDialog(register, workbench, choice, settings, parent)
        self.dialog.open()
        self.box = next(box for box in self.dialog.findChildren(QCheckBox) if "Attach" in box.text())

    @property
    def line(self) -> QLabel:
        return next(label for label in self.dialog.findChildren(QLabel) if label.wordWrap() and label.isVisible())

    def choose(self, kind: DocumentKind) -> None:
        field = next(box for box in self.dialog.findChildren(QComboBox) if box.accessibleName() == "Document")
        field.setCurrentIndex(field.findData(kind.value))
        field.activated.emit(field.currentIndex())

    def says(self, words: str) -> bool:
        return words in self.line.text() and self.box.accessibleDescription() == self.line.text()


def box_of(dialog: QDialog, name: str) -> QComboBox:
    return next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == name)


@pytest.fixture
def marked(workbench: Workbench) -> Workbench:
    workbench.run(registers.edit(workbench.register_id, handling_mark=LONG))
    return workbench


def test_the_line_says_what_goes_along_with_each_document(
    window: QMainWindow, workbench: Workbench, settings: Settings
) -> None:
    form = ExportForm(workbench, settings, window)
    assert form.box.isChecked()
    assert form.says(PRINTED)
    for kind in (DocumentKind.WORKING, DocumentKind.MATRIX, DocumentKind.SUMMARY):
        form.choose(kind)
        assert form.box.isChecked()
        assert form.says(ALL)
    form.box.click()
    for kind in DocumentKind:
        form.choose(kind)
        assert not form.box.isChecked(), "who unticks it means every document"
        assert form.says(NOTHING)
        assert form.dialog.chosen().attach is False


def test_what_was_chosen_is_remembered(window: QMainWindow, workbench: Workbench, settings: Settings) -> None:
    form = ExportForm(workbench, settings, window, DocumentKind.WORKING)
    form.box.click()
    form.dialog.accept()
    next_form = ExportForm(workbench, settings, window, DocumentKind.MATRIX)
    assert next_form.dialog.chosen().attach is False
    next_form.box.click()
    next_form.dialog.accept()
    assert ExportForm(workbench, settings, window, DocumentKind.MATRIX).dialog.chosen().attach is True


def test_a_choice_that_is_cancelled_is_not_remembered(
    window: QMainWindow, workbench: Workbench, settings: Settings
) -> None:
    form = ExportForm(workbench, settings, window, DocumentKind.WORKING)
    form.box.click()
    form.dialog.reject()
    assert ExportForm(workbench, settings, window, DocumentKind.WORKING).box.isChecked()


def test_a_mark_that_may_lead_outside_leaves_it_out_and_says_why(
    window: QMainWindow, marked: Workbench, settings: Settings
) -> None:
    form = ExportForm(marked, settings, window, DocumentKind.WORKING)
    assert not form.box.isChecked()
    assert form.says(HELD_BACK)
    assert form.says(LONG[:40])
    form.choose(DocumentKind.APPENDIX)
    assert form.box.isChecked()
    assert form.says(PRINTED)
    form.choose(DocumentKind.SUMMARY)
    assert form.says(HELD_BACK)
    assert form.dialog.chosen().attach is False


def test_who_ticks_it_all_the_same_is_asked_again_the_next_time(
    window: QMainWindow, marked: Workbench, settings: Settings
) -> None:
    form = ExportForm(marked, settings, window, DocumentKind.WORKING)
    form.box.click()
    assert form.says(ALL)
    form.choose(DocumentKind.MATRIX)
    assert form.dialog.chosen().attach is True
    form.dialog.accept()
    assert not ExportForm(marked, settings, window, DocumentKind.MATRIX).box.isChecked()
    marked.run(registers.edit(marked.register_id, handling_mark="Internal"))
    assert ExportForm(marked, settings, window, DocumentKind.MATRIX).box.isChecked()


def test_the_mark_is_shown_as_it_was_typed(window: QMainWindow, workbench: Workbench, settings: Settings) -> None:
    workbench.run(registers.edit(workbench.register_id, handling_mark="<b>Public</b> & free"))
    form = ExportForm(workbench, settings, window, DocumentKind.WORKING)
    assert form.says("“<b>Public</b> & free”")


def test_the_line_is_never_cut(window: QMainWindow, marked: Workbench, settings: Settings, qtbot: QtBot) -> None:
    form = ExportForm(marked, settings, window)
    qtbot.waitExposed(form.dialog)
    for kind in DocumentKind:
        form.choose(kind)
        for _ in range(2):
            form.box.click()
            line = form.line
            assert line.height() >= line.heightForWidth(line.width())
            assert form.dialog.height() >= form.dialog.layout().totalHeightForWidth(form.dialog.width())


def test_a_print_set_leaves_the_choice_alone(window: QMainWindow, workbench: Workbench, settings: Settings) -> None:
    workbench.run(print_sets.keep(workbench.register_id, "Board", Print(DocumentKind.MATRIX)))
    form = ExportForm(workbench, settings, window)
    form.box.click()
    menu = form.dialog._fields.sets.menu()
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if entry.text() == "Board").trigger()
    assert form.dialog.chosen() == Print(DocumentKind.MATRIX, attach=False)
    assert form.dialog._fields.sets.text() == "Board"


@pytest.mark.parametrize("ticks", [0, 1])
def test_the_file_has_inside_what_was_ticked(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, tmp_path: Path, ticks: int
) -> None:
    workbench.run(registers.edit(workbench.register_id, handling_mark="Public"))
    window = open_window()
    window._rooms.choice.choose(Print(DocumentKind.SUMMARY))
    action(window, "export_pdf").trigger()
    dialog = window.findChild(ExportDialog)
    out = tmp_path / "out.pdf"
    dialog.findChild(QLineEdit).setText(str(out))
    for box in dialog.findChildren(QCheckBox):
        if "Open" in box.text():
            box.setChecked(False)
        elif "Attach" in box.text() and ticks:
            box.click()
    dialog.yes.click()
    qtbot.waitUntil(out.exists)
    assert carries(out.read_bytes()) == bool(ticks)


def carries(data: bytes) -> bool:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return ATTACHED in pdf.attachments


def test_what_is_shown_in_the_viewer_holds_its_pages_alone(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdfs: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        pdfs.append(Path(url.toLocalFile()).read_bytes())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    exporting = Exporting(window, workbench.post)
    exporting.show(workbench.tree(), Print(DocumentKind.WORKING), workbench.session)
    qtbot.waitUntil(lambda: bool(pdfs))
    assert not carries(pdfs[0])


@pytest.fixture
def linked(workbench: Workbench, tmp_path: Path) -> Path:
    """The open store by another name."""
    path = tmp_path / "linked.pdf"
    path.hardlink_to(workbench.session.path)
    return path


def refused(qtbot: QtBot, window: QMainWindow) -> str:
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    return window.findChild(QMessageBox).text()


def test_the_dialog_stays_where_a_store_would_be_replaced(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, settings: Settings, linked: Path
) -> None:
    before = linked.read_bytes()
    form = ExportForm(workbench, settings, window)
    form.dialog.findChild(QLineEdit).setText(str(linked))
    with watching(linked) as opened:
        form.dialog.yes.click()
    assert "is there already and is no PDF file" in form.dialog.findChild(Note).text()
    assert opened == []
    assert form.dialog.isVisible()
    assert linked.read_bytes() == before


def test_the_open_store_is_no_place_for_a_register_document(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "linked.json"
    out.hardlink_to(workbench.session.path)
    window = open_window()
    action(window, "export").trigger()
    dialog = window.findChild(ExportDialog)
    qtbot.keyClicks(box_of(dialog, "Format"), "json")
    dialog.findChildren(QLineEdit)[0].setText(str(out))
    with watching(workbench.session.path) as opened:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert "is there already and is no JSON file" in dialog.findChild(Note).text()
    assert opened == []
    assert out.samefile(workbench.session.path)


@pytest.mark.parametrize("pages", [(0, 0), (1, 1)])
def test_nothing_is_printed_over_a_store(
    qtbot: QtBot, window: QMainWindow, workbench: Workbench, linked: Path, pages: tuple[int, int]
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(linked))
    printer.setFromTo(*pages)
    session = workbench.session
    with watching(linked) as opened:
        Printing(window, workbench.post).start(rendering(workbench.tree(), session), Print(), session, printer)
        assert "is there already and is no PDF file" in refused(qtbot, window)
    assert opened == []
    assert linked.samefile(session.path)
