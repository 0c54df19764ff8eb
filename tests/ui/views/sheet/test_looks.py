"""What people see of the sheet, measured on its picture in both schemes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.desk import risks
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet import Sheet
from tests.contrast import contrast
from tests.finding import hits
from tests.kit.pictures import across, at, change, commonest, edge, picture, strongest
from tests.ui.views.sheet.conftest import User

TEXT, LINE = 4.5, 3.0


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK])
def user(
    request: pytest.FixtureRequest, qapp: QApplication, undressed: None, qtbot: QtBot, workbench: Workbench
) -> Iterator[User]:
    Theme(qapp, request.param)
    sheet = Sheet(workbench)
    qtbot.addWidget(sheet)
    sheet.resize(760, 800)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    sheet.setFocus()
    yield User(sheet, workbench)
    sheet.close()


def grabbed(user: User) -> QImage:
    return picture(user.sheet.viewport())


def room(user: User, identity: str) -> QRect:
    return user.sheet._parts.scrolling.rect_of(user.row(identity))


def first(user: User) -> str:
    return next(user.tree.risks).id


def test_the_text_of_a_line_is_read_whether_it_is_selected_or_not(user: User) -> None:
    for ids in ([], [first(user)]):
        user.sheet.setFocus()
        user.choose(*ids) if ids else user.sheet.clearSelection()
        image, place = grabbed(user), room(user, first(user))
        assert strongest(image, place, commonest(image, place)) >= TEXT


def test_a_selected_line_has_a_bar_that_is_seen_without_the_keyboard_too(user: User, qtbot: QtBot) -> None:
    user.choose(first(user))
    for focused in (True, False):
        if not focused:
            other = QLineEdit(user.sheet)
            other.show()
            other.setFocus()
        image, place = grabbed(user), room(user, first(user))
        y = place.center().y()
        ground = commonest(image, place)
        bar = across(image, (place.left() - 16, y), (place.left() - 5, y))
        assert max(contrast(colour, ground) for colour in bar) >= LINE


def test_the_line_that_the_keyboard_acts_on_has_a_ring(user: User) -> None:
    user.choose(first(user))
    before, place = grabbed(user), room(user, first(user)).adjusted(-20, -4, 6, 6)
    user.sheet.clearFocus()

    assert change(before.copy(place), grabbed(user).copy(place)) >= LINE
    x = place.center().x()
    assert edge(across(before, (x, place.top() - 4), (x, place.top() + 7))) >= LINE


def test_the_paper_and_its_lines_are_calm(user: User) -> None:
    """Rules are hairlines: seen, but paler than any text."""
    colours = user.sheet.layout_of_lines.style.colours
    for line in (colours.rule, colours.edge):
        assert 1.1 <= contrast(line, colours.paper) <= 2.2
    for ground in (colours.column_head, colours.category, colours.chosen):
        assert contrast(QColor(colours.ink), ground) >= 7
    assert contrast(colours.quiet, colours.paper) >= TEXT
    assert contrast(colours.heading, colours.paper) >= TEXT


def test_the_sign_of_a_bullet_is_seen_on_the_ground_that_stands_for_hits_in_other_fields(user: User) -> None:
    user.workbench.run(risks.edit(first(user), note="zebra, zebra"))
    found = hits(user.tree, "zebra")
    user.sheet.set_hits(found, found[0])
    image, text, style = grabbed(user), room(user, first(user)), user.sheet.layout_of_lines.style
    beside = QRect(text.left() - style.indent, text.top(), style.indent - 4, text.height())
    assert commonest(image, beside) == style.colours.hit_current
    sign = round(text.left() - 0.62 * style.indent), text.top() + user.sheet.layout_of_lines.plain.line_height // 2
    assert contrast(at(image, *sign), style.colours.hit_current) >= LINE
