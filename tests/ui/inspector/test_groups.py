"""What the inspector shows of categories, entries, several items and nothing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import entries, risks
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.area import PageArea
from riskdesk.ui.pages.badge import Badge
from tests.ui.conftest import tree_of
from tests.ui.inspector.conftest import choose_register, field, first_risk, page, text_in, type_into


def labels(inspector: Inspector) -> str:
    return "\n".join(label.text() for label in inspector.findChildren(QLabel) if label.isVisible())


def badge(inspector: Inspector) -> str:
    (only_badge,) = page(inspector).findChildren(Badge)
    return only_badge.accessibleName()


def test_a_category_tells_what_is_in_it(inspector: Inspector, workbench: Workbench) -> None:
    category = tree_of(workbench).categories[0]
    for risk, level in zip(list(category.risks)[:3], (2, 5, 4), strict=True):
        workbench.run(risks.edit(risk.id, likelihood=level, impact=level))
    workbench.run(risks.edit(list(category.risks)[3].id, likelihood=5))
    workbench.select([category.category.id])
    for text in ("2 entries", "7 risks", "8 mitigations", "3 of 7 assessed"):
        assert text in labels(inspector)
    assert badge(inspector) == "Score: 25  Very high"
    workbench.undo()
    workbench.run(risks.edit(list(category.risks)[1].id, likelihood=None))
    assert badge(inspector) == "Score: 16  High"


def test_the_title_of_a_category_is_edited(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([tree_of(workbench).categories[0].category.id])
    field(inspector, "title").selectAll()
    type_into(field(inspector, "title"), "Another title")
    QTest.keyClick(field(inspector, "title"), Qt.Key.Key_Return)
    assert tree_of(workbench).categories[0].category.title == "Another title"
    assert "Another title" in labels(inspector)
    workbench.undo()
    assert text_in(inspector, "title") == tree_of(workbench).categories[0].category.title


def test_an_entry_tells_its_place_and_what_is_in_it(inspector: Inspector, workbench: Workbench) -> None:
    category = tree_of(workbench).categories[0]
    entry = category.entries[1]
    workbench.run(risks.edit(entry.risks[0].id, likelihood=2, impact=3))
    workbench.select([entry.entry.id])
    for text in ("Entry 2 of 2", category.category.title, "3 risks", "4 mitigations", "1 of 3 assessed"):
        assert text in labels(inspector)
    assert badge(inspector) == "Score: 6  Medium"
    assert not page(inspector).fields


def test_an_empty_entry_has_no_band(inspector: Inspector, workbench: Workbench) -> None:
    step = workbench.run(entries.add(tree_of(workbench).categories[0].category.id)).step
    assert step is not None
    workbench.select([step.created[0]])
    assert "There is no risk here." in labels(inspector)
    assert badge(inspector) == "Score: not assessed"


@pytest.mark.parametrize("kinds", ["risks", "entries", "a category and a risk"])
def test_several_are_counted_whatever_they_are(inspector: Inspector, workbench: Workbench, kinds: str) -> None:
    register_tree = tree_of(workbench)
    ids = {
        "risks": [risk.id for risk in list(register_tree.risks)[:3]],
        "entries": [entry.entry.id for entry in list(register_tree.entries)[:3]],
        "a category and a risk": [
            register_tree.categories[1].category.id,
            *(risk.id for risk in list(register_tree.risks)[:2]),
        ],
    }[kinds]
    workbench.select(ids)
    assert "3 items selected" in labels(inspector)
    assert not page(inspector).fields


def test_several_are_changed_together_from_there(inspector: Inspector, workbench: Workbench) -> None:
    commands: list[str] = []
    inspector.command_wanted.connect(commands.append)
    (button,) = page(inspector).findChildren(QPushButton)
    assert not button.isVisible()
    workbench.select([risk.id for risk in list(tree_of(workbench).risks)[:3]])
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert commands == ["change_together"]
    workbench.select([])
    assert not button.isVisible()


def test_nothing_selected_says_what_to_choose(inspector: Inspector, workbench: Workbench) -> None:
    assert "Choose a risk, mitigation, category or entry" in labels(inspector)
    assert not page(inspector).fields
    choose_register(workbench)
    assert "title" in page(inspector).fields
    workbench.select([])
    assert not page(inspector).fields


def test_what_was_scrolled_to_is_in_sight_for_another_risk(inspector: Inspector, workbench: Workbench) -> None:
    first, second = list(tree_of(workbench).risks)[:2]
    for risk, reason in ((first, "Short."), (second, "A long reason. " * 60)):
        workbench.run(risks.edit(risk.id, reason=reason, note="x\n" * 60))
    workbench.select([first.id])
    area = inspector.currentWidget()
    assert isinstance(area, PageArea)
    area.settle()
    note = field(inspector, "note")
    area.verticalScrollBar().setValue(note.y() - 10)
    for ids in ([second.id], [], [first.id], [next(tree_of(workbench).mitigations).id], [second.id], [first.id]):
        workbench.select(ids)
        QApplication.processEvents()
        if inspector.currentWidget() is area:
            assert note.mapTo(area.viewport(), QPoint(0, 0)).y() == 10
    area.verticalScrollBar().setValue(0)
    workbench.select([second.id])
    assert area.verticalScrollBar().value() == 0


def test_adding_a_risk_brings_no_page_of_the_register(inspector: Inspector, workbench: Workbench) -> None:
    risk = first_risk(workbench)
    workbench.select([risk.id])
    for ids in ([], [risk.id]):
        workbench.select(ids)
        assert "prepared_by" not in page(inspector).fields
    step = workbench.run(risks.add(risk.entry, ["New"])).step
    assert step is not None
    assert "likelihood" in page(inspector).fields
    workbench.select(step.created)
    assert "Risk R-32" in labels(inspector)


def test_the_focus_does_not_wander_into_a_field_of_another_page(
    inspector: Inspector, workbench: Workbench, qtbot: QtBot
) -> None:
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    workbench.select([first_risk(workbench).id])
    field(inspector, "owner").setFocus()
    choose_register(workbench)
    focused: QWidget | None = QApplication.focusWidget()
    assert focused is inspector.currentWidget()
