"""Levels of several periods: those of the last one are the levels of today."""

import pytest

from tests.domain.importing.sheets import imported, levels, sheet

RISKS = ("Staff leave before the handover", "Grants are cut in the second year")
MERGED = [(1, 1, 2, 1), (1, 2, 2, 1), (1, 3, 1, 2), (1, 5, 1, 2), (1, 7, 1, 2), (1, 9, 2, 1)]


def log(periods, last):
    """A log of two risks with the levels of three periods; `last` are those of the third."""
    first, second, third = periods
    heads = [["No", "Risk", first, "", second, "", third, "", "Mitigation"], ["", "", *["Likelihood", "Impact"] * 3]]
    rows = [
        [1, RISKS[0], 4, 3, 3, 3, *last[0], "Name a deputy"],
        [2, RISKS[1], 3, 2, 2, 2, *last[1], "Look for donors"],
    ]
    return sheet([*heads, *rows], merged=MERGED)


@pytest.mark.parametrize(
    "periods",
    [
        ("2024", "2025", "2026"),
        ("T1 2026", "T2 2026", "T3 2026"),
        ("Q1", "Q2", "Q3"),
        ("January 2026", "June 2026", "Dec. 2026"),
        ("1er semestre 2026", "2e semestre 2026", "1er semestre 2027"),
    ],
    ids=lambda periods: periods[0],
)
def test_the_last_period_counts_and_the_others_are_in_the_note(periods):
    file_import = imported(log(periods, ((2, 3), (1, 2))))
    assert levels(file_import) == [(2, 3, None, None), (1, 2, None, None)]
    note = next(iter(file_import.tree.risks)).note
    assert [line.split(" ›")[0] for line in note.split("\n")] == [periods[0]] * 2 + [periods[1]] * 2
    assert "residual" not in {question.id for question in file_import.questions}


def test_a_period_that_is_still_empty_does_not_count():
    file_import = imported(log(("Q1", "Q2", "Q3"), (("", ""), ("", ""))))
    assert levels(file_import) == [(3, 3, None, None), (2, 2, None, None)]


def test_other_heads_above_are_two_assessments():
    rows = [
        ["No", "Risk", "Before", "", "After", ""],
        ["", "", *["Likelihood", "Impact"] * 2],
        [1, RISKS[0], 4, 3, 3, 2],
    ]
    assert levels(imported(sheet(rows, merged=MERGED[:4]))) == [(4, 3, 3, 2)]


def test_a_form_with_periods_and_no_levels_yet_is_read():
    rows = [["No", "Risk", "Q1", "", "Q2", "", "Mitigation"], ["", "", *["Likelihood", "Impact"] * 2]]
    file_import = imported(
        sheet([*rows, [1, RISKS[0], *[""] * 4, "Name a deputy"]], merged=[*MERGED[:4], (1, 7, 2, 1)])
    )
    assert levels(file_import) == [(None, None, None, None)]
