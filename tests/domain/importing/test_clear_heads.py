"""What heads, lists of levels and stray cells say where something near them says nearly the same."""

import datetime

import pytest

from tests.domain.importing.sheets import imported, kinds, levels, outline, sheet


def test_columns_of_measures_may_be_counted():
    for name in ("Mitigation {}", "Mesure n° {}", "Action plan {}", "Action {}"):
        head = ["Risk ID", "Risk title", "Probability", *(name.format(number) for number in (1, 2, 3))]
        rows = [["X1", "Server fails", "Low", "Spare server", "", "Copy each night"], ["X2", "Strike", "High", "Ask"]]
        assert outline(imported(sheet([head, *rows]))) == [
            ("", [(["Server fails"], ["Spare server", "Copy each night"]), (["Strike"], ["Ask"])])
        ], name


def test_rows_of_numbered_values_are_no_heads():
    file_import = imported(
        sheet(
            [
                ["Risk", "Owner", "Mitigation"],
                ["Fire at the office", "Owner 2", "Measure 3"],
                ["Flood", "Owner 3", "Measure 4"],
            ]
        )
    )
    assert len(list(file_import.tree.risks)) == 2


@pytest.mark.parametrize("more", [(2025, 2026), ("Q1 2026", "Q2 2026"), [f"Week {at}" for at in range(60)]])
def test_columns_of_years_quarters_or_weeks_may_stand_beside_clear_heads(more):
    rows = [["No", "Risk", "Likelihood", "Impact", "Mitigation", *more], [1, "Fire", 2, 3, "Hoses", "x"]]
    file_import = imported(sheet([*rows, [2, "Floods", 3, 1, "Dykes", "", "y"]]))
    risk_facts = [(risk.description, risk.likelihood, risk.note) for risk in file_import.tree.risks]
    assert risk_facts == [("Fire", 2, f"{more[0]}: x"), ("Floods", 3, f"{more[1]}: y")]


def test_the_head_that_says_a_field_most_surely_has_it():
    head = ["Risk", "Leads to", "Because of", "Likelihood", "Owner", "State of play", "Status"]
    risk = next(imported(sheet([head, ["Fire", "Loss", "Heat", "Low", "Ada", "All is well", "Closed"]])).tree.risks)
    assert (risk.owner, risk.note) == ("Ada", "Leads to: Loss\nBecause of: Heat\nState of play: All is well")


def test_one_column_of_numbers_stands_before_the_levels_of_both_sides():
    legend = sheet(
        [["Level", "Probability", "Consequence"], [1, "Improbable", "Trivial"], [2, "Occasional", "Noticeable"],
         [3, "Frequent", "Painful"], [4, "Certain", "Fatal"]],
        "Scales",
    )  # fmt: skip
    file_import = imported(
        legend, sheet([["Risk", "P", "C", "Owner"], ["Fire", 3, 2, "Ada"], ["Flood", 2, 4, "Bob"]], "R", 2)
    )
    assert [level.name.en for level in file_import.tree.register.scale.impact] == [
        "Trivial",
        "Noticeable",
        "Painful",
        "Fatal",
    ]
    assert levels(file_import) == [(3, 2, None, None), (2, 4, None, None)]


@pytest.mark.parametrize(
    "near", ["2026-05-01", "1-5 days", datetime.date(2026, 5, 1), "0 to 3 months", "1–4 persons", "01/05/2026", "1/5"]
)
def test_days_and_counts_are_no_scale(near):
    risks = sheet([["Risk", "Likelihood", "Impact", "Owner"], ["Fire", 3, 2, "Ada"], ["Flood", 2, 3, "Bob"]])
    file_import = imported(risks, sheet([["Meeting", near]], "Other", 2))
    assert "scale" in kinds(file_import)


@pytest.mark.parametrize("near", ["Scores go from 1 to 4", "Échelle de 1 à 4", "Likelihood: 1-4, impact: 1-4"])
def test_a_text_may_tell_the_scale(near):
    risks = sheet([["Risk", "Likelihood", "Impact", "Owner"], ["Fire", 3, 2, "Ada"], ["Flood", 2, 3, "Bob"]])
    assert "scale" not in kinds(imported(risks, sheet([["Meeting", near]], "Other", 2)))


def test_a_title_over_a_row_that_goes_on_with_the_risk_above_is_told():
    file_import = imported(
        sheet(
            [["Date raised", "Mitigation measures", "Description"], ["", "Ask first", "The roof leaks"], ["A title"],
             ["2026-01-02", "Ask again"]]
        )
    )  # fmt: skip
    assert "A title" in [item.excerpt for item in file_import.left_out]


