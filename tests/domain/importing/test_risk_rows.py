"""Tables of measures with each risk in a row of its own above its measures."""

import pytest

from riskdesk.domain.values import MitigationStatus
from tests.domain.importing.sheets import imported, outline, sheet, table

RISKS = ("Land records are incomplete", "Owners contest the new map")
HEADS = ["Measure", "Person responsible", "Deadline", "Progress"]
ROWS = [
    ["Risk 1: " + RISKS[0]],
    ["1.1 Scan the books", "Registry", "31/12/2026", "done"],
    ["1.2 Survey two districts", "Surveyor", "30/09/2026", "planned"],
    ["Risk 2: " + RISKS[1]],
    ["2.1 Show the map", "Municipality", "15/05/2026", "done"],
    ["2.2 Hear the owners", "Municipality", "15/06/2026", "planned"],
]
WIDE = [(row, 1, 1, 4) for row in (2, 5)]


@pytest.mark.parametrize("make", [sheet, table])
def test_each_measure_answers_the_risk_in_the_row_above(make):
    file_import = imported(make([HEADS, *ROWS], merged=WIDE))
    assert outline(file_import) == [
        (
            "",
            [
                ([RISKS[0]], ["Scan the books", "Survey two districts"]),
                ([RISKS[1]], ["Show the map", "Hear the owners"]),
            ],
        )
    ]
    assert [risk.reference for risk in file_import.tree.risks] == ["1", "2"]
    first = next(iter(file_import.tree.mitigations))
    assert (first.action_owner, first.status) == ("Registry", MitigationStatus.DONE)
    places = [file_import.places[risk.id] for risk in file_import.tree.risks]
    assert [place.row for place in places] == [3, 6]


def test_beside_numbers_of_measures_the_number_of_the_risk_stays_in_its_text():
    rows = [["Risque 1 – " + RISKS[0]], [1, "Scan the books", "Registry"], [2, "Survey", "Surveyor"]]
    file_import = imported(table([["No", "Mesure", "Responsable"], *rows], merged=[(2, 1, 1, 3)]))
    assert outline(file_import) == [("", [(["Risque 1 – " + RISKS[0]], ["Scan the books", "Survey"])])]


def test_a_risk_without_measures_comes_in():
    file_import = imported(table([HEADS, *ROWS[:3], ROWS[3]], merged=WIDE))
    assert [entry[0] for entry in outline(file_import)[0][1]] == [[RISKS[0]], [RISKS[1]]]


def test_such_rows_in_a_table_with_risks_are_categories():
    rows = [["Risk 1: politics"], [RISKS[0], "Scan"], ["Risk 2: owners"], [RISKS[1], "Show"]]
    file_import = imported(table([["Risk", "Mitigation"], *rows], merged=[(2, 1, 1, 2), (4, 1, 1, 2)]))
    assert [title for title, _ in outline(file_import)] == ["Risk 1: politics", "Risk 2: owners"]
