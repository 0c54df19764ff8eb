"""Columns whose cells hold both levels of an assessment."""

import pytest

from tests.domain.importing.sheets import imported, levels, sheet

RISKS = ("Staff leave before the handover", "Grants are cut in the second year", "The law is withdrawn")


def log(*columns):
    """A log of three risks with these columns, each with its head first."""
    heads, *rows = zip(*columns, strict=True)
    return sheet([["No", "Risk", *heads], *([number, RISKS[number - 1], *row] for number, row in enumerate(rows, 1))])


CELLS = [
    ("P×I", "3 x 4", "2×5", "1*1"),
    ("Probability x Impact", "3 x 4 = 12", "2×5=10", "1 x 1 = 1"),
    ("Impact × Likelihood", "4 x 3", "5 x 2", "1 x 1"),
    ("Score (IxL)", "4 x 3", "5 x 2", "1 x 1"),
    ("Criticité (P×G)", "P3 x G4", "P2 x G5", "P1 x G1"),
    # The letters in a cell say more than the head.
    ("Rating (LxI)", "I4 x L3", "I5 x L2", "I1 x L1"),
    ("Rating", "Medium x High", "Low × Very high", "Very low x Very low"),
    ("Rating", "P3/I4", "P2/I5", "P1/I1"),
    ("Cotation", "G4 – P3", "G5 – P2", "G1 – P1"),
    ("Likelihood / Impact", "M / H", "L / VH", "VL / VL"),
    # Words in a cell that name both sides need no head.
    ("Assessment", "Likelihood: Medium\nImpact: High", "Likelihood: Low\nImpact: VH", "Likelihood: VL\nImpact: VL"),
    ("Rating", "Impact = 4; Probability = 3", "Impact = 5; Probability = 2", "Impact = 1; Probability = 1"),
    ("Cotation", "Probabilité : 3, Gravité : 4", "Probabilité : 2, Gravité : 5", "Probabilité : 1, Gravité : 1"),
    ("Impact & Probability", "High, Medium", "Very high, Low", "Very low, Very low"),
    ("Probability and impact", "3/4", "2/5", "1/1"),
]


@pytest.mark.parametrize("column", CELLS, ids=lambda column: f"{column[0]}: {column[1]}")
def test_both_levels_come_in(column):
    file_import = imported(log(column))
    assert levels(file_import) == [(3, 4, None, None), (2, 5, None, None), (1, 1, None, None)]
    assert {risk.note for risk in file_import.tree.risks} == {""}
    assert {question.id for question in file_import.questions} >= {"scale:likelihood", "scale:impact"}


def test_the_second_one_is_of_the_residual_risk():
    file_import = imported(log(("P×I", "3 x 4", "2 x 5", "1 x 1"), ("P×I", "2 x 4", "2 x 2", "1 x 1")))
    assert levels(file_import) == [(3, 4, 2, 4), (2, 5, 2, 2), (1, 1, 1, 1)]
    file_import = imported(log(("Residual P×I", "3 x 4", "2 x 5", "1 x 1")))
    assert levels(file_import)[0] == (None, None, 3, 4)


@pytest.mark.parametrize("arrow", ["→", "->", "=>", "➔"])
def test_a_level_before_and_after_the_measures_is_two(arrow):
    file_import = imported(
        log(
            ("Likelihood", f"High {arrow} Medium", f"Medium{arrow}Low", "Low"),
            ("Impact (before/after)", f"3 - High {arrow} 1 - Low", f"2 - Medium {arrow} 2 - Medium", "1 - Low"),
        )
    )
    assert levels(file_import) == [(3, 3, 2, 1), (2, 2, 1, 2), (1, 1, None, None)]
    assert {(risk.reason, risk.note) for risk in file_import.tree.risks} == {("", "")}


def test_what_a_cell_says_before_its_levels_is_in_the_note():
    texts = ("Courses end early.\nP = 3\nI = 4", "Fewer courses P: 2, I: 5", "P = 1\n\n I = 1")
    file_import = imported(log(("Impact & Probability", *texts)))
    assert levels(file_import) == [(3, 4, None, None), (2, 5, None, None), (1, 1, None, None)]
    assert [risk.note for risk in file_import.tree.risks] == [
        "Impact & Probability: Courses end early.", "Impact & Probability: Fewer courses", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "text"), [("Indicators", "P1, I2"), ("Rating", "P3/P4"), ("Likelihood", "3/5"), ("Remarks", "M / H")]
)
def test_signs_that_join_other_things_join_no_levels(head, text):
    assert {four_levels[1] for four_levels in levels(imported(log((head, text, text, text))))} == {None}


def test_a_cell_that_says_no_levels_is_told_and_kept():
    file_import = imported(log(("P×I", "3 x 4", "2 x 5", "to be discussed")))
    assert levels(file_import)[2] == (None, None, None, None)
    assert list(file_import.tree.risks)[2].note == "P×I: to be discussed"
    assert [(message.kind, message.excerpt) for message in file_import.messages] == [
        ("unknown_level", "to be discussed")
    ]


def test_a_pair_beside_the_levels_themselves_is_their_score():
    file_import = imported(log(("Likelihood", 3, 2, 1), ("Impact", 4, 5, 1), ("P×I", "3 x 4", "2 x 5", "1 x 1")))
    assert levels(file_import) == [(3, 4, None, None), (2, 5, None, None), (1, 1, None, None)]
    assert [item.excerpt for item in file_import.left_out if item.reason == "score"] == ["3 x 4", "2 x 5", "1 x 1"]
    assert {risk.note for risk in file_import.tree.risks} == {""}


def test_a_column_of_pairs_comes_in_again_by_its_mapping():
    file = log(("Rating", "3 x 4", "2 x 5", "1 x 1"))
    mapping = imported(file).mapping
    assert mapping["tables"][0]["columns"]["C"] == "pair"
    assert levels(imported(file, mapping=mapping)) == levels(imported(file))


@pytest.mark.parametrize("text", ["Unit 3 x 4 rooms are damp", "4x4 vehicles", "x", "12"])
def test_other_texts_are_no_levels(text):
    file_import = imported(log(("Remarks", text, text, text)))
    assert set(levels(file_import)) == {(None, None, None, None)}
