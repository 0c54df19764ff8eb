"""What columns tell of measures: of all in a row, of those of one column, or which risks a measure answers."""

import datetime

import pytest

from riskdesk.domain.values import MitigationStatus
from tests.domain.importing.sheets import imported, outline, sheet

RISKS = ("Staff leave before the handover", "Grants are cut in the second year", "The law is withdrawn")
MARCH, APRIL = datetime.date(2027, 3, 1), datetime.date(2027, 4, 1)


def measure_facts(file_import):
    """The text, owner and day of each measure."""
    return [
        (mitigation.description, mitigation.action_owner, mitigation.due_date)
        for mitigation in file_import.tree.mitigations
    ]


HEADS = [
    ("Measure 1", "Owner 1", "Deadline 1", "Measure 2", "Owner 2", "Deadline 2"),
    ("Mesure n° 1", "Pilote n° 1", "Échéance n° 1", "Mesure n° 2", "Pilote n° 2", "Échéance n° 2"),
    ("Mitigation", "Responsible", "Due date", "Contingency", "Responsible", "Due date"),
    ("Actions préventives", "Qui", "Quand", "Actions correctives", "Qui", "Quand"),
]
ROWS = [
    [1, RISKS[0], "Meet the board", "Adviser", MARCH, "Name a deputy", "Director", APRIL, "Head"],
    [2, RISKS[1], "Look for donors", "Treasurer", MARCH, "", "", "", "Head"],
    [3, RISKS[2], "", "", "", "Plan without it", "", APRIL, "Head"],
]


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[1])
def test_each_measure_has_the_owner_and_day_beside_it(heads):
    file_import = imported(sheet([["No", "Risk", *heads, "Risk owner"], *ROWS]))
    assert measure_facts(file_import) == [
        ("Meet the board", "Adviser", MARCH), ("Name a deputy", "Director", APRIL),
        ("Look for donors", "Treasurer", MARCH), ("Plan without it", "", APRIL),
    ]  # fmt: skip
    assert [(risk.owner, risk.note) for risk in file_import.tree.risks] == [("Head", "")] * 3


def test_numbered_heads_of_a_measure_may_stand_apart():
    heads = ["Measure 1", "Measure 2", "Owner 1", "Owner 2", "Due 1", "Due 2"]
    rows = [
        [1, RISKS[0], "Meet the board", "Name a deputy", "Adviser", "Director", MARCH, APRIL],
        [2, RISKS[1], "Look for donors", "", "Treasurer", "", APRIL, ""],
    ]
    file_import = imported(sheet([["No", "Risk", *heads], *rows]))
    assert measure_facts(file_import) == [
        ("Meet the board", "Adviser", MARCH), ("Name a deputy", "Director", APRIL),
        ("Look for donors", "Treasurer", APRIL),
    ]  # fmt: skip


def test_each_measure_has_what_stands_beside_it_below_heads_in_tiers():
    tiers = ["", "", "Mesure 1", "", "", "Mesure 2", "", "", ""]
    heads = ["N°", "Risque", "Action", "Qui", "Statut", "Action", "Qui", "Statut", "Probabilité"]
    rows = [
        [1, RISKS[0], "Meet the board", "Adviser", "Terminé", "Name a deputy", "Director", "En cours", 2],
        [2, RISKS[1], "Look for donors", "Treasurer", "Prévu", "", "", "", 3],
    ]
    file_import = imported(sheet([tiers, heads, *rows], merged=[(1, 3, 1, 3), (1, 6, 1, 3)]))
    assert [
        (mitigation.description, mitigation.action_owner, mitigation.status)
        for mitigation in file_import.tree.mitigations
    ] == [
        ("Meet the board", "Adviser", MitigationStatus.DONE),
        ("Name a deputy", "Director", MitigationStatus.UNDER_WAY),
        ("Look for donors", "Treasurer", MitigationStatus.PLANNED),
    ]


def test_what_is_said_of_a_measure_that_is_not_there_is_in_the_note():
    row = [1, RISKS[0], "Meet the board", "Adviser", MARCH, "", "Director", APRIL]
    file_import = imported(sheet([["No", "Risk", *HEADS[0]], row]))
    assert measure_facts(file_import) == [("Meet the board", "Adviser", MARCH)]
    assert next(file_import.tree.risks).note == "Owner 2: Director\nDeadline 2: 1\u00a0April 2027"