def test_a_row_that_is_put_right_keeps_its_text():
    file_import = imported(
        sheet(
            [["Description", "Date raised", "Owner", ""], ["01/02/2026", "Never", "Ada"], ["The roof leaks", "", "Bob"]]
        )
    )
    assert [risk.description for risk in file_import.tree.risks] == ["01/02/2026", "The roof leaks"]
    assert "Never" in next(file_import.tree.risks).note


RISKS = sheet([["Risk ID", "Risk", "Owner", "Likelihood"], ["R1", "Fire", "Ada", "Low"], ["R2", "Flood", "Bob", "Low"]])


def test_measures_of_a_risk_whose_number_is_merged_over_their_rows_come_in():
    rows = [["Risk ID", "Measure", "Responsible"], ["R1", "Call Ann", "Bob"], ["", "Call Eve", "Zoe"]]
    file_import = imported(RISKS, sheet(rows, "Measures", 2, merged=[(2, 1, 2, 1)]))
    assert outline(file_import)[0][1][0] == (["Fire"], ["Call Ann", "Call Eve"])


def test_what_stands_beside_measures_is_kept_or_told():
    rows = [["Risk ID", "Measure", "Responsible"], ["R1 / R9", "Call Ann", "TBD", "beyond the heads"], ["R2", "N/A"]]
    file_import = imported(RISKS, sheet(rows, "Measures", 2))
    assert ("unknown_reference", "R9") in [(message.kind, message.excerpt) for message in file_import.messages]
    assert {"TBD", "N/A"} <= {item.excerpt for item in file_import.left_out}
    assert next(file_import.tree.risks).note == "beyond the heads"
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == ["Call Ann"]


def test_heads_as_people_ask_and_as_engineers_write_them():
    rows_as_asked = [["What could happen?", "How likely", "How bad", "What are we doing about it?", "Lead person"],
             ["The hall is flooded", "High", "Low", "Book a second hall", "Ada"],
             ["The speaker is ill", "Low", "High", "Keep a list", "Bob"]]  # fmt: skip
    file_import = imported(sheet(rows_as_asked))
    assert levels(file_import) == [(3, 1, None, None), (1, 3, None, None)]
    assert [risk.owner for risk in file_import.tree.risks] == ["Ada", "Bob"]
    failures = [["Processus", "Mode de défaillance", "G", "O", "D", "IPR", "Actions recommandées", "Resp.", "Délai"],
                ["Paiement", "Virement en double", 8, 3, 4, 96, "Contrôle à deux", "DAF", "30/06/2026"],
                ["Archives", "Perte de dossiers", 9, 1, 6, 54, "Numérisation", "SG", "31/12/2026"]]  # fmt: skip
    file_import = imported(sheet(failures))
    assert levels(file_import) == [(3, 8, None, None), (1, 9, None, None)]
    assert outline(file_import) == [
        ("Paiement", [(["Virement en double"], ["Contrôle à deux"])]),
        ("Archives", [(["Perte de dossiers"], ["Numérisation"])]),
    ]
    further = [["Risk", "Impact", "Controls in place", "Further action"], ["Fraud", "High", "Audit", "Train all staff"]]
    assert outline(imported(sheet(further))) == [("", [(["Fraud"], ["Audit", "Train all staff"])])]


@pytest.mark.parametrize(
    "legend",
    [
        [["Scale: 1 = high, 2 = medium, 3 = low"]],
        [["1 - High"], ["2 - Medium"], ["3 - Low"]],
        [["Level", "Meaning"], [1, "High"], [2, "Medium"], [3, "Low"]],
    ],
    ids=["a sentence", "a list", "a table"],
)
def test_numbers_may_count_from_the_highest_level(legend):
    rows = [["Risk", "Likelihood", "Impact", "Measures"], ["Fire", 1, 3, "Ask"], ["Flood", 2, 1, "Look"]]
    file_import = imported(sheet(legend, "Scale"), sheet(rows, "Register", 2))
    assert [level.name.en for level in file_import.tree.register.scale.impact] == ["Low", "Medium", "High"]
    assert levels(file_import) == [(3, 1, None, None), (2, 3, None, None)]
    assert "reversed_scale" in {message.kind for message in file_import.messages}


@pytest.mark.parametrize("likelihood", ["Probability", "Probabilité", "Likelihood"])
def test_the_levels_of_both_sides_may_stand_in_one_column(likelihood):
    legend = [[likelihood, 1, "Rare", "Never yet"], ["", 2, "Possible", "Once"], ["", 3, "Likely", "Often"],
              ["Impact", 1, "Negligible", "A day"], ["", 2, "Serious", "A month"],
              ["", 3, "Critical", "A year"]]  # fmt: skip
    rows = [[], ["Risk", "Likelihood", "Impact", "Measures"], ["Fire", 1, 3, "Ask"], ["Flood", 3, 2, "Look"]]
    file_import = imported(sheet([*legend, *rows]))
    scale = file_import.tree.register.scale
    assert [[level.name.en for level in side] for side in (scale.likelihood, scale.impact)] == [
        ["Rare", "Possible", "Likely"], ["Negligible", "Serious", "Critical"],
    ]  # fmt: skip
    assert levels(file_import) == [(1, 3, None, None), (3, 2, None, None)]


