"""The export dialog in the whole window, with real keys: format, layout, language, where to, and what it remembers."""

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from riskdesk.desk.formats import FORMATS
from riskdesk.domain.layouts import Layout
from riskdesk.domain.listing import LISTED, RowKind
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from tests.ui.answering import press
from tests.ui.conftest import Opened, action
from tests.ui.transfer.export_form import ExportForm, export_window


@pytest.fixture
def window(open_window: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    return export_window(open_window, tmp_path, monkeypatch)


@pytest.fixture
def ask(window: MainWindow, qtbot: QtBot) -> Callable[..., ExportForm]:
    return lambda *key: ExportForm(window, qtbot, *key)


def test_each_format_offers_its_layouts_and_what_can_be_chosen_of_them(ask: Callable[..., ExportForm]) -> None:
    form = ask()
    assert form.offered("Format") == [known.label.text("en") for known in FORMATS.values()]
    assert form.visible_names == ["Format", "File", "Document", "Language", "Paper", "Orientation"]
    form.choose("Document", "Risk matrix")
    assert form.visible_names == ["Format", "File", "Document", "Language", "Paper", "Orientation", "Assessments"]
    form.choose("Document", "Working")
    assert form.visible_names == ["Format", "File", "Document", "Language", "Paper", "Orientation", "Columns"]
    form.choose("Format", "CSV")
    assert form.offered("Document") == ["Whole register"]
    assert form.visible_names == ["Format", "File", "Document", "Language"]
    form.choose("Format", "JSON")
    assert form.visible_names == ["Format", "File", "Document"]
    form.choose("Format", "Web")
    assert form.offered("Document") == ["Appendix", "Risk matrix"]
    form.choose("Document", "Risk")
    assert form.visible_names == ["Format", "File", "Document", "Language", "Assessments"]


def test_the_name_follows_until_somebody_gives_another_one(ask: Callable[..., ExportForm], tmp_path: Path) -> None:
    form = ask()
    title = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"
    assert form.file.text() == str(tmp_path / f"{title} – Appendix.pdf")
    form.choose("Format", "CSV")
    assert form.file.text() == str(tmp_path / f"{title}.csv")
    form.choose("Format", "Mark")
    assert form.file.text() == str(tmp_path / f"{title} – Appendix.md")
    form.file.setText(str(tmp_path / "mine.md"))
    form.choose("Format", "Web")
    assert form.file.text() == str(tmp_path / "mine.html")
    form.file.setText("mine")
    assert form.dialog.path() == tmp_path / "mine.html"


def test_the_name_is_in_the_language_of_the_file(ask: Callable[..., ExportForm], tmp_path: Path) -> None:
    form = ask("e")
    title = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"
    form.choose("Language", "Fr")
    assert form.file.text() == str(tmp_path / f"{title} – Annexe.pdf")
    form.choose("Document", "Risk matrix")
    assert form.file.text() == str(tmp_path / f"{title} – Matrice des risques.pdf")
    form.choose("Language", "En")
    assert form.file.text() == str(tmp_path / f"{title} – Risk matrix.pdf")


def test_a_folder_that_is_not_there_is_told_in_the_dialog(
    ask: Callable[..., ExportForm], tmp_path: Path, qtbot: QtBot
) -> None:
    form = ask("e")
    form.file.setText(str(tmp_path / "gone" / "a.pdf"))
    qtbot.keyClick(form.dialog, Qt.Key.Key_Return)
    assert form.dialog.isVisible()
    texts = [label.text().replace("\u200b", "") for label in form.dialog.findChildren(QLabel) if label.isVisible()]
    assert any(f"the folder {tmp_path / 'gone'} does not exist" in text for text in texts)
    form.file.setText(str(tmp_path / "a.pdf"))
    assert form.go() == tmp_path / "a.pdf"


def test_an_export_is_written_as_it_was_asked_for_and_remembered(
    ask: Callable[..., ExportForm], window: MainWindow, qtbot: QtBot, notices: list[str]
) -> None:
    form = ask()
    form.choose("Format", "Web")
    form.choose("Document", "Risk")
    form.choose("Language", "Fr")
    out = form.go()
    assert '<html lang="fr">' in out.read_text("utf-8")
    assert "Matrice des risques" in out.read_text("utf-8")
    qtbot.waitUntil(lambda: notices == [f"Saved as {out.name}"])
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
    next_form = ask()
    assert (next_form.box("Format").currentText(), next_form.box("Document").currentText()) == (
        "Web page (HTML)",
        "Risk matrix",
    )
    # The next register may be in another language.
    assert next_form.box("Language").currentText() == "English"


def test_what_is_no_paper_is_not_what_is_printed_next(ask: Callable[..., ExportForm], window: MainWindow) -> None:
    before = window._rooms.choice.how()
    form = ask()
    form.choose("Format", "Web")
    form.choose("Document", "Risk")
    form.go()
    assert window._rooms.choice.how() == before


def test_a_path_that_ends_as_that_of_a_folder_is_the_folder_of_the_proposed_name(
    ask: Callable[..., ExportForm], tmp_path: Path
) -> None:
    form = ask()
    name = form.dialog.path().name
    form.file.setText(f"{tmp_path}/")
    assert form.dialog.path() == tmp_path / name
    form.file.setText(str(tmp_path))
    assert form.dialog.path() == tmp_path.with_name(f"{tmp_path.name}.pdf")


def test_a_pdf_is_asked_for_at_once(ask: Callable[..., ExportForm], window: MainWindow) -> None:
    form = ask("e")
    assert form.dialog.windowTitle() == "Export PDF"
    assert form.visible_names == ["File", "Document", "Language", "Paper", "Orientation"]
    assert form.dialog.path().suffix == ".pdf"
    assert QApplication.focusWidget() is form.file


def test_what_the_list_shows_can_be_written_while_it_is_in_front(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    action(window, "view_list").trigger()
    view = window._centre.front
    qtbot.waitUntil(lambda: bool(view.listed.in_order))
    view.listed.ask(view.listed.listing.filtered("text", "media").sorted_by("reference"))
    view.export_wanted.emit()
    dialog = export_dialog(window)
    assert dialog.choice().layout is Layout.LIST
    assert dialog.path().name.endswith(" – Risks.pdf")
    formats = next(combo for combo in dialog.findChildren(QComboBox) if combo.accessibleName() == "Format")
    qtbot.keyClicks(formats, "csv")
    next(box for box in dialog.findChildren(QCheckBox) if "Open" in box.text()).click()
    out = dialog.path()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(out.exists)
    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith(LISTED[RowKind.RISK]["reference"].label.en)
    assert 1 < len(lines) < len(list(workbench.tree().risks))


def test_the_document_asked_for_comes_back_after_a_format_that_does_not_have_it(
    ask: Callable[..., ExportForm],
) -> None:
    form = ask()
    form.choose("Document", "Risk matrix")
    for format_, document in (("Excel", "Whole register"), ("Web", "Risk matrix"), ("CSV", "Whole register")):
        form.choose("Format", format_)
        assert form.box("Document").currentText() == document
    form.choose("Format", "PDF")
    assert form.box("Document").currentText() == "Risk matrix"


def export_dialog(window: MainWindow) -> ExportDialog:
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def test_the_dialog_comes_back_as_it_was_filled_in_once_it_was_read_why_nothing_could_be_written(
    ask: Callable[..., ExportForm], window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = ask()
    form.choose("Format", "Web")
    form.choose("Document", "Risk")
    form.choose("Language", "Fr")
    form.file.setText(str(tmp_path / "mine.html"))
    with monkeypatch.context() as refusing:
        refusing.setattr("riskdesk.files._begin", refused)
        qtbot.keyClick(form.dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    assert not form.dialog.isVisible()
    press(window.findChild(QMessageBox), "OK")
    qtbot.waitUntil(form.dialog.isActiveWindow)
    chosen = [form.box(name).currentText() for name in ("Format", "Document", "Language")]
    assert chosen == ["Web page (HTML)", "Risk matrix", "Français"]
    assert form.file.text() == str(tmp_path / "mine.html")
    assert form.go() == tmp_path / "mine.html"
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)


def test_the_dialog_comes_back_where_another_program_is_using_the_register_file(
    ask: Callable[..., ExportForm], window: MainWindow, workbench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    form = ask()
    form.file.setText(str(tmp_path / "mine.pdf"))
    workbench.session._store._connection.execute("PRAGMA busy_timeout=0")
    with closing(sqlite3.connect(workbench.session.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        qtbot.keyClick(form.dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    assert "another program is using it" in window.findChild(QMessageBox).text()
    press(window.findChild(QMessageBox), "OK")
    qtbot.waitUntil(form.dialog.isActiveWindow)
    assert form.go() == tmp_path / "mine.pdf"


def refused(_part: Path, _mode: int) -> int:
    raise PermissionError(errno.EACCES, "as the system says")


def test_a_dialog_that_is_closed_without_an_export_is_gone(
    ask: Callable[..., ExportForm], window: MainWindow, qtbot: QtBot
) -> None:
    form = ask()
    qtbot.keyClick(form.dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
