"""Once a day, a bar says what has become due in a register since it was last looked at here."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, mitigations, registers, risks
from riskdesk.domain.gaps import GapKind
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps import watch
from riskdesk.ui.gaps.due import DueBar
from riskdesk.ui.gaps.model import ROW
from riskdesk.ui.gaps.seen import SEEN, Seen
from riskdesk.ui.side.panel_list import PanelList
from tests.ui.conftest import Opened, action, sheet
from tests.ui.gaps.conftest import User

DAY = datetime.timedelta(1)


@pytest.fixture
def dated(workbench: Workbench, today: datetime.date) -> Workbench:
    """Two mitigations are overdue, since four days and one; a review is soon."""
    tree = workbench.tree()
    assert tree is not None
    first, second, *_ = tree.mitigations
    workbench.run(mitigations.edit(first.id, due_date=today - 4 * DAY))
    workbench.run(mitigations.edit(second.id, due_date=today - DAY))
    workbench.run(risks.edit(next(tree.risks).id, next_review=today + 10 * DAY))
    return workbench


@pytest.fixture
def open_user(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Callable[[], User]:
    return lambda: User(open_window(), workbench, qtbot)


def bar(user: User) -> DueBar:
    (due_bar,) = user.window.findChildren(DueBar)
    return due_bar


def test_at_first_it_tells_all_that_is_due(dated: Workbench, open_user: Callable[[], User]) -> None:
    due_bar = bar(open_user())
    assert due_bar.isVisible()
    assert "2 mitigation" in due_bar.text
    assert "1 review" in due_bar.text
    assert "since" not in due_bar.text
    assert due_bar.accessibleName() == due_bar.text


def test_what_is_not_due_any_more_is_left_out_and_comes_back_with_undo(
    dated: Workbench, open_user: Callable[[], User], qtbot: QtBot
) -> None:
    due_bar = bar(open_user())
    tree = dated.tree()
    assert tree is not None
    first, second, *_ = tree.mitigations
    dated.run(items.delete([first.id]))
    qtbot.waitUntil(lambda: "1 mitigation overdue" in due_bar.text)
    assert due_bar.accessibleName() == due_bar.text
    dated.undo()
    qtbot.waitUntil(lambda: "2 mitigations overdue" in due_bar.text)
    dated.run(items.delete([first.id, second.id]))
    qtbot.waitUntil(lambda: "mitigation" not in due_bar.text)
    dated.run(risks.edit(next(tree.risks).id, next_review=None))
    qtbot.waitUntil(due_bar.isHidden)


def test_what_is_not_due_any_more_is_left_out_in_a_register_with_one_more_than_the_last(
    dated: Workbench, open_user: Callable[[], User], today: datetime.date, qtbot: QtBot
) -> None:
    less = dated.register_id
    dated.run(registers.duplicate(str(less)))
    more, tree = dated.register_id, dated.tree()
    assert tree is not None
    third = list(tree.mitigations)[2]
    dated.run(mitigations.edit(third.id, due_date=today - DAY))
    dated.open_register(less)
    due_bar = bar(open_user())
    dated.run(risks.edit(next(dated.tree().risks).id, note="Seen"))
    assert "2 mitigations overdue" in due_bar.text
    due_bar.dismiss()
    dated.open_register(more)
    assert "3 mitigations overdue" in due_bar.text
    dated.run(items.delete([third.id]))
    qtbot.waitUntil(lambda: "2 mitigations overdue" in due_bar.text)


@pytest.mark.parametrize("others", [0, 20])
def test_what_is_found_later_pushes_nothing_away_nor_lets_it_fall_back(
    dated: Workbench, open_user: Callable[[], User], monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    for _ in range(others):
        dated.run(registers.duplicate(str(dated.register_id)))
    monkeypatch.setattr(watch, "_FEW", 0)
    monkeypatch.setattr(watch, "_PAUSE_MS", 600_000)
    monkeypatch.setattr(watch, "_SLICE_SECONDS", 600.0)
    user = open_user()
    due_bar, parts = bar(user), [sheet(user.window), *user.window.findChildren(PanelList)]

    def places() -> list[tuple[QPoint, int]]:
        for _ in range(20):
            QApplication.processEvents()
        return [(part.viewport().mapToGlobal(QPoint()), part.verticalScrollBar().value()) for part in parts]

    before, height = places(), sheet(user.window).height()
    assert due_bar.isHidden()
    user.window._gaps_display.watch._go_on()
    assert due_bar.isVisible()
    assert places() == before
    assert sheet(user.window).height() == height - due_bar.height()
    due_bar.dismiss()
    assert places() == before
    assert sheet(user.window).height() == height


@pytest.mark.parametrize(("days", "count"), [(10, 2), (3, 1), (1, 1)])
def test_later_it_tells_what_became_due_since(
    dated: Workbench, settings: Settings, open_user: Callable[[], User], days: int, count: int, today: datetime.date
) -> None:
    Seen(settings).note(dated, today - days * DAY)
    due_bar = bar(open_user())
    assert f"{count} mitigation" in due_bar.text
    assert "since" in due_bar.text


def test_a_second_time_on_a_day_it_is_quiet(dated: Workbench, open_user: Callable[[], User]) -> None:
    first = open_user()
    assert bar(first).isVisible()
    first.window.close()
    assert not bar(open_user()).isVisible()


def test_where_nothing_became_due_it_is_not_there(
    dated: Workbench, settings: Settings, open_user: Callable[[], User], today: datetime.date
) -> None:
    Seen(settings).note(dated, today)
    assert not bar(open_user()).isVisible()


@pytest.mark.parametrize("days", [None, 3])
def test_the_window_that_replaces_another_tells_the_same_until_it_is_dismissed(
    dated: Workbench, settings: Settings, open_user: Callable[[], User], days: int | None, today: datetime.date
) -> None:
    if days is not None:
        Seen(settings).note(dated, today - days * DAY)
    first = open_user()
    text = bar(first).text
    assert bar(first).isVisible()
    first.window.give_way()
    second = open_user()
    assert bar(second).isVisible()
    assert bar(second).text == text
    bar(second).dismiss()
    second.window.give_way()
    assert not bar(open_user()).isVisible()


def test_what_becomes_due_while_one_works_is_no_news(open_user: Callable[[], User], today: datetime.date) -> None:
    user = open_user()
    first = next(user.tree.mitigations)
    user.workbench.run(mitigations.edit(first.id, due_date=today - DAY))
    assert not bar(user).isVisible()


def test_show_lists_it_with_the_new_ones_in_bold(
    dated: Workbench, settings: Settings, open_user: Callable[[], User], today: datetime.date
) -> None:
    Seen(settings).note(dated, today - 3 * DAY)
    user = open_user()
    QTest.mouseClick(bar(user).show_button, Qt.MouseButton.LeftButton)
    assert not bar(user).isVisible()
    assert user.focused is user.view
    overdue = user.rows(GapKind.OVERDUE)
    assert user.view.isExpanded(user.heading(GapKind.OVERDUE))
    assert not user.view.isExpanded(user.heading(GapKind.NO_OWNER))
    fresh = [index.data(ROW).id for index in overdue if index.data(Qt.ItemDataRole.FontRole)]
    assert fresh == [list(user.tree.mitigations)[1].id]


def test_escape_and_the_cross_dismiss_it_and_the_keyboard_goes_back(
    dated: Workbench, open_user: Callable[[], User]
) -> None:
    user = open_user()
    QTest.keyClick(user.window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert user.focused is bar(user).show_button
    QTest.keyClick(bar(user).show_button, Qt.Key.Key_Escape)
    assert not bar(user).isVisible()
    assert user.focused is sheet(user.window)


def test_dismissed_in_assessing_mode_it_leaves_the_keyboard_where_it_is_seen(
    dated: Workbench, open_user: Callable[[], User]
) -> None:
    user = open_user()
    action(user.window, "assessing").trigger()
    bar(user).cross.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar(user).cross, Qt.Key.Key_Escape)
    assert not bar(user).isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_enter_shows(dated: Workbench, open_user: Callable[[], User]) -> None:
    user = open_user()
    QTest.keyClick(user.window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(bar(user).show_button, Qt.Key.Key_Return)
    assert user.focused is user.view


def test_the_cross_leaves_the_keyboard_where_it_was(dated: Workbench, open_user: Callable[[], User]) -> None:
    user = open_user()
    before = user.focused
    QTest.mouseClick(bar(user).cross, Qt.MouseButton.LeftButton)
    assert not bar(user).isVisible()
    assert user.focused is before


def test_each_register_of_a_file_has_its_own_day(dated: Workbench, open_user: Callable[[], User]) -> None:
    dated.run(registers.duplicate(str(dated.register_id)))
    user = open_user()
    assert bar(user).isVisible()
    user.workbench.open_register(user.workbench.registers()[0].id)
    user.qtbot.waitUntil(bar(user).isVisible)
    user.workbench.open_register(user.workbench.registers()[1].id)
    assert not bar(user).isVisible()


@pytest.mark.parametrize("stored", ["", "[]", "{", '{"a": 1}', "null", '{"a": ' * 5000, "\x00"])
def test_settings_that_are_none_are_as_if_there_were_none(
    workbench: Workbench, settings: Settings, stored: str, today: datetime.date
) -> None:
    settings.set(SEEN, stored)
    last_days = Seen(settings)
    assert last_days.last(workbench) is None
    last_days.note(workbench, today)
    assert last_days.last(workbench) == today


def test_a_day_that_is_none_was_never(workbench: Workbench, settings: Settings, today: datetime.date) -> None:
    Seen(settings).note(workbench, today)
    settings.set(SEEN, settings.get(SEEN).replace(today.isoformat(), "99999-01-01"))
    assert Seen(settings).last(workbench) is None


def test_no_more_is_kept_than_is_needed(workbench: Workbench, settings: Settings, today: datetime.date) -> None:
    for number in range(300):
        workbench.register_id = str(number)
        Seen(settings).note(workbench, today + number * DAY)
    assert len(settings.get(SEEN)) < 10_000
    assert Seen(settings).last(workbench) == today + 299 * DAY
