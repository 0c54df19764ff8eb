"""Dragging over the sheet, with the events that Qt sends."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent

from riskdesk.ui.views.sheet import dropping
from tests.ui.views.sheet.conftest import User


def drop(user: User, identity: str, target: str, *, below: bool) -> None:
    """Drop what is chosen on the upper or lower part of a line, as a drag of the sheet's own does."""
    user.choose(identity)
    row = user.row(target)
    room = user.sheet.layout_of_lines.rect(row)
    point = QPoint(room.center().x(), room.bottom() - 1 if below else room.top() + 1)
    kind = dropping.level([user.sheet.lines.lines[user.row(identity)]])
    assert kind is not None
    found = dropping.spot(user.sheet.layout_of_lines, point, kind)
    assert found is not None
    user.sheet.dragging.place(found)


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
    data = QMimeData()
    data.setText("• One\n• Two")
    target = user.entry(0).mitigations[0]
    point = user.sheet._parts.scrolling.rect_of(user.row(target.id)).topLeft() + QPoint(4, 2)
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    user.sheet.dropEvent(event)
    assert user.mitigations(0)[:3] == ["One", "Two", target.description]
