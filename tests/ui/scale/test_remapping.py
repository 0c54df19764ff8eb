"""What becomes of the risks is shown before a scale is changed; all is one step, and nothing is lost unseen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.desk import scales
from riskdesk.desk.rescaling import rescale
from riskdesk.domain.problems import Problem
from riskdesk.domain.remap import Remap, proposed, shifts
from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.scale.remapping import RemapDialog
from tests.labels import undo_label
from tests.ui.scale.conftest import LEVELS, Open, named, press, texts, tree, write

FIVE, THREE = scales.profile("5x5"), scales.profile("eu-action-document-3x3")

pytestmark = pytest.mark.usefixtures("assessed")


@pytest.fixture
def editor(edited: Open) -> ScaleDialog:
    dialog = edited()
    dialog.show_scale(THREE)
    return dialog


@pytest.fixture
def asked(editor: ScaleDialog, qtbot: QtBot) -> RemapDialog:
    editor.yes.click()
    found = editor.findChild(RemapDialog)
    assert isinstance(found, RemapDialog)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def halves(of: RegisterTree) -> list[tuple[int | None, ...]]:
    return [tuple(getattr(risk, name) for name in LEVELS) for risk in of.risks]


def rows(dialog: QWidget) -> list[tuple[str, ...]]:
    view = dialog.findChild(QTableView)
    assert isinstance(view, QTableView)
    model = view.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def test_levels_are_proposed_and_every_risk_whose_band_changes_is_listed(
    asked: RemapDialog, workbench: Workbench
) -> None:
    remap = proposed(FIVE, THREE)
    assert asked.remap() == remap
    expected = {shift.risk.reference for shift in shifts(tree(workbench).risks, FIVE, THREE, remap)}
    assert {row[0].partition(" ")[0] for row in rows(asked)} == expected
    assert len(rows(asked)) == len(expected)
    for shift in shifts(tree(workbench).risks, FIVE, THREE, remap):
        (row,) = (row for row in rows(asked) if row[0].startswith(f"{shift.risk.reference} "))
        names = ("not assessed" if name is None else name.en for name in (shift.before, shift.after))
        assert row[2 if shift.residual else 1].casefold() == " → ".join(names).casefold()


def test_all_is_one_step_and_is_undone_as_one(
    asked: RemapDialog, editor: ScaleDialog, workbench: Workbench, qtbot: QtBot
) -> None:
    before = tree(workbench)
    press(Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert not editor.isVisible()
    remap = proposed(FIVE, THREE)
    assert tree(workbench).register.scale == THREE
    assert list(tree(workbench).risks) == [remap.risk(risk) for risk in before.risks]
    assert undo_label(workbench.session, workbench.register_id) == "Change scale"
    workbench.undo()
    assert tree(workbench) == before
    qtbot.waitUntil(lambda: not isValid(asked) and not isValid(editor))


def test_a_level_becomes_empty_only_where_that_was_chosen_and_is_counted(
    asked: RemapDialog, workbench: Workbench
) -> None:
    before = halves(tree(workbench))
    box = named(asked, "Likelihood: 5 Very high")
    assert isinstance(box, QComboBox)
    box.setFocus()
    press(Qt.Key.Key_End)
    assert box.currentText().casefold() == "not assessed"
    lost = sum(levels[0] == 5 for levels in before) + sum(levels[2] == 5 for levels in before)
    assert any(text.endswith(f"{lost} levels become empty, as you chose.") for text in texts(asked))
    press(Qt.Key.Key_Return)
    remap = Remap((*proposed(FIVE, THREE).likelihood[:4], None), proposed(FIVE, THREE).impact)
    after = halves(tree(workbench))
    assert sum(half is None for levels in after for half in levels) == lost + sum(
        half is None for levels in before for half in levels
    )
    assert [remap.likelihood[4], remap.likelihood[3]] == [None, 3]


def test_back_leads_to_the_editor_and_changes_nothing(
    asked: RemapDialog, editor: ScaleDialog, workbench: Workbench
) -> None:
    before = tree(workbench)
    press(Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert editor.isVisible()
    assert tree(workbench) == before
    assert len(editor.draft.likelihood) == 3


def test_another_choice_shows_other_bands_at_once(asked: RemapDialog) -> None:
    before = rows(asked)
    box = named(asked, "Impact: 3 Medium")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert rows(asked) != before


def test_its_model_is_a_model(asked: RemapDialog, qtmodeltester: ModelTester) -> None:
    view = asked.findChild(QTableView)
    assert isinstance(view, QTableView)
    qtmodeltester.check(view.model())


def test_other_words_ask_nothing(edited: Open, workbench: Workbench) -> None:
    before, dialog = halves(tree(workbench)), edited()
    write(named(dialog, "Level 1: name in English"), "Very low indeed")
    dialog.yes.click()
    assert dialog.findChild(RemapDialog) is None
    assert halves(tree(workbench)) == before
    assert tree(workbench).register.scale.likelihood[0].name.en == "Very low indeed"


def test_once_it_is_told_that_the_scale_is_another_it_can_be_changed_from_there(
    asked: RemapDialog, editor: ScaleDialog, workbench: Workbench, problems: list[Problem], qtbot: QtBot
) -> None:
    other = scales.profile("probability-severity-4x4")
    workbench.run(rescale(tree(workbench).register.id, FIVE, other, proposed(FIVE, other)))
    asked.accept()
    assert "changed in the meantime" in str(problems[-1])
    assert tree(workbench).register.scale == other
    before = list(tree(workbench).risks)
    editor.yes.click()
    again = editor.findChildren(RemapDialog)[-1]
    qtbot.waitUntil(again.isActiveWindow)
    assert again.remap() == proposed(other, THREE)
    again.accept()
    assert not editor.isVisible()
    assert tree(workbench).register.scale == THREE
    assert list(tree(workbench).risks) == [proposed(other, THREE).risk(risk) for risk in before]
