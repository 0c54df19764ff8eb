"""Footnotes: each is in the note of its risk or told, and no word is another one for it."""

from typing import Any

from riskdesk.domain.sheets import TextLine
from tests.domain.importing.sheets import imported, levels, outline, table

HEADS = ["Risk", "Likelihood", "Impact", "Mitigation", "Owner"]


def noted(text: str, note: str) -> str:
    return f"{text}\ufff9{note}\ufffb"


def test_a_footnote_makes_no_other_word_of_a_level_an_owner_or_a_head() -> None:
    rows = [
        [noted("Risk", "in short"), *HEADS[1:]],
        ["Floods in spring", noted("Low", "as of May"), "High", "Build dykes", noted("Ann", "acting")],
        ["Fire at night", "High", "Low", "Buy hoses", "Ben"],
    ]
    file_import = imported(table(rows))
    assert levels(file_import) == [(1, 3, None, None), (3, 1, None, None)]
    assert file_import.tree is not None
    assert [(risk.owner, risk.note) for risk in file_import.tree.risks] == [("Ann", "as of May\nacting"), ("Ben", "")]
    assert [(item.excerpt, item.place.column) for item in file_import.left_out if item.reason == "footnote"] == [
        ("in short", 1)
    ]


def test_a_footnote_stays_with_the_measure_that_it_stands_at() -> None:
    measures = noted("Build dykes; buy boats", "two of them")
    file_import = imported(table([HEADS, ["Floods in spring", "Low", "High", measures, "Ann"]]))
    assert outline(file_import) == [("", [(["Floods in spring"], ["Build dykes", "buy boats (two of them)"])])]
    assert [item for item in file_import.left_out if item.reason == "footnote"] == []


def test_a_footnote_of_a_category_or_a_heading_is_told_and_no_part_of_its_name() -> None:
    category: list[Any] = [noted("Political", "see the annex")]
    rows = [HEADS, category, ["Floods in spring", "Low", "High", "Build dykes", "Ann"]]
    file_import = imported(TextLine(noted("Risks of 2026", "draft"), 1, 1), table(rows, merged=[(2, 1, 1, 5)]))
    assert [title for title, _ in outline(file_import)] == ["Political"]
    footnotes = [item.excerpt for item in file_import.left_out if item.reason == "footnote"]
    assert footnotes == ["draft", "see the annex"]
    assert not any("\ufff9" in remark.excerpt for remark in (*file_import.left_out, *file_import.messages))


def test_what_is_told_shows_its_footnotes_in_brackets() -> None:
    file_import = imported(
        TextLine(noted("Some words", "of ours"), 1), table([HEADS, ["Floods", "Low", "High", "Dykes", "Ann"]])
    )
    assert [item.excerpt for item in file_import.left_out if item.reason == "text"] == ["Some words (of ours)"]
