"""The marks of risks: in the margin, so that no text gives way to them."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from riskdesk.desk import registers, risks, scales
from riskdesk.domain.label import Label
from riskdesk.domain.scale import Band, Level, Rule, Scale
from riskdesk.domain.values import Language, Risk, RiskStatus
from riskdesk.kit.colours import LIGHT
from riskdesk.ui.views.sheet.layout.lines import LineKind
from riskdesk.ui.views.sheet.layout.mark import Form, MarkPainter, mark
from riskdesk.ui.views.sheet.layout.style import style
from tests.ui.views.sheet.conftest import User

TEN = Scale(
    name=Label.same("Ten"),
    likelihood=tuple(Level(Label.same(f"Level {number}")) for number in range(1, 11)),
    impact=tuple(Level(Label.same(f"Level {number}")) for number in range(1, 11)),
    rule=Rule.PRODUCT,
    bands=(
        Band(Label.same("Low"), 20),
        Band(Label.same("Medium"), 50),
        Band(Label.same("High"), 80),
        Band(Label.same("Very, very high"), 100),
    ),
)
ARABIC = "مجلس أوروبا"


def places(user: User) -> list[QRect]:
    """Where all lines of the sheet stand."""
    layout = user.sheet.layout_of_lines
    layout.settle(0, layout.height)
    return [layout.rect(row) for row in range(len(user.sheet.lines.lines))]


def assess_all(user: User) -> None:
    for number, risk in enumerate(list(user.tree.risks)):
        status = RiskStatus.CLOSED if number % 7 == 6 else None
        half = None if number % 5 == 4 else 1 + number % 5
        user.workbench.run(risks.edit(risk.id, likelihood=1 + number * 3 % 5, impact=half, status=status))


def test_assessing_moves_no_line(user: User) -> None:
    user.workbench.run(risks.edit(user.entry(1).risks[0].id, description=ARABIC))

    def places_by_width() -> dict[int, list[QRect]]:
        found = {}
        for width in (360, 480, 640, 780, 900, 1400):
            user.sheet.resize(width, 600)
            found[width] = places(user)
        return found

    before = places_by_width()
    assess_all(user)
    after = places_by_width()
    assert [width for width in before if after[width] != before[width]] == []


def test_marks_lie_on_the_paper_beside_the_table_and_on_no_other_mark(user: User) -> None:
    user.workbench.run(risks.edit(user.entry(1).risks[0].id, description=ARABIC))
    user.workbench.run(risks.edit(user.entry(1).risks[1].id, description="x"))
    user.workbench.run(registers.edit(user.tree.register.id, scale=TEN))
    assess_all(user)
    user.workbench.run(risks.edit(user.entry(1).risks[1].id, likelihood=10, impact=10))
    rows = [row for row, line in enumerate(user.sheet.lines.lines) if line.kind is LineKind.RISK]
    assert rows
    for width, zoom in product((360, 640, 780, 1400), (0.5, 1, 2)):
        user.sheet.resize(width, 600)
        user.sheet.zoom = zoom
        layout, below = user.sheet.layout_of_lines, 0
        for row in rows:
            mark_rect = layout.mark_rect(row)
            assert layout.paper.left() < mark_rect.left(), (width, zoom)
            assert mark_rect.right() < layout.left, (width, zoom)
            assert mark_rect.top() == layout.rect(row).top() >= below, (width, zoom)
            below = mark_rect.bottom()


def test_marks_say_as_much_as_there_is_room_for(user: User) -> None:
    forms = []
    for width in (360, 790, 1400):
        user.sheet.resize(width, 600)
        forms.append(user.sheet.layout_of_lines.form)
    assert forms == [Form.SHORTEST, Form.SHORT, Form.LONG]


def test_the_table_gives_next_to_nothing_for_longer_marks(user: User) -> None:
    shares = {}
    for width in (500, 700, 760, 800, 900, 1400):
        user.sheet.resize(width, 600)
        layout = user.sheet.layout_of_lines
        if layout.form is not Form.SHORTEST:
            shares[width] = layout.table_width / layout.style.table_width
    assert shares
    assert [width for width, share in shares.items() if share < 0.97] == []


@pytest.mark.parametrize(
    ("values", "language", "texts"),
    [
        ({"likelihood": 4, "impact": 5}, "en", ("L4 I5 · 20 Very high", "L4 I5 · 20", "20")),
        ({"likelihood": 4, "impact": 5}, "fr", ("P4 I5 · 20 Très élevé", "P4 I5 · 20", "20")),
        ({"likelihood": 4}, "en", ("L4 I–", "L4 I–", "4·–")),
        ({"impact": 2}, "fr", ("P– I2", "P– I2", "–·2")),
        ({"impact": 2, "status": RiskStatus.REJECTED}, "en", ("Rejected", "Rejected", "×")),
    ],
)
def test_each_form_says_it_in_the_language_of_the_register(
    user: User, values: dict[str, object], language: str, texts: tuple[str, ...]
) -> None:
    register = registers.in_language(user.tree.register, Language(language))
    risk = replace(next(user.tree.risks), **values)  # type: ignore[arg-type]
    assert tuple(risk_mark.text for form in Form if (risk_mark := mark(risk, register, form))) == texts


def test_a_table_without_scores_shows_both_halves(user: User) -> None:
    three = scales.profile("eu-action-document-3x3")
    register = replace(user.tree.register, scale=three)
    risk = replace(next(user.tree.risks), likelihood=3, impact=3)
    assert [risk_mark.text for form in Form if (risk_mark := mark(risk, register, form))] == [
        "L3 I3 · High",
        "L3 I3",
        "3·3",
    ]


def test_room_is_kept_for_the_widest_mark_there_can_be(user: User) -> None:
    register = replace(user.tree.register, scale=TEN)
    painter = MarkPainter(register, style(LIGHT.palette(), 1, 96))
    for form, width in zip(Form, painter.widths, strict=True):
        for likelihood in (None, 1, 7, 10):
            for status in (None, *RiskStatus):
                risk = Risk(id="", entry="", likelihood=likelihood, impact=10, status=status)
                assert painter.width(risk, form) <= width


def test_a_click_on_a_mark_selects_its_risk(user: User) -> None:
    assess_all(user)
    risk = user.entry(1).risks[1]
    user.sheet.reveal_item(risk.id)
    layout = user.sheet.layout_of_lines
    point = layout.mark_rect(user.row(risk.id)).center()
    point.setY(point.y() - user.sheet.verticalOffset())
    QTest.mouseClick(user.sheet.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert user.workbench.selection == (risk.id,)
    assert user.writes is None


def test_a_mark_is_seen_beside_its_text(user: User) -> None:
    risk = user.entry(0).risks[0]
    layout = user.sheet.layout_of_lines

    def picture() -> set[str]:
        room = layout.mark_rect(user.row(risk.id))
        image = user.sheet.viewport().grab(room).toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    user.workbench.run(risks.edit(risk.id, likelihood=5, impact=5))
    assert "#ee948c" in picture()