def test_measures_come_in_again_by_their_mapping():
    file = sheet([["No", "Risk", *HEADS[0], "Risk owner"], *ROWS])
    assert measure_facts(imported(file, mapping=imported(file).mapping)) == measure_facts(imported(file))


@pytest.mark.parametrize(
    ("owner", "day"),
    [
        ("Treatment owner", "Treatment deadline"),
        ("Owner of controls", "Date of measure"),
        ("Pilote du traitement", "Échéance du traitement"),
        ("Resp.", "When"),
    ],
)
def test_heads_may_name_measures_and_what_is_told_of_them(owner, day):
    heads = ["No", "Risk", "Mitigation measures", owner, day, "Risk owner"]
    file_import = imported(sheet([heads, [1, RISKS[0], "Meet the board", "Adviser", MARCH, "Head"]]))
    assert measure_facts(file_import) == [("Meet the board", "Adviser", MARCH)]
    assert [risk.owner for risk in file_import.tree.risks] == ["Head"]


@pytest.mark.parametrize("head", ["Measures / responsible", "Mitigation measures and owner", "Mesures et échéance"])
def test_a_head_that_joins_both_is_one_of_measures(head):
    file_import = imported(sheet([["No", "Risk", head], [1, RISKS[0], "Meet the board (Adviser)"]]))
    assert outline(file_import) == [("", [([RISKS[0]], ["Meet the board (Adviser)"])])]


