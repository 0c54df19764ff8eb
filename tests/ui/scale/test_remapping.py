"""What becomes of the risks is shown before a scale is changed; all is one step, and nothing is lost unseen."""

import re
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.desk import scales
from riskdesk.desk.rescaling import rescale
from riskdesk.domain.label import Label
from riskdesk.domain.problems import Problem
from riskdesk.domain.remap import Remap, proposed, shifts
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit import translations
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.scale.remapping import RemapDialog
from tests.labels import undo_label
from tests.ui.conftest import tree_of
from tests.ui.drawn import texts_drawn
from tests.ui.scale.conftest import LEVELS, Open, named_widget, press, texts, write

FIVE, THREE = scales.profile("5x5"), scales.profile("eu-action-document-3x3")

pytestmark = pytest.mark.usefixtures("assessed")


@pytest.fixture
def editor(edited: Open) -> ScaleDialog:
    dialog = edited()
    dialog.show_scale(THREE)
    return dialog


@pytest.fixture
def remap_dialog(editor: ScaleDialog, qtbot: QtBot) -> RemapDialog:
    editor.yes.click()
    child = editor.findChild(RemapDialog)
    assert isinstance(child, RemapDialog)
    qtbot.waitUntil(child.isActiveWindow)
    return child


def halves(of: RegisterTree) -> list[tuple[int | None, ...]]:
    return [tuple(getattr(risk, name) for name in LEVELS) for risk in of.risks]


def rows(dialog: QWidget) -> list[tuple[str, ...]]:
    view = dialog.findChild(QTableView)
    assert isinstance(view, QTableView)
    model = view.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def test_levels_are_proposed_and_every_risk_whose_band_changes_is_listed(
    remap_dialog: RemapDialog, workbench: Workbench
) -> None:
    remap = proposed(FIVE, THREE)
    assert remap_dialog.remap() == remap
    expected = {shift.risk.reference for shift in shifts(tree_of(workbench).risks, FIVE, THREE, remap)}
    assert {row[0].partition(" ")[0] for row in rows(remap_dialog)} == expected
    assert len(rows(remap_dialog)) == len(expected)
    for shift in shifts(tree_of(workbench).risks, FIVE, THREE, remap):
        (row,) = (row for row in rows(remap_dialog) if row[0].startswith(f"{shift.risk.reference} "))
        names = ("not assessed" if name is None else name.en for name in (shift.before, shift.after))
        assert row[2 if shift.residual else 1].casefold() == " → ".join(names).casefold()


def test_all_is_one_step_and_is_undone_as_one(
    remap_dialog: RemapDialog, editor: ScaleDialog, workbench: Workbench, qtbot: QtBot
) -> None:
    before = tree_of(workbench)
    press(Qt.Key.Key_Return)
    assert not remap_dialog.isVisible()
    assert not editor.isVisible()
    remap = proposed(FIVE, THREE)
    assert tree_of(workbench).register.scale == THREE
    assert list(tree_of(workbench).risks) == [remap.risk(risk) for risk in before.risks]
    assert undo_label(workbench.session, workbench.register_id) == "Change scale"
    workbench.undo()
    assert tree_of(workbench) == before
    qtbot.waitUntil(lambda: not isValid(remap_dialog) and not isValid(editor))


def test_a_level_becomes_empty_only_where_that_was_chosen_and_is_counted(
    remap_dialog: RemapDialog, workbench: Workbench
) -> None:
    before = halves(tree_of(workbench))
    box = named_widget(remap_dialog, "Likelihood: 5 Very high")
    assert isinstance(box, QComboBox)
    box.setFocus()
    press(Qt.Key.Key_End)
    assert box.currentText().casefold() == "not assessed"
    lost = sum(levels[0] == 5 for levels in before) + sum(levels[2] == 5 for levels in before)
    assert any(text.endswith(f"{lost} levels become empty, as you chose.") for text in texts(remap_dialog))
    press(Qt.Key.Key_Return)
    remap = Remap((*proposed(FIVE, THREE).likelihood[:4], None), proposed(FIVE, THREE).impact)
    after = halves(tree_of(workbench))
    assert sum(half is None for levels in after for half in levels) == lost + sum(
        half is None for levels in before for half in levels
    )
    assert [remap.likelihood[4], remap.likelihood[3]] == [None, 3]


