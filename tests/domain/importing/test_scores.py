"""Heads that may mean a level or the score."""

import pytest

from tests.domain.importing.sheets import imported, sheet

RISKS = ("Staff leave before the handover", "Grants are cut in the second year")


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (("P", "G", "C"), ((3, 4, 12), (2, 5, 10))),
        (("F", "G", "C"), ((3, 4, 12), (2, 5, 10))),
        (("S", "O", "D", "RPN"), ((4, 3, 2, 24), (5, 2, 1, 10))),
        (("P", "C", "S"), ((3, 4, 12), (2, 5, 10))),
        (("L", "I", "S"), ((3, 4, 12), (2, 5, 10))),
    ],
    ids=["PGC", "FGC", "SODR", "PCS", "LIS"],
)
def test_single_letters_are_read_by_those_beside_them(heads, rows):
    table = sheet([["No", "Risk", *heads], *([n, RISKS[n], *row] for n, row in enumerate(rows))])
    risks = list(imported(table).tree.risks)
    assert [(risk.likelihood, risk.impact) for risk in risks] == [(3, 4), (2, 5)]


def test_women_beside_men_are_no_likelihood():
    rows = [
        ["No", "Risk", "M", "F", "Likelihood", "Impact"],
        [1, RISKS[0], "x", "", 3, 4],
        [2, RISKS[1], "", "x", 2, 5],
    ]
    risks = list(imported(sheet(rows)).tree.risks)
    assert [(risk.likelihood, risk.residual_likelihood, risk.note) for risk in risks] == [
        (3, None, "M: x"),
        (2, None, "F: x"),
    ]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Overall impact", ("High", "Low")),
        ("Risk consequence", ("Major", "Minor")),
        ("Impact global", ("Élevé", "Bas")),
    ],
)
def test_a_level_with_a_word_before_it_is_no_score_and_no_title(head, words):
    table = sheet([["No", "Risk", "Likelihood", head], [1, RISKS[0], 3, words[0]], [2, RISKS[1], 2, words[1]]])
    first, second = imported(table).tree.risks
    assert first.impact > second.impact > 0
    assert (first.title, first.note) == ("", "")
