"""What happened to what is selected, beside its fields."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.desk import history, items, risks, scales
from riskdesk.desk.rescaling import rescale
from riskdesk.domain.label import Label
from riskdesk.domain.problems import Problem
from riskdesk.domain.remap import proposed
from riskdesk.domain.scale import Assessment, BandColour
from riskdesk.domain.text import short
from riskdesk.domain.values import Risk
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.page import HistoryPage
from riskdesk.ui.history.text import ReadText
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.head import Head
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened, action, inspector_of, read_only, sheet, tree_of
from tests.ui.history.links import follow, links
from tests.ui.inspector.conftest import first_risk, type_into

Told = Callable[[], list[str]]


@pytest.fixture
def inspector(qtbot: QtBot, workbench: Workbench, settings: Settings) -> Inspector:
    new_inspector = Inspector(workbench, settings)
    qtbot.addWidget(new_inspector)
    new_inspector.resize(320, 800)
    with qtbot.waitExposed(new_inspector):
        new_inspector.show()
    return new_inspector


@pytest.fixture
def notices(workbench: Workbench) -> list[Notice]:
    raised: list[Notice] = []
    workbench.notice_posted.connect(raised.append)
    return raised


def tabs(inspector: Inspector) -> Head:
    child = inspector.findChild(Head)
    assert isinstance(child, Head)
    return child


def turn(inspector: Inspector, to: int = 1) -> HistoryPage:
    """Click a tab of the head."""
    bar = tabs(inspector).tabs
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(to).center())
    page = inspector.findChild(HistoryPage)
    assert isinstance(page, HistoryPage)
    return page


def lines(page: HistoryPage) -> list[str]:
    return page.text.toPlainText().replace("\u2028", "\n").splitlines()


def risk_now(workbench: Workbench, risk: Risk) -> Risk:
    return next(candidate for candidate in tree_of(workbench).risks if candidate.id == risk.id)


def test_what_is_shown_first_is_read_while_the_window_is_painted(
    inspector: Inspector, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, chapter = list[threading.Thread](), history.chapter

    def chapter_seen(*arguments: Any) -> history.Chapter:
        threads.append(threading.current_thread())
        return chapter(*arguments)

    monkeypatch.setattr(history, "chapter", chapter_seen)
    workbench.select([first_risk(workbench).id])
    turn(inspector)
    assert len(threads) == 1
    assert threading.main_thread() not in threads


def test_the_page_tells_what_happened_to_a_risk(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    workbench.run(risks.edit(risk.id, owner="Anna", likelihood=4))
    workbench.run(risks.edit(risk.id, note="<i>One</i> & two\nthree"))
    page = turn(inspector)
    texts = lines(page)
    assert texts[1] == "Edit risk"
    assert texts[2].endswith(" · A. Tester")
    assert texts[3:6] == ["Note", "<i>One</i> & two", "three"]
    assert "Likelihood: 4 High" in texts
    assert "Owner: Anna" in texts
    assert texts.index("Assess risk") < texts.index("New register")
    workbench.run(risks.edit(risk.id, owner="Marat B."))
    assert lines(page)[3] == "Owner: Anna → Marat B."
    workbench.run(risks.edit(risk.id, owner="Marat\u00a0B."))
    assert lines(page)[3] == "Owner: Marat B. → Marat␣B.", "what looks alike has signs"


def test_long_texts_are_marked_word_by_word_and_not_by_colour_alone(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    workbench.run(risks.edit(risk.id, reason="The budget is cut in spring"))
    workbench.run(risks.edit(risk.id, reason="The budget was cut in spring"))
    text = turn(inspector).text
    looks: dict[str, QTextCharFormat] = {}
    block = text.document().findBlockByNumber(4)
    at = block.begin()
    while not at.atEnd():
        looks[at.fragment().text()] = at.fragment().charFormat()
        at += 1
    assert list(looks) == ["The budget ", "is", "was", " cut in spring"]
    assert (looks["is"].fontStrikeOut(), looks["was"].fontStrikeOut()) == (True, False)
    assert (looks["is"].fontUnderline(), looks["was"].fontUnderline()) == (False, True)


def test_the_choice_is_remembered(inspector: Inspector, workbench: Workbench, settings: Settings, qtbot: QtBot) -> None:
    workbench.select([first_risk(workbench).id])
    turn(inspector)
    other = Inspector(workbench, Settings(settings.path))
    qtbot.addWidget(other)
    assert isinstance(other.currentWidget(), HistoryPage)
    turn(inspector, 0)
    assert not isinstance(inspector.currentWidget(), HistoryPage)


def test_what_has_no_history_shows_its_words(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([first_risk(workbench).id])
    page = turn(inspector)
    workbench.select([])
    assert inspector.currentWidget() is not page
    workbench.select([tree_of(workbench).categories[0].category.id])
    assert inspector.currentWidget() is page
    assert "Title: " + tree_of(workbench).categories[0].category.title in lines(page)


def test_a_value_is_restored_and_undo_takes_that_back(
    inspector: Inspector, workbench: Workbench, notices: list[Notice]
) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    for owner in ("Anna", "Marat"):
        workbench.run(risks.edit(risk.id, owner=owner))
    follow(turn(inspector).text, "Restore “Anna”")
    assert risk_now(workbench, risk).owner == "Anna"
    assert (notices[-1].text, notices[-1].button) == ("Restored: owner", "Undo")
    assert notices[-1].step is not None
    workbench.take_back(notices[-1].step)
    assert risk_now(workbench, risk).owner == "Marat"


def test_an_item_is_restored_as_it_was(inspector: Inspector, workbench: Workbench, notices: list[Notice]) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    workbench.run(risks.edit(risk.id, owner="Anna", note="One"))
    then = risk_now(workbench, risk)
    workbench.run(risks.edit(risk.id, owner="Marat", likelihood=2))
    workbench.run(risks.edit(risk.id, note=""))
    page = turn(inspector)
    words = [link.text() for link in links(page.text)]
    assert words.count("Restore as it was then") == 3
    place = [at for at, word in enumerate(words) if word == "Restore as it was then"][1]
    page.text.setFocus()
    for _ in range(place + 1):
        QTest.keyClick(page.text, Qt.Key.Key_Tab)
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert risk_now(workbench, risk) == then
    assert notices[-1].text == "Restored as it was: risk R-01"


def test_what_cannot_be_restored_is_told_why(
    inspector: Inspector, workbench: Workbench, problems: list[Problem]
) -> None:
    first, second, *_ = tree_of(workbench).risks
    workbench.select([first.id])
    workbench.run(risks.edit(first.id, reference="R-99"))
    workbench.run(risks.edit(second.id, reference="R-01"))
    follow(turn(inspector).text, "Restore “R-01”")
    assert "R-01 is taken" in str(problems[-1])
    assert risk_now(workbench, first).reference == "R-99"


def test_deleted_items_are_brought_back_from_the_page_of_the_register(
    inspector: Inspector, workbench: Workbench, notices: list[Notice]
) -> None:
    before, category = tree_of(workbench), tree_of(workbench).categories[1].category
    workbench.run(items.delete([category.id]))
    workbench.select([tree_of(workbench).register.id])
    page = turn(inspector)
    assert lines(page)[:2] == ["Deleted items", f"Category “{category.title}”"]
    follow(page.text, "Bring back")
    assert [category.category for category in tree_of(workbench).categories] == [
        category.category for category in before.categories
    ]
    assert list(tree_of(workbench).risks) == list(before.risks)
    assert notices[-1].text.endswith("brought back")
    assert workbench.selection == (category.id,)


def test_a_deleted_entry_is_known_by_its_first_words(inspector: Inspector, workbench: Workbench) -> None:
    first, second, *_ = (entry for entry in tree_of(workbench).entries if entry.risks and entry.mitigations)
    workbench.run(items.delete([risk.id for risk in second.risks]))
    workbench.run(items.delete([second.entry.id]))
    workbench.run(items.delete([first.entry.id]))
    workbench.select([tree_of(workbench).register.id])
    names = [line for line in lines(turn(inspector)) if line.startswith("Entry")]
    assert names == [f"Entry “{short(side[0].description)}”" for side in (first.risks, second.mitigations)]


@pytest.mark.parametrize("at_once", [1, 10])
def test_only_a_few_deleted_items_are_listed_until_all_are_asked_for(
    inspector: Inspector, workbench: Workbench, at_once: int
) -> None:
    deleted_ids = [risk.id for risk in tree_of(workbench).risks][:10]
    for first in range(0, len(deleted_ids), at_once):
        workbench.run(items.delete(deleted_ids[first : first + at_once]))
    workbench.select([tree_of(workbench).register.id])
    page = turn(inspector)
    assert [link.text() for link in links(page.text)].count("Bring back") == 8
    follow(page.text, "Show all")
    assert [link.text() for link in links(page.text)].count("Bring back") == 10


@read_only
def test_nothing_is_offered_where_nothing_can_be_written(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, owner="Anna"))
    workbench.run(items.delete([list(tree_of(workbench).risks)[1].id]))
    workbench.select([risk.id])
    page = turn(inspector)
    assert links(page.text) == []
    workbench.select([tree_of(workbench).register.id])
    assert links(page.text) == []
    assert "Deleted items" in lines(page)


def test_more_is_read_as_it_is_scrolled(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    for number in range(70):
        workbench.session.run(risks.edit(risk.id, note=str(number)))
    workbench.read_changes_of_others()
    workbench.select([risk.id])
    page = turn(inspector)
    assert "New register" not in lines(page)
    page.text.verticalScrollBar().setValue(page.text.verticalScrollBar().maximum())
    assert "New register" in lines(page)


def test_behind_the_fields_it_costs_nothing(
    inspector: Inspector, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    page = turn(inspector)
    turn(inspector, 0)
    monkeypatch.setattr(workbench.session.history, "of_item", None)
    workbench.run(risks.edit(risk.id, owner="Anna"))
    monkeypatch.undo()
    turn(inspector)
    assert "Owner: Anna" in lines(page)


def test_a_hidden_inspector_reads_once_it_is_seen(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    page = turn(inspector)
    inspector.hide()
    workbench.run(risks.edit(risk.id, owner="Anna"))
    assert "Owner: Anna" not in lines(page)
    inspector.show()
    assert "Owner: Anna" in lines(page)


def test_a_found_text_is_shown_among_the_fields(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, note="A note"))
    workbench.select([risk.id])
    turn(inspector)
    assert inspector.reveal_part("note", 0, 1, write=False)
    assert not isinstance(inspector.currentWidget(), HistoryPage)


def test_what_is_typed_is_stored_before_it_is_left(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    owner_field = next(page for page in inspector._areas if "owner" in page.fields).fields["owner"]
    type_into(owner_field, "Anna")  # type: ignore[arg-type]
    page = turn(inspector)
    assert risk_now(workbench, risk).owner == "Anna"
    assert "Owner: Anna" in lines(page)


def click_link(text: ReadText, words: str, place: int) -> None:
    """Click on one of the links of these words."""
    link = [link for link in links(text) if link.text() == words][place]
    cursor = text.textCursor()
    cursor.setPosition(link.position() + 2)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect(cursor).center())


def test_a_click_does_what_the_link_below_it_says_though_it_ends_what_is_typed(
    open_window: Opened, workbench: Workbench, qtbot: QtBot
) -> None:
    window, risk = open_window(), first_risk(workbench)
    for text in ("One thing and another", "Two things and another"):
        workbench.run(risks.edit(risk.id, description=text))
    workbench.select([risk.id])
    inspector = window.findChild(Inspector)
    assert isinstance(inspector, Inspector)
    page = turn(inspector)
    sheet(window).setFocus()
    QTest.keyClick(sheet(window), Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), " and more")
    # The second one, below which stands the text before both edits; the first one would give what is there now.
    click_link(page.text, "Restore this text", 1)
    qtbot.waitUntil(lambda: risk_now(workbench, risk).description == risk.description)
    workbench.undo()
    assert risk_now(workbench, risk).description == "Two things and another and more"
    assert page.text.hasFocus()


def test_a_senseless_step_is_told_in_a_sentence(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, owner="Anna"))
    with closing(sqlite3.connect(workbench.session.path)) as raw:
        raw.execute("UPDATE step SET changes = '[]' WHERE number = 2")
        raw.commit()
    workbench.select([risk.id])
    assert lines(turn(inspector))[0].startswith("Step 2 of the change history contains data")


def test_the_score_over_time_is_told_in_words(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    page = turn(inspector)
    assert not page.line.isVisible()
    workbench.run(risks.edit(risk.id, likelihood=4, impact=4))
    workbench.run(risks.edit(risk.id, residual_likelihood=2, residual_impact=4))
    workbench.run(risks.edit(risk.id, likelihood=None))
    assert page.line.isVisible()
    before, after = page.line.accessibleDescription().split("\n")
    assert before.startswith("Before the mitigations: 16 High since ")
    assert ", not assessed since " in before
    assert after.startswith("Residual: 8 Medium since ")


def test_the_key_turns_to_the_history_and_back(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> None:
    window = open_window()
    activate(window, qtbot)
    workbench.select([first_risk(workbench).id])
    show_history = action(window, "show_history")
    assert not show_history.isChecked()
    press(window)
    assert is_turned(window)
    assert show_history.isChecked()
    press(window)
    assert not is_turned(window)
    assert not show_history.isChecked()


def test_the_key_brings_up_a_hidden_inspector(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> None:
    window = open_window()
    activate(window, qtbot)
    workbench.select([first_risk(workbench).id])
    press(window)
    action(window, "show_inspector").trigger()
    assert not window._areas.is_seen("inspector")
    press(window)
    assert window._areas.is_seen("inspector")
    assert is_turned(window)


def activate(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def press(window: MainWindow) -> None:
    sheet(window).setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(sheet(window), Qt.Key.Key_I, keys)


def is_turned(window: MainWindow) -> bool:
    return isinstance(inspector_of(window).currentWidget(), HistoryPage)


def test_the_arrow_keys_choose_among_the_tabs(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([first_risk(workbench).id])
    bar = tabs(inspector).tabs
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert isinstance(inspector.currentWidget(), HistoryPage)
    assert bar.hasFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert not isinstance(inspector.currentWidget(), HistoryPage)
    assert min(bar.tabRect(0).height(), bar.tabRect(0).width()) >= 24
    assert bar.tabAt(QPoint(-1, -1)) == -1


def test_levels_of_another_scale_are_not_offered_and_not_brought_back(
    inspector: Inspector, workbench: Workbench, notices: list[Notice]
) -> None:
    five, three = scales.profile("5x5"), scales.profile("eu-action-document-3x3")
    first, second, *_ = tree_of(workbench).risks
    workbench.run(risks.edit(first.id, likelihood=3, impact=2, owner="Anna"))
    workbench.run(risks.edit(first.id, likelihood=2, owner="Marat"))
    workbench.run(risks.edit(second.id, likelihood=3, impact=3))
    workbench.run(items.delete([second.id]))
    workbench.run(rescale(tree_of(workbench).register.id, five, three, proposed(five, three)))
    workbench.select([first.id])
    page = turn(inspector)
    assert {link.text() for link in links(page.text)} == {"Restore “Anna”", "Restore: empty", "Restore as it was then"}
    now = risk_now(workbench, first)
    follow(page.text, "Restore “Anna”")
    assert risk_now(workbench, first) == replace(now, owner="Anna")
    workbench.select([tree_of(workbench).register.id])
    follow(page.text, "Bring back")
    assert risk_now(workbench, second).assessment == Assessment()
    assert "1 risk without levels" in notices[-1].text


def test_a_scale_is_restored_by_its_name_where_no_assessment_would_mean_something_else(
    inspector: Inspector, workbench: Workbench
) -> None:
    five, three = scales.profile("5x5"), scales.profile("eu-action-document-3x3")
    register = tree_of(workbench).register
    workbench.run(rescale(register.id, five, three, proposed(five, three)))
    workbench.select([register.id])
    follow(turn(inspector).text, "Restore this scale")
    assert scales.in_both_languages(tree_of(workbench).register.scale) == five
    workbench.run(rescale(register.id, five, three, proposed(five, three)))
    workbench.run(risks.edit(first_risk(workbench).id, likelihood=2, impact=2))
    page = turn(inspector)
    words = [link.text() for link in links(page.text)]
    assert [text for text in words if "Restore" in text and "as it was" not in text] == []


@pytest.mark.parametrize("otherwise", [{"name": Label("Small", "Petit")}, {"colour": BandColour.PURPLE}])
def test_a_scale_with_other_words_or_colours_alone_is_restored_though_risks_are_assessed(
    inspector: Inspector, workbench: Workbench, otherwise: dict[str, Any]
) -> None:
    five, register = scales.profile("5x5"), tree_of(workbench).register
    reworded = replace(five, bands=(replace(five.bands[0], **otherwise), *five.bands[1:]))
    workbench.run(risks.edit(first_risk(workbench).id, likelihood=2, impact=2))
    workbench.run(rescale(register.id, five, reworded, proposed(five, reworded)))
    workbench.select([register.id])
    follow(turn(inspector).text, "Restore this scale")
    assert scales.in_both_languages(tree_of(workbench).register.scale) == five


def test_a_long_name_of_a_level_is_restored_as_a_value(inspector: Inspector, workbench: Workbench) -> None:
    five, risk = scales.profile("5x5"), first_risk(workbench)
    name = Label("Expected within the next twelve months", "Attendu dans les douze prochains mois")
    longer = replace(five, likelihood=(replace(five.likelihood[0], name=name), *five.likelihood[1:]))
    workbench.run(rescale(tree_of(workbench).register.id, five, longer, proposed(five, longer)))
    for level in (1, 2):
        workbench.run(risks.edit(risk.id, likelihood=level))
    workbench.select([risk.id])
    follow(turn(inspector).text, "Restore this value")
    assert risk_now(workbench, risk).likelihood == 1
