"""Bands are told apart without colours, light and dark: what stands on their grounds differs, and so do the greys."""

from collections import Counter
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from riskdesk.desk import risks
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Language
from riskdesk.kit.theme import Scheme
from riskdesk.ui.views.list import RegisterList
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.sheet.layout.mark import Form, mark
from riskdesk.ui.views.sheet.showing.beside import beside
from tests.ui.access.every_area import Areas
from tests.ui.conftest import action, sheet

# A risk of each band of five by five, lowest first.
LEVELS = [(1, 1), (2, 3), (3, 4), (5, 5)]
# A cell of each band in which no risk stands.
EMPTY = [(1, 4), (3, 3), (4, 4), (5, 4)]
# By how many of 256 greys words and lines differ from their ground at least, and two grounds from each other.
WORD, PATTERN, GROUND = 60, 4, 5
_WIDE, _NARROW = (2200, 900), (960, 640)


@pytest.fixture
def risk_ids(areas: Areas) -> list[str]:
    """The ids of risks of the bands."""
    ids = [risk.id for risk in areas.tree.risks][2 : 2 + len(LEVELS)]
    assessments = {identity: Assessment(*cell) for identity, cell in zip(ids, LEVELS, strict=True)}
    areas.workbench.run(risks.assess_each(assessments))
    areas.workbench.select([])
    return ids


def names(areas: Areas) -> list[str]:
    return [band.name.text(Language.ENGLISH) for band in areas.tree.register.scale.bands]


def grey(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def greys(image: QImage, room: QRect) -> dict[tuple[int, int], int]:
    """The grey of each place of a room."""
    return {
        (x, y): image.pixel(room.left() + x, room.top() + y) & 0xFF
        for x in range(room.width())
        for y in range(room.height())
    }


def are_told_apart(image: QImage, rooms: list[QRect], least: int) -> None:
    """Whether grounds differ, and what stands on them does so too, whatever the greys are."""
    tones_by_room = [greys(image, room) for room in rooms]
    grounds = [Counter(tones.values()).most_common(1)[0][0] for tones in tones_by_room]
    drawn = [
        frozenset(place for place, tone in tones.items() if abs(tone - ground) >= least)
        for tones, ground in zip(tones_by_room, grounds, strict=True)
    ]
    assert min(abs(first - second) for first, second in combinations(grounds, 2)) >= GROUND, grounds
    assert len(set(drawn)) == len(drawn)


def test_bands_differ_in_the_list_by_their_names(scheme: Scheme, areas: Areas, risk_ids: list[str]) -> None:
    assert scheme
    action(areas.window, "view_list").trigger()
    view = areas.visible_widget(RegisterList)
    table = view.table
    column = [field.name for field in table.fields()].index("band")
    cells = [table.lines.index(view.listed.place(identity), column) for identity in risk_ids]
    assert [str(cell.data()).split(" ", 1)[1] for cell in cells] == names(areas)
    # Of each pill what even the narrowest has.
    middles = [table.visualRect(cell) for cell in cells]
    rooms = [QRect(room.left() + 16, room.center().y() - 6, 24, 12) for room in middles]
    are_told_apart(grey(table.viewport()), rooms, WORD)


def test_bands_differ_on_the_sheet_by_names_or_scores(scheme: Scheme, areas: Areas, risk_ids: list[str]) -> None:
    assert scheme
    for size, form in ((_WIDE, Form.LONG), (_NARROW, Form.SHORTEST)):
        bands_differ_on_the_sheet(areas, risk_ids, size, form)


def bands_differ_on_the_sheet(areas: Areas, risk_ids: list[str], size: tuple[int, int], form: Form) -> None:
    areas.window.resize(*size)
    QApplication.processEvents()
    view = sheet(areas.window)
    view.reveal_item(risk_ids[-1])
    view.reveal_item(risk_ids[0])
    layout, rows = view.layout_of_lines, view.lines.content.rows
    assert layout.form is form
    risk_marks = [mark(risk, areas.tree.register, form) for risk in areas.tree.risks if risk.id in risk_ids]
    ends = names(areas) if form is Form.LONG else [str(likelihood * impact) for likelihood, impact in LEVELS]
    assert [
        risk_mark.text.endswith(end) for risk_mark, end in zip(risk_marks, ends, strict=True) if risk_mark is not None
    ] == [True] * 4
    marks = [beside(layout, rows[identity]).translated(0, -view.verticalOffset()) for identity in risk_ids]
    size_of_all = QSize(min(room.width() for room in marks) - 6, min(room.height() for room in marks) - 6)
    rooms = [
        QRect(room.center() - QPoint(size_of_all.width(), size_of_all.height()) / 2, size_of_all) for room in marks
    ]
    are_told_apart(grey(view.viewport()), rooms, WORD)


def test_bands_differ_in_the_matrix_by_patterns(scheme: Scheme, areas: Areas, risk_ids: list[str]) -> None:
    assert scheme
    assert risk_ids
    action(areas.window, "view_matrix").trigger()
    grid = areas.visible_widget(Matrix).grid
    picture = grid.picture
    assert picture is not None
    cells = [grid.to_view(picture.frame.cells[cell]) for cell in EMPTY]
    assert not any(picture.chips(cell) for cell in EMPTY)
    are_told_apart(grey(grid.viewport()), [QRect(cell.center(), QSize(36, 18)) for cell in cells], PATTERN)
