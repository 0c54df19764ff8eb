"""Qt's own dialogs in French: whatever they show differs from their English, or is the same word in both."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit import translations
from tests.systems import needs_print_dialog, not_on_windows

# Words that French shares.
ALIKE = {"Type", "Options", "Options >>", "Pages", "Copies", "Orientation", "Portrait", "Page"}


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    translations.install(qapp, "en")


def file_dialog(folder: Path) -> QWidget:
    (folder / "Folder of ours").mkdir(exist_ok=True)
    (folder / "a.json").touch()
    dialog = QFileDialog(None, "", str(folder), "(*.json)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    return dialog


def message_box(_folder: Path) -> QWidget:
    box = QMessageBox(QMessageBox.Icon.Warning, "", "")
    box.setDetailedText("x")
    return box


def buttons(_folder: Path) -> QWidget:
    box = QDialogButtonBox()
    for kind in list(QDialogButtonBox.StandardButton):
        if kind not in (QDialogButtonBox.StandardButton.NoButton, QDialogButtonBox.StandardButton.Discard):
            box.addButton(kind)
    return box


def print_dialog(_folder: Path) -> QWidget:
    return QPrintDialog()


def page_setup(_folder: Path) -> QWidget:
    return QPageSetupDialog()


def shown_words(widget: QWidget, qtbot: QtBot) -> set[str]:
    """All words that a dialog shows or tells, its menus and tips among them."""
    qtbot.addWidget(widget)
    widget.show()
    words = {text for child in widget.findChildren(QWidget) for text in _told(child)}
    words |= {action.text() for action in widget.findChildren(QAction)}
    for tree in widget.findChildren(QTreeView):
        qtbot.waitUntil(lambda tree=tree: tree.model().rowCount(tree.rootIndex()) > 0)
        words |= set(_cells(tree))
    widget.hide()
    return {text.replace("&", "").split("\t")[0] for text in words}


def _told(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    for name in ("text", "title", "accessibleName"):
        if hasattr(widget, name) and not isinstance(widget, QLineEdit | QPlainTextEdit):
            yield getattr(widget, name)()


def _cells(tree: QTreeView) -> Iterator[str]:
    model = tree.model()
    for column in range(model.columnCount(tree.rootIndex())):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(model.rowCount(tree.rootIndex())):
            # Sizes and dates are those of the system.
            if column == 2:
                yield str(model.index(row, column, tree.rootIndex()).data())


@pytest.mark.qt_log_ignore("Cannot be used on non-native printers", extend=True)
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(file_dialog, marks=not_on_windows("Windows shows a dialog of its own")),
        *(message_box, buttons),
        *(pytest.param(make, marks=needs_print_dialog) for make in (print_dialog, page_setup)),
    ],
)
def test_nothing_of_it_is_english(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, make: Callable[[Path], QWidget]
) -> None:
    words = {}
    for language in ("en", "fr"):
        translations.install(qapp, language)
        words[language] = shown_words(make(tmp_path), qtbot)
    assert len(words["en"]) > 1
    alike = {text.rstrip(":").rstrip() for text in words["en"] & words["fr"]}
    assert {text for text in alike - ALIKE if any(map(str.islower, text))} == set()


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_no_menu_of_a_field_is_english(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QLineEdit | QPlainTextEdit]
) -> None:
    words = {}
    for language in ("en", "fr"):
        translations.install(qapp, language)
        field = make()
        qtbot.addWidget(field)
        words[language] = {action.text() for action in field.createStandardContextMenu().actions() if action.text()}
    assert words["en"] & words["fr"] == set()


def test_the_calendar_has_french_months(qapp: QApplication, qtbot: QtBot) -> None:
    translations.install(qapp, "fr")
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    calendar.setCurrentPage(2027, 8)
    assert "août" in {button.text() for button in calendar.findChildren(QWidget) if hasattr(button, "text")}
    assert not [label for label in calendar.findChildren(QLabel) if "August" in label.text()]


@pytest.mark.parametrize(
    ("keys", "name"), [("Ctrl+Return", "Ctrl+Entrée"), ("Enter", "Entrée"), ("Shift+Del", "Maj+Suppr")]
)
def test_keys_are_named_as_on_a_french_keyboard(qapp: QApplication, keys: str, name: str) -> None:
    translations.install(qapp, "fr")
    form = QKeySequence.SequenceFormat
    assert QKeySequence(keys, form.PortableText).toString(form.NativeText) == name


@pytest.mark.parametrize("keys", ["Return", "Enter"])
def test_the_key_that_ends_a_line_is_called_enter_in_english(qapp: QApplication, keys: str) -> None:
    """As keyboards call it, and the manual and the hints of the window."""
    translations.install(qapp, "en")
    form = QKeySequence.SequenceFormat
    assert QKeySequence(f"Ctrl+{keys}", form.PortableText).toString(form.NativeText) == "Ctrl+Enter"
