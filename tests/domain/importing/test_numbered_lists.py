"""Numbers of lists before risks and measures."""

import pytest

from tests.domain.importing.sheets import imported, lines, outline, sheet, table

HEADS = ["Risk", "Likelihood", "Mitigation"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1) Market study; 2) Longer deadline", "1) Calls; 2) Fines"),
        ("1a) Market study; 1b) Longer deadline", "2a) Calls; 2b) Fines"),
        ("1a. Market study\n1b. Longer deadline", "2a. Calls\n2b. Fines"),
        ("(a) Market study; (b) Longer deadline", "(a) Calls; (b) Fines"),
        ("(i) Market study; (ii) Longer deadline", "(i) Calls; (ii) Fines"),
    ],
)
def test_numbers_that_count_on_through_a_line_are_those_of_a_list(first, second):
    file_import = imported(sheet([HEADS, ["The tender fails", "High", first], ["The works are late", "Low", second]]))
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == [
        "Market study",
        "Longer deadline",
        "Calls",
        "Fines",
    ]


@pytest.mark.parametrize("text", ["A. Lee trains; B. Ray helps", "Plan of 2026; 2) of it", "3a) Study; 7c) Report"])
def test_other_numbers_belong_to_the_text(text):
    file_import = imported(sheet([HEADS, ["The tender fails", "High", text], ["The works are late", "Low", "Calls"]]))
    assert "; ".join(mitigation.description for mitigation in list(file_import.tree.mitigations)[:2]) == text


def test_numbers_before_risks_are_their_references():
    rows = [["1. The tender fails", "High", "Study"], ["2. The works are late", "Low", "Calls"]]
    file_import = imported(sheet([HEADS, *rows]))
    assert [(risk.reference, risk.description) for risk in file_import.tree.risks] == [
        ("1", "The tender fails"),
        ("2", "The works are late"),
    ]


def test_a_number_that_does_not_count_stays():
    rows = [["1. The tender fails", "High", "Study"], ["Three works are late", "Low", "Calls"]]
    assert next(iter(imported(sheet([HEADS, *rows])).tree.risks)).description == "1. The tender fails"


def test_references_before_risks_in_groups_are_theirs():
    rows = [["R1: The tender fails\n\nR2: The works are late", "Study"], ["R3: The law is late", "Advice"]]
    file_import = imported(sheet([["Risks", "Mitigation measures"], *rows]))
    assert [(risk.reference, risk.description) for risk in file_import.tree.risks] == [
        ("R1", "The tender fails"),
        ("R2", "The works are late"),
        ("R3", "The law is late"),
    ]


def test_headings_over_all_tables_of_a_document_name_categories_whatever_their_heads():
    first = table([["Risk", "Probability", "Response"], ["Drought in summer", "High", "Wells"]])
    second = table(
        [["Description of risks", "Probability", "Mitigation", "Owner"], ["The team is small", "Low", "Interns", "HR"]],
        2,
    )
    external, internal, text = lines(("External", 2), ("Internal", 2), "Told by the staff:")
    assert outline(imported(external, first, internal, text, second)) == [
        ("External", [(["Drought in summer"], ["Wells"])]),
        ("Internal", [(["The team is small"], ["Interns"])]),
    ]
    other = lines("", "", ("Annex", 1))
    assert [title for title, _ in outline(imported(external, first, *other, second))] == [""]


def test_a_letter_before_a_name_is_a_part_of_it():
    rows = [["A. Smith may leave", "Ann", "Train"], ["B. Jones may leave", "Ben", "Hire"]]
    file_import = imported(sheet([["Risk", "Owner", "Mitigation"], *rows]))
    assert [(risk.reference, risk.description) for risk in file_import.tree.risks] == [("", row[0]) for row in rows]
