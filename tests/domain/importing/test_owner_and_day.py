"""Who does a measure and until when, in one cell."""

import datetime

import pytest

from tests.domain.importing.sheets import imported, sheet

DAY = datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    "head",
    [
        "Treatment owner / deadline",
        "Responsible / Deadline",
        "Responsible (deadline)",
        "Responsable et échéance",
        "Owner and due date",
        "Who / when",
        "By whom, by when",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee / 30 June 2026",
        "Ann Lee, 30.06.2026",
        "Ann Lee (30/06/2026)",
        "2026-06-30 – Ann Lee",
        "Ann Lee\n30.6.26",
    ],
)
def test_an_owner_and_a_day_in_one_cell_come_in(head, text):
    file_import = imported(sheet([["Risk", "Mitigation", head], ["The funds are late", "Donors meet", text]]))
    assert [
        (mitigation.description, mitigation.action_owner, mitigation.due_date)
        for mitigation in file_import.tree.mitigations
    ] == [("Donors meet", "Ann Lee", DAY)]
    (risk,) = file_import.tree.risks
    assert (risk.owner, risk.note) == ("", "")
    assert file_import.messages == ()


def test_a_day_that_may_be_another_is_told():
    rows = [["Risk", "Mitigation", "Responsible / deadline"], ["The funds are late", "Donors meet", "Ann / 03.04.2026"]]
    file_import = imported(sheet(rows))
    assert [(mitigation.action_owner, mitigation.due_date) for mitigation in file_import.tree.mitigations] == [
        ("Ann", datetime.date(2026, 4, 3))
    ]
    assert [message.kind for message in file_import.messages] == ["date_guess"]


@pytest.mark.parametrize("text", ["Ann / Ben", "Ann"])
def test_names_alone_are_names(text):
    rows = [["Risk", "Mitigation", "Responsible / deadline"], ["The funds are late", "Donors meet", text]]
    assert [
        (mitigation.action_owner, mitigation.due_date) for mitigation in imported(sheet(rows)).tree.mitigations
    ] == [(text, None)]


def test_without_a_measure_both_go_to_the_note():
    heads = ["Risk", "Mitigation", "Owner / deadline"]
    rows = [["The funds are late", "", "Ann / 30 June 2026"], ["Fire", "Hoses", ""]]
    first, _ = imported(sheet([heads, *rows])).tree.risks
    assert first.note == "Owner / deadline: 30\u00a0June 2026, Ann"


@pytest.mark.parametrize("head", ["Deadline / responsible", "When, by whom"])
def test_a_day_before_its_owner_comes_in(head):
    rows = [["Risk", "Mitigation", head], ["The funds are late", "Donors meet", "30.06.2026, Ann Lee"]]
    assert [
        (mitigation.action_owner, mitigation.due_date) for mitigation in imported(sheet(rows)).tree.mitigations
    ] == [("Ann Lee", DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "13/02/2026 - 30/06/2026",
        "30/06/2026 (extended)",
        "Done: 30/06/2026",
        "Ongoing; 30/06/2026",
        "Each year, 30/06/2026",
        "First: 31/01/2026\nThen: 30/06/2026",
    ],
)
def test_what_stands_beside_a_day_in_a_column_of_days_is_no_owner(text):
    heads = ["Risk", "Mitigation", "Action owner", "Deadline"]
    file_import = imported(sheet([heads, ["The funds are late", "Donors meet", "Ann", text]]))
    assert [(mitigation.action_owner, mitigation.due_date) for mitigation in file_import.tree.mitigations] == [
        ("Ann", None)
    ]
    (risk,) = file_import.tree.risks
    assert all(line.strip() in risk.note for line in text.split("\n"))
    assert [message.kind for message in file_import.messages] == ["date_not_read"]


def test_a_period_beside_a_name_stays_whole():
    rows = [
        ["Risk", "Mitigation", "Responsible / deadline"],
        ["The funds are late", "Donors meet", "13/02/2026 - 30/06/2026"],
        ["The house is cold", "A stove is bought", "Ann: 13/02/2026 - 30/06/2026"],
    ]
    assert [
        (mitigation.action_owner, mitigation.due_date) for mitigation in imported(sheet(rows)).tree.mitigations
    ] == [(row[2], None) for row in rows[1:]]


def test_the_owner_of_a_risk_does_no_measure():
    rows = [["Risk", "Risk owner / date", "Mitigation"], ["The funds are late", "Ann", "Donors meet"]]
    tree = imported(sheet(rows)).tree
    assert [risk.owner for risk in tree.risks] == ["Ann"]
    assert [mitigation.action_owner for mitigation in tree.mitigations] == [""]


@pytest.mark.parametrize("columns", [("Responsible", "Deadline and responsible"), ("Deadline / who", "Responsible")])
@pytest.mark.parametrize(("other", "owners"), [("Ben", {"Ann", "Ben"}), ("Ann", {"Ann"})])
def test_names_in_two_columns_are_both_kept(columns, other, owners):
    texts = ["30.06.2026, Ann" if "Deadline" in column else other for column in columns]
    file_import = imported(sheet([["Risk", "Mitigation", *columns], ["The funds are late", "Donors meet", *texts]]))
    (mitigation,) = file_import.tree.mitigations
    assert (set(mitigation.action_owner.split("; ")), mitigation.due_date) == (owners, DAY)
