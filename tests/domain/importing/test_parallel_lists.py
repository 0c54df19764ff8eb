"""Owners, days and states of measures in lists beside the list of these measures."""

import datetime

import pytest

from riskdesk.domain.values import MitigationStatus
from tests.domain.importing.sheets import imported, sheet

HEADS = ["No", "Risk", "Mitigation", "Who", "When", "Status of action"]
JUNE, MAY = datetime.date(2027, 6, 15), datetime.date(2027, 5, 1)
MEASURES = "- Meet the board\n- Name a deputy"


def facts(*cells):
    """The text, owner, day and state of each measure, and the note of the risk, for the cells of one row."""
    file_import = imported(sheet([HEADS, [1, "Staff leave before the handover", *cells]]))
    found = [
        (mitigation.description, mitigation.action_owner, mitigation.due_date, mitigation.status)
        for mitigation in file_import.tree.mitigations
    ]
    return found, next(iter(file_import.tree.risks)).note


@pytest.mark.parametrize(
    ("owners", "days", "states"),
    [
        ("- Adviser\n- Director", "- 15/06/2027\n- 01/05/2027", "- Done\n- Planned"),
        ("1. Adviser\n2. Director", "1. 15/06/2027\n2. 01/05/2027", "1. Done\n2. Planned"),
        ("Adviser\nDirector", "15/06/2027\n01/05/2027", "Done\nPlanned"),
        ("Adviser; Director", "15/06/2027; 01/05/2027", "Done; Planned"),
    ],
    ids=["bullets", "numbers", "lines", "semicolons"],
)
def test_each_measure_has_the_owner_day_and_state_at_its_place_in_the_lists(owners, days, states):
    assert facts(MEASURES, owners, days, states) == (
        [
            ("Meet the board", "Adviser", JUNE, MitigationStatus.DONE),
            ("Name a deputy", "Director", MAY, MitigationStatus.PLANNED),
        ],
        "",
    )


def test_a_list_with_another_number_of_items_is_about_all_measures():
    measures, note = facts(MEASURES + "\n- Tell the partners", "- Adviser\n- Director", "- 15/06/2027\n- 01/05/2027")
    assert {(owner, day) for _, owner, day, _ in measures} == {("Adviser; Director", None)}
    assert note == "When: 15/06/2027\nWhen: 01/05/2027"


@pytest.mark.parametrize("owners", ["Adviser\nDirector", "Adviser; Director"])
def test_names_without_signs_may_all_be_about_each_measure(owners):
    measures, _ = facts(MEASURES, owners, "15/06/2027")
    assert {(owner, day) for _, owner, day, _ in measures} == {(owners.replace("\n", " "), JUNE)}


def test_an_item_without_a_field_is_in_the_note_with_its_measure():
    measures, note = facts(MEASURES, "- Adviser\n- TBD", "- 15/06/2027\n- after the vote", "- Done\n- Stuck")
    assert [(owner, day, state) for _, owner, day, state in measures] == [
        ("Adviser", JUNE, MitigationStatus.DONE),
        ("", None, None),
    ]
    assert note == "When: after the vote (Name a deputy)\nStatus of action: Stuck (Name a deputy)"


def test_a_list_of_one_item_is_read_without_its_number():
    rows = [
        [1, "Staff leave before the handover", "1. Meet the board\n2. Name a deputy", "1. Adviser\n2. Director"],
        [2, "Grants are cut in the second year", "1. Look for donors", "1. Treasurer", "1. 15/06/2027"],
    ]
    file_import = imported(sheet([HEADS, *rows]))
    *_, last = file_import.tree.mitigations
    assert (last.description, last.action_owner) == ("Look for donors", "Treasurer")


@pytest.mark.parametrize("days", ["1. 15/06/2027\n2.\n3. 01/05/2027", "1. 15/06/2027\n3. 01/05/2027"])
def test_numbers_say_which_measure_an_item_is_about(days):
    measures = "1. Meet the board\n2. Name a deputy\n3. Tell the partners"
    found, note = facts(measures, "1) Adviser\n3) Director", days)
    assert [(owner, day) for _, owner, day, _ in found] == [("Adviser", JUNE), ("", None), ("Director", MAY)]
    assert note == ""


@pytest.mark.parametrize("owners", ["A. Smith\nB. Jones", "- A. Smith\n- B. Jones"])
def test_initials_are_no_numbers_of_a_list(owners):
    measures, _ = facts(MEASURES, owners, "- 15/06/2027\n- 01/05/2027")
    assert [(owner, day) for _, owner, day, _ in measures] == [("A. Smith", JUNE), ("B. Jones", MAY)]


def test_a_single_owner_keeps_the_initial_where_others_count_on():
    rows = [
        [1, "Staff leave before the handover", MEASURES, "A. Smith\nB. Jones"],
        [2, "Grants are cut in the second year", "- Look for donors", "A. Brown"],
    ]
    file_import = imported(sheet([HEADS, *rows]))
    assert [mitigation.action_owner for mitigation in file_import.tree.mitigations][-1] == "A. Brown"


def test_an_owner_and_a_day_for_all_are_also_those_of_a_measure_that_is_done():
    measures, note = facts(MEASURES, "Adviser", "15/06/2027", "- Done\n- Planned")
    assert [(owner, day) for _, owner, day, _ in measures] == [("Adviser", JUNE)] * 2
    assert note == ""
