"""Cells that say something by a colour alone."""

from dataclasses import replace

import pytest

from riskdesk.domain.sheets import Cell, FilePlace, TableKind
from riskdesk.domain.traffic_lights import Light, light
from tests.domain.importing.sheets import imported, outline, sheet, table

GREEN, AMBER, RED = "FF00B050", "FFFFC000", "C00000"
HEADS = ["Risk", "Likelihood", "Impact", "Mitigation measures"]
ROWS = [
    ["Staff leave the office", "", "", "Deputies are named"],
    ["The law is not adopted", "", "", "Meet the committee"],
    ["Floods in the valley", "", "", "Insurance for all"],
]


def coloured(rows, fills, heads=HEADS):
    """A sheet with fills by row and column."""
    plain = sheet([heads, *rows])
    there = {(cell.row, cell.column) for cell in plain.cells}
    cells = [replace(cell, fill=fills.get((cell.row, cell.column), "")) for cell in plain.cells]
    cells += [Cell(*place, fill=fill) for place, fill in fills.items() if place not in there]
    return replace(plain, cells=tuple(cells))


def colour_messages(file_import):
    return [(message.excerpt, message.place.cell) for message in file_import.messages if message.kind == "colours"]


LIGHTS = {(2, 2): GREEN, (3, 2): AMBER, (4, 2): RED, (2, 3): RED, (3, 3): RED, (4, 3): GREEN}


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        *((GREEN, Light.GREEN), (AMBER, Light.AMBER), (RED, Light.RED), ("FF0000", Light.RED), ("92D050", Light.GREEN)),
        # Between red and purple, and red again.
        *(("FF0014", Light.RED), ("FF0048", None), ("7030A0", None), ("0070C0", None)),
        *(("FFFFFF", None), ("D9D9D9", None), ("", None), ("red", None)),
    ],
)
def test_which_light_a_fill_is(fill, colour):
    assert light(fill) is colour


def test_levels_that_are_colours_are_told_and_stay_empty_until_a_user_says_what_they_mean():
    file_import = imported(coloured(ROWS, LIGHTS))
    assert colour_messages(file_import) == [("Likelihood", "B2"), ("Impact", "C2")]
    assert [(risk.likelihood, risk.impact) for risk in file_import.tree.risks] == [(None, None)] * 3
    question = next(question for question in file_import.questions if question.kind == "colours")
    assert (question.choices, question.default) == (("yes", "no"), "no")
    assert (
        imported(coloured(ROWS, LIGHTS), answers={"colours": "no"}).tree.register.scale
        == file_import.tree.register.scale
    )


def test_colours_are_levels_where_a_user_says_so():
    file_import = imported(coloured(ROWS, LIGHTS), answers={"colours": "yes"})
    assert colour_messages(file_import) == []
    assert [(risk.likelihood, risk.impact) for risk in file_import.tree.risks] == [(1, 3), (2, 3), (3, 1)]
    assert [level.name.en for level in file_import.tree.register.scale.likelihood] == ["Low", "Medium", "High"]
    assert outline(file_import) == outline(imported(coloured(ROWS, {})))
    assert all(reason.reason == "heads" for reason in file_import.left_out)


def test_levels_from_colours_have_the_words_of_the_language_of_the_table():
    heads = ["Risque", "Probabilité", "Gravité", "Mesures"]
    rows = [
        ["Le départ de la directrice", "", "", "La nomination d’un adjoint"],
        ["La crue de la rivière", "", "", "Une digue"],
    ]
    fills = {(2, 2): GREEN, (3, 2): RED, (2, 3): AMBER, (3, 3): AMBER}
    file_import = imported(coloured(rows, fills, heads), answers={"colours": "yes"})
    assert [level.name.fr for level in file_import.tree.register.scale.likelihood] == ["Faible", "Moyen", "Élevé"]
    assert [(risk.likelihood, risk.impact) for risk in file_import.tree.risks] == [(1, 2), (3, 2)]


@pytest.mark.parametrize(
    "fills",
    [
        # One colour, two shades of one, and one that is no light of a traffic light.
        {(2, 2): RED},
        {(2, 2): "FFFF00", (3, 2): "FFC000", (4, 2): RED},
        {(2, 2): GREEN, (3, 2): "0070C0", (4, 2): RED},
    ],
)
def test_colours_that_may_mean_anything_are_told_and_not_asked_about(fills):
    file_import = imported(coloured(ROWS, fills), answers={"colours": "yes"})
    assert colour_messages(file_import) == [("Likelihood", "B2")]
    assert not any(question.kind == "colours" for question in file_import.questions)
    assert [risk.likelihood for risk in file_import.tree.risks] == [None] * 3


