"""Dragging over the sheet, with the events that Qt sends."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from riskdesk.desk import categories, clip, entries, items, mitigations, risks
from riskdesk.desk.session import Session
from riskdesk.ui.views.clipboard import to_mime
from tests.ui import dragging
from tests.ui.views.sheet.conftest import User
from tests.ui.views.sheet.dropping import drop, drop_place


def drop_text(user: User, text: str, target: str) -> None:
    """Drop a text from elsewhere on the upper part of a line."""
    data = QMimeData()
    data.setText(text)
    point = user.sheet._parts.scrolling.rect_of(user.row(target)).topLeft() + QPoint(4, 2)
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    user.sheet.dropEvent(event)


def drop_copied(user: User, identity: str, target: str, *, below: bool) -> None:
    """Drop what was copied in another window where the mark shows over the upper or lower part of a line."""
    drop_at(user, to_mime(clip.copy(user.tree, [identity])), target, below=below)


def drop_at(user: User, data: QMimeData, target: str, *, below: bool) -> None:
    """Drop data where the mark shows over the upper or lower part of a line."""
    user.sheet.reveal_item(target)
    room = user.sheet._parts.scrolling.rect_of(user.row(target))
    point = QPoint(room.center().x(), room.bottom() - 1 if below else room.top() + 1)
    assert dragging.drop(user.sheet.viewport(), point, data)


def test_a_bullet_goes_where_it_is_dropped(user: User) -> None:
    first, *_, last = user.entry(0).risks
    drop(user, first.id, last.id, below=True)
    assert user.risks(0)[-1] == first.description


def test_a_risk_dropped_among_mitigations_becomes_one(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(1).mitigations[0]
    drop(user, risk.id, target.id, below=False)
    assert user.mitigations(1)[0] == risk.description
    assert risk.description not in user.risks(0)


def test_an_entry_goes_into_another_category(user: User) -> None:
    entry, category = user.entry(0).entry, user.tree.categories[1].category
    drop(user, entry.id, category.id, below=True)
    assert user.tree.categories[1].entries[0].entry.id == entry.id


def test_a_category_goes_before_another(user: User) -> None:
    first, second = user.tree.categories[0].category, user.tree.categories[1].category
    drop(user, second.id, first.id, below=False)
    assert [tree.category.id for tree in user.tree.categories[:2]] == [second.id, first.id]


def test_a_category_goes_to_the_end(user: User) -> None:
    first, last = user.tree.categories[0].category, user.tree.categories[-1].category
    drop(user, first.id, last.id, below=True)
    assert user.tree.categories[-1].category.id == first.id


def test_text_from_elsewhere_is_dropped_as_bullets(user: User) -> None:
    target = user.entry(0).mitigations[0]
    drop_text(user, "• One\n• Two", target.id)
    assert user.mitigations(0)[:3] == ["One", "Two", target.description]


def test_a_bullet_goes_where_it_is_dropped_though_another_program_came_before(user: User, other: Session) -> None:
    first, second, third, *_ = user.entry(0).risks
    place = drop_place(user, first.id, second.id, below=True)
    other.run(risks.add(first.entry, ["Theirs"], 0))
    user.sheet.dragging.place(place)
    assert user.risks(0)[:4] == ["Theirs", second.description, first.description, third.description]


def test_where_another_program_has_deleted_what_stood_above_it_goes_below_what_is_left(
    user: User, other: Session
) -> None:
    moved, entry = user.entry(1).risks[0], user.entry(0)
    first, second, third, *_ = entry.risks
    place = drop_place(user, moved.id, second.id, below=True)
    other.run(items.delete([second.id]))
    user.sheet.dragging.place(place)
    assert user.risks(0)[:3] == [first.description, moved.description, third.description]
    place = drop_place(user, moved.id, third.id, below=False)
    other.run(items.delete([first.id]))
    user.sheet.dragging.place(place)
    assert user.risks(0)[:2] == [moved.description, third.description]


def test_an_entry_goes_where_it_is_dropped_though_another_program_came_before(user: User, other: Session) -> None:
    entries_before = user.tree.categories[0].entries
    first, second = entries_before[0].entry, entries_before[1].entry
    place = drop_place(user, second.id, first.id, below=False)
    other.run(entries.add(first.category, 0, risks=["Theirs"]))
    user.sheet.dragging.place(place)
    assert next(entry.entry.id for entry in user.tree.categories[0].entries) == second.id
    place = drop_place(user, second.id, first.id, below=True)
    other.run(entries.add(first.category, 0, risks=["Theirs, too"]))
    user.sheet.dragging.place(place)
    ids = [entry.entry.id for entry in user.tree.categories[0].entries]
    assert ids.index(second.id) == ids.index(first.id) + 1


def test_a_category_goes_where_it_is_dropped_though_another_program_came_before(user: User, other: Session) -> None:
    first, second, third = (category.category for category in user.tree.categories[:3])
    place = drop_place(user, first.id, second.id, below=True)
    other.run(categories.add(first.register, 0, "Theirs"))
    user.sheet.dragging.place(place)
    assert [category.category.id for category in user.tree.categories][1:4] == [second.id, first.id, third.id]


def test_text_goes_where_it_is_dropped_though_another_program_came_before(user: User, other: Session) -> None:
    first, second, *_ = user.entry(0).mitigations
    other.run(mitigations.add(first.entry, ["Theirs"], 0))
    drop_text(user, "Mine", second.id)
    assert user.mitigations(0)[:4] == ["Theirs", first.description, "Mine", second.description]


def test_text_that_is_dropped_below_a_new_bullet_stands_below_it(user: User) -> None:
    first, second, *_ = user.entry(0).risks
    user.edit(first.id)
    user.press(Qt.Key.Key_Return)
    user.type("Typed")
    drop_text(user, "Dropped", second.id)
    assert user.risks(0)[:4] == [first.description, "Typed", "Dropped", second.description]


@pytest.mark.parametrize("below", [False, True])
def test_what_was_copied_elsewhere_goes_where_it_is_dropped(user: User, below: bool) -> None:  # noqa: FBT001
    risk, mitigation = user.entry(1).risks[0], user.entry(1).mitigations[0]
    first, second, *_ = user.entry(0).risks
    drop_copied(user, risk.id, first.id, below=below)
    assert user.risks(0)[:3].index(risk.description) == below
    drop_copied(user, mitigation.id, second.id, below=below)
    assert user.risks(0)[2 + below] == mitigation.description


@pytest.mark.parametrize("number", [0, 1])
def test_an_entry_copied_elsewhere_goes_where_it_is_dropped(user: User, number: int) -> None:
    copied, target = user.tree.categories[1].entries[0], user.tree.categories[0].entries[number]
    drop_copied(user, copied.entry.id, target.entry.id, below=False)
    assert user.risks(number) == [risk.description for risk in copied.risks]
    assert user.entry(number + 1).entry.id == target.entry.id


@pytest.mark.parametrize("below", [False, True])
def test_a_table_from_elsewhere_goes_as_entries_where_the_mark_shows(user: User, below: bool) -> None:  # noqa: FBT001
    data = QMimeData()
    data.setText("Funds come late\tAgree on dates\nFew judges\tTrain more")
    data.setHtml("<table><tr><td>Funds come late<td>Agree on dates<tr><td>Few judges<td>Train more</table>")
    risks_before = user.risks(0)
    # Over a bullet, the mark stands above or below its whole entry.
    drop_at(user, data, user.entry(0).risks[-1 if below else 0].id, below=below)
    number = 1 if below else 0
    assert [user.risks(number), user.risks(number + 1)] == [["Funds come late"], ["Few judges"]]
    assert user.risks(0 if below else 2) == risks_before


def test_a_category_copied_elsewhere_goes_where_it_is_dropped(user: User) -> None:
    titles = [tree.category.title for tree in user.tree.categories]
    drop_copied(user, user.tree.categories[2].category.id, user.tree.categories[1].category.id, below=False)
    assert [tree.category.title for tree in user.tree.categories] == [titles[0], titles[2], *titles[1:]]


def test_what_was_dropped_is_selected(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(1).mitigations[1]
    drop(user, risk.id, target.id, below=False)
    dropped = user.entry(1).mitigations[1]
    assert dropped.description == risk.description
    assert user.workbench.selection == user.sheet.selected_ids() == (dropped.id,)
    drop_copied(user, dropped.id, user.entry(0).mitigations[0].id, below=False)
    assert user.workbench.selection == (user.entry(0).mitigations[0].id,)
    drop_text(user, "One\nTwo", user.entry(0).risks[0].id)
    assert user.workbench.selection == tuple(risk.id for risk in user.entry(0).risks[:2])


def test_what_was_moved_is_in_sight(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(3).risks[0]
    place = drop_place(user, risk.id, target.id, below=True)
    user.sheet.verticalScrollBar().setValue(0)
    user.sheet.dragging.place(place)
    room = user.sheet.visualRect(user.sheet.index(user.row(risk.id)))
    assert user.sheet.viewport().rect().contains(room)


def test_the_sheet_scrolls_as_long_as_something_is_held_at_its_edge(user: User, qtbot: QtBot) -> None:
    """Where the mouse does not move, some systems report nothing."""
    bar, data = user.sheet.verticalScrollBar(), to_mime(clip.copy(user.tree, [user.entry(0).risks[0].id]))
    lower, upper = QPoint(200, user.sheet.viewport().height() - 3), QPoint(200, 3)
    user.sheet.dragMoveEvent(dragging.dragged_to(lower, data))
    qtbot.waitUntil(lambda: bar.value() >= 5 * bar.singleStep())
    user.sheet.dragMoveEvent(dragging.dragged_to(upper, data))
    qtbot.waitUntil(lambda: bar.value() == 0)
    user.sheet.dragMoveEvent(dragging.dragged_to(lower, data))
    user.sheet.dragging.leave()
    qtbot.wait(150)
    assert bar.value() == 0
