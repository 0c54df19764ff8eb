"""What stands above and before the heads of columns: words that only group them, numbers, and titles of sheets."""

from tests.domain.importing.sheets import imported, kinds, levels, of_text, outline, sheet

HEADS = ["ID", "Risk description", "Likelihood", "Impact", "Mitigation", "Owner"]
ROW = ["R1", "The servers are old and may fail", 3, 4, "Buy two servers", "Ann"]


def titled_sheet(title, name, number):
    return sheet([[title], HEADS, [name[0], *ROW[1:]]], name, number)


def test_words_above_the_heads_that_group_them_need_not_be_merged():
    groups = ["Risk description", "", "Risk assessment", "", "Risk response"]
    file_import = imported(sheet([["Risk log"], groups, HEADS, ROW]))
    assert outline(file_import) == [("", [([ROW[1]], [ROW[4]])])]
    assert "which_table" not in kinds(file_import)
    assert file_import.tree.register.title == "Risk log"
    assert [len(region.columns) for region in file_import.regions] == [len(HEADS)]


def test_numbers_before_the_heads_are_those_of_the_risks():
    file_import = imported(
        sheet([["", *HEADS[1:]], ["1", *ROW[1:]], ["2", "The lift is broken", 2, 2, "Repair it", "Ben"]])
    )
    assert [(risk.reference, risk.note) for risk in file_import.tree.risks] == [("1", ""), ("2", "")]


def test_other_words_before_them_go_to_the_note():
    file_import = imported(
        sheet([["", *HEADS[1:]], ["new", *ROW[1:]], ["", "The lift is broken", 2, 2, "Repair it", "Ben"]])
    )
    assert [risk.note for risk in file_import.tree.risks] == ["new", ""]


def test_what_stands_above_one_of_several_sheets_is_no_title_of_all():
    titled = [titled_sheet(f"{name} risks", name, at) for at, name in enumerate(("Law", "IT"), 1)]
    assert imported(*titled).tree.register.title == ""
    title_blocks = [item.excerpt for item in imported(*titled).left_out if item.reason == "title_block"]
    assert title_blocks == ["Law risks", "IT risks"]


def test_what_stands_above_each_of_several_sheets_is_the_title_of_all():
    titled = [titled_sheet("Risks of Alpha", name, at) for at, name in enumerate(("Law", "IT"), 1)]
    assert imported(*titled).tree.register.title == "Risks of Alpha"


def test_what_stands_above_the_heads_of_a_text_is_its_title():
    file_import = of_text("Risk log of Alpha;;;\nNo;Risk;Likelihood;Mitigation\n1;Ice on the road;Medium;Salt\n")
    assert file_import.tree.register.title == "Risk log of Alpha"


def test_what_stands_above_the_first_sheet_alone_is_the_title_of_all():
    first = titled_sheet("Risks of Alpha", "Law", 1)
    file_import = imported(first, sheet([HEADS, ["I", *ROW[1:]]], "IT", 2))
    assert file_import.tree.register.title == "Risks of Alpha"
    assert [title for title, _ in outline(file_import)] == ["Law", "IT"]


def test_a_title_that_other_sheets_go_on_with_is_the_title_of_all():
    first, second = titled_sheet("Risks of Alpha", "Law", 1), titled_sheet("Risks of Alpha – IT", "IT", 2)
    assert imported(first, second).tree.register.title == "Risks of Alpha"
    assert imported(titled_sheet("Law risks of Alpha", "Law", 1), second).tree.register.title == ""


def test_heads_of_levels_below_heads_that_are_not_merged_belong_to_these():
    rows = [
        ["Objective", "Risk", "Inherent risk", None, "Controls", "Residual risk", None, "Target risk", None, "Owner"],
        [None, None, "L", "I", None, "L", "I", "L", "I", None],
        ["Independence", "Judges are pressed", 4, 5, "Opinions", 3, 5, 2, 4, "Unit"],
        ["Efficiency", "The backlog grows", 5, 3, "Pilot courts", 4, 3, 3, 2, "Unit"],
    ]
    file_import = imported(sheet(rows))
    assert levels(file_import) == [(4, 5, 3, 5), (5, 3, 4, 3)]
    assert [risk.reference for risk in file_import.tree.risks] == ["", ""]
    first = next(iter(file_import.tree.risks))
    assert first.note == "Objective: Independence\nTarget risk › L: 2\nTarget risk › I: 4"
