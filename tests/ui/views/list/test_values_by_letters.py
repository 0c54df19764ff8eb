"""The values of a filter are reached by the letters that they begin with, and ticked from there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from riskdesk.desk import risks
from riskdesk.ui.views.list.staying_menu import ValuesMenu
from tests.hearing import hearing
from tests.ui.views.list.conftest import Reader

NAMES = ("Anna Keller", "Björn & Söhne", "Bernard Noir", "Élodie Martin", "Marat Abenov")


@pytest.fixture
def menu(reader: Reader) -> Iterator[QMenu]:
    """The filters as they come up over the list, with an owner for each of some risks."""
    for risk, name in zip(reader.tree.risks, NAMES, strict=False):
        reader.workbench.run(risks.edit(risk.id, owner=name))
    filters = reader.view._menus.filters
    filters.popup(reader.view.mapToGlobal(reader.view.rect().center()))
    yield filters
    filters.close()


def opened(menu: QMenu, title: str) -> ValuesMenu:
    """The menu of a filter, as it is opened."""
    inner = next(
        submenu
        for action in menu.actions()
        if isinstance(submenu := action.menu(), ValuesMenu) and title in title_of(submenu)
    )
    inner.popup(menu.pos())
    return inner


def title_of(menu: QMenu) -> str:
    return menu.title().replace("&", "")


def at(menu: QMenu) -> str:
    active = menu.activeAction()
    return "" if active is None else active.text()


def press(menu: QMenu, letters: str, at_ms: int) -> None:
    """Press keys at a moment."""
    for sign in letters:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
        event.setTimestamp(at_ms)
        QApplication.sendEvent(menu, event)


def test_a_tick_is_heard_and_so_is_how_a_column_is_sorted_where_the_keyboard_stays(menu: QMenu, reader: Reader) -> None:
    owners = opened(menu, "Owner")
    owners.setActiveAction(owners.actions()[0])
    with hearing() as announced:
        QTest.keyClick(owners, Qt.Key.Key_Space)
        QTest.keyClick(owners, Qt.Key.Key_Space)
    ticks = [text for event in announced if "checked" in (text := event.message())]
    assert ticks == ["checked", "not checked"]
    menu.close()
    sorts = reader.view._menus.sorts
    sorts.popup(reader.view.mapToGlobal(reader.view.rect().center()))
    sorts.setActiveAction(sorts.actions()[1])
    for expected in ("Description (1, ascending)", "Description (1, descending)", "Description"):
        QTest.keyClick(sorts, Qt.Key.Key_Space)
        assert at(sorts).replace("&", "") == expected
    sorts.close()


def test_a_letter_leads_to_a_value_and_again_to_the_next(menu: QMenu) -> None:
    owners = opened(menu, "Owner")
    for expected in ("Bernard Noir", "Björn && Söhne", "Bernard Noir"):
        QTest.keyClick(owners, Qt.Key.Key_B)
        assert at(owners) == expected
    assert owners.isVisible()


def test_letters_one_after_the_other_are_looked_for_together_and_later_ones_anew(menu: QMenu) -> None:
    owners, soon, late = opened(menu, "Owner"), 50, QApplication.keyboardInputInterval() + 100
    press(owners, "b", 1000)
    press(owners, "jö", 1000 + soon)
    assert at(owners) == "Björn && Söhne"
    press(owners, "e", 1000 + soon + late)
    assert at(owners) == "Élodie Martin"
    press(owners, "?", 1000 + soon + 2 * late)
    assert at(owners) == "Élodie Martin"


def test_a_blank_within_a_name_leads_on_and_ticks_where_no_name_has_it(menu: QMenu, reader: Reader) -> None:
    owners, late = opened(menu, "Owner"), QApplication.keyboardInputInterval() + 100
    QTest.keyClicks(owners, "anna k")
    assert at(owners) == "Anna Keller"
    assert len(reader.names_shown) == len(list(reader.tree.risks))
    QTest.qWait(late)
    QTest.keyClicks(owners, "an ")
    assert {risk.owner for risk in reader.tree.risks if risk.reference in reader.names_shown} == {"Anna Keller"}


def test_a_later_word_is_found_where_none_begins_so(menu: QMenu) -> None:
    owners = opened(menu, "Owner")
    QTest.keyClicks(owners, "noi")
    assert at(owners) == "Bernard Noir"


@pytest.mark.parametrize("letter", ["v", "5"])
def test_a_level_is_found_by_its_number_and_its_word(menu: QMenu, letter: str) -> None:
    likelihood = opened(menu, "Likelihood")
    QTest.keyClicks(likelihood, letter)
    assert at(likelihood) == "5 Very high"


def test_what_was_led_to_is_ticked_and_keys_lead_on(menu: QMenu, reader: Reader) -> None:
    owners = opened(menu, "Owner")
    QTest.keyClick(owners, Qt.Key.Key_M)
    QTest.keyClick(owners, Qt.Key.Key_Space)
    assert owners.isVisible()
    assert {risk.owner for risk in reader.tree.risks if risk.reference in reader.names_shown} == {"Marat Abenov"}
    QTest.keyClick(owners, Qt.Key.Key_Up)
    assert at(owners) == "Élodie Martin"
    QTest.keyClick(owners, Qt.Key.Key_Escape)
    assert not owners.isVisible()


def test_every_filter_has_values_that_letters_lead_to(menu: QMenu) -> None:
    inner = [submenu for action in menu.actions() if isinstance(submenu := action.menu(), QMenu)]
    assert len(inner) > 5
    assert all(isinstance(submenu, ValuesMenu) for submenu in inner)
