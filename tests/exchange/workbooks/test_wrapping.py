"""The heights of rows, which no program adapts before a cell of theirs is edited."""

import io

import pytest

from riskdesk.domain.layouts import Layout
from riskdesk.domain.values import Language
from riskdesk.exchange.workbooks.wrapping import lines
from tests.exchange.workbooks.books import filled, opened
from tests.exchange.workbooks.test_printed import workbook

# In points.
TALLEST = 409


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
