"""Places in the tables of a file: how they are named, and which rows they include."""

import pytest

from riskdesk.domain.sheets import FilePlace, TableKind


@pytest.mark.parametrize(
    ("place", "rows"),
    [
        (FilePlace(TableKind.SHEET, 1), [1, 2, 3, 4, 5]),
        (FilePlace(TableKind.SHEET, 1, row=3, column=2), [3]),
        (FilePlace(TableKind.SHEET, 1, row=2, last_row=4), [2, 3, 4]),
    ],
)
def test_a_place_includes_its_rows_and_a_whole_table_all(place: FilePlace, rows: list[int]) -> None:
    assert [row for row in range(1, 6) if place.covers(row)] == rows


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (FilePlace(row=7, column=2), "B7"),
        (FilePlace(row=1, column=26), "Z1"),
        (FilePlace(row=1, column=27), "AA1"),
        (FilePlace(row=1, column=703), "AAA1"),
        (FilePlace(row=7), ""),
        (FilePlace(column=2), ""),
    ],
)
def test_a_cell_is_named_as_spreadsheets_name_it(place: FilePlace, name: str) -> None:
    assert place.cell == name