def test_back_leads_to_the_editor_and_changes_nothing(
    remap_dialog: RemapDialog, editor: ScaleDialog, workbench: Workbench
) -> None:
    before = tree_of(workbench)
    press(Qt.Key.Key_Escape)
    assert not remap_dialog.isVisible()
    assert editor.isVisible()
    assert tree_of(workbench) == before
    assert len(editor.draft.likelihood) == 3


def test_another_choice_shows_other_bands_at_once(remap_dialog: RemapDialog) -> None:
    before = rows(remap_dialog)
    box = named_widget(remap_dialog, "Impact: 3 Medium")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert rows(remap_dialog) != before


def test_the_model_of_changed_bands_is_a_model(remap_dialog: RemapDialog, qtmodeltester: ModelTester) -> None:
    view = remap_dialog.findChild(QTableView)
    assert isinstance(view, QTableView)
    qtmodeltester.check(view.model())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_level_becomes_is_seen_as_a_whole_in_the_narrowest_window(
    qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    translations.install(qapp, language)
    for old, new in product(map(scales.profile, scales.PROFILES), repeat=2):
        dialog = RemapDialog((), old, new)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.resize(dialog.minimumSize())
        for box in dialog.findChildren(QComboBox):
            assert box.currentText() in texts_drawn(lambda painter, box=box: box.render(painter, QPoint()))


def test_other_words_ask_nothing(edited: Open, workbench: Workbench) -> None:
    before, dialog = halves(tree_of(workbench)), edited()
    write(named_widget(dialog, "Level 1: name in English"), "Very low indeed")
    dialog.yes.click()
    assert dialog.findChild(RemapDialog) is None
    assert halves(tree_of(workbench)) == before
    assert tree_of(workbench).register.scale.likelihood[0].name.en == "Very low indeed"


def test_a_scale_that_others_changed_can_be_changed_from_there_once_that_is_told(
    remap_dialog: RemapDialog, editor: ScaleDialog, workbench: Workbench, problems: list[Problem], qtbot: QtBot
) -> None:
    other = scales.profile("probability-severity-4x4")
    workbench.run(rescale(tree_of(workbench).register.id, FIVE, other, proposed(FIVE, other)))
    remap_dialog.accept()
    assert "changed in the meantime" in str(problems[-1])
    assert tree_of(workbench).register.scale == other
    before = list(tree_of(workbench).risks)
    editor.yes.click()
    next_dialog = editor.findChildren(RemapDialog)[-1]
    qtbot.waitUntil(next_dialog.isActiveWindow)
    assert next_dialog.remap() == proposed(other, THREE)
    next_dialog.accept()
    assert not editor.isVisible()
    assert tree_of(workbench).register.scale == THREE
    assert list(tree_of(workbench).risks) == [proposed(other, THREE).risk(risk) for risk in before]


def test_the_band_after_is_seen_where_names_are_long(workbench: Workbench, parent: QWidget, qtbot: QtBot) -> None:
    long_names = tuple(
        replace(band, name=Label.same(f"To be looked at by the steering committee, case {place}"))
        for place, band in enumerate(THREE.bands)
    )
    dialog = RemapDialog(list(tree_of(workbench).risks), FIVE, replace(THREE, bands=long_names), parent)
    dialog.open()
    view = dialog.findChild(QTableView)
    assert isinstance(view, QTableView)
    qtbot.waitUntil(view.isVisible)
    # The arrow is a text of its own where it is from another font.
    drawn = "".join(texts_drawn(lambda painter: view.viewport().render(painter, QPoint())))
    assert re.search("Medium → To be[^→]*, case [012]", drawn)
