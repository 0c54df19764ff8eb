"""Cells that are merged over several rows."""

import datetime

import pytest

from tests.domain.importing.sheets import imported, sheet

HEADS = ["Risk", "Likelihood", "Impact", "Mitigation", "Owner", "Country", "Status"]


def test_a_cell_that_is_merged_over_several_risks_holds_for_each():
    rows = [
        ["The fuel runs out", "Low", "High", "Reserve tank", "Garage", "Chad", "Approved"],
        ["The tyres burst", "Medium", None, "Spare tyres", None, None, None],
        ["The drivers fall ill", "Low", None, "Pool of drivers", None, None, "Closed"],
        ["The road is closed", "Low", "Low", "Another road", "", "", ""],
    ]
    merged = [(2, 3, 3, 1), (2, 5, 3, 1), (2, 6, 3, 1), (2, 7, 2, 1)]
    file_import = imported(sheet([HEADS, *rows], merged=merged))
    risks = list(file_import.tree.risks)
    assert [risk.impact for risk in risks] == [3, 3, 3, 1]
    assert [risk.owner for risk in risks] == ["Garage"] * 3 + [""]
    assert [risk.note for risk in risks] == ["Country: Chad"] * 3 + [""]
    assert [risk.status for risk in risks] == ["approved", "approved", "closed", risks[3].status]


@pytest.mark.parametrize("with_text", [True, False])
def test_a_cell_that_is_merged_over_several_measures_holds_for_each(with_text):
    heads = ["Risk", "Mitigation measure", "Action owner", "Deadline"]
    day = datetime.date(2026, 5, 1)
    rows = [
        ["The lake is polluted", "Tanks with two walls", "Engineer", day],
        ["The lake is polluted" if with_text else None, "Spill kits", None, None],
        ["The fuel is stolen", "Locks", "Guard", None],
    ]
    merged = [(2, 3, 2, 1), (2, 4, 2, 1)] + ([] if with_text else [(2, 1, 2, 1)])
    measures = list(imported(sheet([heads, *rows], merged=merged)).tree.mitigations)
    assert [measure.action_owner for measure in measures] == ["Engineer", "Engineer", "Guard"]
    assert [measure.due_date for measure in measures] == [day, day, None]


def test_a_merged_level_that_cannot_be_read_is_warned_of_once():
    rows = [["The fuel runs out", "Huge"], ["The tyres burst", None], ["The road is closed", "Low"], ["Rain", "High"]]
    file_import = imported(sheet([HEADS[:2], *rows], merged=[(2, 2, 2, 1)]))
    assert [message.place.cell for message in file_import.messages if message.kind == "unknown_level"] == ["B2"]
    assert [risk.note for risk in file_import.tree.risks] == ["Likelihood: Huge", "Likelihood: Huge", "", ""]


def test_a_measure_that_several_risks_share_has_its_owner_once():
    rows = [["The fuel runs out", "Low", "High", "Reserve tank", "Garage"], ["The tyres burst", "Low", "Low"]]
    heads = ["Risk", "Likelihood", "Impact", "Mitigation", "Action owner"]
    file_import = imported(sheet([heads, *rows], merged=[(2, 4, 2, 1), (2, 5, 2, 1)]))
    assert [(measure.description, measure.action_owner) for measure in file_import.tree.mitigations] == [
        ("Reserve tank", "Garage")
    ]
    assert [risk.note for risk in file_import.tree.risks] == ["", ""]
