"""Registers that stand in several tables, in text, or in none, and what a user answers."""

import datetime

import pytest

from riskdesk.domain.importing.values import dates
from riskdesk.domain.sheets import TextLine
from riskdesk.domain.values import RiskStatus
from tests.domain.importing.sheets import imported, kinds, levels, outline, sheet, table


def test_french_method_tells_risks_in_lines_and_measures_by_their_numbers():
    file_import = imported(
        TextLine("Analyse de risques", 1, 1),
        TextLine("R1 : Un agent public divulgue le fichier des victimes", 2),
        TextLine("R2 : Le prestataire perd les sauvegardes", 3),
        TextLine("R3 : Un tiers modifie les décisions publiées", 4),
        table(
            [
                ["Risque", "Gravité", "Vraisemblance", "Niveau initial", "Niveau résiduel", "Décision"],
                ["R1", "4/4", "3/4", "12", "6", "Réduit"],
                ["R2", "3/4", "2/4", "6", "2", "Accepté"],
                ["R3", "3/4", "3/4", "9", "4", "Réduit"],
            ]
        ),
        table(
            [
                ["Risque", "Mesure prioritaire", "KPI", "Responsable", "Echéance"],
                ["R1 / R3", "Chiffrer les échanges", "100 %", "RSSI", "30/06/2026"],
                ["R2", "Tester la restauration", "12 tests", "DSI", "T0+3 mois"],
            ],
            2,
        ),
    )
    ((_, entries),) = outline(file_import)
    assert entries == [
        (
            ["Un agent public divulgue le fichier des victimes", "Un tiers modifie les décisions publiées"],
            ["Chiffrer les échanges"],
        ),
        (["Le prestataire perd les sauvegardes"], ["Tester la restauration"]),
    ]
    assert levels(file_import) == [(3, 4, None, None), (3, 3, None, None), (2, 3, None, None)]
    assert len(file_import.tree.register.scale.impact) == 4
    assert "residual_score_only" in {message.kind for message in file_import.messages}


def test_an_appendix_may_number_its_rows_and_repeat_a_category_in_each_cell():
    file_import = imported(
        TextLine("APPENDIX 2 – RISK REGISTER", 1, 9),
        table(
            [
                ["No.", "Risks", "Mitigation strategies"],
                ["Political risks", "Political risks", "Political risks"],
                [
                    "1",
                    "• Change of government;\n• Early elections.",
                    "• Contacts with all parties;\n• Flexible calendar.",
                ],
                ["2", "• Weak ownership by ministries", "• Steering committee twice a year"],
                ["Operational risks", "Operational risks", "Operational risks"],
                ["3", "• Staff turnover\n• Lack of interpreters", "• Training of trainers\n• Roster of interpreters"],
            ]
        ),
    )
    assert [(title, [len(risks) for risks, _ in entries]) for title, entries in outline(file_import)] == [
        ("Political risks", [2, 1]), ("Operational risks", [2]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "question"),
    [
        (
            [
                ["ID", "Issue", "Type", "Status", "Severity", "Owner"],
                [1, "Printer broken", "Technical", "Open", "Low", "IT"],
                [2, "Visa refused", "Admin", "Closed", "High", "HR"],
            ],
            "import_anyway",
        ),
        (
            [
                ["", "Acceptable", "Tolerable", "Undesirable", "Intolerable"],
                ["Improbable", "Room is cold", "Late bus", "Loss of a key", "Fire in the archive"],
                ["Possible", "Noise", "Sick trainer", "Wrong invoice", "Loss of data"],
                ["Probable", "Rain", "Late guests", "Cancelled flight", "Strike"],
            ],
            "matrix_as_register",
        ),
        ([["ID No", "Rank", "Risk", "Owner", "Probability", "Impact"], *[[number] for number in range(1, 27)]], None),
    ],
    ids=["issues", "matrix", "template"],
)
def test_what_is_no_register_says_so_and_comes_in_only_if_wanted(rows, question):
    file_import = imported(sheet(rows))
    assert file_import.tree is None
    assert "not_a_register" in {message.kind for message in file_import.messages}
    cells = {cell for item in file_import.left_out for cell in item.cells}
    assert cells == {(row, column) for row, line in enumerate(rows, 1) for column, text in enumerate(line, 1) if text}
    if question:
        assert question in kinds(file_import)
        assert list(imported(sheet(rows), answers={question: "yes"}).tree.risks)


