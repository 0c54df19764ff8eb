"""A table that a page or a heading parted goes on without heads of its own."""

import pytest

from riskdesk.domain.sheets import FilePlace, Table, TableKind, TextLine
from tests.domain.importing.sheets import imported, levels, outline, sheet, table

APPENDIX = table(
    [
        ["No.", "Risks", "Mitigation strategies"],
        ["Political risks", "Political risks", "Political risks"],
        ["1", "• Change of government;\n• Early elections.", "• Contacts with all parties"],
        ["2", "• Weak ownership", "• Steering committee"],
    ]
)
ASSESSED_ROWS = [
    ["Ref", "Risk", "Likelihood", "Impact", "Mitigation"],
    ["R1", "A fire", "High", "Low", "Water"],
    ["R2", "A flood", "Low", "High", "Pumps"],
]
ASSESSED, STORM = table(ASSESSED_ROWS), [["R3", "A storm", "High", "High", "Walls"]]
MORE = [
    ["3", "• Staff turnover\n• No interpreters", "• Training"],
    ["Operational risks"] * 3,
    ["4", "• Delays", "• Time"],
]


def test_a_table_without_heads_goes_on_with_the_category_of_the_one_before():
    file_import = imported(APPENDIX, table(MORE, 2))
    political, operational = outline(file_import)
    assert [risks for risks, _ in political[1]] == [
        ["Change of government", "Early elections."],
        ["Weak ownership"],
        ["Staff turnover", "No interpreters"],
    ]
    assert operational == ("Operational risks", [(["Delays"], ["Time"])])
    # Where each stands in the file.
    tree = file_import.tree
    assert tree is not None
    places = {risk.description: file_import.places[risk.id] for risk in tree.risks}
    assert (places["Weak ownership"].table, places["Weak ownership"].row) == (1, 4)
    assert (places["Staff turnover"].table, places["Staff turnover"].row) == (2, 1)
    assert (places["Delays"].table, places["Delays"].row) == (2, 3)
    # Its heads stand in the file once.
    assert [(item.reason, item.place.table) for item in file_import.left_out] == [("heads", 1)]


def test_the_heading_above_it_is_its_category():
    file_import = imported(APPENDIX, TextLine("Partners", 1, 1), table(MORE[:1], 2))
    assert [title for title, _ in outline(file_import)] == ["Political risks", "Partners"]


def test_levels_are_those_of_the_columns_above():
    more = [["R4", "A war", "Low", "Medium", "Peace"]]
    apart = imported(ASSESSED, table(STORM, 2), table(more, 3))
    together = imported(table([*ASSESSED_ROWS, *STORM, *more]))
    assert levels(apart) == levels(together)
    assert outline(apart) == outline(together)


def test_a_user_may_leave_it_out():
    (question,) = (
        question for question in imported(ASSESSED, table(STORM, 2)).questions if question.kind == "which_table"
    )
    assert question.place == FilePlace(TableKind.TABLE, 2)
    file_import = imported(ASSESSED, table(STORM, 2), answers={question.id: "no"})
    assert len(levels(file_import)) == 2
    assert ("chosen", 2) in [(item.reason, item.place.table) for item in file_import.left_out]


@pytest.mark.parametrize(
    "other",
    [
        # As wide, and something else.
        table([["1", "Rare", "once in ten years", "5 %", "green"], ["2", "Likely", "each year", "50 %", "red"]], 2),
        table([["Prepared by", "", "Date", "", "Signature"], ["A. Author", "", "1 May", "", "…"]], 2),
        # Like it, and not as wide.
        table([["R3", "A storm", "High", "High", "Walls", "Later"]], 2),
        table([["R3", "A storm", "High", "High"]], 2),
        # In a workbook, a sheet stands by itself.
        sheet(STORM, "Sheet2", 2),
    ],
)
def test_another_table_is_told_as_left_out(other: Table):
    file_import = imported(ASSESSED, other)
    assert len(levels(file_import)) == 2
    assert {item.place.table for item in file_import.left_out if item.reason != "heads"} == {2}


def test_what_comes_after_something_else_does_not_go_on():
    legend = table([["1", "Rare"], ["2", "Likely"]], 2)
    file_import = imported(ASSESSED, legend, table(STORM, 3))
    assert len(levels(file_import)) == 2
