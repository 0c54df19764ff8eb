"""More shapes of registers in workbooks, each with what is odd about it."""

import datetime
from dataclasses import replace

import pytest

from riskdesk.domain.values import MitigationStatus, Response, RiskStatus
from tests.domain.importing.sheets import imported, kinds, levels, outline, sheet, table


def test_a_log_of_the_united_nations_has_impact_before_likelihood_and_words_behind_numbers():
    file_import = imported(
        sheet(
            [
                ["Offline Risk Log"],
                [],
                ["#", "Event", "Cause", "Impact", "Risk Category and Sub-category",
                 "Impact, Likelihood & Risk Level", "", "", "Risk Owner", "Risk Treatment and Management Measures"],
                ["", "", "", "", "", "Impact", "Likelihood", "Risk level"],
                [1, "Partners leave the board", "Elections", "Delay of two outputs", "Political", "4 - Extensive",
                 "3 - Moderately likely", "Substantial", "Manager", "Meet the board each quarter.\nAgree on deputies."],
                [2, "Funds arrive late", "Slow approval", "Activities are put off", "Financial", "3 - Intermediate",
                 "2 - Low likelihood", "Moderate", "Finance Officer", "Plan without new funds"],
                [3, "Data are lost", "Old server", "Reports are late", "Operational", "2 - Minor", "1 - Not likely",
                 "Low", "IT Officer", "Copy each week"],
            ],
            merged=[(3, 6, 1, 3), (1, 1, 1, 10)],
        )
    )  # fmt: skip
    assert levels(file_import) == [(3, 4, None, None), (2, 3, None, None), (1, 2, None, None)]
    assert outline(file_import)[0] == (
        "Political", [(["Partners leave the board"], ["Meet the board each quarter.", "Agree on deputies."])],
    )  # fmt: skip
    assert "Delay of two outputs" in next(file_import.tree.risks).note
    assert {"scale", "split"} <= kinds(file_import)


COUNCIL = [
    ["Risk ID", "Date Identified", "Raised by:", "Risk Title", "Description of Risk (there is a risk that….)",
     "Impact (resulting in….)", "Owner", "Initial", "", "", "Response (Avoid, Reduce, Transfer, Contingency, Accept)",
     "PROXIMITY", "Control Measures/ Comments", "Controlled", "", "Control Score", "Status", "Date of last review"],
    ["", "", "", "", "", "", "", "Probability", "Impact", "Risk Score", "", "", "", "Probability", "Impact"],
    ["R1", "20.08.2025", "PM", "Staff", "Staff leave before the handover", "Delay", "Head", "3", "4", 12, "Reduce",
     "Soon", "Deputy named", "2", "3", 6, "OPEN", "21.02.2026"],
    ["R2", datetime.date(2025, 9, 1), "PM", "Money", "Grants are cut in the second year", "Fewer courses", "Head", "2",
     "3", 6, "Accept", "Later", "Reserve kept", "1", "3", 3, "Closed", "01.02.2026"],
    ["R3", datetime.date(2025, 9, 2), "PM", "Law", "The law is withdrawn", "No basis", "", "4", "4", 16, "Avoid", "",
     "", "", "", "", "Open", ""],
]  # fmt: skip


def test_a_council_has_its_register_third_with_two_tiers_two_pairs_and_hidden_rows():
    file_import = imported(
        sheet([["Assumption ID", "Assumption", "Owner"], ["A1", "The ministry stays", "PM"]], "Assumptions"),
        sheet(COUNCIL, "Risks", 2, merged=[(1, 8, 1, 3), (1, 14, 1, 2)], hidden_rows=frozenset({4})),
        sheet(
            [
                ["Score", "Probability", "Impact"],
                [1, "Very Unlikely", "Minor"],
                [2, "Unlikely", "Significant"],
                [3, "Likely", "Serious"],
                [4, "Very Likely", "Major"],
            ],
            "Risk Key",
            3,
        ),
    )
    assert levels(file_import) == [(3, 4, 2, 3), (2, 3, 1, 3), (4, 4, None, None)]
    first, second, _ = file_import.tree.risks
    assert (first.title, first.response, first.identified_on) == ("Staff", Response.REDUCE, datetime.date(2025, 8, 20))
    assert (second.status, second.last_review) == (RiskStatus.CLOSED, datetime.date(2026, 2, 1))
    assert [level.name.en for level in file_import.tree.register.scale.impact] == [
        "Minor",
        "Significant",
        "Serious",
        "Major",
    ]
    assert "Fewer courses" in second.note
    assert "hidden_rows" in kinds(file_import)
    assert file_import.left_out[-1].place.name in ("Assumptions", "Risk Key", "Risks")