def test_answers_decide():
    rows = [
        ["Ref", "Risk", "Likelihood", "Impact", "Mitigation", "Due"],
        ["R1", "Experts refuse the fee", "30%", "Medium", "Raise the fee\nAsk abroad", "T0+2 months"],
        ["R2", "Rooms are closed", "70%", "High", "Rent others", "05/06/2026"],
    ]
    first_import = imported(sheet(rows))
    assert {"bands:likelihood", "t0", "split:lines", "date_order:Due"} <= {
        question.id for question in first_import.questions
    }
    file_import = imported(
        sheet(rows),
        answers={
            "t0": "2026-01-31", "split:lines": "no", "date_order:Due": "month first",
            "scale:likelihood": "Rare, Likely",
            "bands:likelihood": "0-50 %, 50-100 %", "scale:impact": "Low, Medium, High, Very high",
        },
    )  # fmt: skip
    assert [measure.description for measure in file_import.tree.mitigations] == [
        "Raise the fee Ask abroad",
        "Rent others",
    ]
    assert [measure.due_date.isoformat() for measure in file_import.tree.mitigations] == ["2026-03-31", "2026-05-06"]
    assert levels(file_import) == [(1, 2, None, None), (2, 3, None, None)]


def test_risks_may_stand_by_their_numbers_in_a_matrix():
    file_import = imported(
        table(
            [
                ["No.", "Risk", "Mitigation"],
                ["R1", "Floods cut the roads", "Boats"],
                ["R2", "Staff fall ill in the winter", "Deputies"],
                ["R3", "Grants come too late", "Reserve"],
            ]
        ),
        table(
            [
                ["", "Minor", "Moderate", "Major"],
                ["Likely", "", "R2", "R1 / R3"],
                ["Possible", "", "", ""],
                ["Possible", "", "", ""],
                ["Unlikely", "", "", ""],
            ],
            2,
        ),
    )
    assert levels(file_import) == [(3, 3, None, None), (3, 2, None, None), (3, 3, None, None)]
    assert "cells_by_marks" in {message.kind for message in file_import.messages}


def test_the_language_is_that_of_the_texts():
    rows = [["Risque", "Mesure"], ["Les crues coupent les routes de la vallée", "Des bateaux pour les villages"]]
    assert imported(sheet(rows)).tree.register.language == "fr"


def test_risks_may_stand_in_labelled_lines():
    texts = [
        ("Organizational Risk:", 0),
        ("Online group management: As the teams work apart, decisions are taken twice", 0),
        ("Likelihood: 80%", 0),
        ("Impact: High", 0),
        ("Contingency plan:", 0),
        ("• Weekly call", 0),
        ("• Shared list of decisions", 0),
        ("Internal Risk:", 0),
        ("Loss of staff: Two of the five posts are paid from one grant", 0),
        ("Likelihood: 20%", 0),
        ("Impact: Medium", 0),
        ("Contingency plan: Second grant", 0),
        ("This text says something else.", 0),
    ]
    file_import = imported(*(TextLine(text, number, level) for number, (text, level) in enumerate(texts, 1)))
    assert outline(file_import) == [
        (
            "Organizational Risk",
            [(["As the teams work apart, decisions are taken twice"], ["Weekly call", "Shared list of decisions"])],
        ),
        ("Internal Risk", [(["Two of the five posts are paid from one grant"], ["Second grant"])]),
    ]
    assert [risk.title for risk in file_import.tree.risks] == ["Online group management", "Loss of staff"]
    assert [item.excerpt for item in file_import.left_out if item.reason == "text"] == [
        "This text says something else."
    ]


def test_measures_may_stand_below_a_heading_that_names_their_risk():
    file_import = imported(
        table(
            [
                ["Scénarios stratégiques", "Gravité", "Vraisemblance", "Niveau de risque"],
                ["R1 : Un agent divulgue le fichier", "4/4", "3/4", "12"],
                ["R2 : Le prestataire perd les sauvegardes", "3/4", "2/4", "6"],
            ]
        ),
        TextLine("Mesures relatives à R2", 1, 2),
        table([["Mesures", "Responsable"], ["Tester la restauration", "DSI"], ["Deux sites", "DSI"]], 2),
    )
    assert outline(file_import) == [
        (
            "",
            [
                (["Un agent divulgue le fichier"], []),
                (["Le prestataire perd les sauvegardes"], ["Tester la restauration", "Deux sites"]),
            ],
        )
    ]
    assert [risk.reference for risk in file_import.tree.risks] == ["R1", "R2"]


