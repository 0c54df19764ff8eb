"""Titles edited in the lists on the left while the file cannot be written to."""

import json
import sqlite3

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from riskdesk.desk.drafts import Draft
from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.panel_list import PanelList
from tests.settled import settle
from tests.systems import needs_moves
from tests.ui.conftest import Opened


@pytest.fixture(params=["registers", "categories"])
def panel_list(request: pytest.FixtureRequest, open_window: Opened) -> PanelList:
    """A list in which the second title is being edited, or the only one."""
    window = open_window()
    found = {"registers": window._registers, "categories": window._categories}[request.param]._list
    found.setFocus()
    item = found.topLevelItem(min(1, found.topLevelItemCount() - 1))
    assert item is not None
    found.rename(item.data(0, Qt.ItemDataRole.UserRole))
    QTest.keyClicks(found.field, "Begun")
    return found


def titles(panel_list: PanelList) -> list[str]:
    items = map(panel_list.topLevelItem, range(panel_list.topLevelItemCount()))
    return [item.text(0) for item in items if item is not None]


def test_a_title_is_kept_for_its_item_until_it_is_stored(
    panel_list: PanelList, workbench: Workbench, other_program: sqlite3.Connection
) -> None:
    before, kept = workbench.typing.drafts(), list[list[Draft]]()

    def look() -> None:
        # Another item may become current meanwhile.
        panel_list.point_at("")
        kept.append(workbench.typing.drafts())
        other_program.execute("ROLLBACK")

    QTimer.singleShot(0, look)
    workbench.stepped.connect(lambda _step: kept.append(workbench.typing.drafts()))
    QTest.keyClick(panel_list.field, Qt.Key.Key_Return)
    assert [draft.text for draft in before] == ["Begun"]
    assert kept == [before, []]


@needs_moves
def test_what_could_not_be_stored_is_not_shown_as_if_it_were(
    panel_list: PanelList, session: Session, problems: list[Problem], home: Home
) -> None:
    before = titles(panel_list)
    away = session.path.rename(session.path.with_suffix(".away"))
    QTest.keyClick(panel_list.field, Qt.Key.Key_Return)
    assert len(problems) == 1
    assert titles(panel_list) == before
    # Its draft is on its way.
    settle()
    (drafts,) = home.drafts.glob("*.json")
    assert [draft["text"] for draft in json.loads(drafts.read_text("utf-8"))] == ["Begun"]
    away.rename(session.path)


def test_the_list_has_the_keys_once_what_was_in_front_of_it_is_closed(
    panel_list: PanelList, other_program: sqlite3.Connection, qtbot: QtBot
) -> None:
    dialog = QDialog(panel_list.window())

    def wait() -> None:
        with qtbot.waitActive(dialog):
            dialog.open()
        other_program.execute("ROLLBACK")

    QTimer.singleShot(0, wait)
    QTest.keyClick(panel_list.field, Qt.Key.Key_Return)
    dialog.close()
    assert panel_list.window().focusWidget() is panel_list
