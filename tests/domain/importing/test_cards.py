"""Risks on cards: blocks of labels with values in sheets, tables of documents, paragraphs and lines of text."""

from dataclasses import replace

import pytest

from riskdesk.domain.importing.result import Import
from riskdesk.domain.sheets import Cell, TableKind, TextLine
from tests.domain.importing.sheets import imported, levels, lines, of_text, outline, sheet, table

FLOODS = [["Risk title", "Floods cut the roads"], ["Likelihood", "High"], ["Impact", "3"], ["Mitigation", "Boats"],
          ["Owner", "Ann"]]  # fmt: skip
ILLNESS = [["Risk title", "Staff fall ill"], ["Likelihood", "Low"], ["Impact", "2"], ["Mitigation", "Deputies"],
           ["Owner", "Bob"]]  # fmt: skip
LATE = [["Risk title", "Grants come late"], ["Likelihood", "Medium"], ["Impact", "1"], ["Mitigation", "Reserve"],
        ["Owner", "Eve"]]  # fmt: skip
TOLD = [("Floods cut the roads", 3, 3, "Ann"), ("Staff fall ill", 1, 2, "Bob"), ("Grants come late", 2, 1, "Eve")]


def risks(file_import: Import) -> list[object]:
    assert file_import.tree is not None
    return [(risk.description, risk.likelihood, risk.impact, risk.owner) for risk in file_import.tree.risks]


@pytest.mark.parametrize(
    "rows",
    [
        [*FLOODS, [], *ILLNESS, [], *LATE],
        [*FLOODS, *ILLNESS, *LATE],
        [["RISK CARD"], *FLOODS, ["RISK CARD"], *ILLNESS, ["RISK CARD"], *LATE],
        [["Our risks"], [], ["Risk card 1"], *FLOODS, ["Risk card 2"], *ILLNESS, ["Risk card 3"], *LATE, [], ["End"]],
        [[*a, "", *b] for a, b in zip(FLOODS, ILLNESS, strict=True)] + [[]] + LATE,
        [[": ".join(row)] if row else [] for row in [*FLOODS, [], *ILLNESS, [], *LATE]],
        [[*FLOODS[0], *FLOODS[4]], [*FLOODS[1], *FLOODS[2]], FLOODS[3], [],
         [*ILLNESS[0], *ILLNESS[4]], [*ILLNESS[1], *ILLNESS[2]], ILLNESS[3], [],
         [*LATE[0], *LATE[4]], [*LATE[1], *LATE[2]], LATE[3]],
        [[a[0], a[1], b[1]] for a, b in zip(FLOODS, ILLNESS, strict=True)] + [[]] + LATE,
    ],
    ids=["blank rows", "first label", "title again", "numbered", "side by side", "one cell", "in pairs", "columns"],
)  # fmt: skip
@pytest.mark.parametrize("make", [sheet, table])
def test_cards_stand_one_below_another(rows, make):
    file_import = imported(make(rows))
    assert risks(file_import) == TOLD
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == ["Boats", "Deputies", "Reserve"]
    assert levels(file_import) == [(3, 3, None, None), (1, 2, None, None), (2, 1, None, None)]


def test_the_place_of_each_card_is_that_in_the_file():
    rows = [[*a, "", *b] for a, b in zip(FLOODS, ILLNESS, strict=True)]
    file_import = imported(sheet([["Risks of Alpha"], [], *rows, [], *LATE], "Cards"))
    assert [file_import.places[risk.id].cell for risk in file_import.tree.risks] == ["B3", "E3", "B9"]
    # What is told of any row of a card is of its risk, unless another one stands beside it.
    assert [file_import.places[risk.id].last_row for risk in file_import.tree.risks] == [0, 0, 13]
    assert [file_import.places[mitigation.id].cell for mitigation in file_import.tree.mitigations] == [
        "B6",
        "E6",
        "B12",
    ]
    assert {place.name for place in file_import.places.values()} == {"Cards"}
    assert file_import.tree.register.title == "Risks of Alpha"
    (heads,) = file_import.left_out
    assert (heads.reason, heads.place.cell) == ("heads", "A3")
    assert set(heads.cells) == {(row, column) for row in range(3, 8) for column in (1, 4)} | {
        (row, 1) for row in range(9, 14)
    }