def test_the_title_of_a_risk_may_stand_where_its_number_should():
    file_import = imported(
        sheet(
            [
                ["RISK LOG", "", "", "", "", "", "", "", "RISK LOG"],
                [],
                ["ID", "Current\nStatus", "Risk\nImpact", "Probability of\nOccurrence", "Risk\nMap",
                 "Risk\nDescription", "Project\nImpact", "Risk Area", "Symptoms", "Triggers",
                 "Risk Response\nStrategy", "Response Strategy", "Contingency Plan"],
                ["Data Loss", "Open", "High", "Low", "Yellow", "The server fails during the move", "Weeks lost",
                 "Technology", "Slow disks", "Disk errors", "Mitigation", "", "Copies each night"],
                ["Staff leave", "Open", "Medium", "Medium", "Yellow", "Key experts leave early", "Delay", "People",
                 "Job adverts", "Notice given", "Actively Accept", "", "Call on the roster"],
                ["Late law", "Closed", "High", "High", "Red", "The law comes after the pilot", "No basis", "Legal", "",
                 "", "Avoid", "", "Start with guidelines"],
                ["<required>", "", "", "", "", "<required>"],
            ]
        )
    )  # fmt: skip
    assert [(risk.title, risk.likelihood, risk.impact) for risk in file_import.tree.risks] == [
        ("Data Loss", 1, 3), ("Staff leave", 2, 2), ("Late law", 3, 3),
    ]  # fmt: skip
    assert next(file_import.tree.risks).trigger == "Slow disks; Disk errors"
    assert [category.category.title for category in file_import.tree.categories] == ["Technology", "People", "Legal"]
    assert "placeholder" in {item.reason for item in file_import.left_out}


def test_a_hazard_log_has_four_columns_of_measures_and_misspelt_heads():
    file_import = imported(
        table(
            [
                [],
                ["Hazard number", "Hazard description", "Potential Clinical impact", "Possible causes",
                 "Existing controls", "Initial Severity", "Initial Likelihoos", "Intial Risk", "Design controls",
                 "Test controls", "Training Contrpl", "Business Process Change", "Residual Severity",
                 "Residual Likelihood", "Residual Risk", "Actions", "Owner", "Hazard Status"],
                [1, "Wrong file is opened", "Wrong advice", "Same names", "Two signatures", "Considerable", "Low", 3,
                 "Warning shown", "Test with ten files", "One-day course", "N/A", "Considerable", "Very low", 2,
                 "Review in May", "Head of IT", "Open"],
                [2, "The form is not saved", "Work is lost", "Network", "N/A", "Minor", "Medium", 2,
                 "Save each minute", "N/A", "N/A", "Paper form", "Minor", "Low", 2, "", "IT Officer", "Closed"],
            ]
        )
    )  # fmt: skip
    (_, entries) = outline(file_import)[0]
    assert entries[0][1] == [
        "Two signatures",
        "Warning shown",
        "Test with ten files",
        "One-day course",
        "Review in May",
    ]
    assert entries[1][1] == ["Save each minute", "Paper form"]
    assert next(file_import.tree.mitigations).status is MitigationStatus.DONE
    assert levels(file_import)[0] == (2, 2, 1, 2)


