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
from tests.ui.transfer.test_export_dialog import Asked, window

__all__ = ["window"]


class Template:
    """The template's part of the export dialog."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.asked = Asked(window, qtbot)
        self.dialog, self._qtbot = self.asked.dialog, qtbot
        self.asked.choose("Format", "Word")

    @property
    def name(self) -> QLineEdit:
        return next(it for it in self.dialog.findChildren(QLineEdit) if it.accessibleName() == "Template")

    def button(self, name: str) -> QPushButton:
        return next(it for it in self.dialog.findChildren(QPushButton) if it.accessibleName() == name)

    @property
    def told(self) -> str:
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


def test_there_is_none_at_first_and_only_word_has_one(template: Template) -> None:
    assert template.name.text() == "None"
    assert not template.button("Remove the template").isEnabled()
    assert "Template" in template.asked.shown
    template.asked.choose("Format", "CSV")
    assert "Template" not in template.asked.shown


def test_one_that_is_chosen_is_kept_and_followed(
    template: Template, own: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    template.take(own)
    assert template.name.text() == "office letter.docx"
    assert "its text is replaced" in template.told
    # The paper is that of the template.
    assert "Paper" not in template.asked.shown
    assert "List Bullet" in template.told
    own.unlink()
    out = tmp_path / "out.docx"
    template.dialog.findChild(QLineEdit).setText(str(out))
    template.dialog.yes.click()
    qtbot.waitUntil(out.exists)
    found = Document(out.read_bytes())
    found.require_sound()
    assert "Ministry of Examples" in text(found.part("word/header7.xml"))
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
    assert Template(window, qtbot).name.text() == "office letter.docx"


def test_one_that_is_kept_is_read_once_word_is_chosen(
    template: Template, own: Path, window: MainWindow, qtbot: QtBot
) -> None:
    template.take(own)
    template.dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
    asked = Asked(window, qtbot)
    chooser = next(it for it in asked.dialog.findChildren(QPushButton) if it.accessibleName() == "Choose a template")
    assert not chooser.accessibleDescription()
    asked.choose("Format", "Word")
    assert "its text is replaced" in chooser.accessibleDescription()


def test_one_that_says_where_the_register_goes_is_told_so(template: Template, tmp_path: Path) -> None:
    body = document(para("{register}") + section())
    template.take(office(tmp_path / "own.docx", **{"word/document.xml": body}))
    assert "Its text is kept" in template.told


def test_one_that_is_removed_is_gone(template: Template, own: Path) -> None:
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
    (kept,) = tmp_path.rglob("template.docx")
    assert kept.read_bytes() == own.read_bytes()
    assert kept.stat().st_mode & 0o077 == 0
