"""Asking for a file: what Qt's own dialog shows where the system has none, and the ending of a file to write."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.settings import Settings
from riskdesk.ui.dialogs.asking import ask_new_store, ask_save


@pytest.mark.usefixtures("undressed")
def test_sizes_and_dates_are_whole(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Registers.riskdesk").write_bytes(bytes(729_100))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ask_new_store(parent, "Restore as a new file", tmp_path / "Registers.riskdesk", lambda _path: None)
    (view,) = [view for view in dialog.findChildren(QTreeView) if view.isVisible()]
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) == 1)
    columns = [column for column in range(view.header().count()) if not view.isColumnHidden(column)]
    assert len(columns) == 3
    for column in columns[1:]:
        assert view.header().sectionResizeMode(column) == QHeaderView.ResizeMode.ResizeToContents
        qtbot.waitUntil(lambda column=column: view.columnWidth(column) >= view.sizeHintForColumn(column) > 0)
    dialog.reject()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def answer(dialog: QFileDialog, name: str) -> None:
    """Type a name and save."""
    dialog.findChild(QLineEdit).setText(name)
    dialog.accept()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("risks", "risks.svg"),
        ("risks.svg", "risks.svg"),
        ("risks.PNG", "risks.PNG"),
        ("Risks 12.2026", "Risks 12.2026.svg"),
        ("risks.pdf", "risks.pdf.svg"),
    ],
)
def test_a_file_to_write_has_an_ending_of_its_kind(parent: QWidget, tmp_path: Path, typed: str, written: str) -> None:
    asked: list[Path] = []
    kinds = "Lines (*.svg);;Dots (*.png)"
    dialog = ask_save(parent, "Save", Settings(tmp_path / "s.json"), kinds, asked.append, suggested="a.svg")
    answer(dialog, str(tmp_path / typed))
    assert asked == [tmp_path / written]


def test_a_name_without_an_ending_has_that_of_the_chosen_kind(parent: QWidget, tmp_path: Path) -> None:
    asked: list[Path] = []
    kinds = "Lines (*.svg);;Dots (*.png)"
    dialog = ask_save(parent, "Save", Settings(tmp_path / "s.json"), kinds, asked.append, suggested="a.svg")
    (box,) = [box for box in dialog.findChildren(QComboBox) if box.findText("Dots (*.png)") >= 0]
    box.setCurrentIndex(1)
    box.textActivated.emit("Dots (*.png)")
    answer(dialog, str(tmp_path / "risks"))
    assert asked == [tmp_path / "risks.png"]


@pytest.mark.parametrize("there", ["Risks 12.2026", "Risks 12.2026.pdf"])
def test_no_file_is_replaced_that_the_dialog_did_not_ask_about(parent: QWidget, tmp_path: Path, there: str) -> None:
    (tmp_path / there).touch()
    asked: list[Path] = []
    dialog = ask_save(parent, "Save", Settings(tmp_path / "s.json"), "PDF (*.pdf)", asked.append, suggested="a.pdf")
    dialog.fileSelected.emit(str(tmp_path / "Risks 12.2026"))
    assert asked == [tmp_path / "Risks 12.2026"]


def test_a_register_file_always_has_its_ending(parent: QWidget, tmp_path: Path) -> None:
    asked: list[Path] = []
    dialog = ask_new_store(parent, "Restore as a new file", tmp_path / "Registers.riskdesk", asked.append)
    answer(dialog, str(tmp_path / "Registers 12.2026"))
    assert asked == [tmp_path / "Registers 12.2026.riskdesk"]
