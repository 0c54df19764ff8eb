"""The letters that menus and dialogs are worked by: one each, and on every keyboard, in both languages."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from riskdesk.kit.letters import give_letters
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.list import RegisterList
from tests.ui.access.every_area import Areas
from tests.ui.access.mnemonics import at_fault, letters
from tests.ui.conftest import Opened


def test_no_letter_stands_for_two_things_in_a_menu(open_window: Opened, language: str) -> None:
    opened: MainWindow = open_window()
    bar = [action.text() for action in opened.menuBar().actions()]
    assert len(letters(bar)) == len(bar)
    assert at_fault(bar) == {}
    menus = opened.findChildren(QMenu)
    assert len(menus) > len(bar)
    for menu in menus:
        # What undo and redo are named after is an action's label, and holds no letter.
        assert at_fault([action.text() for action in menu.actions()]) == {}


def test_each_item_of_the_menus_inside_those_of_the_bar_has_a_letter(open_window: Opened, language: str) -> None:
    opened: MainWindow = open_window()
    menus = [menu for entry in opened.menuBar().actions() if isinstance(menu := entry.menu(), QMenu)]
    inner = [menu for outer in menus for entry in outer.actions() if isinstance(menu := entry.menu(), QMenu)]
    assert len(inner) == 4
    for menu in inner:
        menu.popup(opened.mapToGlobal(opened.rect().center()))
        texts = [action.text() for action in menu.actions() if action.text() and action.isEnabled()]
        menu.close()
        assert [text for text in texts if not letters([text])] == []
        assert at_fault(texts) == {}


def test_each_item_of_the_menu_of_what_is_selected_has_a_letter(language: str, areas: Areas) -> None:
    window = areas.window
    window._menus.show_context(window.mapToGlobal(window.rect().center()))
    menu = window._menus._contexts._menu
    items = [action for action in menu.actions() if action.text() and action.isVisible()]
    texts = [action.text() for action in items]
    inner = [action.text() for item in items if isinstance(item.menu(), QMenu) for action in item.menu().actions()]
    menu.close()
    assert len([action for action in items if action.menu()]) == 3
    assert [text for text in (*texts, *inner) if not letters([text])] == []
    assert at_fault(texts) == {}


def test_each_item_of_the_menus_above_the_list_has_a_letter(language: str, areas: Areas) -> None:
    register_list = areas.show("list")
    assert isinstance(register_list, RegisterList)
    for menu in (
        register_list._menus.filters,
        register_list._menus.sorts,
        register_list._menus.groups,
        register_list._menus.columns,
    ):
        menu.popup(register_list.mapToGlobal(register_list.rect().center()))
        texts = [action.text() for action in menu.actions() if action.text()]
        menu.close()
        assert len(texts) > 2
        # More columns than letters in their names are left without one.
        assert len([text for text in texts if not letters([text])]) <= max(0, len(texts) - 20)
        assert at_fault(texts) == {}


@pytest.mark.parametrize("words", [("Impact", "Imprint", "Imp"), ("R&&D <b>", "&Rest"), ("2 Low", "– –", "État")])
def test_letters_are_given_that_are_still_free(qapp: QApplication, words: tuple[str, ...]) -> None:
    assert qapp
    menu = QMenu()
    for text in words:
        menu.addAction(text)
    give_letters(menu)
    texts = [action.text() for action in menu.actions()]
    assert at_fault(texts) == {}
    assert [text for text in texts if not letters([text])] == [text for text in words if text == "– –"]
    assert [text.replace("&", "") for text in texts] == [text.replace("&", "") for text in words]


def test_a_letter_that_few_keyboards_have_is_found() -> None:
    assert at_fault(["&Écrire", "&Garder"]) == {"é": ["&Écrire"]}
    assert at_fault(["&Save", "&Show", "Rename"]) == {"s": ["&Save", "&Show"]}