def test_two_logs_on_one_sheet_and_measures_that_begin_with_a_response():
    head = ["Id", "Risk", "Probability", "Impact", "Strategy", "Categories"]
    file_import = imported(
        sheet(
            [
                head,
                ["1", "Delay of the tender", "High", "Medium", "Mitigation: publish early", "Procurement"],
                ["1.1", "Objections of bidders", "Low", "High", "Acceptance: wait\nMitigation: clear criteria", "Law"],
                [],
                [],
                head,
                ["2", "Trainers ill", "Low", "Low", "Mitigation: name deputies", "People"],
            ]
        )
    )
    assert [risk.response for risk in file_import.tree.risks] == [Response.REDUCE, None, Response.REDUCE]
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == [
        "publish early", "wait", "clear criteria", "name deputies",
    ]  # fmt: skip
    assert "which_table" in kinds(file_import)


@pytest.mark.parametrize("again", [["R1", "Judges do not apply the new code", 3, 4], ["", "", "", ""]])
def test_a_risk_with_a_row_for_each_measure_is_one(again):
    file_import = imported(
        sheet(
            [
                ["Ref", "Risk", "Likelihood (1-5)", "Impact (1-5)", "Measure", "Responsible", "Deadline", "Progress"],
                ["R1", "Judges do not apply the new code", 3, 4, "Print the code", "Editor", "2026-05-01", "Done"],
                [*again, "Train sixty judges", "Trainer", "2026-09-01", "Ongoing"],
                ["R2", "Courts lack scanners", 2, 2, "Buy ten scanners", "Procurement", "2026-04-01", "Done"],
            ]
        )
    )
    assert outline(file_import)[0][1] == [
        (["Judges do not apply the new code"], ["Print the code", "Train sixty judges"]),
        (["Courts lack scanners"], ["Buy ten scanners"]),
    ]
    assert [(mitigation.action_owner, mitigation.status) for mitigation in file_import.tree.mitigations] == [
        ("Editor", MitigationStatus.DONE), ("Trainer", MitigationStatus.UNDER_WAY),
        ("Procurement", MitigationStatus.DONE),
    ]  # fmt: skip


def test_french_heads_in_other_words_and_order():
    file_import = imported(
        sheet(
            [
                ["Registre des risques du programme Justice"],
                ["Famille", "Sous-famille", "Évènement redouté", "Causes", "Probabilité (1 à 4)", "Gravité (1 à 4)",
                 "Mesures existantes", "Mesures complémentaires", "Porteur", "Date limite"],
                ["Humain", "Départs", "Les greffiers formés quittent la juridiction", "Salaires", "3", "2", "Tutorat",
                 "Convention de maintien", "Directrice", "31/12/2026"],
                ["Humain", "Absences", "Les audiences sont reportées faute d’interprètes", "Pénurie", "2", "3", "",
                 "Vivier régional", "Coordinateur", "15/10/2026"],
                ["Financier", "Change", "La dévaluation réduit le budget", "Marché", "4", "2", "Achats anticipés",
                 "Clause de révision", "Comptable", "01/03/2026"],
            ]
        )
    )  # fmt: skip
    assert [title for title, _ in outline(file_import)] == ["Humain", "Financier"]
    assert levels(file_import) == [(3, 2, None, None), (2, 3, None, None), (4, 2, None, None)]
    assert [measure.due_date.isoformat() if measure.due_date else None for measure in file_import.tree.mitigations] == [
        None, "2026-12-31", "2026-10-15", None, "2026-03-01",
    ]  # fmt: skip


def test_heads_of_databases_and_levels_by_bands_of_per_cents():
    file_import = imported(
        sheet(
            [
                ["Risk_ID", "Date_Raised", "Workstream", "Risk_Description", "Risk_Category", "Likelihood_1_5",
                 "Impact_1_5", "Risk_Score", "RAG_Status", "Owner", "Mitigation_Action", "Target_Resolution",
                 "Current_Status", "Last_Updated"],
                ["R-1", "2026-01-12", "Courts", "Judges leave for the bar", "People", 4, 3, 12, "Amber", "Head",
                 "Raise the pay", "2026-06-30", "Open", "2026-04-07"],
                ["R-2", "2026-01-13", "Prisons", "Cells are too full to hold courses", "Places", 2, 5, 10, "Amber",
                 "PM", "Use the hall", "2026-07-31", "Closed", "2026-04-08"],
            ]
        )
    )  # fmt: skip
    assert levels(file_import) == [(4, 3, None, None), (2, 5, None, None)]
    assert [title for title, _ in outline(file_import)] == ["People", "Places"]
    assert next(file_import.tree.mitigations).due_date == datetime.date(2026, 6, 30)
    assert "scale" not in kinds(file_import)


