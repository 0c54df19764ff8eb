"""Texts of risks that begin with their titles, on a line of their own."""

import pytest

from tests.domain.importing.sheets import imported, outline, table

TITLED = [
    ("Political instability", "Early elections may delay the adoption of the law."),
    ("Lack of expertise", "Few consultants know the standards, and they are busy."),
]


def texts(file_import):
    return [(risk.title, risk.description) for risk in file_import.tree.risks]


@pytest.mark.parametrize("heads", [["Risk", "Probability", "Mitigation"], ["Risks", "Mitigation"]])
def test_the_first_line_of_each_text_may_be_its_title(heads):
    more = ["High"] * (len(heads) - 2)
    rows = [["\n".join(parts), *more, "Talk to all"] for parts in TITLED]
    assert texts(imported(table([heads, *rows]))) == TITLED


def test_long_texts_below_titles_need_no_full_stop():
    rows = [["\n".join(parts).removesuffix("."), "High"] for parts in TITLED]
    assert texts(imported(table([["Risk", "Likelihood"], *rows])))[1] == (TITLED[1][0], TITLED[1][1].removesuffix("."))


def test_a_text_of_one_line_has_no_title():
    rows = [["\n".join(parts), "High"] for parts in TITLED] + [["Grants are cut in the second year", "Low"]]
    assert texts(imported(table([["Risk", "Likelihood"], *rows]))) == [
        *TITLED,
        ("", "Grants are cut in the second year"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        "The ministry is merged with another one\nand nobody answers",
        "There is a risk that:\nThe ministry is merged with another one",
        "- The ministry is merged\n- Nobody answers in the other one",
        "Staff leave early\nRecruitment takes too long",
    ],
)
def test_lines_that_are_broken_introduced_or_listed_are_no_titles(second):
    rows = [["\n".join(TITLED[0]), "High"], [second, "Low"]]
    assert [title for title, _ in texts(imported(table([["Risk", "Likelihood"], *rows])))] == ["", ""]


def test_lines_without_full_stops_beside_measures_are_a_risk_each():
    rows = [
        ["Political instability\nElections that are held early", "Talk"],
        ["War\nFighting begins once again", "Leave"],
    ]
    entries = outline(imported(table([["Risks", "Mitigation"], *rows])))[0][1]
    assert [risks for risks, _ in entries] == [
        ["Political instability", "Elections that are held early"],
        ["War", "Fighting begins once again"],
    ]


def test_a_column_of_titles_leaves_texts_whole():
    rows = [["T1", "\n".join(TITLED[0]), "High"], ["T2", "\n".join(TITLED[1]), "Low"]]
    found = texts(imported(table([["Title", "Description", "Likelihood"], *rows])))
    assert found == [("T1", " ".join(TITLED[0])), ("T2", " ".join(TITLED[1]))]
