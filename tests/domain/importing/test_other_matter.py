"""Tables with the heads of registers that tell of other matter."""

import pytest

from tests.domain.importing.sheets import imported, sheet, table

BUDGET = [["Budget line", "Description", "Unit", "Number of units", "Unit cost", "Total", "Comment"],
          ["1.1", "Manager of the project", "month", 24, 4500, 108000, ""],
          ["2.1", "Seminars", "event", 10, 6000, 60000, "Prices may rise"]]  # fmt: skip
DEVIS = [
    ["N°", "Description", "Quantité", "Montant", "Remarques"],
    ["1", "Salle", 2, 600, ""],
    ["2", "Repas", 40, 800, ""],
]
ISSUES = [["Issue ID", "Issue description", "Date raised", "Severity", "Owner", "Resolution", "Status"],
          ["I1", "The venue was booked twice", "2026-03-01", "High", "Head", "Another venue", "Closed"],
          ["I2", "Invoices have no stamps", "2026-04-01", "Low", "Head", "A model was sent", "Open"]]  # fmt: skip


PURCHASES = [
    ["No", "Description", "Category", "Estimated amount", "Responsible", "Status"],
    [1, "Laptops", "Goods", 20000, "Head", "Planned"],
    [2, "Evaluation", "Services", 900, "Head", "Planned"],
]
PEOPLE = [
    ["No", "Name", "Organisation", "Title", "E-mail", "Status"],
    [1, "Ada", "Bar", "President", "ada@bar", "Active"],
    [2, "Bob", "Academy", "Director", "bob@ac", "Active"],
]


@pytest.mark.parametrize("rows", [BUDGET, DEVIS, ISSUES, PURCHASES, PEOPLE])
def test_budgets_issues_and_people_are_no_registers(rows):
    file_import = imported(sheet(rows))
    assert file_import.tree is None
    assert [(role.role, role.reason) for role in file_import.roles] == [("other", "other")]
    assert list(imported(sheet(rows), mapping={"tables": [{"table": 1, "role": "register"}]}).tree.risks)


def test_tables_of_other_matter_beside_a_register_are_left_out():
    risks = [["Risk", "Likelihood"], ["Prices rise", "Low"], ["Staff leave", "High"]]
    file_import = imported(sheet(risks, "Risks"), sheet(ISSUES, "Issues", 2), sheet(BUDGET, "Budget", 3))
    assert [risk.description for risk in file_import.tree.risks] == ["Prices rise", "Staff leave"]


@pytest.mark.parametrize("name", ["Risks", "Registre des risques"])
def test_a_plain_list_of_risks_may_tell_what_they_cost(name):
    file_import = imported(
        sheet([["No", "Description", "Amount"], [1, "Prices rise", 300], [2, "Staff leave", 5]], name)
    )
    assert len(list(file_import.tree.risks)) == 2
    file_import = imported(
        sheet([["Main risks of 2027"], [], ["No", "Description", "Amount"], [1, "Prices rise", 300]])
    )
    assert len(list(file_import.tree.risks)) == 1


def test_an_issue_that_may_come_is_a_risk():
    head = ["No", "Issue description", "Likelihood", "Impact", "Measures"]
    assert list(imported(sheet([head, [1, "Prices rise", "Low", "High", "Ask"]])).tree.risks)


def test_a_kind_of_risks_without_any_is_left_out():
    """Its name is no remark on the risk above, which is of another kind."""
    rows = [
        ["Category", "Risks", "Likelihood", "Impact", "Mitigating measures"],
        ["External", "The fighting is renewed", "Medium", "High", "Planning with partners"],
        ["People", "n/a", "n/a", "n/a", "n/a"],
        ["Processes", "The exemption is late", "High", "Low", "An early request"],
    ]
    file_import = imported(table(rows))
    assert [risk.note for risk in file_import.tree.risks] == ["", ""]
    assert [message.kind for message in file_import.messages] == []
    assert ("remark", "People | n/a | n/a | n/a | n/a") in [
        (item.reason, item.excerpt) for item in file_import.left_out
    ]


def test_a_sheet_of_issues_is_no_register_and_actions_name_their_risks():
    risks = sheet([["ID", "Description", "Probability", "Impact"], ["R1", "Servers fail", "Low", "High"]], "Risks")
    issues = sheet(
        [["ID", "Description", "Priority", "Owner"], ["I1", "A laptop was stolen", "High", "PM"]], "Issues", 2
    )
    actions = sheet(
        [["Action ID", "Risk ID", "Action", "Owner", "Due"], ["AC1", "R1", "Buy batteries", "IT", "2026-05-01"]],
        "Actions",
        3,
    )
    file_import = imported(risks, issues, actions)
    assert [risk.description for risk in file_import.tree.risks] == ["Servers fail"]
    assert [(measure.description, measure.action_owner) for measure in file_import.tree.mitigations] == [
        ("Buy batteries", "IT")
    ]
    assert [risk.note for risk in file_import.tree.risks] == ["Action ID: AC1"]
    assert file_import.questions == () or "which_table:1" not in {question.id for question in file_import.questions}