def test_a_level_may_begin_with_a_letter_and_its_number():
    rows = [["Scénario", "Gravité", "Vraisemblance"], ["Vol de comptes", "G4 – Critique", "V2 – Vraisemblable"],
            ["Faux jugements", "G2 – Significative", "V3 – Très vraisemblable"],
            ["Fuite de données", "G3 – Grave", "V1 – Peu vraisemblable"]]  # fmt: skip
    file_import = imported(sheet(rows))
    assert levels(file_import) == [(2, 4, None, None), (3, 2, None, None), (1, 3, None, None)]


def test_heads_of_measures_may_be_counted_without_saying_measure():
    head = ["Risk no.", "Risk", "Likelihood", "Impact", "Preventive 1", "Preventive 2", "Corrective"]
    file_import = imported(sheet([head, ["1", "Server fails", "Low", "High", "Mirror", "Test", "Paper files"]]))
    assert outline(file_import) == [("", [(["Server fails"], ["Mirror", "Test", "Paper files"])])]


@pytest.mark.parametrize("sign", [".", "-"])
def test_a_number_and_a_title_are_a_category_where_the_risks_below_go_on_with_it(sign):
    head = ["N°", "Risque", "Probabilité", "Impact", "Criticité", "Mesures"]
    rows = [["1", "Risques politiques"], [f"1{sign}1", "Le gouvernement tombe", 3, 4, 12, "Contacts"],
            [f"1{sign}2", "Le parlement est dissous", 2, 4, 8, "Délais"], ["", "Sous-total : 2 risques", "", "", 20],
            ["2", "Risques financiers"], [f"2{sign}1", "La tranche tarde", 3, 3, 9, "Avance"],
            ["3", "La salle est prise"], ["4", "Le car tombe en panne", 1, 1, 1, "Train"]]  # fmt: skip
    assert outline(imported(sheet([head, *rows]))) == [
        ("Risques politiques",
         [(["Le gouvernement tombe"], ["Contacts"]), (["Le parlement est dissous"], ["Délais"])]),
        ("Risques financiers",
         [(["La tranche tarde"], ["Avance"]), (["La salle est prise"], []), (["Le car tombe en panne"], ["Train"])]),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Risk level (H/M/L)", "Criticité", "Priority"])
def test_a_score_without_levels_is_in_the_note(head):
    file_import = imported(sheet([["Risk", head, "Measures"], ["Fire", "H", "Ask"], ["Flood", "M", "Look"]]))
    assert [risk.note for risk in file_import.tree.risks] == [f"{head}: H", f"{head}: M"]
    assert "score" not in {item.reason for item in file_import.left_out}
    assert [(message.kind, message.excerpt) for message in file_import.messages] == [("score_only", head)]


@pytest.mark.parametrize("word", ["-", "n/a", "TBD", "#N/A", "to be assessed", "Non évalué", "?"])
@pytest.mark.parametrize("known_words", [(2, 4), ("Low", "High")])
def test_a_word_for_no_level_takes_the_scale_from_no_other_risk(word, known_words):
    rows = [("Risk", "Likelihood"), ("Fire", known_words[0]), ("Floods", word), ("Theft", known_words[1])]
    file_import = imported(sheet(rows))
    assert [risk.likelihood is None for risk in file_import.tree.risks] == [False, True, False]
    assert [item.excerpt for item in file_import.left_out if item.reason in ("nothing", "no_value")] == [word]


@pytest.mark.parametrize(
    ("risk", "measure"),
    [
        ("Partners provide data too late", "Ask again in writing"),
        ("Only one bidder answers the call", "Publish it in two papers"),
        ("Will the ministry sign in time?", "Meet the minister"),
        ("Difficulté à choisir les partenaires", "Préciser les critères"),
        ("Staff leave", "Select two deputies; please them"),
    ],
)
def test_the_first_risk_may_hold_words_of_prompts(risk, measure):
    for more, values in (((), ()), (("Likelihood", "Impact"), ("High", "Low"))):
        rows = [["Risk", "Mitigation", *more], [risk, measure, *values], ["Fire", "Hoses", *values]]
        assert [risk.description for risk in imported(sheet(rows)).tree.risks] == [risk, "Fire"]


@pytest.mark.parametrize("prompt", ["Describe the risk", "What may happen?", "e.g. staff leave", "Décrire le risque"])
def test_a_row_that_asks_for_the_first_risk_is_none(prompt):
    rows = [["Risk", "Mitigation", "Owner"], [prompt, "Please fill in one or several", "From the list"]]
    file_import = imported(sheet([*rows, ["Fire", "Hoses", "Ann"]]))
    assert [risk.description for risk in file_import.tree.risks] == ["Fire"]
    assert [item.reason for item in file_import.left_out if item.place.row == 2] == ["help"]


@pytest.mark.parametrize("risk", ["Total dependence on one donor", "Average prices rise", "Sum is too small", "Totals"])
def test_totals_have_no_measures(risk):
    heads = ["Risk", "Likelihood", "Impact", "Mitigation"]
    file_import = imported(sheet([heads, ["Fire", 2, 3, "Hoses"], [risk, 2, 2, "Find others"], ["Total", 4, 5, ""]]))
    assert [risk.description for risk in file_import.tree.risks] == ["Fire", risk]
    assert [item.excerpt for item in file_import.left_out if item.reason == "total"] == ["Total | 4 | 5"]


@pytest.mark.parametrize("total", ["Score moyen", "Average", "Risque total", "Overall rating", "Niveau moyen"])
def test_means_below_the_risks_are_no_risks(total):
    rows = [["Risk", "Likelihood", "Impact", "Mitigation"], ["Fire", 2, 4, "Hoses"], ["Flood", 3, 3, "Dams"]]
    file_import = imported(sheet([*rows, [total, 2.5, 3.5, ""]]))
    assert [risk.description for risk in file_import.tree.risks] == ["Fire", "Flood"]
    assert [item.reason for item in file_import.left_out if item.excerpt.startswith(total)] == ["total"]


@pytest.mark.parametrize("texts", [("Risk 1", "Risk 2"), ("Fire 1", "Flood 2"), ("COVID-19", "Article 6")])
def test_a_short_text_with_a_number_is_the_risk_where_each_has_levels(texts: tuple[str, str]) -> None:
    rows = [[f"R-0{number}", text, "High", "Low", "Water"] for number, text in enumerate(texts, 1)]
    file_import = imported(sheet([["Ref", "Risk", "Likelihood", "Impact", "Mitigation"], *rows]))
    assert outline(file_import) == [("", [([text], ["Water"]) for text in texts])]


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["Risk", "Mitigation"], ["Water"]),
        (["Risque", "Catégorie", "Probabilité", "Impact", "Mesures"], ["", "Élevée", "Faible", "Water"]),
        (["Threat", "Chance", "Severity", "Countermeasure"], ["High", "High", "Water"]),
    ],
)
def test_a_short_text_with_a_number_is_the_risk_where_no_other_is(heads: list[str], row: list[str]) -> None:
    texts = ["Test risk 1", "Test risk 2", "Test risk 3"]
    file_import = imported(sheet([heads, *([text, *row] for text in texts)]))
    assert outline(file_import) == [("", [([text], ["Water"]) for text in texts])]


