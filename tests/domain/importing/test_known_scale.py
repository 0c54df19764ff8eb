"""Levels of which a file does not say on which scale they stand, where it is to come into a register."""

import pytest

from riskdesk.desk import scales
from riskdesk.desk.importing import scale
from riskdesk.domain.importing.reading import read
from riskdesk.domain.sheets import Source
from riskdesk.domain.values import Language
from tests.domain.importing.sheets import levels, sheet

FIVE, THREE = scales.profile("5x5"), scales.profile("eu-action-document-3x3")


def log(likelihood, impact, *heads):
    level_heads = heads or ("Likelihood", "Impact")
    rows = zip(("Staff leave", "Grants are cut", "The law is withdrawn"), likelihood, impact, strict=True)
    return sheet([["Risk", *level_heads], *(list(row) for row in rows)])


CASES = [
    (FIVE, ("Low", "Medium", "High"), ("Medium", "High", "Low"), [(2, 3), (3, 4), (4, 2)]),
    (THREE, ("Low", "Medium", "High"), ("Medium", "High", "Low"), [(1, 2), (2, 3), (3, 1)]),
    (THREE, ("1", "2", "3"), ("2", "3", "1"), [(1, 2), (2, 3), (3, 1)]),
    (FIVE, ("Faible", "Moyenne", "Élevée"), ("Moyen", "Élevé", "Faible"), [(2, 3), (3, 4), (4, 2)]),
    # What is not on it stands on the one that the words suppose.
    (FIVE, ("Low", "Medium", "High"), ("Minor", "Major", "Moderate"), [(2, 2), (3, 4), (4, 3)]),
]


@pytest.mark.parametrize(("known", "likelihood", "impact", "expected"), CASES)
def test_levels_without_a_scale_stand_on_that_of_the_register(known, likelihood, impact, expected):
    file_import = read(Source((log(likelihood, impact),), (), "file"), scale, Language.ENGLISH, known=known)
    assert [four_levels[:2] for four_levels in levels(file_import)] == expected


def test_the_file_and_an_answer_go_before_the_scale_of_the_register():
    heads = ("Likelihood (Low/Medium/High)", "Impact (Low/Medium/High)")
    words = ("Low", "Medium", "High")
    source = Source((log(words, words, *heads),), (), "file")
    assert levels(read(source, scale, Language.ENGLISH, known=FIVE))[0][:2] == (1, 1)
    answers = {f"scale:{side}": "Low, Medium, High, Critical" for side in ("likelihood", "impact")}
    silent = Source((log(words, words),), (), "file")
    assert levels(read(silent, scale, Language.ENGLISH, None, answers, known=FIVE))[0][:2] == (1, 1)


def test_nothing_is_asked_that_the_register_answers():
    words = ("Low", "Medium", "High")
    file_import = read(Source((log(words, words),), (), "file"), scale, Language.ENGLISH, known=FIVE)
    assert not [question.id for question in file_import.questions if question.kind == "scale"]
    assert file_import.tree.register.scale == FIVE
