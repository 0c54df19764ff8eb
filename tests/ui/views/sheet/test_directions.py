"""Text from right to left stands on the sheet as it prints."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from riskdesk.desk import categories, risks
from riskdesk.domain.values import Risk
from riskdesk.kit.plain import utf16
from tests.ui.views.sheet.conftest import User

TEXTS = {
    "Arabic": "خطر عدم كفاية الالتزام والتنسيق بين الجهات الفاعلة الوطنية وأصحاب المصلحة المعنيين للنهوض بالإصلاحات",
    "Hebrew": "סיכון של מחויבות (PACE 2024) ותיאום לא מספיקים בין גורמים לאומיים ובעלי עניין רלוונטיים לקידום",
    "English within": "مجلس أوروبا Council of Europe",
    "lines": "עברית\nEnglish line\nعربي",
}
LEFT_TO_RIGHT = {"English": "Short", "Arabic within": "Council مجلس أوروبا"}
NONE = Qt.KeyboardModifier.NoModifier


def write(user: User, text: str) -> Risk:
    risk = user.entry(0).risks[0]
    user.workbench.run(risks.edit(risk.id, description=text))
    return user.entry(0).risks[0]


def inked(image: QImage, left: int, right: int, top: int, bottom: int) -> list[int]:
    """The columns of pixels that hold something dark."""
    dark = (x for x in range(left, right) for y in range(top, bottom) if QColor(image.pixel(x, y)).lightness() < 110)
    return sorted(set(dark))


def edges(user: User, risk: Risk) -> tuple[int, int, int]:
    """How far the text of a risk is from its room at the left and right, and on which side its sign stands."""
    user.sheet.clearSelection()
    image = user.sheet.viewport().grab().toImage()
    room, layout = user.sheet._parts.scrolling.rect_of(user.row(risk.id)), user.sheet.layout_of_lines
    text = inked(image, room.left(), room.right(), room.top(), room.bottom())
    first, indent = room.top() + layout.plain.line_height, layout.style.indent
    left = inked(image, room.left() - indent, room.left(), room.top(), first)
    right = inked(image, room.right() + 1, room.right() + indent, room.top(), first)
    assert bool(left) != bool(right)
    return text[0] - room.left(), room.right() - text[-1], -1 if left else 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_bullet_from_right_to_left_begins_at_the_right_with_its_sign(user: User, text: str) -> None:
    risk = write(user, text)
    _, right, sign = edges(user, risk)
    assert right <= 4
    assert sign == 1
    row, layout = user.row(risk.id), user.sheet.layout_of_lines
    inside = layout.text_rect(row).adjusted(0, 0, layout.style.indent + layout.style.padding, 0)
    assert layout.rect(row).contains(inside.adjusted(0, 0, -1, 0))


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT)
def test_a_bullet_from_left_to_right_begins_at_the_left_with_its_sign(user: User, text: str) -> None:
    left, right, sign = edges(user, write(user, text))
    assert left <= 4 < right
    assert sign == -1


@pytest.mark.parametrize("text", [*TEXTS.values(), *LEFT_TO_RIGHT.values()])
def test_opening_a_line_moves_no_letter(user: User, text: str) -> None:
    risk = write(user, text)
    row = user.row(risk.id)
    room = user.sheet._parts.scrolling.rect_of(row)
    user.sheet.clearSelection()
    before = user.sheet.viewport().grab(room).toImage()
    # Without the focus, no caret is in the picture.
    user.sheet.writing.open(row, focus=False)
    user.sheet.clearSelection()
    after = user.sheet.viewport().grab(room).toImage()
    assert user.sheet._parts.scrolling.rect_of(row) == room
    assert inked(before, 0, room.width(), 0, room.height()) == inked(after, 0, room.width(), 0, room.height())


def test_the_editor_turns_with_what_is_typed(user: User) -> None:
    risk = write(user, "")
    user.edit(risk.id)
    editor = user.sheet.writing.editor
    for text, alignment in (("مجلس", Qt.AlignmentFlag.AlignRight), ("Council", Qt.AlignmentFlag.AlignLeft)):
        editor.selectAll()
        editor.insertPlainText(text)
        assert editor.document().defaultTextOption().alignment() == alignment
        assert editor.geometry() == user.sheet._parts.scrolling.rect_of(user.row(risk.id))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_click_sets_the_caret_where_the_open_line_has_it(user: User, text: str) -> None:
    risk = write(user, text)
    row, layout = user.row(risk.id), user.sheet.layout_of_lines
    room = user.sheet._parts.scrolling.rect_of(row)
    points = [QPoint(x, y) for y in range(8, room.height(), 16) for x in range(2, room.width(), 37)]
    expected = [
        layout.caret_at(row, room.topLeft() + point + QPoint(0, user.sheet.verticalOffset())) for point in points
    ]
    user.sheet.writing.open(row)
    editor = user.sheet.writing.editor
    positions = [editor.cursorForPosition(point).position() for point in points]
    assert (
        max(abs(position - expected_position) for position, expected_position in zip(positions, expected, strict=True))
        <= 1
    )
    assert len(set(expected)) > len(text) // 10


@pytest.mark.parametrize("text", [TEXTS["Arabic"], TEXTS["Hebrew"], TEXTS["lines"]])
def test_a_click_beyond_the_end_sets_the_caret_there(user: User, text: str) -> None:
    risk = write(user, text)
    row = user.row(risk.id)
    room = user.sheet._parts.scrolling.rect_of(row)
    layout = user.sheet.layout_of_lines.setter(row).layout(text, room.width())
    last = layout.lineAt(layout.lineCount() - 1)
    point = room.topLeft() + QPoint(1, round(last.y()) + 8)
    QTest.mouseClick(user.sheet.viewport(), Qt.MouseButton.LeftButton, NONE, point)
    assert user.sheet.writing.editor.textCursor().position() == utf16(text, len(text))


def test_a_category_from_right_to_left_opens_where_its_title_stands(user: User) -> None:
    category = user.tree.categories[0].category
    user.workbench.run(categories.edit(category.id, title="التزام"))
    room = user.sheet._parts.scrolling.rect_of(user.row(category.id))
    viewport, left = user.sheet.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, NONE, QPoint(room.left() + 5, room.center().y()))
    assert user.writes is None
    QTest.mouseClick(viewport, left, NONE, QPoint(room.right() - 10, room.center().y()))
    assert user.writes == "التزام"


@pytest.mark.parametrize("text", ["One\nTwo", "😀 One\nTwo", TEXTS["lines"]])
def test_a_click_beside_a_line_sets_the_caret_at_its_end(user: User, text: str) -> None:
    risk = write(user, text)
    row, layout = user.row(risk.id), user.sheet.layout_of_lines
    room = layout.text_rect(row)
    x = room.left() + 1 if layout.is_rtl(row) else room.right() - 1
    first = text.split("\n")[0]
    assert layout.caret_at(row, QPoint(x, room.top() + 8)) == utf16(first, len(first))
