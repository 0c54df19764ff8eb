"""The head of the inspector: what is shown and how severe it is, at one place for every item."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from riskdesk.desk import categories, registers, risks, scales
from riskdesk.domain.label import Label
from riskdesk.domain.values import RiskStatus
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.badge import Badge
from riskdesk.ui.pages.head import Elided, Head
from tests.ui.conftest import tree_of
from tests.ui.inspector.conftest import choose_register, field, first_risk, level, page

LONG = "A very long text that says a good deal more than there is room for in two lines. " * 20


def head(inspector: Inspector) -> Head:
    child = inspector.findChild(Head)
    assert isinstance(child, Head)
    return child


def texts_of_head(inspector: Inspector) -> list[str]:
    """The words of the head, and those of its chip."""
    shown_head = head(inspector)
    chip = [shown_head.chip.text()] if shown_head.chip.isVisible() else []
    return [label.text() for label in shown_head.findChildren(Elided)] + chip


def test_the_head_says_reference_words_and_band(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    assert texts_of_head(inspector) == ["Risk R-01", risk.description]
    workbench.run(risks.edit(risk.id, likelihood=4, impact=5, title="In short"))
    assert texts_of_head(inspector) == ["Risk R-01", "In short", "20 Very high"]
    assert risk.description[:20] in head(inspector).findChildren(Elided)[1].toolTip()
    workbench.run(risks.edit(risk.id, residual_likelihood=2))
    assert texts_of_head(inspector)[-1] == "20 Very high"
    workbench.run(risks.edit(risk.id, residual_impact=3))
    assert texts_of_head(inspector)[-1] == "Residual: 6 Medium"
    workbench.run(risks.edit(risk.id, status=RiskStatus.CLOSED))
    assert texts_of_head(inspector)[-1] == "Closed"


def test_the_head_says_what_else_is_shown(inspector: Inspector, workbench: Workbench) -> None:
    register_tree = tree_of(workbench)
    choose_register(workbench)
    assert texts_of_head(inspector) == ["Register", register_tree.register.title]
    mitigation = next(register_tree.mitigations)
    workbench.select([mitigation.id])
    assert texts_of_head(inspector) == ["Mitigation", mitigation.description]
    workbench.select([register_tree.categories[0].category.id])
    assert texts_of_head(inspector) == ["Category", register_tree.categories[0].category.title]
    workbench.select([])
    assert not head(inspector).isVisible()
    assert inspector.currentWidget().y() == 0


def test_levels_stand_at_the_same_place_for_every_risk(inspector: Inspector, workbench: Workbench) -> None:
    first, second, third = list(tree_of(workbench).risks)[:3]
    workbench.run(risks.edit(first.id, description=LONG, title=LONG, likelihood=1, impact=1))
    workbench.run(risks.edit(second.id, description="x", reason="y\n" * 30, status=RiskStatus.REJECTED))
    places = set()
    for risk in (first, second, third):
        workbench.select([risk.id])
        QApplication.processEvents()
        row = [level(inspector, name, 1).mapTo(inspector, QPoint(0, 0)).y() for name in ("likelihood", "impact")]
        places.add((*row, field(inspector, "residual_impact").y()))
    assert len(places) == 1


def test_the_head_does_not_scroll(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([first_risk(workbench).id])
    inspector.resize(inspector.width(), 300)
    QApplication.processEvents()
    bar = inspector.currentWidget().verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page(inspector).mapTo(inspector, QPoint(0, 0)).y() < 0
    assert head(inspector).geometry().top() == 0
    assert inspector.currentWidget().geometry().top() == head(inspector).height() > 0


@pytest.mark.parametrize("text", [LONG, "x" * 4_000, "\n".join("abc"), "مجلس أوروبا " * 60, "😀" * 300])
def test_long_words_are_elided_on_two_lines_and_whole_for_who_listens(
    inspector: Inspector, workbench: Workbench, text: str
) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    QApplication.processEvents()
    before = head(inspector).height()
    workbench.run(risks.edit(risk.id, description=text))
    QApplication.processEvents()
    words = head(inspector).findChildren(Elided)[1]
    assert not words.grab().isNull()
    assert head(inspector).height() == before
    assert words.height() == 2 * words.fontMetrics().lineSpacing()
    interface = QAccessible.queryAccessibleInterface(words)
    assert (interface.role(), interface.text(QAccessible.Text.Name)) == (QAccessible.Role.StaticText, text)


def test_the_chip_is_short_rather_than_cut_the_reference(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, residual_likelihood=5, residual_impact=5, reference="KAZ-27-01"))
    workbench.select([risk.id])
    for width, expected in ((400, "Residual: 25 Very high"), (256, "25 Very high")):
        inspector.resize(width, 700)
        QApplication.processEvents()
        assert texts_of_head(inspector)[-1] == expected
        name = head(inspector).findChildren(Elided)[0]
        assert name.fontMetrics().horizontalAdvance(name.text()) <= name.width()
        assert head(inspector).chip.width() >= head(inspector).chip.sizeHint().width()
        assert head(inspector).chip.accessibleName() == "Residual: 25 Very high"


def test_the_name_of_what_has_no_band_has_the_room_of_the_chip(inspector: Inspector, workbench: Workbench) -> None:
    risk, mitigation = first_risk(workbench), next(tree_of(workbench).mitigations)
    scale = tree_of(workbench).register.scale
    longer = replace(scale.bands[-1], name=Label.same("To be watched closely by the committee"))
    workbench.run(
        registers.edit(tree_of(workbench).register.id, scale=replace(scale, bands=(*scale.bands[:-1], longer)))
    )
    workbench.run(risks.edit(risk.id, likelihood=5, impact=5))
    for item in (risk, mitigation):
        workbench.select([item.id])
        QApplication.processEvents()
        name = head(inspector).findChildren(Elided)[0]
        assert name.fontMetrics().horizontalAdvance(name.text()) <= name.width()


def test_badges_are_labels_that_say_which_score(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])

    def spoken_names() -> list[str]:
        interfaces = [QAccessible.queryAccessibleInterface(badge) for badge in page(inspector).findChildren(Badge)]
        assert {interface.role() for interface in interfaces} == {QAccessible.Role.StaticText}
        return [interface.text(QAccessible.Text.Name) for interface in interfaces]

    assert spoken_names() == ["Score: not assessed", "Residual score: not assessed"]
    workbench.run(risks.edit(risk.id, likelihood=5, impact=5, residual_likelihood=1, residual_impact=1))
    assert spoken_names() == ["Score: 25  Very high", "Residual score: 1  Low"]
    three = scales.profile("eu-action-document-3x3")
    workbench.run(risks.edit(risk.id, likelihood=3, impact=3))
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=three))
    assert spoken_names() == ["Score: High", "Residual score: Low"]


def test_the_title_of_a_category_is_no_markup(inspector: Inspector, workbench: Workbench) -> None:
    category = tree_of(workbench).categories[0].category
    workbench.run(categories.edit(category.id, title="<b>bold</b>"))
    workbench.select([category.id])
    assert texts_of_head(inspector)[1] == "<b>bold</b>"
    assert all(label.textFormat().name == "PlainText" for label in head(inspector).findChildren(QLabel))
    assert "<b>" not in head(inspector).findChildren(Elided)[1].toolTip()
