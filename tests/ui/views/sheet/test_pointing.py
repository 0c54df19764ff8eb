"""Clicks on the sheet and sweeps over it, by the events that Qt sends."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import read_only
from tests.ui.dragging import dragged_to
from tests.ui.views.sheet.conftest import User

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were dragged; nothing takes them."""
    texts: list[str] = []

    def drag(drag: QDrag, *_: object) -> Qt.DropAction:
        texts.append(drag.mimeData().text())
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", drag)
    return texts


def at_text(user: User, identity: str, place: int) -> QPoint:
    """Where a letter of a line begins, in the viewport."""
    row = user.row(identity)
    room = user.sheet._parts.scrolling.rect_of(row)
    line = user.sheet.layout_of_lines.setter(row).layout(user.sheet.lines.lines[row].text, room.width()).lineAt(0)
    x = line.cursorToX(place)
    return room.topLeft() + QPoint(round(x[0] if isinstance(x, tuple) else x) + 1, 8)


def at_sign(user: User, identity: str) -> QPoint:
    row = user.row(identity)
    return user.sheet.layout_of_lines.sign_centre(row).toPoint() - QPoint(0, user.sheet.verticalOffset())


def sweep(user: User, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press the mouse, move it and let it go, as a hand does: by the way, not at once."""
    viewport = user.sheet.viewport()
    QTest.mousePress(viewport, LEFT, modifiers, start)
    for share in (0.3, 0.6, 1.0):
        point = start + (end - start) * share
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            QPointF(viewport.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            LEFT,
            modifiers,
        )
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, LEFT, modifiers, end)


def test_a_click_on_one_of_several_selected_bullets_selects_it_alone(user: User) -> None:
    first, second, third = user.entry(0).risks[:3]
    user.choose(first.id)
    user.click(second.id, modifiers=CONTROL)
    user.click(third.id, modifiers=CONTROL)
    user.click(first.id)
    assert user.sheet.selected_ids() == (first.id,)
    assert user.writes == first.description


@pytest.mark.parametrize("modifiers", [SHIFT, CONTROL])
def test_a_click_on_a_selected_bullet_moves_the_anchor(user: User, modifiers: Qt.KeyboardModifier) -> None:
    bullets = user.entry(0).mitigations
    user.choose(bullets[0].id)
    user.click(bullets[1].id, modifiers=modifiers)
    user.click(bullets[2].id, modifiers=modifiers)
    user.click(bullets[1].id)
    user.press(Qt.Key.Key_Escape)
    user.click(bullets[3].id, modifiers=SHIFT)
    assert user.sheet.selected_ids() == tuple(bullet.id for bullet in bullets[1:4])


@pytest.mark.parametrize("modifiers", [SHIFT, CONTROL])
def test_a_click_on_the_sign_of_a_selected_bullet_moves_the_anchor_too(
    user: User, modifiers: Qt.KeyboardModifier
) -> None:
    bullets = user.entry(0).mitigations
    user.choose(bullets[0].id)
    user.click(bullets[1].id, modifiers=modifiers)
    user.click(bullets[2].id, modifiers=modifiers)
    QTest.mouseClick(user.sheet.viewport(), LEFT, NONE, at_sign(user, bullets[1].id))
    user.click(bullets[3].id, modifiers=SHIFT)
    assert user.sheet.selected_ids() == tuple(bullet.id for bullet in bullets[1:4])


def test_ctrl_and_shift_together_add_a_range(user: User) -> None:
    bullets = [risk for number in range(2) for risk in user.entry(number).risks]
    user.choose(bullets[0].id)
    user.click(bullets[2].id, modifiers=CONTROL)
    user.click(bullets[4].id, modifiers=CONTROL | SHIFT)
    assert user.sheet.selected_ids() == tuple(bullets[place].id for place in (0, 2, 3, 4))


@pytest.mark.parametrize("modifiers", [SHIFT, CONTROL, NONE])
def test_a_click_below_the_sheet_keeps_what_is_selected_while_a_key_is_held(
    user: User, modifiers: Qt.KeyboardModifier
) -> None:
    user.sheet.resize(760, 9000)
    first, second = user.entry(0).risks[:2]
    user.choose(first.id)
    user.click(second.id, modifiers=CONTROL)
    QTest.mouseClick(user.sheet.viewport(), LEFT, modifiers, user.sheet.viewport().rect().bottomLeft() + QPoint(9, -9))
    assert user.sheet.selected_ids() == (() if modifiers == NONE else (first.id, second.id))


@pytest.mark.parametrize("kind", [LineKind.HEADING, LineKind.TITLE, LineKind.COLUMNS, LineKind.ADD_CATEGORY])
def test_ctrl_with_a_click_on_what_is_no_item_changes_nothing(user: User, kind: LineKind) -> None:
    user.sheet.resize(760, 9000)
    first, second = user.entry(0).risks[:2]
    user.choose(first.id)
    user.click(second.id, modifiers=CONTROL)
    row = next(row for row, line in enumerate(user.sheet.lines.lines) if line.kind is kind)
    QTest.mouseClick(user.sheet.viewport(), LEFT, CONTROL, user.sheet._parts.scrolling.rect_of(row).center())
    assert user.sheet.selected_ids() == (first.id, second.id)


def test_ctrl_a_selects_the_text_where_one_is_written_and_else_every_item(user: User) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.press(Qt.Key.Key_A, CONTROL)
    assert user.sheet.writing.editor.textCursor().selectedText() == risk.description
    assert user.sheet.selected_ids() == (risk.id,)
    user.press(Qt.Key.Key_Escape)
    user.do("select_all")
    assert len(user.sheet.selected_ids()) == len(list(user.tree.items))


def test_a_click_between_two_bullets_selects_the_nearer_one(user: User) -> None:
    above, below = user.entry(0).risks[:2]
    layout = user.sheet.layout_of_lines
    end, start = layout.rect(user.row(above.id)).bottom(), layout.rect(user.row(below.id)).top()
    assert start - end > 2
    x = user.sheet._parts.scrolling.rect_of(user.row(above.id)).left() + 20
    for y in range(end + 1, start):
        user.sheet.clearSelection()
        QTest.mouseClick(user.sheet.viewport(), LEFT, NONE, QPoint(x, y - user.sheet.verticalOffset()))
        nearer = above if y - end <= start - y else below
        assert user.sheet.selected_ids() == (nearer.id,)


def test_a_click_in_the_empty_part_of_a_column_selects_the_entry(user: User) -> None:
    entry = user.entry(0)
    layout = user.sheet.layout_of_lines
    lowest = [layout.rect(user.row(each[-1].id)).bottom() for each in (entry.risks, entry.mitigations)]
    shorter = entry.risks[-1] if lowest[0] < lowest[1] else entry.mitigations[-1]
    assert abs(lowest[0] - lowest[1]) > 4
    point = QPoint(layout.rect(user.row(shorter.id)).center().x(), min(lowest) + 3 - user.sheet.verticalOffset())
    QTest.mouseClick(user.sheet.viewport(), LEFT, NONE, point)
    assert user.sheet.selected_ids() == (entry.entry.id,)


def test_a_sweep_over_text_selects_it_and_drags_nothing(user: User, drags: list[str]) -> None:
    before, risk = user.tree, user.entry(0).risks[1]
    sweep(user, at_text(user, risk.id, 2), at_text(user, risk.id, 9))
    assert not drags
    assert user.writes == risk.description
    assert user.sheet.writing.editor.textCursor().selectedText() == risk.description[2:9]
    assert user.sheet.writing.editor.hasFocus()
    assert user.tree == before


def test_a_sweep_from_right_to_left_selects_as_well(user: User, drags: list[str]) -> None:
    risk = user.entry(0).risks[1]
    sweep(user, at_text(user, risk.id, 9), at_text(user, risk.id, 2))
    cursor = user.sheet.writing.editor.textCursor()
    assert (cursor.anchor(), cursor.position()) == (9, 2)
    assert not drags


@pytest.mark.parametrize("kind", [LineKind.CATEGORY, LineKind.TITLE, LineKind.HEADING])
def test_a_sweep_over_a_title_selects_text_too(user: User, drags: list[str], kind: LineKind) -> None:
    line = next(line for line in user.sheet.lines.lines if line.kind is kind)
    row = user.sheet.lines.content.row_of(line.key)
    assert row is not None
    corner = user.sheet._parts.scrolling.rect_of(row).topLeft()
    sweep(user, corner + QPoint(1, 8), corner + QPoint(60, 8))
    selected = user.sheet.writing.editor.textCursor().selectedText()
    assert selected
    assert line.text.startswith(selected)
    assert not drags


def test_a_right_click_into_the_open_line_leaves_it_open_and_asks_for_the_menu(user: User) -> None:
    points: list[QPoint] = []
    user.sheet.menu_wanted.connect(points.append)
    user.edit(user.entry(0).risks[1].id)
    user.type("!")
    inside = user.sheet.writing.editor.viewport()
    QTest.mouseClick(inside, Qt.MouseButton.RightButton, NONE, QPoint(9, 9))
    assert user.writes == user.entry(0).risks[1].description + "!"
    at = inside.mapToGlobal(QPoint(9, 9))
    QApplication.sendEvent(inside, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), at))
    assert points == [at]
    assert user.writes is not None


def test_a_bullet_is_dragged_by_its_sign(user: User, drags: list[str]) -> None:
    risk = user.entry(0).risks[1]
    start = at_sign(user, risk.id)
    sweep(user, start, start + QPoint(40, 40))
    assert drags == [risk.description]
    assert user.writes is None


def test_several_bullets_are_dragged_by_the_sign_of_one(user: User, drags: list[str]) -> None:
    first, second = user.entry(0).risks[:2]
    user.choose(first.id)
    user.click(second.id, modifiers=SHIFT)
    start = at_sign(user, first.id)
    sweep(user, start, start + QPoint(40, 40))
    assert drags == [f"{first.description}\n{second.description}"]


def test_ctrl_leaves_what_is_selected_in_the_hand_and_a_click_with_it_takes_it_out(
    user: User, drags: list[str]
) -> None:
    first, second = user.entry(0).risks[:2]
    user.choose(first.id)
    user.click(second.id, modifiers=CONTROL)
    start = at_sign(user, first.id)
    sweep(user, start, start + QPoint(40, 40), CONTROL)
    assert drags == [f"{first.description}\n{second.description}"]
    QTest.mouseClick(user.sheet.viewport(), LEFT, CONTROL, start)
    assert user.workbench.selection == (second.id,)


def test_a_category_is_dragged_by_what_is_beside_its_title(user: User, drags: list[str]) -> None:
    category = user.tree.categories[0].category
    room = user.sheet.layout_of_lines.rect(user.row(category.id)).translated(0, -user.sheet.verticalOffset())
    start = QPoint(room.right() - 10, room.center().y())
    sweep(user, start, start + QPoint(0, 60))
    assert len(drags) == 1
    assert drags[0].startswith(category.title)


def dragged_over(user: User, identity: str) -> QDragMoveEvent:
    data = QMimeData()
    data.setText("Text")
    point = user.sheet._parts.scrolling.rect_of(user.row(identity)).topLeft() + QPoint(4, 2)
    return dragged_to(point, data)


def test_the_line_where_something_would_go_is_gone_when_it_leaves(user: User) -> None:
    user.sheet.dragMoveEvent(dragged_over(user, user.entry(0).risks[0].id))
    assert user.sheet.showing.drop is not None
    user.sheet.dragLeaveEvent(QDragLeaveEvent())
    assert user.sheet.showing.drop is None


def test_the_line_where_something_would_go_is_gone_when_it_is_dropped_where_it_fits_not(user: User) -> None:
    user.sheet.dragMoveEvent(dragged_over(user, user.entry(0).risks[0].id))
    data = QMimeData()
    data.setText("Text")
    event = QDropEvent(QPointF(300, 30), Qt.DropAction.CopyAction, data, LEFT, NONE)
    user.sheet.dropEvent(event)
    assert user.sheet.showing.drop is None


def test_the_line_where_something_would_go_is_gone_when_a_drag_ends_elsewhere(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    risk = user.entry(0).risks[0]
    drops = []

    def ended_elsewhere(_drag: QDrag, *_: object) -> Qt.DropAction:
        user.sheet.dragMoveEvent(dragged_over(user, risk.id))
        drops.append(user.sheet.showing.drop)
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", ended_elsewhere)
    start = at_sign(user, risk.id)
    sweep(user, start, start + QPoint(40, 40))
    assert drops[0] is not None
    assert user.sheet.showing.drop is None


@pytest.mark.parametrize("first", [False, True])
def test_a_double_click_selects_the_word(user: User, *, first: bool) -> None:
    """`first`: the click that comes before it has opened the line."""
    risk = user.entry(0).risks[0]
    word = risk.description.split()[1]
    point = at_text(user, risk.id, risk.description.index(word) + 2)
    if first:
        QTest.mouseClick(user.sheet.viewport(), LEFT, NONE, point)
        editor = user.sheet.writing.editor
        assert user.writes is not None
        QTest.mouseDClick(editor.viewport(), LEFT, NONE, editor.viewport().mapFrom(user.sheet.viewport(), point))
    else:
        QTest.mouseDClick(user.sheet.viewport(), LEFT, NONE, point)
    assert user.writes == risk.description
    assert user.sheet.writing.editor.textCursor().selectedText() == word
    assert user.sheet.writing.editor.hasFocus()


def test_a_double_click_on_the_window_selects_the_word(user: User) -> None:
    risk = user.entry(0).risks[0]
    word = risk.description.split()[1]
    point = at_text(user, risk.id, risk.description.index(word) + 2)
    handle = user.sheet.windowHandle()
    QTest.mouseDClick(handle, LEFT, NONE, user.sheet.viewport().mapTo(user.sheet, point))
    assert user.writes == risk.description
    assert user.sheet.writing.editor.textCursor().selectedText() == word


@read_only
def test_nothing_is_swept_where_the_store_is_read_only(user: User, drags: list[str]) -> None:
    risk = user.entry(0).risks[0]
    sweep(user, at_text(user, risk.id, 2), at_text(user, risk.id, 9))
    sweep(user, at_sign(user, risk.id), at_sign(user, risk.id) + QPoint(40, 40))
    assert (user.writes, drags) == (None, [])


def test_a_button_that_is_let_go_over_another_view_opens_nothing_on_the_sheet(user: User) -> None:
    viewport, point = user.sheet.viewport(), QPointF(at_text(user, user.entry(0).risks[0].id, 4))
    QTest.mousePress(viewport, LEFT, NONE, point.toPoint())
    user.sheet.hide()
    # Qt sends it to the widget that was pressed.
    release = QMouseEvent(QEvent.Type.MouseButtonRelease, point, point, LEFT, Qt.MouseButton.NoButton, NONE)
    QApplication.sendEvent(viewport, release)
    assert user.sheet.writing.row is None
