"""The model of gaps follows what is found, and is a model as Qt asks for."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from riskdesk.domain.gaps import Gap, GapKind
from riskdesk.ui.gaps.model import ROW, GapModel, Heading, Mend
from riskdesk.ui.gaps.view import GapView

Found = Mapping[GapKind, Sequence[Gap]]


def mend_of(kind: GapKind, gaps: Sequence[Gap]) -> str:
    return f"mend {len(gaps)}" if kind in (GapKind.NO_OWNER, GapKind.OVERDUE) else ""


def rows_by_kind(model: GapModel) -> dict[GapKind, list[object]]:
    """What the model says, read as a view does."""
    rows: dict[GapKind, list[object]] = {}
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        heading = index.data(ROW)
        assert isinstance(heading, Heading)
        inside = [model.index(place, 0, index) for place in range(model.rowCount(index))]
        assert all(below.parent() == index for below in inside)
        rows[heading.kind] = [heading.count, *(below.data(ROW) for below in inside)]
    return rows


def expected(gaps_by_kind: Found) -> dict[GapKind, list[object]]:
    mends = {kind: mend_of(kind, gaps) for kind, gaps in gaps_by_kind.items()}
    return {
        kind: [len(gaps), *([Mend(kind, mends[kind])] if mends[kind] else []), *gaps]
        for kind, gaps in gaps_by_kind.items()
    }


def any_found(chance: random.Random) -> Found:
    kinds = [kind for kind in GapKind if chance.random() < 0.4]
    return {
        kind: [Gap(kind, str(number), f"text {number}") for number in range(8) if chance.random() < 0.6]
        or [Gap(kind, "0", "text 0")]
        for kind in kinds
    }


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 10))])
def test_the_model_shows_what_is_found_after_any_change(seed: int, qtmodeltester: ModelTester) -> None:
    chance, model = random.Random(seed), GapModel(mend_of)
    qtmodeltester.check(model)
    for _ in range(40):
        gaps_by_kind = any_found(chance)
        model.show_gaps(gaps_by_kind)
        assert rows_by_kind(model) == expected(gaps_by_kind)


def test_rows_that_stay_are_the_same_rows() -> None:
    model, gaps = GapModel(mend_of), [Gap(GapKind.NO_OWNER, str(number), "") for number in range(5)]
    model.show_gaps({GapKind.NOT_ASSESSED: gaps[:1], GapKind.NO_OWNER: gaps, GapKind.ALIKE: gaps[:1]})
    heading = QPersistentModelIndex(model.index_of(GapKind.NO_OWNER))
    last = QPersistentModelIndex(model.index(5, 0, model.index_of(GapKind.NO_OWNER)))
    model.show_gaps({GapKind.NO_OWNER: gaps[3:]})
    assert heading == model.index(0, 0)
    assert last == model.index(2, 0, model.index(0, 0))
    model.show_gaps({})
    assert not heading.isValid()


def test_a_change_tells_no_more_rows_than_it_touches() -> None:
    model, gaps = GapModel(mend_of), [Gap(GapKind.ALIKE, str(number), "") for number in range(1000)]
    model.show_gaps({GapKind.ALIKE: gaps})
    changes: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda parent, first, last: changes.append((first, last)))
    model.rowsInserted.connect(lambda parent, first, last: changes.append((first, last)))
    model.modelReset.connect(lambda: changes.append((-1, -1)))
    model.show_gaps({GapKind.ALIKE: gaps[:500] + gaps[501:]})
    assert changes == [(500, 500)]


@dataclass(frozen=True, slots=True, eq=False)
class Counted(Gap):
    """A gap that is compared with others by what it says, and counts that."""

    compared: ClassVar[list[str]] = []

    def __eq__(self, other: object) -> bool:
        self.compared.append(self.id)
        return isinstance(other, Counted) and self.id == other.id

    def __hash__(self) -> int:
        self.compared.append(self.id)
        return hash(self.id)


def test_no_row_that_is_the_same_is_looked_at() -> None:
    model, gaps = GapModel(mend_of), [Counted(GapKind.NO_OWNER, str(number), "") for number in range(1000)]
    model.show_gaps({GapKind.NO_OWNER: gaps})
    mend = QPersistentModelIndex(model.index(0, 0, model.index(0, 0)))
    changes: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda parent, first, last: changes.append((first, last)))
    model.rowsInserted.connect(lambda parent, first, last: changes.append((first, last)))
    anew, Counted.compared[:] = [Counted(GapKind.NO_OWNER, str(number), "") for number in range(500, 510)], []
    for remaining in ([*gaps[:500], *anew[1:], *gaps[510:]], [*gaps[:500], *anew[1:9], *gaps[510:]]):
        model.show_gaps({GapKind.NO_OWNER: remaining})
    assert changes == [(501, 501), (509, 509)]
    assert {int(identity) for identity in Counted.compared} <= {*range(500, 510)}
    assert mend.data() == "mend 998"
    assert model.rowCount(model.index(0, 0)) == 999


def test_there_is_nothing_below_a_gap() -> None:
    model = GapModel(mend_of)
    model.show_gaps({GapKind.ALIKE: [Gap(GapKind.ALIKE, "0", "text")]})
    gap = model.index(0, 0, model.index(0, 0))
    assert model.rowCount(gap) == 0
    assert model.row(QModelIndex()) is None


def test_new_ones_are_told_and_bold() -> None:
    from PySide6.QtCore import Qt

    model, old, new = GapModel(mend_of), Gap(GapKind.ALIKE, "0", "old"), Gap(GapKind.ALIKE, "1", "new")
    model.show_gaps({GapKind.ALIKE: [old, new]})
    model.mark([new])
    rows = [model.index(row, 0, model.index(0, 0)) for row in range(2)]
    fonts = [row.data(Qt.ItemDataRole.FontRole) for row in rows]
    assert fonts[0] is None
    assert fonts[1].bold()
    assert [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows] == ["old", "new, new"]


def test_one_that_is_new_no_more_is_shown_so() -> None:
    model, gap = GapModel(mend_of), Gap(GapKind.ALIKE, "0", "new")
    model.show_gaps({GapKind.ALIKE: [gap]})
    model.mark([gap])
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.mark([])
    assert told == [0]


@pytest.mark.parametrize("asked", ["index", "parent", "rowCount", "columnCount", "hasChildren", "flags"])
def test_qt_lays_out_thousands_of_gaps_without_asking_python(asked: str) -> None:
    assert getattr(GapModel, asked) is getattr(QStandardItemModel, asked)


def test_no_text_of_a_gap_is_edited_in_the_list(qtbot: QtBot) -> None:
    view, model = GapView(), GapModel(mend_of)
    qtbot.addWidget(view)
    view.setModel(model)
    model.show_gaps({GapKind.NO_OWNER: [Gap(GapKind.NO_OWNER, "0", "text 0")]})
    view.expandAll()
    view.show()
    view.setCurrentIndex(model.index(1, 0, model.index(0, 0)))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert view.state() is not QAbstractItemView.State.EditingState
