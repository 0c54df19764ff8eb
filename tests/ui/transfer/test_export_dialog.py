"""The export dialog in the whole window, with real keys: format, layout, language, where to, and what it remembers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk.formats import FORMATS
from riskdesk.domain.layouts import Layout
from riskdesk.domain.listing import LISTED, RowKind
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.asking import FOLDER
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.transfer.export import ExportDialog
from tests.ui.conftest import Opened, action


@pytest.fixture
def window(open_window: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    made = open_window()
    made._settings.set(FOLDER, str(tmp_path))
    return made


class Asked:
    """The export dialog as its user sees it."""

    def __init__(self, window: MainWindow, qtbot: QtBot, key: str = "E") -> None:
        modifiers = Qt.KeyboardModifier.ControlModifier
        if key == "E":
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, key.lower(), modifiers)
        qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
        self.dialog, self._qtbot = window.findChild(ExportDialog), qtbot
        qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def shown(self) -> list[str]:
        """The names of the fields that can be seen, from above to below."""
        fields = [it for it in self.dialog.findChildren(QWidget) if it.accessibleName() and it.isVisible()]
        known = [it for it in fields if isinstance(it, QComboBox | QLineEdit) or it.accessibleName() == "Columns"]
        return [it.accessibleName() for it in sorted(known, key=lambda it: it.mapTo(self.dialog, it.pos()).y())]

    def box(self, name: str) -> QComboBox:
        return next(it for it in self.dialog.findChildren(QComboBox) if it.accessibleName() == name)

    def offered(self, name: str) -> list[str]:
        box = self.box(name)
        return [box.itemText(place) for place in range(box.count())]

    def choose(self, name: str, text: str) -> None:
        """Go down through a field to the first choice that begins so."""
        box = self.box(name)
        self._qtbot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(next(place for place, it in enumerate(self.offered(name)) if it.startswith(text))):
            self._qtbot.keyClick(box, Qt.Key.Key_Down)

    @property
    def file(self) -> QLineEdit:
        return next(it for it in self.dialog.findChildren(QLineEdit) if it.accessibleName() == "File")

    def go(self) -> Path:
        path = self.dialog.path()
        self._qtbot.keyClick(self.dialog, Qt.Key.Key_Return)
        self._qtbot.waitUntil(path.exists, timeout=20_000)
        return path


@pytest.fixture
def ask(window: MainWindow, qtbot: QtBot) -> Callable[..., Asked]:
    return lambda *key: Asked(window, qtbot, *key)


def test_each_format_offers_its_layouts_and_what_can_be_chosen_of_them(ask: Callable[..., Asked]) -> None:
    asked = ask()
    assert asked.offered("Format") == [known.label.text("en") for known in FORMATS.values()]
    assert asked.shown == ["Format", "File", "Document", "Language", "Paper", "Orientation"]
    asked.choose("Document", "Risk matrix")
    assert asked.shown == ["Format", "File", "Document", "Language", "Paper", "Orientation", "Assessments"]
    asked.choose("Document", "Working")
    assert asked.shown == ["Format", "File", "Document", "Language", "Paper", "Orientation", "Columns"]
    asked.choose("Format", "CSV")
    assert asked.offered("Document") == ["Whole register"]
    assert asked.shown == ["Format", "File", "Document", "Language"]
    asked.choose("Format", "JSON")
    assert asked.shown == ["Format", "File", "Document"]
    asked.choose("Format", "Web")
    assert asked.offered("Document") == ["Appendix", "Risk matrix"]
    asked.choose("Document", "Risk")
    assert asked.shown == ["Format", "File", "Document", "Language", "Assessments"]


def test_the_name_follows_until_somebody_gives_another_one(ask: Callable[..., Asked], tmp_path: Path) -> None:
    asked = ask()
    title = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"
    assert asked.file.text() == str(tmp_path / f"{title} – Appendix.pdf")
    asked.choose("Format", "CSV")
    assert asked.file.text() == str(tmp_path / f"{title}.csv")
    asked.choose("Format", "Mark")
    assert asked.file.text() == str(tmp_path / f"{title} – Appendix.md")
    asked.file.setText(str(tmp_path / "mine.md"))
    asked.choose("Format", "Web")
    assert asked.file.text() == str(tmp_path / "mine.html")
    asked.file.setText("mine")
    assert asked.dialog.path() == tmp_path / "mine.html"


def test_the_name_is_in_the_language_of_the_file(ask: Callable[..., Asked], tmp_path: Path) -> None:
    asked = ask("e")
    title = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"
    asked.choose("Language", "Fr")
    assert asked.file.text() == str(tmp_path / f"{title} – Annexe.pdf")
    asked.choose("Document", "Risk matrix")
    assert asked.file.text() == str(tmp_path / f"{title} – Matrice des risques.pdf")
    asked.choose("Language", "En")
    assert asked.file.text() == str(tmp_path / f"{title} – Risk matrix.pdf")


def test_a_folder_that_is_not_there_is_told_in_the_dialog(
    ask: Callable[..., Asked], tmp_path: Path, qtbot: QtBot
) -> None:
    asked = ask("e")
    asked.file.setText(str(tmp_path / "gone" / "a.pdf"))
    qtbot.keyClick(asked.dialog, Qt.Key.Key_Return)
    assert asked.dialog.isVisible()
    told = [label.text().replace("\u200b", "") for label in asked.dialog.findChildren(QLabel) if label.isVisible()]
    assert any(f"the folder {tmp_path / 'gone'} does not exist" in text for text in told)
    asked.file.setText(str(tmp_path / "a.pdf"))
    assert asked.go() == tmp_path / "a.pdf"


def test_it_is_written_as_it_was_asked_for_and_remembered(
    ask: Callable[..., Asked], window: MainWindow, qtbot: QtBot, notices: list[str]
) -> None:
    asked = ask()
    asked.choose("Format", "Web")
    asked.choose("Document", "Risk")
    asked.choose("Language", "Fr")
    out = asked.go()
    assert '<html lang="fr">' in out.read_text("utf-8")
    assert "Matrice des risques" in out.read_text("utf-8")
    qtbot.waitUntil(lambda: notices == [f"Saved as {out.name}"])
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is None)
    again = ask()
    assert (again.box("Format").currentText(), again.box("Document").currentText()) == (
        "Web page (HTML)",
        "Risk matrix",
    )
    # The next register may be in another language.
    assert again.box("Language").currentText() == "English"


def test_what_is_no_paper_is_not_what_is_printed_next(ask: Callable[..., Asked], window: MainWindow) -> None:
    before = window._rooms.choice.how()
    asked = ask()
    asked.choose("Format", "Web")
    asked.choose("Document", "Risk")
    asked.go()
    assert window._rooms.choice.how() == before


def test_a_pdf_is_asked_for_at_once(ask: Callable[..., Asked], window: MainWindow) -> None:
    asked = ask("e")
    assert asked.dialog.windowTitle() == "Export PDF"
    assert asked.shown == ["File", "Document", "Language", "Paper", "Orientation"]
    assert asked.dialog.path().suffix == ".pdf"
    assert QApplication.focusWidget() is asked.file


def test_what_the_list_shows_can_be_written_while_it_is_in_front(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    action(window, "view_list").trigger()
    view = window._centre.front
    qtbot.waitUntil(lambda: bool(view.listed.in_order))
    view.listed.ask(view.listed.listing.filtered("text", "media").sorted_by("reference"))
    view.export_wanted.emit()
    asked = found(window)
    assert asked.choice().layout is Layout.LIST
    assert asked.path().name.endswith(" – Risks.pdf")
    formats = next(it for it in asked.findChildren(QComboBox) if it.accessibleName() == "Format")
    qtbot.keyClicks(formats, "csv")
    next(box for box in asked.findChildren(QCheckBox) if "Open" in box.text()).click()
    out = asked.path()
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(out.exists)
    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith(LISTED[RowKind.RISK]["reference"].label.en)
    assert 1 < len(lines) < len(list(workbench.tree().risks))


def found(window: MainWindow) -> ExportDialog:
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog
