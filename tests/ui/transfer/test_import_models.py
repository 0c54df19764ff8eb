"""The lists of an import as Qt asks about them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from pytestqt.modeltest import ModelTester

from riskdesk.desk import importing
from riskdesk.domain.comparing.comparison import Comparison
from riskdesk.domain.growing import grow
from riskdesk.domain.importing.result import Import
from riskdesk.domain.sheets import FilePlace, TableKind
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.clashes import ClashesModel
from riskdesk.ui.importing.differences import FIELD, HERE, ITEM, DifferencesModel
from riskdesk.ui.importing.placed_list import PlacedModel, PlacedRemark


def compared(workbench: Workbench) -> Comparison:
    """The register beside a file in which one risk says something else, one has a level, and one is missing."""
    tree = workbench.tree()
    assert tree is not None
    first, second, third = list(tree.risks)[:3]
    changes = {first.id: replace(first, description="Otherwise"), second.id: replace(second, likelihood=3, note="")}
    values = (changes.get(item.id, item) for item in tree.values if item.id != third.id)
    return importing.compare(Import("file.xlsx", renewed(grow(values))), tree)


def renewed(tree: RegisterTree) -> RegisterTree:
    return grow(
        replace(item, owner="Ann") if isinstance(item, Risk) and item.likelihood else item for item in tree.values
    )


def test_remarks_stand_beside_their_places(qtmodeltester: ModelTester, workbench: Workbench) -> None:
    model = PlacedModel(("Place", "Why", "Text"), workbench)
    qtmodeltester.check(model)
    where = FilePlace(TableKind.SHEET, 1, "Risks", 7, 2)
    model.show([PlacedRemark(where, ("heads", "ID\n| Risk"), lambda: "whole")])
    qtmodeltester.check(model)
    assert [model.index(0, column).data() for column in range(3)] == ["B7 · Risks", "heads", "ID | Risk"]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Sheet “Risks”, B7"


def test_differences_can_be_taken_or_kept(qtmodeltester: ModelTester, workbench: Workbench) -> None:
    model, choice_counts = DifferencesModel(workbench), list[int]()
    model.ticked.connect(lambda: choice_counts.append(len(model.choices)))
    model.show_comparison(compared(workbench))
    qtmodeltester.check(model)
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert [row[FIELD] for row in rows] == ["Description", "Likelihood", "Owner", "Delete: not in the file"]
    assert rows[1][HERE:] == ["–", "3 Medium"]
    assert rows[2][ITEM] == "", "the item is named once"
    ticked = list(map(model.is_ticked, range(4)))
    assert ticked == [True, True, True, False], "what is missing is kept"
    model.tick_all(ticked=False)
    assert not any(map(model.is_ticked, range(4)))
    model.tick_all(ticked=True)
    assert list(map(model.is_ticked, range(4))) == ticked, "to take all deletes nothing"
    tick = model.index(3, FIELD)
    assert model.setData(tick, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.is_ticked(3)
    assert not model.setData(tick, "text", Qt.ItemDataRole.EditRole)
    assert choice_counts == [4, 4, 4]
    model.show_comparison(compared(workbench))
    assert model.is_ticked(3), "choices outlast the comparison"
    model.show_comparison(None)
    assert model.rowCount() == 0


@pytest.mark.parametrize("model", [DifferencesModel, PlacedModel, ClashesModel])
def test_qt_counts_the_rows_of_long_lists_itself(model: type[QStandardItemModel]) -> None:
    assert model.rowCount is QStandardItemModel.rowCount
    assert model.columnCount is QStandardItemModel.columnCount


def test_only_ticks_change_with_the_choice(workbench: Workbench) -> None:
    model, told = DifferencesModel(workbench), list[tuple[int, int, int, int]]()
    model.show_comparison(compared(workbench))
    model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column(), last.row(), last.column())))
    model.tick_all(ticked=False)
    assert told == [(0, FIELD, 3, FIELD)], "Qt looks up the place of each cell"
