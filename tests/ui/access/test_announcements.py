"""What happens where nothing with the focus tells it is announced: once, politely, and at once where it is wrong."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, risks
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.banner import Banner
from riskdesk.ui.pages.pages import RiskPage
from riskdesk.ui.printing.print_set import PrintSetDialog
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.matrix.grid import MatrixGrid
from tests.hearing import hearing
from tests.ui.access.seen import name
from tests.ui.conftest import Opened, action, sheet

Politeness = QAccessible.AnnouncementPoliteness
Heard = list[QAccessibleAnnouncementEvent]


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


@pytest.fixture
def announcements(window: MainWindow, qtbot: QtBot) -> Iterator[Heard]:
    """What is announced from when the window is there."""
    qtbot.waitUntil(window.isActiveWindow)
    with hearing() as announced:
        yield announced


def messages(announcements: Heard) -> list[str]:
    return [event.message() for event in announcements]


def risk_ids(workbench: Workbench) -> list[str]:
    tree = workbench.tree()
    assert tree is not None
    return [risk.id for risk in tree.risks]


def test_a_score_is_told_once_it_is_known(announcements: Heard, workbench: Workbench, qtbot: QtBot) -> None:
    first = risk_ids(workbench)[0]
    workbench.run(risks.edit(first, likelihood=3))
    workbench.run(risks.edit(first, note="not about the score"))
    workbench.run(risks.edit(first, impact=5))
    workbench.run(risks.edit(first, residual_likelihood=2, residual_impact=2))
    qtbot.waitUntil(lambda: len(announcements) == 2)
    assert messages(announcements) == ["score 15, High", "score 4, Low"]
    assert {event.politeness() for event in announcements} == {Politeness.Polite}


def test_what_is_taken_back_and_made_again_is_told(announcements: Heard, workbench: Workbench, qtbot: QtBot) -> None:
    workbench.run(risks.edit(risk_ids(workbench)[0], likelihood=3, impact=3))
    workbench.undo()
    workbench.redo()
    workbench.undo()
    qtbot.waitUntil(lambda: len(announcements) == 4)
    begun = sorted(text.partition(":")[0] for text in messages(announcements))
    assert begun == ["Redone", "Undone", "Undone", "score 9, Medium"]


def test_the_matrix_tells_a_score_by_itself(
    announcements: Heard, window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    first = risk_ids(workbench)[0]
    workbench.run(risks.edit(first, likelihood=3, impact=3))
    action(window, "view_matrix").trigger()
    grid = window.findChild(MatrixGrid)
    qtbot.waitUntil(lambda: grid.hasFocus() and grid.picture is not None)
    grid.go_to(grid.picture.spot_of_risk(first))
    announcements.clear()
    QTest.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(0)
    assert [text for text in messages(announcements) if "12" in text] == [
        "R-01, Likelihood 4 High, Impact 3 Medium, 12 High"
    ]


def test_several_scores_at_once_are_not_told(announcements: Heard, workbench: Workbench, qtbot: QtBot) -> None:
    workbench.run(items.delete(risk_ids(workbench)[:3]))
    QTest.qWait(0)
    assert not [text for text in messages(announcements) if text.startswith("score")]


def test_an_area_is_told_to_be_shown_and_hidden_unless_the_focus_moves(
    announcements: Heard, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(sheet(window).hasFocus)
    for expected in ("Hidden: Inspector", "Shown: Inspector"):
        action(window, "show_inspector").trigger()
        assert messages(announcements)[-1] == expected
    action(window, "go_inspector").trigger()
    announcements.clear()
    action(window, "show_inspector").trigger()
    assert sheet(window).hasFocus()
    assert messages(announcements) == []


def test_a_search_tells_how_many_and_what(announcements: Heard, window: MainWindow) -> None:
    search = window.findChild(SearchBox)
    search._field.setText("reform")
    search.next()
    search._field.setText("no such word anywhere")
    first, second, none = messages(announcements)
    assert first.startswith("1 of ")
    assert second.startswith("2 of ")
    assert first.partition(", ")[2] != second.partition(", ")[2]
    assert none == "No matches"


def test_all_that_is_selected_is_counted(
    announcements: Heard, window: MainWindow, qtbot: QtBot, workbench: Workbench
) -> None:
    view = sheet(window)
    view.setFocus()
    view.choose(view.lines.content.rows[risk_ids(workbench)[0]])
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(announcements))
    assert messages(announcements)[0].startswith("2 item")


def test_a_save_is_told_where_it_is_asked_for(announcements: Heard, window: MainWindow) -> None:
    action(window, "save").trigger()
    assert messages(announcements) == ["All changes are saved"]


def test_a_banner_is_an_alert_that_is_told_at_once(
    announcements: Heard, window: MainWindow, workbench: Workbench
) -> None:
    banner = window.findChild(Banner)
    interface = QAccessible.queryAccessibleInterface(banner)
    assert interface.role() == QAccessible.Role.AlertMessage
    workbench.change_session(
        workbench.session.__class__.open(workbench.session.path, "A"), why_read_only="Read only today."
    )
    (event,) = [event for event in announcements if event.message() == "Read only today."]
    assert event.politeness() == Politeness.Assertive
    assert name(interface) == "Read only today."
    assert banner.findChildren(QLabel) == []


def test_why_a_text_is_refused_is_told_at_once(announcements: Heard, window: MainWindow, workbench: Workbench) -> None:
    workbench.select(risk_ids(workbench)[:1])
    field = window.findChild(RiskPage).fields["next_review"]
    field.set_value(date(2026, 1, 1))
    field.setText("31/13/2026")
    field.commit()
    (event,) = [event for event in announcements if "not a date" in event.message()]
    assert (event.politeness(), event.object()) == (Politeness.Assertive, field)


def test_why_a_dialog_refuses_a_text_stands_below_it_and_is_told(announcements: Heard, window: MainWindow) -> None:
    session = window._workbench.session
    assert session is not None
    dialog = PrintSetDialog((), None, window)
    dialog.open()
    dialog.refuse(dialog._name, "Another one has this name.")
    assert messages(announcements)[-1] == "Another one has this name."
    assert dialog._name.accessibleDescription() == "Another one has this name."
    dialog.refuse(dialog._name, "")
    assert dialog._name.accessibleDescription() == ""
