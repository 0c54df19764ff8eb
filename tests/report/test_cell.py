from dataclasses import replace

import pytest

from riskdesk.report.cell import Cell, Line

LEADING, GAP = 10.0, 2.0


@pytest.fixture
def cell(type_):
    def make(*bullets):
        """A cell of bullets that have so many lines."""
        lines = [Line("x", type_, GAP, starts=place == 0) for count in bullets for place in range(count)]
        return Cell(tuple(lines))

    return make


def test_gaps_stand_between_bullets_alone(cell):
    assert cell(2, 1).height == 3 * LEADING + GAP
    assert [cell(2, 1).fitting(room) for room in (9, 10, 20, 31, 32)] == [0, 1, 2, 2, 3]


@pytest.mark.parametrize(
    ("bullets", "lines", "left_here"),
    [
        ((5,), 9, 5),
        ((5,), 3, 3),
        ((5,), 4, 3),  # the last line would stand alone on the next page
        ((4,), 3, 2),
        ((2, 5), 3, 2),  # the first line of the second bullet would stand alone on this page
        ((1, 1, 1, 1), 3, 2),  # the last bullet would stand alone on the next page
        ((3,), 2, 0),
    ],
)
def test_no_line_stands_alone_at_a_cut(cell, bullets, lines, left_here):
    assert cell(*bullets).cut(lines * LEADING + len(bullets) * GAP) == left_here


@pytest.mark.parametrize("place", range(7))
def test_a_split_loses_no_line(cell, place):
    here, left = cell(2, 3, 1).split(place)
    assert here.lines + left.lines == cell(2, 3, 1).lines


@pytest.mark.parametrize(
    ("text", "notes", "lines", "left_here"),
    [
        (3, 2, 4, 0),  # neither the note nor the last line of the text goes over alone
        (5, 1, 5, 3),
        (4, 1, 4, 2),
        (2, 6, 5, 5),  # a long note may be parted, like any text
        (2, 6, 3, 0),
    ],
)
def test_a_note_stays_with_the_text_above_it(type_, text, notes, lines, left_here):
    note = replace(type_, colour="1 0 0")
    types = [type_] * text + [note] * notes
    cell = Cell(tuple(Line("x", type_, GAP, starts=place == 0) for place, type_ in enumerate(types)))
    assert cell.cut(lines * LEADING) == left_here


def test_a_cell_knows_how_much_of_its_start_stays_together(cell):
    assert cell(5, 1).beginning == 2 * LEADING
    assert cell(3, 2).beginning == 3 * LEADING
    assert cell(1, 2).beginning == LEADING
    assert cell().beginning == 0
