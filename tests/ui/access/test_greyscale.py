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
from riskdesk.ui.views.sheet.beside import beside
from riskdesk.ui.views.sheet.mark import Form, mark
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
def found(areas: Areas) -> list[str]:
    """The ids of risks of the bands."""
    ids = [risk.id for risk in areas.tree.risks][2 : 2 + len(LEVELS)]
    given = {identity: Assessment(*cell) for identity, cell in zip(ids, LEVELS, strict=True)}
    areas.workbench.run(risks.assess_each(given))
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
    seen = [greys(image, room) for room in rooms]
    grounds = [Counter(tones.values()).most_common(1)[0][0] for tones in seen]
    drawn = [
        frozenset(place for place, tone in tones.items() if abs(tone - ground) >= least)
        for tones, ground in zip(seen, grounds, strict=True)
    ]
    assert min(abs(one - other) for one, other in combinations(grounds, 2)) >= GROUND, grounds
    assert len(set(drawn)) == len(drawn)


def test_in_the_list_by_their_names(scheme: Scheme, areas: Areas, found: list[str]) -> None:
    assert scheme
    action(areas.window, "view_list").trigger()
    shown = areas.seen(RegisterList)
    table = shown.table
    column = [field.name for field in table.fields()].index("band")
    cells = [table.lines.index(shown.listed.place(identity), column) for identity in found]
    assert [str(cell.data()).split(" ", 1)[1] for cell in cells] == names(areas)
    # Of each pill what even the narrowest has.
    middles = [table.visualRect(cell) for cell in cells]
    rooms = [QRect(room.left() + 16, room.center().y() - 6, 24, 12) for room in middles]
    are_told_apart(grey(table.viewport()), rooms, WORD)


@pytest.mark.parametrize(("size", "form"), [(_WIDE, Form.LONG), (_NARROW, Form.SHORTEST)])
def test_on_the_sheet_by_names_or_scores(
    scheme: Scheme, areas: Areas, found: list[str], size: tuple[int, int], form: Form
) -> None:
    assert scheme
    areas.window.resize(*size)
    QApplication.processEvents()
    shown = sheet(areas.window)
    shown.reveal_item(found[-1])
    shown.reveal_item(found[0])
    layout, rows = shown.layout_of_lines, shown.lines.content.rows
    assert layout.form is form
    told = [mark(risk, areas.tree.register, form) for risk in areas.tree.risks if risk.id in found]
    ends = names(areas) if form is Form.LONG else [str(likelihood * impact) for likelihood, impact in LEVELS]
    assert [one.text.endswith(end) for one, end in zip(told, ends, strict=True) if one is not None] == [True] * 4
    marks = [beside(layout, rows[identity]).translated(0, -shown.verticalOffset()) for identity in found]
    size_of_all = QSize(min(room.width() for room in marks) - 6, min(room.height() for room in marks) - 6)
    rooms = [
        QRect(room.center() - QPoint(size_of_all.width(), size_of_all.height()) / 2, size_of_all) for room in marks
    ]
    are_told_apart(grey(shown.viewport()), rooms, WORD)


def test_in_the_matrix_by_patterns(scheme: Scheme, areas: Areas, found: list[str]) -> None:
    assert scheme
    assert found
    action(areas.window, "view_matrix").trigger()
    grid = areas.seen(Matrix).grid
    picture = grid.picture
    assert picture is not None
    cells = [grid.to_view(picture.frame.cells[cell]) for cell in EMPTY]
    assert not any(picture.chips(cell) for cell in EMPTY)
    are_told_apart(grey(grid.viewport()), [QRect(cell.center(), QSize(36, 18)) for cell in cells], PATTERN)