def test_references_below_the_head_of_risks_name_those_of_another_table() -> None:
    register = sheet([["Ref", "Risk description", "Likelihood"], ["R1", "A fire", "High"], ["R2", "A flood", "Low"]])
    measures = sheet([["Risk", "Mitigation"], ["R1", "Water"], ["R2", "Pumps"]], "Measures", 2)
    assert outline(imported(register, measures)) == [("", [(["A fire"], ["Water"]), (["A flood"], ["Pumps"])])]


WAR_AND_FIRE = [
    ["A", "A war", "Probable", "Critical", "Peace", "Ann"],
    ["B", "A fire", "Rare", "Minor", "Water", "Bob"],
]


@pytest.mark.parametrize(
    "head", ["Identified risk", "Main risk", "Assumptions / Risks", "Hypothèses et risques", "Risque majeur"]
)
def test_the_column_of_risks_has_many_names(head: str) -> None:
    file_import = imported(sheet([["Domain", head, "Likelihood", "Severity", "Measures", "Action by"], *WAR_AND_FIRE]))
    assert outline(file_import) == [("A", [(["A war"], ["Peace"])]), ("B", [(["A fire"], ["Water"])])]
    assert file_import.tree is not None
    assert [measure.action_owner for measure in file_import.tree.mitigations] == ["Ann", "Bob"]


@pytest.mark.parametrize("head", ["S/N", "Sr. No.", "Serial number", "Lfd. Nr.", "N° d’ordre"])
def test_what_numbers_the_rows_gives_references(head: str) -> None:
    file_import = imported(sheet([[head, "Risk", "Mitigation"], [1, "A war", "Peace"], [2, "A fire", "Water"]]))
    assert file_import.tree is not None
    assert [risk.reference for risk in file_import.tree.risks] == ["1", "2"]
    assert outline(file_import) == [("", [(["A war"], ["Peace"]), (["A fire"], ["Water"])])]
