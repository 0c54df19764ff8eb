"""The hint beside a risk that is not assessed: it is there where it is pointed at, can be hit, and moves no text."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.desk import items, risks
from riskdesk.desk.session import Session
from riskdesk.domain.values import RiskStatus
from riskdesk.ui.scale.bands import contrast
from riskdesk.ui.views.sheet.layout.mark import Form
from riskdesk.ui.views.sheet.showing.beside import assessed_at, beside
from tests.ui.views.sheet.conftest import User

ACCENT = 3


@pytest.fixture
def commands(user: User) -> list[str]:
    """What the sheet asked the window for."""
    names: list[str] = []
    user.sheet.command_wanted.connect(names.append)
    return names


def room(user: User, identity: str) -> QRect:
    """What stands beside a risk, in the viewport."""
    user.sheet.reveal_item(identity)
    rect = beside(user.sheet.layout_of_lines, user.row(identity))
    return rect.translated(0, -user.sheet.verticalOffset())


def point(user: User, place: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    where = user.sheet.viewport().mapToGlobal(place).toPointF()
    event = QMouseEvent(QEvent.Type.MouseMove, place.toPointF(), where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(user.sheet.viewport(), event)


def inked(user: User, place: QRect) -> bool:
    """Whether something is drawn in a room of the viewport that stands out from the paper."""
    image: QImage = user.sheet.viewport().grab(place).toImage()
    paper = QColor(user.sheet.layout_of_lines.style.colours.paper)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(contrast(colour, paper) >= ACCENT for colour in pixels)


@pytest.mark.parametrize("width", [360, 790, 1400])
def test_a_risk_that_is_pointed_at_has_a_hint(user: User, width: int) -> None:
    user.sheet.resize(width, 800)
    first, second = user.entry(0).risks[:2]
    assert not inked(user, room(user, first.id))
    text = user.sheet.rect_of(first.id)
    assert text is not None
    point(user, text.center())
    assert inked(user, room(user, first.id))
    assert not inked(user, room(user, second.id))
    point(user, room(user, second.id).center())
    assert inked(user, room(user, second.id))
    QApplication.sendEvent(user.sheet.viewport(), QEvent(QEvent.Type.Leave))
    assert not inked(user, room(user, second.id))


def test_the_hint_stays_beside_its_risk_where_that_gets_another_row(user: User) -> None:
    first, second, third = user.entry(0).risks[:3]
    user.sheet.reveal_item(second.id)
    text = user.sheet.rect_of(second.id)
    assert text is not None
    point(user, text.center())
    user.workbench.run(items.delete([first.id]))
    assert inked(user, room(user, second.id))
    assert not inked(user, room(user, third.id))


def test_the_current_risk_has_a_hint(user: User) -> None:
    first = user.entry(0).risks[0]
    user.choose(first.id)
    assert inked(user, room(user, first.id))


def test_what_cannot_be_assessed_does_not_invite(user: User, commands: list[str]) -> None:
    first, second = user.entry(0).risks[:2]
    user.workbench.run(risks.edit(first.id, status=RiskStatus.CLOSED))
    assert assessed_at(user.sheet.layout_of_lines, room(user, first.id).center()) is None
    session = Session.open(user.workbench.session.path, "A. Tester", read_only=True)
    user.workbench.change_session(session, why_read_only="Only to read")
    user.choose(second.id)
    assert not inked(user, room(user, second.id))


@pytest.mark.parametrize("zoom", [0.5, 1, 2])
@pytest.mark.parametrize("width", [360, 790, 1400])
def test_a_click_on_it_asks_to_assess(user: User, commands: list[str], width: int, zoom: float) -> None:
    user.sheet.resize(width, 800)
    user.sheet.zoom = zoom
    risk = user.entry(0).risks[1]
    QTest.mouseClick(user.sheet.viewport(), Qt.MouseButton.LeftButton, pos=room(user, risk.id).center())
    assert commands == ["assess"]
    assert user.workbench.selection == (risk.id,)
    assert user.writes is None
    # On its mark, too, once it has one.
    user.workbench.run(risks.edit(risk.id, likelihood=2, impact=3))
    QTest.mouseClick(user.sheet.viewport(), Qt.MouseButton.LeftButton, pos=room(user, risk.id).center())
    assert commands == ["assess", "assess"]


def test_a_click_with_a_key_held_selects(user: User, commands: list[str]) -> None:
    first, second = user.entry(0).risks[:2]
    user.choose(first.id)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(user.sheet.viewport(), Qt.MouseButton.LeftButton, control, room(user, second.id).center())
    assert commands == []
    assert set(user.workbench.selection) == {first.id, second.id}


def test_the_hint_is_high_enough_to_be_hit(user: User) -> None:
    layout = user.sheet.layout_of_lines
    for risk in user.entry(0).risks:
        rect = beside(layout, user.row(risk.id))
        high = [
            y for y in range(rect.top() - 9, rect.bottom() + 30) if hits(user, QPoint(rect.center().x(), y), risk.id)
        ]
        assert len(high) >= 24


def hits(user: User, place: QPoint, identity: str) -> bool:
    return assessed_at(user.sheet.layout_of_lines, place) == user.row(identity)


def test_the_hint_lies_on_the_paper_beside_the_table(user: User) -> None:
    for width in (360, 640, 790, 1400):
        user.sheet.resize(width, 600)
        layout = user.sheet.layout_of_lines
        for risk in user.tree.risks:
            rect = beside(layout, user.row(risk.id))
            assert layout.paper.left() < rect.left()
            assert rect.right() < layout.left
    assert layout.form is Form.LONG
