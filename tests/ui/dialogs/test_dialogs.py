"""The dialogs, their buttons pressed."""

import platform
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.formats import FORMATS
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.values import Language
from riskdesk.kit.fields.note import Note
from riskdesk.kit.settings import Settings
from riskdesk.kit.translations import install
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.about import AboutDialog
from riskdesk.ui.dialogs.asking import FOLDER, ask_new_store, ask_open, ask_save, file_name, folder
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.dialogs.report import ReportDialog
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.print_dialog import PrintDialog
from riskdesk.ui.printing.print_set import PrintSetDialog
from riskdesk.ui.transfer.export import ExportDialog
from tests.systems import not_on_windows


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    remembered = Settings(tmp_path / "settings.json")
    remembered.set(FOLDER, str(tmp_path))
    return remembered


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def fields(dialog: QWidget, kind: type[QWidget]) -> dict[str, QWidget]:
    return {widget.accessibleName(): widget for widget in dialog.findChildren(kind) if widget.accessibleName()}


def export_dialog(workbench: Workbench, settings: Settings, parent: QWidget) -> ExportDialog:
    pdf = FORMATS[".pdf"]
    return ExportDialog(workbench.tree().register, workbench, PrintChoice(settings, parent), settings, parent, pdf)


def test_a_new_register_is_what_was_asked_for(parent: QWidget) -> None:
    dialog = NewRegisterDialog(Language.ENGLISH, parent)
    title, language = fields(dialog, QLineEdit)["Title"], fields(dialog, QComboBox)["Language of the register"]
    assert isinstance(title, QLineEdit)
    assert isinstance(language, QComboBox)
    title.setText("  Priorités  ")
    language.setCurrentIndex(language.findText("Français"))
    tree = dialog.register()
    assert (tree.register.title, tree.register.language) == ("Priorités", Language.FRENCH)
    assert len(tree.categories) == 5
    assert "REGISTRE DES RISQUES" in tree.register.heading


def test_the_language_of_the_window_is_offered_first(parent: QWidget) -> None:
    assert NewRegisterDialog(Language.FRENCH, parent).register().register.language is Language.FRENCH


def test_the_export_offers_a_name_made_of_the_title(
    parent: QWidget, settings: Settings, workbench: Workbench, tmp_path: Path
) -> None:
    dialog = export_dialog(workbench, settings, parent)
    assert dialog.path() == tmp_path / "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027 – Appendix.pdf"
    assert (dialog.chosen().paper, dialog.chosen().orientation) == (Paper.A4, Orientation.PORTRAIT)


@pytest.mark.parametrize("language", Language)
def test_the_name_offered_tells_the_document_until_another_one_is_given(
    parent: QWidget, settings: Settings, workbench: Workbench, tmp_path: Path, language: Language
) -> None:
    workbench.run(registers.edit(workbench.register_id, title="a/b" * 90, language=language))
    dialog = export_dialog(workbench, settings, parent)
    kind = fields(dialog, QComboBox)["Document"]
    name = fields(dialog, QLineEdit)["File"]
    assert isinstance(kind, QComboBox)
    assert isinstance(name, QLineEdit)
    offered = {}
    for number in (*range(4), 0):
        kind.setCurrentIndex(number)
        offered[number] = dialog.path().name
        assert dialog.path().parent == tmp_path
    assert len(set(offered.values())) == 4
    assert offered[2].endswith({"en": " – Risk matrix.pdf", "fr": " – Matrice des risques.pdf"}[language])
    for mine in ("mine.pdf", "mine"):
        name.setText(str(tmp_path / "elsewhere" / mine))
        kind.setCurrentIndex(1 + kind.currentIndex() % 3)
        assert dialog.path() == tmp_path / "elsewhere" / "mine.pdf"


def test_the_print_dialog_says_what_will_be_printed_and_remembers_what_is_chosen(
    parent: QWidget, settings: Settings, workbench: Workbench, qtbot: QtBot
) -> None:
    choice = PrintChoice(settings, parent)
    choice.choose(Print(DocumentKind.SUMMARY, Paper.A3))
    dialog = PrintDialog(workbench, choice, parent)
    dialog.open()
    texts = {box.currentText() for box in dialog.findChildren(QComboBox) if box.isVisible()}
    assert texts == {"Risk summary", "A3", "Portrait"}

    def pages() -> str:
        form = dialog.form
        return form.labelForField(dialog._pages).text() + dialog._pages.text()

    qtbot.waitUntil(lambda: pages() == "Pages:1")
    kind = fields(dialog, QComboBox)["Document"]
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findText("Working risk register"))
    kind.activated.emit(kind.currentIndex())
    paper = fields(dialog, QComboBox)["Paper"]
    assert isinstance(paper, QComboBox)
    paper.setCurrentIndex(paper.findText("A4"))
    qtbot.waitUntil(lambda: pages()[6:].isdigit() and int(pages()[6:]) > 1)
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(True)
    qtbot.waitUntil(lambda: not dialog.yes.isEnabled())
    assert "no room" in pages() or "column" in pages(), "it says why it cannot be printed"
    dialog.reject()
    assert choice.how() == Print(DocumentKind.SUMMARY, Paper.A3)
    next_dialog = PrintDialog(workbench, choice, parent)
    kind = fields(next_dialog, QComboBox)["Document"]
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findText("Risk matrix"))
    next_dialog.accept()
    assert choice.how().kind is DocumentKind.MATRIX