def test_the_levels_of_cards_may_be_ticked():
    boxes = {"High": "☐ Low ☐ Medium ☒ High", "Low": "☒ Low ☐ Medium ☐ High", "Medium": "☐ Low ☒ Medium ☐ High"}
    rows = [[row[0], boxes.get(row[1], row[1])] for row in (*FLOODS, *ILLNESS, *LATE)]
    assert risks(imported(table(rows))) == TOLD


def test_a_card_that_says_nothing_of_a_field_has_it_from_no_other():
    file_import = imported(
        sheet(
            [["Risk", "Floods"], ["Category", "Climate"], ["Likelihood", "High"], ["Mitigation", "Boats"],
             ["", "Rafts"], [], ["Risk", "Illness"], ["Likelihood", "Low"], [], ["Risk", "Late grants"],
             ["Category", "Money"], ["Probability", "Low"], ["Budget line", "4.2"]]
        )
    )  # fmt: skip
    assert outline(file_import) == [
        ("Climate", [(["Floods"], ["Boats", "Rafts"])]), ("", [(["Illness"], [])]), ("Money", [(["Late grants"], [])]),
    ]  # fmt: skip
    assert [level[0] for level in levels(file_import)] == [3, 1, 1]
    assert [risk.note for risk in file_import.tree.risks] == ["", "", "Budget line: 4.2"]


@pytest.mark.parametrize("heading", ["Residual risk", "After mitigation", "Risque résiduel"])
def test_the_second_assessment_of_a_card_is_the_residual_one(heading):
    first, second = [["Likelihood", "High"], ["Impact", "High"]], [["Likelihood", "Low"], ["Impact", "Low"]]
    blocks = [[["Risk", text], *first, [heading], *second] for text in ("Floods", "Illness")]
    texts = [": ".join(row) for block in blocks for row in block]
    for file_import in (imported(sheet([*blocks[0], [], *blocks[1]])), imported(*lines(*texts))):
        assert levels(file_import) == [(2, 2, 1, 1)] * 2 or levels(file_import) == [(3, 3, 1, 1)] * 2
        assert [risk.description for risk in file_import.tree.risks] == ["Floods", "Illness"]


def test_what_stands_beside_cards_is_told_and_a_list_of_levels_is_read():
    block = sheet(
        [*FLOODS, [], *ILLNESS, [], ["", "1", "Minor"], ["", "2", "Moderate"], ["", "3", "Major"], [], ["Bye"]]
    )
    cells = (*block.cells, Cell(19, 1, "", comment="nothing here"))
    block = replace(block, cells=cells, hidden_rows=frozenset(range(7, 12)))
    file_import = imported(block)
    assert [level.name.en for level in file_import.tree.register.scale.impact] == ["Minor", "Moderate", "Major"]
    assert [(item.excerpt, item.place.cell) for item in file_import.left_out if item.reason == "remark"] == [
        ("Bye", "A17")
    ]
    messages = [(message.kind, message.excerpt, message.place.cell) for message in file_import.messages]
    assert messages == [("hidden_rows", "Staff fall ill", "B7"), ("comment", "nothing here", "A19")]


@pytest.mark.parametrize("merged", [True, False])
def test_a_table_for_each_risk_may_have_its_text_above(merged):
    blocks = []
    for number, card in enumerate((FLOODS, ILLNESS, LATE), 1):
        title = f"Risk {number}: {card[0][1]}"
        if merged:
            blocks.append(table([[title], *card[1:]], number, merged=[(1, 1, 1, 2)]))
        else:
            blocks += [TextLine(title, number, 2), table(card[1:], number)]
    file_import = imported(*blocks)
    assert risks(file_import) == TOLD
    assert [risk.reference for risk in file_import.tree.risks] == ["1", "2", "3"]
    assert file_import.places[next(file_import.tree.mitigations).id].table == 1


