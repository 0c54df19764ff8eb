"""Matrices in which risks stand by their numbers, or as texts."""

import pytest

from tests.domain.importing.sheets import imported, levels, sheet

REGISTER = [["ID", "Risk", "Mitigation"], ["R1", "Ice on the lines", "Heating"], ["R2", "Fog in autumn", "Lamps"]]
NUMBERS = [["4", "", "R2", "", ""], ["3", "", "", "R1", ""], ["2", "", "", "", ""], ["1", "", "", "", ""]]
WORDS = [["High", "", "R2", ""], ["Medium", "", "", "R1"], ["Low", "", "", ""]]


@pytest.mark.parametrize(
    ("above", "before", "expected"),
    [
        ("Impact", "Likelihood", [(3, 3), (4, 2)]),
        ("Likelihood", "Impact", [(3, 3), (2, 4)]),
        ("Probabilité", "", [(3, 3), (2, 4)]),
        ("", "Gravité", [(3, 3), (2, 4)]),
        ("", "", [(3, 3), (4, 2)]),
    ],
)
def test_the_sides_of_a_matrix_with_numbers_are_what_stands_beside_them(above, before, expected):
    matrix = sheet([["", above], [before, "1", "2", "3", "4"], *NUMBERS], "Matrix", 2)
    file_import = imported(sheet(REGISTER, "Register"), matrix)
    assert [pair[:2] for pair in levels(file_import)] == expected
    assert [message.kind for message in file_import.messages] == ["cells_by_marks"]


@pytest.mark.parametrize(("above", "expected"), [("Impact", [(2, 3), (3, 2)]), ("Likelihood", [(3, 2), (2, 3)])])
def test_the_sides_of_a_matrix_with_words_are_what_stands_beside_them(above, expected):
    matrix = sheet([["", above], ["", "Low", "Medium", "High"], *WORDS], "Matrix", 2)
    assert [pair[:2] for pair in levels(imported(sheet(REGISTER, "Register"), matrix))] == expected
