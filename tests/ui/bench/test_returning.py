"""Where a register was left, and going back there."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language, Risk
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.returning import LAST_PLACES, LastPlaces, Returning
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.opening import OpenedStore, Opening
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.side.panel_list import PanelList


@pytest.fixture
def window(workbench: Workbench, home: Home, settings: Settings, qtbot: QtBot) -> MainWindow:
    return shown(workbench, home, settings, qtbot)


def shown(workbench: Workbench, home: Home, settings: Settings, qtbot: QtBot) -> MainWindow:
    """A window that goes back to where registers were left, as that of the program does."""
    main_window = MainWindow(workbench, settings, home)
    qtbot.addWidget(main_window)
    Returning(main_window, workbench, settings)
    with qtbot.waitSignal(main_window.ready):
        main_window.show()
    return main_window


def last_risk(workbench: Workbench) -> Risk:
    tree = workbench.tree()
    assert tree is not None
    return list(tree.risks)[-1]


def is_in_sight(window: MainWindow, workbench: Workbench) -> bool:
    (item,) = workbench.selection
    sheet = window._sheet
    row = sheet._parts.selection.select_ids([item])[0]
    return sheet.viewport().rect().contains(sheet.visualRect(sheet.index(row)))


def test_a_register_opens_again_at_what_was_selected_in_it(window: MainWindow, workbench: Workbench) -> None:
    first = workbench.register_id
    risk = last_risk(workbench)
    workbench.select([risk.id])
    workbench.run(registers.duplicate(str(first)))
    assert workbench.selection == (workbench.register_id,)
    other_risk = last_risk(workbench)
    workbench.select([other_risk.id])
    second = workbench.register_id
    workbench.open_register(first)
    assert workbench.selection == (risk.id,)
    assert window._sheet.selected_ids() == (risk.id,)
    assert is_in_sight(window, workbench)
    workbench.select([])
    workbench.open_register(second)
    assert workbench.selection == (other_risk.id,)
    workbench.open_register(first)
    assert workbench.selection == (first,)


def test_a_register_that_is_clicked_opens_where_it_was_left_and_is_chosen_by_another_click(
    window: MainWindow, workbench: Workbench
) -> None:
    first = str(workbench.register_id)
    risk = last_risk(workbench)
    workbench.select([risk.id])
    workbench.run(registers.duplicate(first))
    rows = window._registers.findChild(PanelList)
    assert isinstance(rows, PanelList)

    def click(row: int) -> None:
        rows.scrollToItem(rows.topLevelItem(row))
        place = rows.visualItemRect(rows.topLevelItem(row)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(0)
    assert workbench.selection == (risk.id,)
    assert window._sheet.selected_ids() == (risk.id,)
    click(0)
    assert workbench.selection == (first,)
    click(1)
    assert workbench.selection == (workbench.register_id,) != (first,)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert workbench.register_id == first
    click(0)
    assert workbench.selection == (first,)


def test_a_register_is_gone_to_where_it_was_left(window: MainWindow, workbench: Workbench) -> None:
    first = str(workbench.register_id)
    risk = last_risk(workbench)
    workbench.select([risk.id])
    workbench.run(registers.duplicate(first))
    window._navigation.open_register(first)
    assert workbench.selection == (risk.id,)
    window._navigation.open_register(first)
    assert workbench.selection == (first,)


def test_an_item_that_is_gone_is_not_selected(window: MainWindow, workbench: Workbench) -> None:
    first = str(workbench.register_id)
    risk = last_risk(workbench)
    workbench.run(registers.duplicate(first))
    second = workbench.register_id
    workbench.open_register(first)
    workbench.select([risk.id])
    workbench.open_register(second)
    workbench.session.run(items.delete([risk.id]))
    workbench.open_register(first)
    assert workbench.selection == (first,)
    assert window.isVisible()


def test_a_file_opens_again_with_the_register_that_was_left_last(
    window: MainWindow, workbench: Workbench, home: Home, settings: Settings, qtbot: QtBot
) -> None:
    path = workbench.session.path
    workbench.run(registers.duplicate(str(workbench.register_id)))
    risk = last_risk(workbench)
    workbench.select([risk.id])
    second = workbench.register_id
    window.close()
    workbench.session.close()
    results: list[OpenedStore] = []
    opening = Opening(home, settings)
    opening.opened.connect(results.append)
    opening.open(path)
    (opened,) = results
    with closing(opened.session):
        assert opened.session.has_read(str(second))
        again = Workbench(opened.session)
        again.open_register(opened.register)
        another_window = shown(again, home, settings, qtbot)
        assert (again.register_id, again.selection) == (second, (risk.id,))
        qtbot.waitUntil(lambda: is_in_sight(another_window, again))


def test_another_file_opens_where_it_was_left(window: MainWindow, workbench: Workbench, tmp_path: Path) -> None:
    own, other = workbench.session.path, tmp_path / "other.riskdesk"
    with closing(Session.create(other, "A. Tester")) as session:
        session.run(registers.add(template("coe", Language.ENGLISH)))
        session.run(registers.add(template("coe", Language.FRENCH)))
        second = session.registers()[1].id
    window._sheet.setFocus()
    risk = last_risk(workbench)
    workbench.select([risk.id])
    window._rooms.open_path(other)
    workbench.open_register(second)
    window._rooms.open_path(own)
    assert workbench.selection == (risk.id,)
    window._rooms.open_path(other)
    assert workbench.register_id == second


@pytest.mark.parametrize("text", ["", "[", "[]", '{"a": 1}', "[" * 100_000, '{"a": null, "b": "c"}'])
def test_settings_that_hold_something_else_tell_of_no_place(settings: Settings, text: str) -> None:
    settings.set(LAST_PLACES, text)
    assert LastPlaces(settings).item("a") == ""


def test_the_places_of_registers_that_were_left_longest_ago_are_forgotten(settings: Settings) -> None:
    places = LastPlaces(settings)
    for number in range(250):
        places.note(str(number), "item")
    places.note("60", "again")
    kept = json.loads(settings.get(LAST_PLACES))
    assert len(kept) == 200
    assert list(kept)[-1] == "60"
    assert places.item("49") == ""


def test_nothing_is_remembered_of_a_window_without_a_register(settings: Settings, tmp_path: Path, qapp: object) -> None:
    assert qapp
    with closing(Session.create(tmp_path / "empty.riskdesk", "A. Tester")) as session:
        window = QWidget()
        Returning(window, Workbench(session), settings)
        window.close()
    assert settings.get(LAST_PLACES) == ""


def test_what_another_window_noted_meanwhile_stays(settings: Settings) -> None:
    here, elsewhere = LastPlaces(settings), LastPlaces(Settings(settings.path))
    here.note("ours", "a risk")
    Settings.settle()
    elsewhere.note("theirs", "another")
    Settings.settle()
    assert [here.item(register) for register in ("ours", "theirs")] == ["a risk", "another"]
    assert [elsewhere.item(register) for register in ("ours", "theirs")] == ["a risk", "another"]


def test_the_register_that_is_open_is_the_last_one_where_the_program_ends_by_a_crash(
    window: MainWindow, workbench: Workbench, settings: Settings
) -> None:
    risk = last_risk(workbench)
    workbench.select([risk.id])
    first = str(workbench.register_id)
    workbench.run(registers.duplicate(first))
    second = workbench.register_id
    places = LastPlaces(Settings(settings.path))
    assert second != places.last(workbench.registers()[:1]) == first
    assert places.last(workbench.registers()) == second
    workbench.open_register(first)
    Settings.settle()
    assert places.last(workbench.registers()) == first
    assert workbench.selection == (risk.id,)
    assert window.isVisible()
