"""Texts in one line that run from right to left begin on the right: in the list, the inspector's head, on the left."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import categories, mitigations, risks
from riskdesk.domain.listing import ListColumn, Listing
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.cut import CutLabel
from riskdesk.kit.settings import Settings
from riskdesk.ui.assess.reading import Reading
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.pages.head import Elided
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.views.list import RegisterList
from tests.kit.pictures import colours_in, picture
from tests.ui.conftest import tree_of

RIGHT_TO_LEFT = ["تأخر", "סיכון."]


def shown(widget: QWidget, qtbot: QtBot, *, wide: int = 800, high: int = 60) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(wide, high)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def begins_on_the_right(widget: QWidget, room: QRect) -> bool:
    """Whether a short line is written in the right half of a room, and not in the left one."""
    seen = picture(widget, room)
    left, right = QRect(0, 0, seen.width() // 2, seen.height()), QRect(seen.rect())
    right.setLeft(left.right() + 1)
    is_blank, is_written = (len(colours_in(seen, half)) == 1 for half in (left, right))
    return is_blank and not is_written


@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_a_cell_of_the_list(workbench: Workbench, settings: Settings, qtbot: QtBot, text: str) -> None:
    risk = next(iter(tree_of(workbench).risks))
    workbench.run(risks.edit(risk.id, description=text))
    view = RegisterList(workbench, settings)
    view.listed.ask(Listing(columns=(ListColumn("description"),)))
    shown(view, qtbot, high=500)
    cell = view.table.visualRect(view.table.lines.index(0, 0))
    assert begins_on_the_right(view.table.viewport(), cell.adjusted(0, 2, 0, -2))


@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_a_category_on_the_left(workbench: Workbench, qtbot: QtBot, text: str) -> None:
    workbench.run(categories.edit(tree_of(workbench).categories[0].category.id, text))
    panel = CategoriesPanel(workbench)
    shown(panel, qtbot, wide=400, high=500)
    tree = panel.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    row = tree.visualItemRect(tree.topLevelItem(0))
    row.setHeight(row.height() // 2)
    assert begins_on_the_right(tree.viewport(), row)


@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_the_head_of_the_inspector(qtbot: QtBot, text: str) -> None:
    head = QWidget()
    label = Elided(1, head)
    label.setText(text)
    label.resize(800, 30)
    shown(head, qtbot)
    assert begins_on_the_right(label, label.rect())


@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_each_line_of_a_text_in_several(qtbot: QtBot, text: str) -> None:
    head = QWidget()
    label = Elided(2, head)
    label.resize(800, 60)
    # The second word has no room beside the first one.
    label.setText(f"{text} {label.fontMetrics().elidedText('m' * 999, Qt.TextElideMode.ElideRight, label.width())}")
    shown(head, qtbot)
    first = QRect(0, 0, label.width(), label.fontMetrics().lineSpacing())
    assert begins_on_the_right(label, first)


@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_a_label(qtbot: QtBot, text: str) -> None:
    label = CutLabel(Qt.TextElideMode.ElideRight)
    label.setText(text)
    shown(label, qtbot)
    assert begins_on_the_right(label, label.rect())


@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_the_texts_of_a_risk_in_assessing_mode_each_by_itself(
    workbench: Workbench, settings: Settings, qtbot: QtBot, text: str
) -> None:
    entry = next(tree_of(workbench).entries)
    risk, (mitigation, *_) = entry.risks[0], entry.mitigations
    workbench.run(risks.edit(risk.id, description=text))
    workbench.run(mitigations.edit(mitigation.id, description="From left to right"))
    workbench.run(mitigations.add(entry.entry.id, [text]))
    window = QWidget()
    reading = Reading(settings, window)
    reading.resize(800, 500)
    shown(window, qtbot, high=500)
    reading.show_risk(next(tree_of(workbench).risks), tree_of(workbench))
    labels = {label.words: label for label in reading.findChildren(BreakingLabel) if label.isVisible()}
    for words, is_rtl in ((text, True), (f"• {text}", True), ("• From left to right", False)):
        assert begins_on_the_right(labels[words], labels[words].rect()) == is_rtl
