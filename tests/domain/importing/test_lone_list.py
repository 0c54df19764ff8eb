"""A list of risks and nothing else: a table of one column below a head that says so."""

import pytest

from tests.domain.importing.sheets import imported, outline, sheet

RISKS = ["Key staff leave", "Funds arrive late", "The law changes"]


@pytest.mark.parametrize(
    "head",
    [
        "Risk",
        "RISKS",
        "Risk description",
        "Description of risks",
        "Identified risks",
        "Risques",
        "Description du risque",
    ],
)
def test_each_row_is_a_risk(head):
    file_import = imported(sheet([[head], *([text] for text in RISKS)]))
    assert outline(file_import) == [("", [([text], []) for text in RISKS])]
    assert [role.reason for role in file_import.roles] == ["lone_list"]
    assert file_import.left_out == ()


def test_titles_above_it_are_of_the_register():
    file_import = imported(
        sheet([["Programme of Alpha"], [], ["Risks"], [], ["Risk description"], *([text] for text in RISKS)])
    )
    assert [risk.description for risk in file_import.tree.risks] == RISKS
    assert file_import.tree.register.title == "Programme of Alpha"


def test_a_number_before_a_risk_is_its_reference():
    file_import = imported(sheet([["Risks"], ["R1: Fire"], ["R2: Floods"], ["n/a"]]))
    assert [(risk.reference, risk.description) for risk in file_import.tree.risks] == [("R1", "Fire"), ("R2", "Floods")]


def test_a_lone_list_ends_where_measures_begin():
    file_import = imported(
        sheet([["Risks"], *([text] for text in RISKS), ["Mitigation measures"], ["Deputies are named"]])
    )
    assert [risk.description for risk in file_import.tree.risks] == RISKS
    assert [item.excerpt for item in file_import.left_out] == ["Mitigation measures", "Deputies are named"]


def test_numbers_that_count_on_are_those_of_the_list():
    file_import = imported(sheet([["Risks"], *([f"{number}. {text}"] for number, text in enumerate(RISKS, 1))]))
    assert [risk.description for risk in file_import.tree.risks] == RISKS


@pytest.mark.parametrize(
    "rows",
    [
        [["Description"], ["Key staff leave"]],
        [["Risk register"], ["Key staff leave"]],
        [["Risks"]],
        [["Risks"], ["Key staff leave", "Anna"]],
        [["Risks"], ["", "Key staff leave"]],
        [["Key staff leave"], ["Funds arrive late"]],
    ],
)
def test_anything_else_is_none(rows):
    assert imported(sheet(rows)).tree is None


def test_a_lone_list_beside_a_register_stays_out():
    register = sheet([["Risk", "Likelihood", "Mitigation"], ["Fire", "High", "Hoses"]], "A")
    file_import = imported(register, sheet([["Risks"], *([text] for text in RISKS)], "B", 2))
    assert [risk.description for risk in file_import.tree.risks] == ["Fire"]
    left_out = "\n".join(item.excerpt for item in file_import.left_out)
    assert all(text in left_out for text in RISKS)