def test_beside_words_colours_are_told_alone():
    rows = [["Staff leave the office", "High", "", ""], ["The law is not adopted", "Low", "", ""], *ROWS[2:]]
    file_import = imported(coloured(rows, {(4, 2): RED, (4, 3): GREEN}), answers={"colours": "yes"})
    assert colour_messages(file_import) == [("Likelihood", "B4"), ("Impact", "C4")]
    assert [risk.likelihood for risk in file_import.tree.risks] == [3, 1, None]


def test_other_columns_are_told_of_where_they_have_several_lights():
    heads = ["Risk", "Trend", "Owner", "Mitigation measures"]
    fills = {(2, 2): GREEN, (3, 2): RED, (2, 3): AMBER, (3, 3): AMBER}
    assert colour_messages(imported(coloured(ROWS, fills, heads))) == [("Trend", "B2")]


@pytest.mark.parametrize("tint", ["E2EFDA", "FFD9D9D9", "FFFFFF", "auto", "C6EFCE"])
def test_rows_that_are_coloured_as_a_whole_and_greys_say_nothing(tint):
    fills = {(row, column): tint for row in (2, 4) for column in range(1, 5)}
    assert colour_messages(imported(coloured(ROWS, fills))) == []


def test_a_legend_and_a_head_with_colours_are_none_of_it():
    rows = [*ROWS, ["Key", "", "", ""]]
    assert colour_messages(imported(coloured(rows, {(1, 5): RED, (5, 2): GREEN, (5, 3): RED}))) == []


def test_a_rating_by_colour_goes_to_the_note_if_a_user_says_what_it_is():
    heads = ["Risk", "Rating", "Owner", "Mitigation measures"]
    fills = {(2, 2): GREEN, (3, 2): AMBER, (4, 2): RED}
    assert colour_messages(imported(coloured(ROWS, fills, heads))) == [("Rating", "B2")]
    file_import = imported(coloured(ROWS, fills, heads), answers={"colours": "yes"})
    assert [risk.note for risk in file_import.tree.risks] == ["Rating: Low", "Rating: Medium", "Rating: High"]


def test_the_place_is_that_in_the_file():
    file_import = imported(replace(coloured(ROWS, LIGHTS), kind=TableKind.TABLE, name=""))
    assert next(message.place for message in file_import.messages if message.kind == "colours") == FilePlace(
        TableKind.TABLE, 1, "", 2, 2
    )


def test_a_rating_by_colour_beside_levels_follows_from_them():
    heads = ["Risk", "Likelihood", "Rating", "Mitigation measures"]
    rows = [[row[0], level, "", row[3]] for row, level in zip(ROWS, ("Low", "High", "Low"), strict=True)]
    file_import = imported(coloured(rows, {(2, 3): GREEN, (3, 3): RED, (4, 3): GREEN}, heads))
    assert colour_messages(file_import) == []
    assert not any(question.kind == "colours" for question in file_import.questions)
    assert [(item.reason, item.excerpt) for item in file_import.left_out if item.reason != "heads"] == [
        ("score", "Rating")
    ]


def test_colours_on_cards_are_told():
    def card(text, number):
        rows = [["Risk", text], ["Likelihood:", ""], ["Impact:", ""], ["Mitigation", f"Plan {number}"]]
        plain = table(rows, number)
        return replace(plain, cells=(*plain.cells, Cell(2, 2, fill=RED)))

    file_import = imported(card("Fire in the hall", 1), card("Flood in the yard", 2))
    assert len(list(file_import.tree.risks)) == 2
    assert [(message.kind, message.excerpt, message.place.row) for message in file_import.messages] == [
        ("colours", "Likelihood", 2)
    ]


def test_colours_in_a_table_on_its_side_are_told():
    rows = [["Risk", "Fire", "Flood"], ["Likelihood", "", ""], ["Impact", "Low", "High"], ["Mitigation", "A", "B"]]
    lying = table(rows)
    file_import = imported(replace(lying, cells=(*lying.cells, Cell(2, 2, fill=RED), Cell(2, 3, fill=GREEN))))
    assert [risk.impact for risk in file_import.tree.risks] == [1, 3]
    assert [(message.kind, message.excerpt) for message in file_import.messages] == [("colours", "Likelihood")]


def test_one_colour_of_all_cells_that_wait_for_words_says_nothing():
    heads = ["Risk", "Owner", "Likelihood", "Impact", "Mitigation measures"]
    rows = [[row[0], "", "", "", row[3]] for row in ROWS]
    yellow = {(row, column): "FFF2CC" for row in (2, 3, 4) for column in (2, 3, 4)}
    assert colour_messages(imported(coloured(rows, yellow, heads))) == []
