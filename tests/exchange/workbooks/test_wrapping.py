"""The heights of rows, which no program adapts before a cell of theirs is edited."""

import io
from dataclasses import replace
from typing import Any

import pytest

from riskdesk.desk import scales
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.sheets import letters
from riskdesk.domain.values import Language
from riskdesk.exchange.workbooks.wrapping import lines
from tests.exchange.workbooks.books import column, filled, opened
from tests.exchange.workbooks.printed import workbook

# In points.
TALLEST, LINE = 409, 12


def sheet_with_band(name: str, layout: str, profile: str = scales.DEFAULT) -> Any:
    """The first sheet of a workbook of a register whose bands all have this name, on a scale that ships."""
    tree = filled(Language.ENGLISH, profile)
    scale = tree.register.scale
    scale = replace(scale, bands=tuple(replace(band, name=Label.same(name)) for band in scale.bands))
    tree = replace(tree, register=replace(tree.register, scale=scale))
    return opened(io.BytesIO(workbook(tree, layout))).worksheets[0]


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("", 12, 1),
        ("Risks related", 13, 1),
        ("Risks related", 12, 2),
        # No two of these words fit in a line, though all three have fewer letters than two lines have room for.
        ("Suivi régional annuel", 12, 3),
        ("institutionnellement", 12, 2),
        ("une institutionnellement", 12, 3),
        ("a\n\nb", 12, 3),
        ("a", 0.4, 1),
    ],
)
def test_a_text_has_as_many_lines_as_its_words_need(text, room, count):
    assert lines(text, room) == count


@pytest.mark.parametrize("language", list(Language))
def test_no_text_of_a_filled_log_is_cut_by_the_tallest_row(language):
    sheet = opened(io.BytesIO(workbook(filled(language), Layout.PM2))).worksheets[0]
    assert all((dimension.height or 0) < TALLEST - 1 for dimension in sheet.row_dimensions.values())


def test_a_row_has_room_for_the_word_of_a_band():
    name = " ".join(["Unbearable"] * 9)
    sheet = sheet_with_band(name, "register")
    place = column(sheet, "Likelihood")
    heights = [sheet.row_dimensions[row].height for row in range(6, sheet.max_row) if sheet.cell(row, place).value]
    assert len(heights) == 31
    assert min(heights) >= name.count(" ") * LINE


def test_the_score_of_a_log_is_shown_with_the_word_of_its_band():
    sheet = sheet_with_band("Nearly unbearable", Layout.PM2)
    place = next(cell.column for cell in sheet[4] if cell.value == "Risk level")
    assert sheet.column_dimensions[letters(place)].width > len("25 Nearly unbearable")
    # Excel shows ### for a number that does not fit.
    assert sheet.cell(5, place).alignment.shrink_to_fit
    assert not sheet.cell(5, place).alignment.wrap_text
    without_scores = sheet_with_band("Nearly unbearable", Layout.PM2, "eu-action-document-3x3")
    assert without_scores.column_dimensions[letters(place)].width < sheet.column_dimensions[letters(place)].width
    assert without_scores.cell(5, place).alignment.wrap_text
