"""The office's Word template in the export dialog: chosen, kept, followed, removed, refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk.kit.fields.note import Note
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from tests.exchange.word.offices import document, office, para, section
from tests.exchange.word.opened import Opened as Document
from tests.exchange.word.opened import text
from tests.systems import needs_modes
from tests.ui.conftest import Opened
from tests.ui.transfer.export_form import ExportForm, export_window


@pytest.fixture
def window(open_window: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    return export_window(open_window, tmp_path, monkeypatch)


class Template:
    """The template's part of the export dialog."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.form = ExportForm(window, qtbot)
        self.dialog, self._qtbot = self.form.dialog, qtbot
        self.form.choose("Format", "Word")

    @property
    def name(self) -> QLineEdit:
        return next(field for field in self.dialog.findChildren(QLineEdit) if field.accessibleName() == "Template")

    def button(self, name: str) -> QPushButton:
        return next(
            candidate for candidate in self.dialog.findChildren(QPushButton) if candidate.accessibleName() == name
        )

    @property
    def description(self) -> str:
        return self.button("Choose a template").accessibleDescription()

    def take(self, path: Path) -> None:
        """Choose a file as a user does, in the dialog that asks for it."""
        self._qtbot.keyClick(self.button("Choose a template"), Qt.Key.Key_Space)
        self._qtbot.waitUntil(lambda: bool(self.dialog.findChildren(QFileDialog)))
        asking = self.dialog.findChild(QFileDialog)
        asking.selectFile(str(path))
        asking.accept()
        self._qtbot.waitUntil(lambda: not self.dialog.findChildren(QFileDialog))


@pytest.fixture
def template(window: MainWindow, qtbot: QtBot) -> Template:
    return Template(window, qtbot)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return office(tmp_path / "office letter.docx")


def test_there_is_no_template_at_first_and_only_word_has_one(template: Template) -> None:
    assert template.name.text() == "None"
    assert not template.button("Remove the template").isEnabled()
    assert "Template" in template.form.visible_names
    template.form.choose("Format", "CSV")
    assert "Template" not in template.form.visible_names


def test_a_chosen_template_is_kept_and_followed(
    template: Template, own: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    template.take(own)
    assert template.name.text() == "office letter.docx"
    assert "its text is replaced" in template.description
    # The paper is that of the template.
    assert "Paper" not in template.form.visible_names
    assert "List Bullet" in template.description
    own.unlink()
    out = tmp_path / "out.docx"
    template.dialog.findChild(QLineEdit).setText(str(out))
    template.dialog.yes.click()
    qtbot.waitUntil(out.exists)
    word_file = Document(out.read_bytes())
    word_file.require_sound()
    assert "Ministry of Examples" in text(word_file.part("word/header7.xml"))
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
    assert Template(window, qtbot).name.text() == "office letter.docx"


def test_a_kept_template_is_read_once_word_is_chosen(
    template: Template, own: Path, window: MainWindow, qtbot: QtBot
) -> None:
    template.take(own)
    template.dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
    form = ExportForm(window, qtbot)
    chooser = next(
        button for button in form.dialog.findChildren(QPushButton) if button.accessibleName() == "Choose a template"
    )
    assert not chooser.accessibleDescription()
    form.choose("Format", "Word")
    assert "its text is replaced" in chooser.accessibleDescription()


def test_a_template_that_says_where_the_register_goes_is_told_so(template: Template, tmp_path: Path) -> None:
    body = document(para("{register}") + section())
    template.take(office(tmp_path / "own.docx", **{"word/document.xml": body}))
    assert "Its text is kept" in template.description


def test_a_removed_template_is_gone(template: Template, own: Path) -> None:
    template.take(own)
    template.button("Remove the template").click()
    assert template.name.text() == "None"
    assert template.dialog.focusWidget() is template.button("Choose a template")


def test_what_can_be_none_is_refused_beside_the_field_and_changes_nothing(
    template: Template, own: Path, tmp_path: Path
) -> None:
    template.take(own)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    template.take(broken)
    assert any("no Word document that can be a template" in note.text() for note in template.dialog.findChildren(Note))
    assert template.name.text() == "office letter.docx"
    template.take(own)
    assert not any(note.text() for note in template.dialog.findChildren(Note))


@needs_modes
def test_the_copy_is_for_its_user_alone(template: Template, own: Path, open_window: Opened, tmp_path: Path) -> None:
    template.take(own)
    (copy,) = tmp_path.rglob("template.docx")
    assert copy.read_bytes() == own.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0
