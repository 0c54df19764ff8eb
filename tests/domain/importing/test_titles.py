"""The name and the title of a document, in one line or two."""

from datetime import date

import pytest

from riskdesk.domain.sheets import TextLine
from tests.domain.importing.sheets import imported, of_text, sheet, table

RISKS = table([["Risk", "Mitigation"], ["The law is adopted late", "Meet the committee"]])


@pytest.mark.parametrize(
    ("line", "heading", "title"),
    [
        ("Risk register – Reform of the courts", "Risk register", "Reform of the courts"),
        ("Project risk register: Reform of the courts", "Project risk register", "Reform of the courts"),
        ("Registre des risques\u00a0: Réforme des tribunaux", "Registre des risques", "Réforme des tribunaux"),
        ("Appendix II – Risk register – Reform of courts", "Appendix II – Risk register", "Reform of courts"),
        ("Appendix II – Risk register", "Appendix II – Risk register", ""),
        ("Risk register – March 2026", "Risk register – March 2026", ""),
        ("Risk register – Version 3", "Risk register – Version 3", ""),
        ("Risk register / Registre des risques", "Risk register / Registre des risques", ""),
        ("Risk register – Annex II", "Risk register – Annex II", ""),
    ],
)
def test_a_line_may_name_the_document_and_its_title(line, heading, title):
    register = imported(TextLine(line, 1, 1), RISKS).tree.register
    assert (register.heading, register.title) == (heading, title)


def test_a_title_of_its_own_leaves_the_name_whole():
    lines = [TextLine("Risk register – Georgia", 1, 1), TextLine("Reform of the courts", 2, 1)]
    register = imported(*lines, RISKS).tree.register
    assert (register.heading, register.title) == ("Risk register – Georgia", "Reform of the courts")


@pytest.mark.parametrize("sign", [";", "\t", "|"])
@pytest.mark.parametrize(
    "title", ["Register of the office", "Support to courts, 2026", "Courts, prosecutors, and prisons"]
)
def test_a_title_may_stand_above_the_columns_of_a_text(title, sign):
    rows = [["Risk", "Likelihood", "Mitigation"], ["Fire, floods, storms", "High", "Insurance"]]
    text = "\n".join([title, "", *(sign.join(row) for row in rows)])
    tree = of_text(text).tree
    assert (tree.register.title, [risk.description for risk in tree.risks]) == (title, [rows[1][0]])


def test_the_first_line_of_a_text_in_two_columns_is_no_title_where_risks_have_commas():
    rows = ["Risk;Mitigation", "Fire, floods, storms;Insurance", "Strikes, delays, costs;Talks"]
    tree = of_text("\n".join(rows)).tree
    assert [risk.description for risk in tree.risks] == ["Fire, floods, storms", "Strikes, delays, costs"]


@pytest.mark.parametrize("rule", ["|:---|:---:|-----|", "|:-:|:-|-:|", "| -- | -- | -- |"])
def test_the_rule_below_heads_of_markdown_is_no_risk_and_nothing_left_out(rule):
    text = f"| Risk | Likelihood | Mitigation |\n{rule}\n| Fire | High | Insurance |\n| Floods | Low | Dykes |"
    made = of_text(text)
    assert [risk.description for risk in made.tree.risks] == ["Fire", "Floods"]
    assert [item.reason for item in made.left_out] == ["heads"]


def test_line_ends_and_bold_words_of_markdown_are_read_as_such():
    heads = "| **Description of risks** | Mitigation strategies |\n| --- | --- |\n| **Money** |  |\n"
    row = "| • **Fire** in 2 ** 3 halls<br>• **Floods** <BR /> • Theft | • Insurance<br>• Alarms |\n"
    tree = of_text(heads + row).tree
    assert [each.category.title for each in tree.categories] == ["Money"]
    assert [risk.description for risk in tree.risks] == ["Fire in 2 ** 3 halls", "Floods", "Theft"]
    assert [mitigation.description for mitigation in tree.mitigations] == ["Insurance", "Alarms"]


def test_the_signs_of_headings_of_markdown_are_no_part_of_titles_and_categories():
    rows = "| # | Risk | Likelihood | Mitigation |\n|---|---|---|---|\n| {} | {} | High | Insurance |\n"
    text = f"# Support to courts\n\n{rows.format(1, 'Fire')}\n## Money\n\n{rows.format(2, 'Prices rise')}"
    tree = of_text(text).tree
    assert tree.register.title == "Support to courts"
    assert [each.category.title for each in tree.categories] == ["", "Money"]
    assert [(risk.reference, risk.description) for risk in tree.risks] == [("1", "Fire"), ("2", "Prices rise")]


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("1 January 2024 – 31 December 2027", ("2024-01-01", "2027-12-31")),
        ("from 1 January 2024 to 31 December 2027", ("2024-01-01", "2027-12-31")),
        ("… – 31 December 2027", (None, "2027-12-31")),
        ("1 January 2024 – soon", (None, None)),
    ],
)
def test_a_period_above_a_table_is_read_in_sheets_as_in_documents(period, days):
    rows = [["Risk", "Likelihood", "Impact", "Mitigation"], ["Staff leave the house", "2", "3", "Deputies"]]
    register = imported(sheet([["Reform of the courts"], [f"Period: {period}"], [], *rows])).tree.register
    assert (register.period_start, register.period_end) == tuple(day and date.fromisoformat(day) for day in days)


@pytest.mark.parametrize("second", ["Part B: operations", "Part B"])
def test_the_text_above_the_first_head_is_a_category_where_one_like_it_is_above_the_second(second):
    head = ["No", "Risk", "Mitigation"]
    rows = [head, [1, "The law is late", "Meet the committee"]]
    more = [head, [2, "Funds are cut", "Look for donors"], [3, "Staff leave", "Train others"]]
    file_import = imported(sheet([["Reform of the courts"], ["Part A: strategy"], *rows, [second], *more]))
    categories = [category.category.title for category in file_import.tree.categories]
    assert (categories, file_import.tree.register.title) == (["Part A: strategy", second], "Reform of the courts")
    file_import = imported(sheet([["Reform of the courts"], *rows, [second], *more]))
    assert file_import.tree.register.title == "Reform of the courts"


def test_a_greeting_is_no_title():
    text = "Bonjour,\nVoici les risques :\n\n1) Risque : Le local est fermé\nProbabilité : faible\n\n"
    text += "2) Risque : Le formateur part\nProbabilité : élevée\n"
    assert of_text(text).tree.register.title == ""


@pytest.mark.parametrize(
    ("summary", "title", "note"),
    [
        ("Staff", "Staff", ""),
        ("The board met twice and agreed on new rules", "", "Summary: The board met twice and agreed on new rules"),
    ],
)
def test_a_summary_is_a_title_unless_it_is_longer_than_the_risk(summary, title, note):
    rows = [["No", "Risk", "Likelihood", "Summary"], [1, "Staff leave before the handover", 3, summary]]
    (risk,) = imported(sheet(rows)).tree.risks
    assert (risk.title, risk.note) == (title, note)
