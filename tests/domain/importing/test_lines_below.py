"""What lines below the texts of risks and measures say of them: nothing that a cell holds is lost by it."""

import pytest

from riskdesk.domain.values import MitigationStatus, RiskStatus
from tests.domain.importing.sheets import imported, sheet

HEADS = ("Risk description", "Likelihood", "Impact", "Mitigation measures")


def measures(*rows):
    """The text, owner and state of each measure."""
    file_import = imported(sheet(rows))
    return [
        (mitigation.description, mitigation.action_owner, mitigation.status)
        for mitigation in file_import.tree.mitigations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Train staff\nResponsible: Anna\nDone", [("Train staff", "Anna", MitigationStatus.DONE)]),
        ("Train staff\nResponsible: Anna\nOwner: Bob", [("Train staff", "Anna", None), ("Owner: Bob", "", None)]),
        ("Train staff\nStatus: in progress", [("Train staff", "", MitigationStatus.UNDER_WAY)]),
        ("Train staff\nDeadline: 1 March 2027", [("Train staff", "", None)]),
        ("Train staff\nPlanned\nDone", [("Train staff", "", MitigationStatus.PLANNED), ("Done", "", None)]),
    ],
)
def test_what_lines_tell_twice_of_a_measure_is_kept(text, expected):
    assert measures(HEADS, ("Staff leave", 3, 4, text), ("Funds come late", 2, 2, "")) == expected


def test_lines_do_not_replace_what_columns_tell_of_measures():
    heads = ("Risk description", "Mitigation measures", "Action owner", "Action status")
    assert measures(
        heads, ("Staff leave", "Train\nResponsible: Anna", "Zoe", ""), ("Funds", "Ask\nDone", "", "Planned")
    ) == [
        ("Train", "Zoe", None),
        ("Responsible: Anna", "Zoe", None),
        ("Ask", "", MitigationStatus.PLANNED),
        ("Done", "", MitigationStatus.PLANNED),
    ]


@pytest.mark.parametrize("is_before", [True, False])
def test_what_a_risk_ends_with_does_not_hide_what_a_column_tells_nor_the_other_way_round(is_before):
    rows = [("Status", "Risk description"), ("Approved", "Funds are cut\nRejected"), ("Closed", "Staff leave\nClosed")]
    file_import = imported(sheet([("No", *(row if is_before else row[::-1])) for row in rows]))
    first, second = file_import.tree.risks
    first_facts = (first.description, first.status, first.note)
    assert first_facts == (
        ("Funds are cut Rejected", RiskStatus.APPROVED, "")
        if is_before
        else ("Funds are cut", RiskStatus.REJECTED, "Status: Approved")
    )
    assert (second.description, second.status, second.note) == ("Staff leave", RiskStatus.CLOSED, "")


def test_a_risk_that_ended_twice_in_a_cell_keeps_both_words():
    rows = [("Risks", "Mitigation measures"), ("Funds are cut\n\nRejected\n\nClosed", "Ask for more")]
    file_import = imported(sheet(rows))
    assert [(risk.description, risk.status) for risk in file_import.tree.risks] == [
        ("Funds are cut", RiskStatus.REJECTED),
        ("Closed", None),
    ]


def test_a_list_item_is_a_measure_or_a_risk_whatever_it_says():
    text = "• Name a deputy\n• Responsible: to be chosen by the board\n• Done"
    file_import = imported(sheet([("Risks", "Mitigation measures"), ("• The road is\n• Closed", text)]))
    assert [(risk.description, risk.status) for risk in file_import.tree.risks] == [
        ("The road is", None),
        ("Closed", None),
    ]
    texts = ["Name a deputy", "Responsible: to be chosen by the board", "Done"]
    assert [
        (mitigation.description, mitigation.action_owner, mitigation.status)
        for mitigation in file_import.tree.mitigations
    ] == [(text, "", None) for text in texts]
