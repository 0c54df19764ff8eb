"""A deadline that names a month, a quarter or the end of a year lasts until its last day, which is told as a guess."""

import datetime
from dataclasses import replace

import pytest

from riskdesk.domain.importing.values import month_ends
from riskdesk.domain.sheets import Cell
from tests.domain.importing.sheets import imported, sheet, table


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("06/2026", "2026-06-30"),
        ("6.2026", "2026-06-30"),
        ("2026-02", "2026-02-28"),
        ("June 2026", "2026-06-30"),
        ("Feb. 2028", "2028-02-29"),
        ("Dec-26", "2026-12-31"),
        ("Dec-2026", "2026-12-31"),
        ("déc. ’26", "2026-12-31"),
        ("décembre 2026", "2026-12-31"),
        ("DÉCEMBRE\u00a02026", "2026-12-31"),
        ("end of June 2026", "2026-06-30"),
        ("End June 2026", "2026-06-30"),
        ("by the end of June 2026", "2026-06-30"),
        ("fin juin 2026", "2026-06-30"),
        ("d’ici fin juin 2026", "2026-06-30"),
        ("d’ici à fin 2027", "2027-12-31"),
        ("end of 2027", "2027-12-31"),
        ("Q3 2026", "2026-09-30"),
        ("2026/Q3", "2026-09-30"),
        ("T4 2026", "2026-12-31"),
        ("S1 2026", "2026-06-30"),
        ("H2-2026", "2026-12-31"),
        ("3rd quarter of 2026", "2026-09-30"),
        ("1er semestre 2026", "2026-06-30"),
        ("le 2e trimestre 2026", "2026-06-30"),
    ],
)
def test_a_deadline_lasts_until_the_last_day_of_what_it_names(text: str, day: str) -> None:
    assert month_ends.day(text) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "June",
        "13/2026",
        "0/2026",
        "06/26",
        "Dec 26",
        "Mar 1",
        "H3 2026",
        "before June 2026",
        "from June 2026",
        "mid June 2026",
        "early 2027",
        "June 2026 (extended)",
        "June 2026 – March 2027",
        "T0+3 months",
        "Ongoing",
        "Annex 2026",
        "June 9999",
        "June 2026 " * 9000,
    ],
)
def test_anything_else_names_no_day(text: str) -> None:
    assert month_ends.day(text) is None


def test_a_month_comes_in_where_it_is_a_deadline_and_stays_in_the_note_where_it_is_not() -> None:
    heads = ["Risk", "Mitigation", "Due date", "Next review", "Date raised"]
    file_import = imported(sheet([heads, ["Floods cut the roads", "Boats", "June 2026", "Q3 2026", "May 2025"]]))
    (risk,), (mitigation,) = file_import.tree.risks, file_import.tree.mitigations
    assert mitigation.due_date == datetime.date(2026, 6, 30)
    assert risk.next_review == datetime.date(2026, 9, 30)
    assert risk.identified_on is None
    assert "May 2025" in risk.note
    assert "June 2026" not in risk.note
    assert sorted((message.kind, message.excerpt, str(message.more)) for message in file_import.messages) == [
        ("date_guess", "June 2026", "2026-06-30"),
        ("date_guess", "Q3 2026", "2026-09-30"),
        ("date_not_read", "May 2025", ""),
    ]


def test_a_month_comes_in_from_a_table_of_measures_and_from_one_in_a_cell() -> None:
    risks = [["Risk ID", "Risk", "Owner", "Likelihood"], ["R1", "Floods cut the roads", "Ann", "Low"]]
    measures = [["Risk ID", "Measure", "Due date"], ["R1", "Boats", "June 2026"]]
    inside = table([["Action", "Due"], ["Dams", "Q3 2026"]])
    beside = table([["Risk", "Mitigation"], ["Floods cut the roads", ""]])
    in_cell = replace(beside, cells=(*beside.cells[:3], Cell(2, 2, tables=(inside,))))
    for blocks, text, day in (
        ([sheet(risks), sheet(measures, "Measures", 2)], "June 2026", datetime.date(2026, 6, 30)),
        ([in_cell], "Q3 2026", datetime.date(2026, 9, 30)),
    ):
        file_import = imported(*blocks)
        assert [mitigation.due_date for mitigation in file_import.tree.mitigations] == [day]
        assert ("date_guess", text) in [(message.kind, message.excerpt) for message in file_import.messages]
