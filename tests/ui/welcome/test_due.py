"""The welcome page says what is due in files that were open before, and lists it, without having opened them."""

import datetime
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from riskdesk.desk import mitigations, registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files import ahead
from riskdesk.ui.files.ahead import AHEAD, due_in
from riskdesk.ui.files.recent import keep, recent
from riskdesk.ui.gaps.due import DueBar
from riskdesk.ui.gaps.panel import GapsPanel
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.welcome import WelcomePage
from riskdesk.ui.welcome.choice import WelcomeChoice
from tests.ui.conftest import Opened

DAY = datetime.timedelta(1)
# What settings may hold in place of what is due in a file, whose sign stands for %s.
UNREADABLE = (
    *("[]", "{", "7", '{"a": ' * 5000, '{"%s": 1}', '{"%s": {"day": 1}}', '{"%s": {"day": "99999-01-01"}}'),
    *(
        f'{{"%s": {{"day": "2026-01-01", "registers": {counts}}}}}'
        for counts in ("1", "[]", '{"a": 1}', '{"a": [1, 2]}', '{"a": [{"x": 1}, {"2026-01-01": "<b>"}]}')
    ),
    '{"%s": {"day": "2026-01-01", "registers": {"a": [{"2026-01-01": -4}, {"2026-01-01": 1e400}]}}}',
)
Later = Callable[[int], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch, today: datetime.date) -> Later:
    """Lets it be so many days later for who reads what is remembered."""
    return lambda days: monkeypatch.setattr(ahead, "_today", lambda: today + days * DAY)


@pytest.fixture
def dated(workbench: Workbench, today: datetime.date) -> Workbench:
    """A mitigation is overdue, another one will be in three days, and a review is due in five."""
    tree = workbench.tree()
    assert tree is not None
    first, second, *_ = tree.mitigations
    workbench.run(mitigations.edit(first.id, due_date=today - 4 * DAY))
    workbench.run(mitigations.edit(second.id, due_date=today + 2 * DAY, description="Nobody may read this"))
    workbench.run(risks.edit(next(tree.risks).id, next_review=today + 4 * DAY))
    return workbench


@pytest.fixture
def opened(open_window: Opened, qtbot: QtBot) -> Opened:
    """As `open_window`, once all that is due in the register is known."""

    def open_settled() -> MainWindow:
        window = open_window()
        settled(window, qtbot)
        return window

    return open_settled


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window._gaps_display.watch.is_done)


def elsewhere(window: MainWindow, folder: Path) -> None:
    """Open another file, in which there is no register."""
    path = folder / "elsewhere.riskdesk"
    with closing(Session.create(path, "me")):
        pass
    window._rooms.open_path(path)


def page(window: MainWindow) -> WelcomePage:
    child = window.findChild(WelcomePage)
    assert isinstance(child, WelcomePage)
    child.refresh()
    return child


def due(window: MainWindow) -> list[WelcomeChoice]:
    return [
        choice
        for choice in page(window)._listed
        if isinstance(choice, WelcomeChoice) and " due" in choice.accessibleName()
    ]


def label_texts(choice: WelcomeChoice) -> list[str]:
    return [label.text() for label in choice.findChildren(QLabel) if label.text()]