def test_what_is_offered_lies_among_the_documents_of_the_user(
    own_home: Path, parent: QWidget, settings: Settings, workbench: Workbench
) -> None:
    settings.set(FOLDER, "")
    assert export_dialog(workbench, settings, parent).path().parent == own_home
    (own_home / "Documents").mkdir()
    assert export_dialog(workbench, settings, parent).path().parent == own_home / "Documents"
    hidden = own_home / "data" / "Riskdesk" / "registers.riskdesk"
    hidden.parent.mkdir(parents=True, exist_ok=True)
    of_a_stick = own_home / "a stick that is gone" / "registers.riskdesk"
    for like in (hidden, of_a_stick):
        dialog = ask_new_store(parent, "Restore", like, print)
        assert dialog.directory().absolutePath() == str(own_home / "Documents")
        assert dialog.selectedFiles() == [str(own_home / "Documents" / "registers 2.riskdesk")]
        dialog.reject()
    # The file opened last was the own one, or a backup.
    settings.set(FOLDER, str(hidden.parent))
    assert export_dialog(workbench, settings, parent).path().parent == own_home / "Documents"
    opening = ask_open(parent, "Open", settings, "*", print)
    assert opening.directory().absolutePath() == str(own_home / "Documents")
    opening.reject()


def test_the_export_remembers_its_choices(parent: QWidget, settings: Settings, workbench: Workbench) -> None:
    dialog = export_dialog(workbench, settings, parent)
    paper = fields(dialog, QComboBox)["Paper"]
    assert isinstance(paper, QComboBox)
    paper.setCurrentIndex(paper.findText("A3"))
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    assert not dialog.chosen().ended
    boxes["Closed and rejected risks"].click()
    dialog.accept()
    assert export_dialog(workbench, settings, parent).chosen().paper is Paper.A3
    assert export_dialog(workbench, settings, parent).chosen().ended


def test_another_document_turns_the_paper_and_only_the_working_register_has_columns(
    parent: QWidget, settings: Settings, workbench: Workbench
) -> None:
    dialog = export_dialog(workbench, settings, parent)
    dialog.open()
    kind = fields(dialog, QComboBox)["Document"]
    assert isinstance(kind, QComboBox)
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    assert not boxes["Owner"].isVisible()
    assert boxes["Closed and rejected risks"].isVisible()
    kind.setCurrentIndex(kind.findText("Working risk register"))
    kind.activated.emit(kind.currentIndex())
    assert boxes["Owner"].isVisible()
    assert not boxes["Closed and rejected risks"].isVisible(), "it has them always"
    boxes["Owner"].setChecked(False)
    settings_chosen = dialog.chosen()
    assert (settings_chosen.kind, settings_chosen.orientation) == (DocumentKind.WORKING, Orientation.LANDSCAPE)
    assert set(PrintColumn) - set(settings_chosen.columns) == {PrintColumn.OWNER}
    dialog.accept()
    assert export_dialog(workbench, settings, parent).chosen() == settings_chosen


def test_a_file_that_is_there_is_asked_about(
    parent: QWidget, settings: Settings, workbench: Workbench, qtbot: QtBot
) -> None:
    dialog = export_dialog(workbench, settings, parent)
    dialog.path().write_bytes(b"%PDF-1.7: mine")
    agreed: list[bool] = []
    dialog.accepted.connect(lambda: agreed.append(True))
    dialog.open()
    dialog.yes.click()
    assert agreed == []
    box = dialog.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert str(dialog.path()) in box.text()
    next(button for button in box.findChildren(QPushButton) if "Replace" in button.text()).click()
    assert agreed == [True]


@not_on_windows("there, only who writes knows")
def test_a_name_that_no_file_can_have_is_told_while_it_can_be_mended(
    parent: QWidget, settings: Settings, workbench: Workbench, tmp_path: Path
) -> None:
    dialog = export_dialog(workbench, settings, parent)
    name = fields(dialog, QLineEdit)["File"]
    assert isinstance(name, QLineEdit)
    name.setText(str(tmp_path / ("n" * 300)))
    agreed: list[bool] = []
    dialog.accepted.connect(lambda: agreed.append(True))
    dialog.open()
    dialog.accept()
    assert agreed == []
    note = dialog.findChild(Note)
    assert note.isVisible()
    assert "was not saved" in note.words == name.accessibleDescription()
    assert name.geometry().bottom() < note.mapTo(dialog, QPoint(0, 0)).y()
    name.setText(str(tmp_path / "short"))
    assert (note.isVisible(), name.accessibleDescription()) == (False, "")