def test_the_event_is_the_risk_even_where_a_longer_description_tells_of_the_response():
    file_import = imported(
        sheet(
            [
                ["ID", "Title", "Cause", "Event", "Effect", "Probability", "Impact\n(monetary)", "Response(s)",
                 "Description"],
                [1, "Server", "Old disks", "The server stops", "Days lost", "75% to 100%", "$15,000", "Reduce",
                 "Copies are made each night and kept in another building for a month"],
                [2, "Visa", "New rules", "Visas come late", "Visit put off", "0% to 25%", "$2,000", "Accept",
                 "Nothing is done, since the visit may be held in the spring as well"],
            ],
            "Issue Register",
        ),
        sheet([["Level", "Probability"], ["Low", "0% to 25%"], ["Medium", "25% to 75%"], ["High", "75% to 100%"]],
              "Definitions", 2),
    )  # fmt: skip
    assert [(risk.description, risk.likelihood, risk.impact) for risk in file_import.tree.risks] == [
        ("The server stops", 3, None), ("Visas come late", 1, None),
    ]  # fmt: skip
    assert "Copies are made each night" in next(file_import.tree.risks).note


def test_a_title_in_bold_over_the_texts_of_risks_is_a_category():
    rows = [["Environment"], ["Oil leaks", 2, "Barriers"], ["Dust", 4, "Water"], ["People"], ["Injuries", 3, "Helmets"]]
    plain = sheet([["Risk", "Likelihood", "Mitigation"], *rows])
    bold = replace(plain, cells=tuple(replace(cell, bold=cell.row in (1, 2, 5)) for cell in plain.cells))
    categories = [("Environment", [(["Oil leaks"], ["Barriers"]), (["Dust"], ["Water"])])]
    assert outline(imported(bold)) == [*categories, ("People", [(["Injuries"], ["Helmets"])])]
    # Where all texts are bold, that tells nothing.
    every = replace(plain, cells=tuple(replace(cell, bold=True) for cell in plain.cells))
    assert [title for title, _ in outline(imported(every))] == [""]


def test_a_hidden_row_is_told_by_its_risk():
    rows = [["No", "Risk", "Likelihood"], [1, "Fire", "Low"], [2, "Frost", "High"]]
    file_import = imported(replace(sheet(rows), hidden_rows=frozenset([3])))
    assert [message.excerpt for message in file_import.messages if message.kind == "hidden_rows"] == ["Frost"]


@pytest.mark.parametrize("alone", [["Frost damages the pipes of the house"], ["", "", "Call the plumber"]])
def test_a_risk_or_measure_in_bold_that_stands_alone_is_no_category(alone):
    rows = [["Oil leaks", 2, "Barriers"], alone, ["Dust is in the air", 4, "Water"]]
    plain = sheet([["Risk", "Likelihood", "Mitigation"], *rows])
    bold = replace(plain, cells=tuple(replace(cell, bold=cell.row in (1, 3)) for cell in plain.cells))
    assert outline(imported(bold)) == outline(imported(plain))
    assert [title for title, _ in outline(imported(bold))] == [""]


def test_a_measure_in_bold_below_a_title_in_bold_is_a_measure():
    rows = [["Environment"], ["Oil leaks", 2, "Barriers"], ["", "", "Call at once"], ["Dust", 4, "Water"]]
    plain = sheet([["Risk", "Likelihood", "Mitigation"], *rows])
    bold = replace(plain, cells=tuple(replace(cell, bold=cell.row in (1, 2, 4)) for cell in plain.cells))
    assert outline(imported(bold)) == [
        ("Environment", [(["Oil leaks"], ["Barriers", "Call at once"]), (["Dust"], ["Water"])])
    ]