def test_a_file_says_what_is_due_on_any_later_day(
    dated: Workbench, opened: Opened, tmp_path: Path, later: Later
) -> None:
    window, path = opened(), dated.session.path
    elsewhere(window, tmp_path)
    path.rename(path.with_suffix(".away"))
    (only,) = due(window)
    assert label_texts(only)[0] == "1 is due"
    assert label_texts(only)[1].startswith("1 mitigation")
    later(3)
    (only,) = due(window)
    assert label_texts(only)[0] == "2 are due"
    assert "; 1 is new since" in label_texts(only)[1]
    later(60)
    (only,) = due(window)
    assert label_texts(only)[0] == "3 are due"
    assert "1 review" in label_texts(only)[1]


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return])
def test_a_choice_of_what_is_due_opens_the_file_and_lists_it(
    dated: Workbench, opened: Opened, tmp_path: Path, qtbot: QtBot, key: Qt.Key | None
) -> None:
    window, path = opened(), dated.session.path
    elsewhere(window, tmp_path)
    (only,) = due(window)
    if key is None:
        QTest.mouseClick(only, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(only, key)
    assert dated.session.path == path
    qtbot.waitUntil(lambda: window.findChild(GapsPanel) is not None and window.findChild(GapsPanel).isVisible())
    assert window.findChild(DueBar).isHidden()
    panel = window.findChild(GapsPanel)
    assert panel.isAncestorOf(QApplication.focusWidget())


def test_the_register_with_something_due_is_opened_of_several(
    dated: Workbench, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    here = dated.tree()
    assert here is not None
    dated.run(registers.duplicate(here.register.id))
    there = dated.register_id
    dated.run(mitigations.edit(next(here.mitigations).id, due_date=None))
    window = opened()
    elsewhere(window, tmp_path)
    QTest.mouseClick(due(window)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dated.register_id == there)
    qtbot.waitUntil(lambda: window.findChild(GapsPanel) is not None and window.findChild(GapsPanel).isVisible())


def test_what_is_done_is_forgotten_and_what_is_changed_followed(
    dated: Workbench, opened: Opened, settings: Settings, tmp_path: Path, qtbot: QtBot, today: datetime.date
) -> None:
    window, path = opened(), dated.session.path
    tree = dated.tree()
    assert tree is not None
    dated.run(mitigations.edit(next(tree.mitigations).id, due_date=today + 100 * DAY))
    settled(window, qtbot)
    assert due_in(Settings(settings.path), path.absolute()) is None
    dated.undo()
    settled(window, qtbot)
    assert due_in(Settings(settings.path), path.absolute()) is not None
    dated.run(registers.delete(dated.register_id or ""))
    dated.run(registers.add(template("blank", Language.ENGLISH)))
    settled(window, qtbot)
    assert due_in(Settings(settings.path), path.absolute()) is None
    elsewhere(window, tmp_path)
    assert due(window) == []


def test_where_nothing_is_due_any_more_that_is_told(
    dated: Workbench, opened: Opened, tmp_path: Path, notices: list[str], qtbot: QtBot
) -> None:
    window, path = opened(), dated.session.path
    tree = dated.tree()
    assert tree is not None
    first = next(tree.mitigations)
    elsewhere(window, tmp_path)
    with closing(Session.open(path, "B. Other")) as other:
        other.run(mitigations.edit(first.id, due_date=None))
        other.run(risks.edit(next(tree.risks).id, next_review=None))
    QTest.mouseClick(due(window)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Nothing is due in this register any more" in notices)


def test_the_note_goes_with_the_recent_file_and_holds_days_and_counts_alone(
    dated: Workbench, opened: Opened, settings: Settings, today: datetime.date
) -> None:
    opened()
    by_file = json.loads(Settings(settings.path).get(AHEAD))
    ((_, record),) = by_file.items()
    assert record["day"] == today.isoformat()
    assert list(record["registers"].values()) == [
        [
            {(today - 4 * DAY).isoformat(): 1, (today + 2 * DAY).isoformat(): 1},
            {(today + 4 * DAY).isoformat(): 1},
        ]
    ]
    fresh = Settings(settings.path)
    assert recent(fresh)
    keep(fresh, [])
    assert json.loads(Settings(settings.path).get(AHEAD)) == {}


def test_the_note_is_written_where_days_change_or_it_was_forgotten(
    dated: Workbench, opened: Opened, monkeypatch: pytest.MonkeyPatch, today: datetime.date, qtbot: QtBot
) -> None:
    noted_paths: list[Path] = []

    def counted(*arguments: Any) -> None:
        noted_paths.append(arguments[1])
        ahead.note(*arguments)

    monkeypatch.setattr("riskdesk.ui.gaps.ahead.note", counted)
    window, tree, path = opened(), dated.tree(), dated.session.path.absolute()
    assert tree is not None
    risk, stored = next(tree.risks).id, window._settings.get(AHEAD)
    noted_paths.clear()
    dated.run(risks.edit(risk, note="Something else"))
    settled(window, qtbot)
    assert noted_paths == []
    keep(window._settings, [])
    keep(window._settings, [path])
    dated.run(risks.edit(risk, note="Something else again"))
    settled(window, qtbot)
    assert (noted_paths, window._settings.get(AHEAD)) == ([path], stored)
    dated.run(risks.edit(risk, next_review=today + 9 * DAY))
    settled(window, qtbot)
    assert noted_paths == [path, path]
    assert window._settings.get(AHEAD) != stored


def test_settings_that_say_anything_else_are_as_if_there_were_none(
    dated: Workbench, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window, path = opened(), dated.session.path.absolute()
    elsewhere(window, tmp_path)
    other = dated.session.path
    for stored in UNREADABLE:
        window._rooms.open_path(other)
        window._settings.set(AHEAD, stored.replace("%s", ahead._sign(path)))
        assert due(window) == [], stored[:80]
        window._rooms.open_path(path)
        settled(window, qtbot)
        note = due_in(window._settings, path)
        assert note is not None, stored[:80]
        assert note.counts[GapKind.OVERDUE] == 1, stored[:80]