@pytest.mark.parametrize("head", ["Risk", "Risque", "Scénarios couverts", "Risks treated"])
def test_a_list_of_measures_names_the_risks_that_each_answers(head):
    measures = [["No", "Measure", head, "Responsible"], ["M1", "Meet the board", "S1", "Adviser"],
                ["M2", "Look for donors", "S2, S3", "Treasurer"]]  # fmt: skip
    risks = [
        ["Ref", "Risk", "Likelihood", "Impact"],
        *([f"S{number}", RISKS[number - 1], number, number] for number in (1, 2, 3)),
    ]
    file_import = imported(sheet(risks, "Risks"), sheet(measures, "Measures", 2))
    assert outline(file_import) == [
        ("", [([RISKS[0]], ["Meet the board"]), ([RISKS[1], RISKS[2]], ["Look for donors"])]),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Mitigation and owner", "Action / status", "Mesure et statut"])
def test_a_column_of_measures_with_what_is_told_of_them_holds_measures(head):
    file_import = imported(
        sheet([["No", "Risk", head], [1, RISKS[0], "Meet the board: Adviser"], [2, RISKS[1], "Look"]])
    )
    assert measure_facts(file_import) == [("Meet the board: Adviser", "", None), ("Look", "", None)]


def test_progress_is_the_state_of_measures_where_one_word_is_unknown():
    rows = [
        ["Risk", "Likelihood", "Mitigating action", "Progress"],
        [RISKS[0], "High", "Meet the board", "Done"],
        [RISKS[1], "Low", "Look for donors", "Ongoing"],
        [RISKS[2], "Low", "Plan without it", "Delayed"],
    ]
    file_import = imported(sheet(rows))
    states = [mitigation.status for mitigation in file_import.tree.mitigations]
    assert states == [MitigationStatus.DONE, MitigationStatus.UNDER_WAY, None]
    assert [risk.note for risk in file_import.tree.risks] == ["", "", "Progress: Delayed"]
    assert [(message.kind, message.excerpt) for message in file_import.messages] == [("unknown_status", "Delayed")]


def test_reports_on_progress_stay_in_the_note():
    rows = [
        ["Risk", "Likelihood", "Mitigating action", "Progress"],
        [RISKS[0], "High", "Meet the board", "Done"],
        [RISKS[1], "Low", "Look for donors", "Two donors were met, one of whom may give something next year"],
        [RISKS[2], "Low", "Plan without it", "Done"],
    ]
    file_import = imported(sheet(rows))
    assert [mitigation.status for mitigation in file_import.tree.mitigations] == [None, None, None]


def test_a_state_of_progress_is_that_of_measures_though_risks_have_states_as_well():
    rows = [
        ["Risque", "Probabilité", "Mesure", "État d’avancement", "Date de clôture"],
        [RISKS[0], "Faible", "Meet the board", "Fait", MARCH],
        [RISKS[1], "Élevée", "Look for donors", "Non démarré"],
        [RISKS[2], "Faible", "Plan without it", "50 %"],
    ]
    file_import = imported(sheet(rows))
    states = [mitigation.status for mitigation in file_import.tree.mitigations]
    assert states == [MitigationStatus.DONE, MitigationStatus.PLANNED, None]
    first, *_, last = file_import.tree.risks
    assert last.note == "État d’avancement: 50 %"
    assert (first.identified_on, first.note) == (None, "Date de clôture: 1\N{NO-BREAK SPACE}March 2027")


@pytest.mark.parametrize("above", ["Mitigation", "Risk treatment", "Mesures", "Response"])
@pytest.mark.parametrize("head", ["What", "Quoi", "Description", "Details", "Intitulé"])
def test_a_text_below_a_head_of_measures_is_a_measure(above, head):
    rows = [
        ["No", "Risk", "Probability", "Impact", above, "", ""],
        ["", "", "", "", head, "Owner", "When"],
        [1, RISKS[0], 2, 3, "Meet the board", "Adviser", MARCH],
        [2, RISKS[1], 3, 3, "Look for donors and friends", "Treasurer", APRIL],
    ]
    merged = [(1, 5, 1, 3), *((1, column, 2, 1) for column in range(1, 5))]
    file_import = imported(sheet(rows, merged=merged))
    assert [(risk.title, risk.owner, risk.note) for risk in file_import.tree.risks] == [("", "", "")] * 2
    assert measure_facts(file_import) == [
        ("Meet the board", "Adviser", MARCH),
        ("Look for donors and friends", "Treasurer", APRIL),
    ]


def test_what_beside_who_is_a_measure_and_a_second_text_below_a_head_of_measures_is_in_the_note():
    file_import = imported(sheet([["No", "Risk", "What", "Who", "When"], [1, RISKS[0], "Meet the board", "A", MARCH]]))
    assert measure_facts(file_import) == [("Meet the board", "A", MARCH)]
    rows = [["No", "Risk", "Mitigation", ""], ["", "", "Action", "Description"], [1, RISKS[0], "Meet", "In its room"]]
    file_import = imported(sheet(rows, merged=[(1, 3, 1, 2), (1, 1, 2, 1), (1, 2, 2, 1)]))
    assert [fact[0] for fact in measure_facts(file_import)] == ["Meet"]
    assert next(iter(file_import.tree.risks)).note == "Description: In its room"


@pytest.mark.parametrize(("head", "beside"), [("Details", "Owner"), ("Contenu", "Échéance"), ("What", "Risk owner")])
def test_a_general_text_beside_another_column_is_no_measure(head, beside):
    rows = [["No", "Risk", head, beside, "Likelihood", "Impact"], [1, RISKS[0], "Seen twice last year", "", 3, 4]]
    file_import = imported(sheet(rows))
    assert (measure_facts(file_import), [risk.note for risk in file_import.tree.risks]) == (
        [],
        [f"{head}: Seen twice last year"],
    )


def test_the_nature_of_a_risk_beside_its_owner_is_its_category():
    rows = [["N°", "Risque", "Nature", "Responsable", "Probabilité", "Gravité"], [1, RISKS[0], "Politique", "A", 3, 4]]
    file_import = imported(sheet([*rows, [2, RISKS[1], "Financier", "B", 2, 2]]))
    assert [tree.category.title for tree in file_import.tree.categories] == ["Politique", "Financier"]


@pytest.mark.parametrize("head", ["Response", "Strategy", "Risk response"])
def test_a_text_beside_words_for_responses_is_the_measure(head):
    rows = [["No", "Risk", "Risk treatment", ""], ["", "", head, "Description"]]
    rows = [*rows, [1, RISKS[0], "Reduce", "Meet the board"], [2, RISKS[1], "Accept", "Look for donors"]]
    file_import = imported(sheet(rows, merged=[(1, 3, 1, 2), (1, 1, 2, 1), (1, 2, 2, 1)]))
    assert [fact[0] for fact in measure_facts(file_import)] == ["Meet the board", "Look for donors"]
    assert [risk.response.value for risk in file_import.tree.risks] == ["reduce", "accept"]


@pytest.mark.parametrize(
    ("head", "texts", "title"),
    [("Risk label", ("Staff", "Grants"), "Staff"), ("Risk result", ("High", "Low"), "")],
)
def test_short_texts_below_an_unsure_head_are_titles_but_levels_are_not(head, texts, title):
    rows = [["No", head, "Risk description", "Likelihood"], *([n, texts[n], RISKS[n], 3] for n in range(2))]
    assert next(iter(imported(sheet(rows)).tree.risks)).title == title