def test_a_card_for_each_risk_is_read_from_above_to_below():
    cards = [
        table(
            [
                ["Risk", risk],
                ["Likelihood", level],
                ["Impact", "High"],
                ["Mitigation measures", "- Boats\n- Hoses"],
                ["Owner", "Head of Office"],
            ],
            number,
        )
        for number, (risk, level) in enumerate([("Floods cut the roads", "Low"), ("Staff fall ill", "Medium")], 1)
    ]
    file_import = imported(TextLine("Risk 1", 1, 2), cards[0], TextLine("Risk 2", 2, 2), cards[1])
    assert [(risk.description, risk.likelihood, risk.owner) for risk in file_import.tree.risks] == [
        ("Floods cut the roads", 1, "Head of Office"), ("Staff fall ill", 2, "Head of Office"),
    ]  # fmt: skip
    assert [measure.description for measure in file_import.tree.mitigations] == ["Boats", "Hoses"] * 2
    assert [title for title, _ in outline(file_import)] == [""]
    place = file_import.places[next(file_import.tree.risks).id]
    assert (place.table, place.row, place.column) == (1, 1, 2)


def test_a_summary_of_the_same_risks_comes_in_once():
    risks = ["Floods cut the roads", "Staff fall ill in the winter", "Grants come too late"]
    summary = sheet(
        [
            ["No.", "Risk", "Likelihood (1-5)", "Owner"],
            *[[place, risk, 3, "PM"] for place, risk in enumerate(risks, 1)],
        ],
        "Top risks",
    )
    whole = sheet(
        [
            ["No.", "Risk", "Likelihood (1-5)", "Impact (1-5)", "Mitigation", "Owner"],
            *[[place, risk, 3, 4, "Watch it", "PM"] for place, risk in enumerate([*risks, "Rooms are closed"], 1)],
        ],
        "Register",
        2,
    )
    file_import = imported(summary, whole)
    assert len(list(file_import.tree.risks)) == len(risks) + 1
    assert "repeated" in {item.reason for item in file_import.left_out}
    assert "which_table" in kinds(file_import)
    assert len(list(imported(summary, whole, answers={"which_table:0": "yes"}).tree.risks)) == 2 * len(risks) + 1


def test_days_in_several_forms_are_read_and_guesses_told():
    file_import = imported(
        sheet(
            [
                ["Risk", "Mitigation", "Date raised"],
                ["Floods cut the roads", "Boats", "02-18-24"],
                ["Staff fall ill in the winter", "Deputies", "02/28/24"],
                ["Grants come too late", "Reserve", "30/05/24"],
                ["Rooms are closed", "Others", "44770"],
                ["Visas come late", "Ask early", "20.08.2022"],
                ["Prices rise in the spring", "Buy now", "31/11/2026"],
            ]
        )
    )
    days = [risk.identified_on.isoformat() if risk.identified_on else None for risk in file_import.tree.risks]
    assert days == ["2024-02-18", "2024-02-28", "2024-05-30", "2022-07-28", "2022-08-20", None]
    messages = {(message.kind, message.excerpt) for message in file_import.messages}
    assert {("date_guess", "44770"), ("date_not_read", "31/11/2026")} <= messages


def test_risks_on_a_sheet_of_closed_ones_are_closed():
    head = ["ID", "Risk", "Mitigation", "Status"]
    file_import = imported(
        sheet([head, ["R1", "Floods cut the roads", "Boats", "OPEN"]], "Risks"),
        sheet([head, ["R2", "Staff fall ill in the winter", "Deputies", "OPEN"]], "Closed Risks", 2),
    )
    assert [risk.status for risk in file_import.tree.risks] == [None, RiskStatus.CLOSED]
    assert "OPEN" in list(file_import.tree.risks)[1].note


def test_lines_of_progress_that_begin_with_a_day_are_no_measures():
    file_import = imported(
        sheet(
            [["Risk", "Control Measures/ Comments"], ["Floods cut the roads", "Boats\n22/12 - Ordered\n15/01 - Paid"]]
        )
    )
    assert [measure.description for measure in file_import.tree.mitigations] == ["Boats"]
    assert "22/12 - Ordered" in next(file_import.tree.risks).note


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-31T00:00:00",
        "2026-12-31T00:00Z",
        "31-Dec-2026",
        "31-déc.-26",
        "31/Dec/26",
        "31.Dez.2026",
        "31/Dec/26 10:22 AM",
        "31/12/2026 14:05",
        "31.12.26 08:00:00",
    ],
)
def test_days_as_programs_write_them_are_read(text):
    assert dates.read(text) == datetime.date(2026, 12, 31)
