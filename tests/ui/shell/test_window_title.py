"""Title and status line tell which register and which file are open."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.recent import note
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.side.rows import SUMMARY
from tests.ui.conftest import Opened
from tests.ui.drawn import texts_drawn

TITLE = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"


def file_label(window: MainWindow) -> QLabel:
    return next(label for label in window.statusBar().findChildren(QLabel) if "file" in label.accessibleName())


def test_the_own_file_is_told_in_words(open_window: Opened, workbench: Workbench) -> None:
    window = open_window()
    assert window.windowTitle() == f"{TITLE} – My register file – Riskdesk"
    label = file_label(window)
    assert label.text() == "My register file"
    assert str(workbench.session.path) in label.toolTip()
    assert str(workbench.session.path) in label.accessibleName()


def test_two_files_of_one_name_are_told_apart_by_a_folder(
    open_window: Opened, workbench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    for folder in ("Kyiv", "Astana"):
        path = tmp_path / folder / "team.riskdesk"
        path.parent.mkdir()
        shutil.copyfile(workbench.session.path, path)
        window._rooms.open_path(path)
    assert window.windowTitle() == f"{TITLE} – team.riskdesk (Astana) – Riskdesk"
    qtbot.waitUntil(lambda: file_label(window).text() == "team.riskdesk (Astana)")
    assert str(path) in file_label(window).toolTip()


def test_a_long_name_is_cut_in_its_middle_and_told_whole_where_it_is_pointed_at(
    open_window: Opened, workbench: Workbench, tmp_path: Path
) -> None:
    window, path = open_window(), tmp_path / f"{'long name ' * 12}2026.riskdesk"
    shutil.copyfile(workbench.session.path, path)
    window._rooms.open_path(path)
    label = file_label(window)
    for width in (1800, 720):
        window.resize(width, 700)
        (drawn_text,) = texts_drawn(lambda painter: label.render(painter, QPoint()))
        assert "…" in drawn_text
        assert drawn_text[-2:] == "sk"
        assert label.geometry().right() <= window.statusBar().width()
    assert label.toolTip() == str(path)


def test_two_registers_of_one_title_are_told_apart_in_title_and_list(open_window: Opened, workbench: Workbench) -> None:
    window = open_window()
    tree = workbench.tree()
    other = replace(tree, register=replace(tree.register, reference="KAZ/2"))
    workbench.run(registers.add(other))
    workbench.run(registers.edit(workbench.register_id, title=TITLE))
    open_registers = workbench.registers()
    assert [register.title for register in open_registers] == [TITLE, TITLE]
    assert window.windowTitle().startswith(f"{TITLE} · KAZ/2 – ")
    list_items = [window._registers._list.topLevelItem(row) for row in range(2)]
    assert [item.text(0) for item in list_items] == [TITLE, TITLE], "what is renamed is the title alone"
    summaries = [item.data(0, SUMMARY).text for item in list_items]
    assert summaries[1] == "KAZ/2"
    assert summaries[0] not in ("", "KAZ/2")
    workbench.run(registers.edit(workbench.register_id, title="Another"))
    assert window.windowTitle().startswith("Another – ")
    assert [window._registers._list.topLevelItem(row).data(0, SUMMARY) for row in range(2)] == [None, None]


def menu(window: MainWindow) -> QMenu:
    """The menu of the files that were open last, as it comes up."""
    (recent,) = [entry.menu() for entry in window._menus.menus["&File"].actions() if entry.menu() is not None]
    recent.aboutToShow.emit()
    return recent


def entries(window: MainWindow) -> list[str]:
    return [entry.text() for entry in menu(window).actions() if entry.isEnabled() and entry.text()]


def test_files_that_were_open_are_opened_again_from_the_menu(
    open_window: Opened, workbench: Workbench, home: Home, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.json")
    paths = [tmp_path / f"{'deep & ' * 12}{number}" / "team.riskdesk" for number in range(12)]
    for path in paths:
        note(settings, path)
    paths[-1].parent.mkdir()
    shutil.copyfile(workbench.session.path, paths[-1])
    window = open_window()
    texts = entries(window)
    assert len(texts) == 10, "nine others, as the open file is not offered, and how to clear the list"
    assert len({text[3:] for text in texts[:-1]}) == 9
    assert all("…" in text and "team.riskdesk (deep && " in text for text in texts[:-1])
    recent = menu(window)
    assert recent.actions()[0].toolTip().endswith("team.riskdesk")
    recent.actions()[0].trigger()
    assert workbench.session.path == paths[-1]
    recent = menu(window)
    assert str(home.store) in recent.actions()[0].toolTip()
    assert recent.actions()[0].text().startswith("&1 My register file – ")
    next(entry for entry in recent.actions() if "Clear" in entry.text()).trigger()
    assert entries(window) == []


@pytest.mark.parametrize(("answer", "left"), [("&Take it off", 1), ("&Keep it", 2), ("", 2)])
def test_a_file_that_is_gone_is_told_of_and_taken_off_the_list_if_that_is_wanted(
    open_window: Opened, workbench: Workbench, tmp_path: Path, answer: str, left: int
) -> None:
    settings = Settings(tmp_path / "settings.json")
    for name in ("other.riskdesk", "gone/<b>&gone.riskdesk"):
        note(settings, tmp_path / name)
    window, before = open_window(), workbench.session.path
    menu(window).actions()[0].trigger()
    (box,) = window.findChildren(QMessageBox)
    assert str(tmp_path / "gone/<b>&gone.riskdesk") in box.text()
    assert box.textFormat() == Qt.TextFormat.PlainText
    if answer:
        next(button for button in box.buttons() if button.text() == answer).click()
    else:
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert workbench.session.path == before
    assert len(entries(window)) == left + 1
