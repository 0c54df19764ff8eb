"""Columns of a document that were made with tabs."""

import pytest

from riskdesk.domain.sheets import TextLine
from tests.domain.importing.sheets import imported, lines, outline, table

HEAD = "Risk\tLikelihood\tMitigation\tOwner"
ELECTIONS, LAWS = "Elections are late\t3\tMeet the board\tAnna", "Laws fail\t2\tAdvise\tBen"
OF_BOTH = [(["Elections are late"], ["Meet the board"]), (["Laws fail"], ["Advise"])]


def test_a_head_and_the_lines_below_are_a_table():
    file_import = imported(*lines(("Alpha", 1), HEAD, ELECTIONS, LAWS, "Prepared by Anna"))
    assert outline(file_import) == [("", OF_BOTH)]
    assert [(risk.likelihood, risk.owner) for risk in file_import.tree.risks] == [(3, "Anna"), (2, "Ben")]
    items = (*file_import.tree.risks, *file_import.tree.mitigations)
    assert [file_import.places[item.id].paragraph for item in items] == [3, 4, 3, 4]
    assert file_import.tree.register.title == "Alpha"
    assert [(item.place.paragraph, item.excerpt) for item in file_import.left_out] == [
        (2, " | ".join(HEAD.split("\t"))),
        (5, "Prepared by Anna"),
    ]


def test_several_tabs_reach_a_column_unless_a_cell_is_empty():
    far, empty = "Risk\t\tMitigation", "Laws fail\t\tAdvise\tBen"
    assert outline(imported(*lines(far, "Elections\tMeet", "Laws\t\t\tAdvise"))) == [
        ("", [(["Elections"], ["Meet"]), (["Laws"], ["Advise"])])
    ]
    file_import = imported(*lines(HEAD, ELECTIONS, empty))
    assert outline(file_import) == [("", OF_BOTH)]
    assert [risk.likelihood for risk in file_import.tree.risks] == [3, None]


def test_headings_between_rows_are_categories_and_another_line_ends_the_table():
    blocks = lines(HEAD, ("Politics", 2), ELECTIONS, ("Laws", 2), LAWS, ("Annex", 2), "Anna\tBoard")
    file_import = imported(*blocks)
    assert outline(file_import) == [("Politics", OF_BOTH[:1]), ("Laws", OF_BOTH[1:])]
    assert [item.excerpt for item in file_import.left_out if item.place.paragraph > 5] == ["Annex", "Anna\tBoard"]


def test_a_row_without_its_last_cells_is_one_if_others_follow():
    file_import = imported(
        *lines(HEAD, ELECTIONS, "Laws fail\t2\tAdvise", "Floods\t1", "Fire\t3\tHoses\tCleo", "Theft\t4")
    )
    assert [(risk.description, risk.likelihood, risk.owner) for risk in file_import.tree.risks] == [
        ("Elections are late", 3, "Anna"),
        ("Laws fail", 2, ""),
        ("Floods", 1, ""),
        ("Fire", 3, "Cleo"),
    ]
    assert [item.excerpt for item in file_import.left_out][1:] == ["Theft\t4"]


def test_a_row_in_which_it_is_not_clear_what_is_left_out_ends_the_table():
    file_import = imported(*lines(HEAD, ELECTIONS, "Laws fail\t\tAdvise", "Fire\t3\tHoses\tCleo"))
    assert [risk.description for risk in file_import.tree.risks] == ["Elections are late"]


def test_a_table_with_fewer_columns_is_one_of_its_own():
    other = "Risk\tLikelihood\tOwner"
    file_import = imported(*lines(HEAD, ELECTIONS, other, "Laws fail\t2\tBen", "Floods\t3\tCleo"))
    assert [(risk.description, risk.owner) for risk in file_import.tree.risks] == [
        ("Elections are late", "Anna"),
        ("Laws fail", "Ben"),
        ("Floods", "Cleo"),
    ]


def test_two_such_tables_are_read():
    file_import = imported(*lines(HEAD, ELECTIONS, "In the second year:", HEAD, LAWS))
    assert [risk.description for risk in file_import.tree.risks] == ["Elections are late", "Laws fail"]


@pytest.mark.parametrize(
    "texts",
    [
        [HEAD],
        [HEAD, "Elections are late\t3"],
        ["Name\tPlace", "Anna\tParis"],
        ["Risk is everywhere\tand nowhere", "Elections\tLaws"],
        ["The risk\tof fire\tin the house\tis high", "a\tb\tc\td"],
    ],
)
def test_anything_else_is_no_table(texts):
    assert imported(*lines(*texts)).tree is None


def test_beside_a_table_of_risks_such_lines_stay_out():
    file_import = imported(table([["Risk", "Mitigation"], ["Fire", "Hoses"]]), TextLine(HEAD, 1), TextLine(LAWS, 2))
    assert [risk.description for risk in file_import.tree.risks] == ["Fire"]