@pytest.mark.parametrize("of", ["export", "new register", "print set"])
def test_what_is_typed_at_once_goes_into_the_first_field(
    qtbot: QtBot, parent: QWidget, settings: Settings, workbench: Workbench, of: str
) -> None:
    dialog = {
        "export": lambda: export_dialog(workbench, settings, parent),
        "new register": lambda: NewRegisterDialog(Language.ENGLISH, parent),
        "print set": lambda: PrintSetDialog((), None, parent),
    }[of]()
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == {"export": "File", "new register": "Title", "print set": "Name"}[of]
    qtbot.keyClicks(focused, "typed")
    assert focused.text() == "typed"
    dialog.reject()


def test_the_dialogs_of_qt_speak_the_language_of_the_program(parent: QWidget) -> None:
    install(QApplication.instance(), "fr")
    try:
        dialog = QFileDialog(parent)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.open()
        labels = {label.text() for label in dialog.findChildren(QLabel)}
    finally:
        install(QApplication.instance(), "en")
    assert {"&Rechercher dans\u00a0:", "&Type de fichiers\u00a0:"} <= labels


def test_an_empty_name_cannot_be_exported_to(parent: QWidget, settings: Settings, workbench: Workbench) -> None:
    dialog = export_dialog(workbench, settings, parent)
    name = fields(dialog, QLineEdit)["File"]
    assert isinstance(name, QLineEdit)
    name.setText(" ")
    assert not dialog.yes.isEnabled()
    name.setText("short")
    assert dialog.yes.isEnabled()
    assert dialog.path() == folder(settings) / "short.pdf"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.pdf"),
        ("Priorités 2024–2027", "Priorités 2024–2027.pdf"),
        ("", "register.pdf"),
        ("...", "register.pdf"),
        ("x" * 300, "x" * 100 + ".pdf"),
        ("Қазақстан\n\t2", "Қазақстан 2.pdf"),
        ("Con", "register Con.pdf"),
        ("COM1", "register COM1.pdf"),
        ("Contact", "Contact.pdf"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, ".pdf") == name


def test_a_name_of_which_nothing_is_left_is_in_the_language_of_the_window(qapp: QApplication) -> None:
    install(qapp, "fr")
    assert [file_name(title, ".pdf") for title in ("", "?", "con")] == [
        "registre.pdf",
        "registre.pdf",
        "registre con.pdf",
    ]


@pytest.mark.parametrize(
    ("title", "part", "name"),
    [
        ("x" * 300, "Anna", "x" * 93 + " – Anna.pdf"),
        ("x" * 300, "A" * 300, "x" * 37 + " – " + "A" * 60 + ".pdf"),
        ("Priorities", "a/b", "Priorities – a b.pdf"),
        ("Priorities", "...", "Priorities.pdf"),
        ("", "Anna", "Anna.pdf"),
        ("Con", "Anna", "Con – Anna.pdf"),
        ("", "Con", "register Con.pdf"),
    ],
)
def test_a_long_title_leaves_room_for_what_tells_a_file_from_others(title: str, part: str, name: str) -> None:
    assert file_name(title, ".pdf", part) == name


@pytest.mark.parametrize("sign", ["x", "É", "ж", "م", "中", "\N{GRINNING FACE}", "\udcff"])
def test_a_name_is_no_longer_than_any_system_takes(sign: str) -> None:
    assert len(file_name(sign * 300, " – Working register 2.docx", sign * 300).encode()) <= 255


def test_asking_for_a_file_remembers_its_folder(parent: QWidget, settings: Settings, tmp_path: Path) -> None:
    opened_paths: list[Path] = []
    path = tmp_path / "inner" / "a.riskdesk"
    path.parent.mkdir()
    path.touch()
    dialog = ask_open(parent, "Open", settings, "Stores (*.riskdesk)", opened_paths.append)
    dialog.fileSelected.emit(str(path))
    assert opened_paths == [path]
    assert folder(settings) == path.parent


def test_saving_adds_the_ending(parent: QWidget, settings: Settings) -> None:
    dialog = ask_save(parent, "Save", settings, "PDF (*.pdf)", print, suggested="a.pdf")
    assert dialog.defaultSuffix() == "pdf"


def test_about_tells_the_versions_and_copies_them(parent: QWidget) -> None:
    dialog = AboutDialog(parent)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    for part in ("Python", "Qt", "SQLite", "ReportLab"):
        assert part in texts
    assert {platform.python_version(), qVersion()} <= set(texts)
    next(button for button in dialog.findChildren(QPushButton) if "Copy" in button.text()).click()
    assert f"Qt {qVersion()}" in QGuiApplication.clipboard().text()


def test_about_shows_the_licences_of_all_parts(parent: QWidget) -> None:
    dialog = AboutDialog(parent)
    next(button for button in dialog.findChildren(QPushButton) if "Licences" in button.text()).click()
    (report,) = dialog.findChildren(ReportDialog)
    assert report.isVisible()
    licences = report.particulars.toPlainText()
    for text in ("PySide6_Essentials", "NotoSans-Bold", "GNU LESSER GENERAL PUBLIC LICENSE", "You may replace them"):
        assert text in licences
    assert report.particulars.isReadOnly()
    report.close_button.click()
    assert not report.isVisible()