def test_paragraphs_in_french_go_on_and_headings_name_their_category():
    file_import = imported(
        *lines(
            ("Risques politiques", 2), "Risque n° 1 : Élections anticipées", "Elles auraient lieu au printemps.",
            "Probabilité : élevée", "Gravité : moyenne", "Mesures d’atténuation :",
            "• Contacts avec tous les partis ;", "• Calendrier souple.", "Responsable : Mme Dupont", "",
            ("Risques opérationnels", 2), "Risque n° 2 : Rotation du personnel", "Probabilité : faible",
            "Gravité : moyenne", "Mesures d’atténuation : formation de formateurs", "", "Texte de fin.",
        )
    )  # fmt: skip
    assert outline(file_import) == [
        ("Risques politiques", [(
            ["Élections anticipées Elles auraient lieu au printemps."],
            ["Contacts avec tous les partis", "Calendrier souple."],
        )]),
        ("Risques opérationnels", [(["Rotation du personnel"], ["formation de formateurs"])]),
    ]  # fmt: skip
    assert [file_import.places[risk.id].row for risk in file_import.tree.risks] == [2, 12]
    assert [item.excerpt for item in file_import.left_out if item.reason == "text"] == ["Texte de fin."]


TEXTS = {
    "en": "Risks of Alpha\n\nRisk 1: Floods cut the roads, and lorries\ncannot pass.\nLikelihood: High; Impact: Low\n"
    'Mitigations:\n- Boats\n- Rafts\n\nRisk 2: Staff “fall" ill\nLikelihood: Low\nImpact: High\nMitigations: '
    "deputies\n",
    "fr": "Risque 1 – Crues des rivières\n\nElles durent.\n\nProbabilité : élevée\nImpact : faible\nMesures :\n\n"
    "• Barques\n• Radeaux\n\nRisque 2 – Maladies\nProbabilité : faible\nImpact : élevé\nMesures : suppléants\n",
    "columns": "Risk\tFloods\nLikelihood\tHigh\nImpact\tLow\nMeasure 1\tBoats\nMeasure 2\tRafts\n\n"
    "Risk\tIllness\nLikelihood\tLow\nImpact\tHigh\nMeasure 1\tDeputies\n",
    "list": "1) Floods cut the roads\n - Likelihood: high\n - Impact: low\n - Mitigation: boats\n - Mitigation: rafts\n"
    "2) Staff fall ill\n - Likelihood: low\n - Impact: high\n - Mitigation: deputies\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_files_may_hold_cards(text):
    file_import = of_text(text)
    card_levels = levels(file_import)
    assert [(a > b, c < d) for (a, b, *_), (c, d, *_) in [card_levels]] == [(True, True)]
    assert [len(entry.mitigations) for category in file_import.tree.categories for entry in category.entries] == [2, 1]
    first = next(file_import.tree.risks)
    assert file_import.places[first.id].kind is TableKind.LINES
    assert file_import.places[first.id].row == (3 if text is TEXTS["en"] else 1)


def test_lines_of_a_text_stay_as_they_are():
    file_import = of_text(TEXTS["en"])
    assert [risk.description for risk in file_import.tree.risks] == [
        "Floods cut the roads, and lorries cannot pass.", "Staff “fall\" ill",
    ]  # fmt: skip
    assert file_import.tree.register.title == "Risks of Alpha"
    assert not any(item.reason == "title_block" for item in file_import.left_out)


def test_rows_of_a_text_file_whose_cells_hold_labels_are_rows():
    text = (
        'Risk,Likelihood,Mitigation\n"Risk: Floods\nLikelihood: none",High,Boats\n"Risk: Ill\nLikelihood: x",Low,Tea\n'
    )
    assert [risk.likelihood for risk in of_text(text).tree.risks] == [3, 1]


MINUTES = [
    ("Minutes", 1), "Date: 3 May 2026", "Present: Ann, Bob", ("1. Budget", 2), "Discussion: we may be late.",
    "Risk: none is seen.", "Decision: adopted.", "Action: write to the donor", "Responsible: Bob", "Deadline: 1 June",
    ("2. Risk management", 2), "Discussion: the register.", "Actions: update it", "Responsible: Ann",
    "Risk: it is old.", ("3. Staff", 2), "Actions: hire", "Responsible: Ann", "Deadline: 1 July",
]  # fmt: skip
PROCES_VERBAL = [
    "Date : 3 mai 2026", "Présents : Anne, Benoît", "Point 1 : budget", "Risque : aucun n’est signalé.",
    "Décision : adopté", "Responsable : Anne", "Point 2 : personnel", "Actions : recruter", "Responsable : Benoît",
]  # fmt: skip
LETTER = [
    "Subject: Risk of delay", "Reference: 44/2026", "Dear Sir,", "As for the risk: it is low, and the impact: none.",
    "Risk: the hall is closed.", "Impact: we cannot meet.", "Yours sincerely,", "Owner: Ann",
]  # fmt: skip
FORM = [["Name", "Ann"], ["Title", "Head of Office"], ["Description", "All of it"], ["Responsible", "Bob"]]
PROJECT = [["Title", "Wells"], ["Description", "We dig"], ["Activities", "Dig"], ["Impact", "Water for all"]]
EMPTY = [["Risk title", ""], ["Likelihood", ""], ["Impact", ""], ["Mitigation", ""]]
TERMS = [["Risk", "The uncertain event"], ["Likelihood", "How often it may happen, as we see it"],
         ["Impact", "How bad that would be, as we see it"], ["Mitigation", "What is done about it"]]  # fmt: skip


def test_rows_below_heads_whose_cells_hold_labels_are_rows():
    rows = [
        ["No", "Description of risk", "Rating", "Risk management strategy"],
        [1, "Risk: Floods cut the roads.\nCause: rain.", "Likelihood: 4\nImpact: 5", "Action: Boats\nResponsible: Ann"],
        [2, "Risk: Staff fall ill.\nCause: cold.", "Likelihood: 2\nImpact: 3", "Action: Deputies\nResponsible: Bob"],
    ]
    file_import = imported(table(rows))
    assert [(risk.reference, risk.likelihood, risk.impact) for risk in file_import.tree.risks] == [
        ("1", 4, 5),
        ("2", 2, 3),
    ]
    measures = [(mitigation.description, mitigation.action_owner) for mitigation in file_import.tree.mitigations]
    assert measures == [("Action: Boats", "Ann"), ("Action: Deputies", "Bob")]
    assert {left.reason for left in file_import.left_out} == {"heads"}


@pytest.mark.parametrize(
    "blocks",
    [
        lines(*MINUTES), lines(*PROCES_VERBAL), lines(*LETTER), lines("Risk: floods.", "", "Risk: fires."),
        lines("The main risk: floods.", "Impact: 400 women learn.", "Mitigation: this chapter tells.", "Risks: none."),
        [sheet([*FORM, [], *FORM])], [sheet([*PROJECT, [], *PROJECT])], [table([*EMPTY, [], *EMPTY])],
        [sheet([*TERMS, [], *TERMS])], [table(TERMS)],
    ],
    ids=["minutes", "procès-verbal", "letter", "one label", "prose", "form", "projects", "empty", "terms", "one term"],
)  # fmt: skip
def test_what_only_has_labels_is_no_register(blocks):
    file_import = imported(*blocks)
    assert file_import.tree is None
    if isinstance(blocks[0], TextLine):
        assert of_text("\n".join(line.text for line in blocks)).tree is None
