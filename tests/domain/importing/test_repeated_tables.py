"""Tables with the same risks: one is the register, and what it lacks comes in from the others."""

from collections.abc import Sequence

import pytest

from riskdesk.domain.importing.result import Import
from riskdesk.domain.sheets import Table
from riskdesk.domain.tree import RegisterTree
from tests.domain.importing.sheets import imported, kinds, sheet

TEXTS = ("The law is not adopted in time", "The partner, and its office, are merged", "No expert is found in spring")
NUMBERS = ("R1", "R2", "R3")
MEASURES = ("Meet the committee", "Agree on a successor", "Keep a list of experts")
LEVELS = ("Low", "Medium", "High")
Columns = dict[str, tuple[str, ...]]


def columns(names: Columns, number: int) -> Table:
    """A sheet with these columns by their heads."""
    return sheet([tuple(names), *zip(*names.values(), strict=True)], f"Sheet{number}", number)


def roles(file_import: Import) -> list[str]:
    return [role.role for role in file_import.roles]


def told(file_import: Import) -> list[tuple[str, int | None, list[str]]]:
    """What came in of each risk: its text, its likelihood and its mitigations."""
    tree = file_import.tree
    assert isinstance(tree, RegisterTree)
    entries = [entry for category in tree.categories for entry in category.entries]
    return [
        (risk.description, risk.likelihood, [mitigation.description for mitigation in entry.mitigations])
        for entry in entries
        for risk in entry.risks
    ]


NUMBERED: Columns = {"ID": NUMBERS, "Risk description": TEXTS}
BARE: Columns = {"Risk description": TEXTS}
RATED: Columns = {"Likelihood": LEVELS, "Impact": LEVELS}
ANSWERED: Columns = {"Mitigation measures": MEASURES}


@pytest.mark.parametrize(
    ("first", "second", "role"),
    [
        (NUMBERED | ANSWERED | {"Owner": ("Ann",) * 3}, NUMBERED | RATED, "more"),
        (NUMBERED | RATED | {"Owner": ("Ann",) * 3}, NUMBERED | ANSWERED, "measures"),
        (BARE | RATED, BARE | ANSWERED, "measures"),
        (BARE | ANSWERED | {"Owner": ("Ann",) * 3}, BARE | RATED, "more"),
        (NUMBERED | RATED, BARE | ANSWERED, "measures"),
        (BARE | RATED | {"Owner": ("Ann",) * 3}, NUMBERED | ANSWERED, "measures"),
        (BARE | ANSWERED | {"Owner": ("Ann",) * 3, "Trigger": ("A law",) * 3}, NUMBERED | RATED, "more"),
    ],
)
def test_levels_and_mitigations_in_a_table_of_their_own_come_in_with_their_risks(
    first: Columns, second: Columns, role: str
) -> None:
    file_import = imported(columns(first, 1), columns(second, 2))
    assert roles(file_import) == ["register", role]
    assert told(file_import) == [
        (text, place, [measure]) for place, (text, measure) in enumerate(zip(TEXTS, MEASURES, strict=True), 1)
    ]
    assert "which_table" not in kinds(file_import)
    expected_numbers = NUMBERS if "ID" in (first | second) else ("",) * 3
    assert [(risk.reference, risk.note) for risk in file_import.tree.risks] == [
        (number, "") for number in expected_numbers
    ]


@pytest.mark.parametrize("numbers", [("R3", "R1", "R2"), ("7", "8", "9")])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NUMBERED | RATED, ANSWERED),
        (NUMBERED | ANSWERED | {"Owner": ("Ann",) * 3, "Category": ("Law",) * 3}, RATED),
    ],
)
def test_texts_count_where_the_second_table_has_numbers_of_its_own(
    first: Columns, second: Columns, numbers: tuple[str, ...]
) -> None:
    """As where it begins with the most urgent risk, and counts from there."""
    file_import = imported(columns(first, 1), columns({"ID": numbers, "Risk description": TEXTS} | second, 2))
    assert told(file_import) == [(text, place, [MEASURES[place - 1]]) for place, text in enumerate(TEXTS, 1)]


def test_a_number_comes_in_with_levels_for_risks_that_have_none() -> None:
    first = BARE | ANSWERED | {"Owner": ("Ann",) * 3, "Category": ("Law",) * 3}
    file_import = imported(columns(first, 1), columns(NUMBERED | RATED, 2))
    assert roles(file_import) == ["register", "more"]
    assert file_import.tree is not None
    assert [(risk.reference, risk.likelihood) for risk in file_import.tree.risks] == [("R1", 1), ("R2", 2), ("R3", 3)]


def test_texts_count_where_the_second_table_leaves_a_number_out() -> None:
    second = {"ID": ("R1", "", "R3"), "Risk description": TEXTS} | ANSWERED
    file_import = imported(columns(NUMBERED | RATED, 1), columns(second, 2))
    assert told(file_import) == [(text, place, [MEASURES[place - 1]]) for place, text in enumerate(TEXTS, 1)]


def test_numbers_count_for_risks_that_have_only_a_title() -> None:
    texts, numbers = (*TEXTS, "Funds end too early", "Staff is on leave", "Prices rise"), range(6)
    titled = {"ID": tuple(f"R{place}" for place in numbers), "Risk title": tuple(f"Title {place}" for place in numbers)}
    first = titled | {"Risk description": (texts[0], "", *texts[2:])} | {"Likelihood": 2 * LEVELS, "Impact": 2 * LEVELS}
    second = (
        titled | {"Risk description": (*texts[:5], "")} | {"Mitigation measures": tuple(map("Do {}".format, numbers))}
    )
    file_import = imported(columns(first, 1), columns(second, 2))
    assert roles(file_import) == ["register", "measures"]
    assert [measures for _, _, measures in told(file_import)] == [[f"Do {place}"] for place in numbers]


@pytest.mark.parametrize("merged", [(), [(row, column, 2, 1) for row in (2, 4, 6) for column in (1, 2)]])
def test_mitigations_in_rows_of_their_own_come_in_with_the_risk_above(
    merged: Sequence[tuple[int, int, int, int]],
) -> None:
    rows = [("ID", "Risk description", "Mitigation measures")]
    for number, text, measure in zip(NUMBERS, TEXTS, MEASURES, strict=True):
        rows += [(number, text, measure), ("", "", f"{measure} again")]
    file_import = imported(columns(NUMBERED | RATED, 1), sheet(rows, "Plan", 2, merged=merged))
    assert [measures for _, _, measures in told(file_import)] == [[measure, f"{measure} again"] for measure in MEASURES]
    assert {item.reason for item in file_import.left_out} == {"heads", "repeated"}


def test_rows_about_no_risk_are_reported_with_what_is_repeated() -> None:
    rows = [("ID", "Risk description", "Mitigation measures", "Impact"), ("Politics", "", "", "")]
    rows += [(*line, "Low") for line in zip(NUMBERS, TEXTS, MEASURES, strict=True)]
    rows += [("", "", "", "High"), ("Total", "", "3", "")]
    file_import = imported(columns(NUMBERED | RATED | {"Owner": ("Ann",) * 3}, 1), sheet(rows, "Plan", 2))
    assert [measures for _, _, measures in told(file_import)] == [[measure] for measure in MEASURES]
    assert not file_import.messages
    (repeated,) = (item for item in file_import.left_out if item.reason == "repeated")
    assert {(2, 1), (6, 4), (7, 1), (7, 3)} <= set(repeated.cells)


def test_what_both_tables_tell_is_reported_once_and_changes_nothing() -> None:
    first = NUMBERED | RATED | {"Owner": ("Ann", "Ben", "Cem")}
    second = NUMBERED | ANSWERED | {"Likelihood": LEVELS[::-1]}
    file_import = imported(columns(first, 1), columns(second, 2))
    assert [likelihood for _, likelihood, _ in told(file_import)] == [1, 2, 3]
    (repeated,) = (item for item in file_import.left_out if item.reason == "repeated")
    assert (repeated.place.table, {column for _, column in repeated.cells}) == (2, {2, 4})


def test_owners_days_and_notes_beside_mitigations_come_in_with_them() -> None:
    first = NUMBERED | RATED | {"Owner": ("Ann", "Ben", "Cem"), "Remarks": ("One", "Two", "Three")}
    second = NUMBERED | ANSWERED | {"Owner": ("Dan", "Eve", "Flo"), "Remarks": ("Four", "Five", "Six")}
    tree = imported(columns(first, 1), columns(second, 2)).tree
    assert [risk.owner for risk in tree.risks] == ["Ann", "Ben", "Cem"]
    assert [mitigation.action_owner for mitigation in tree.mitigations] == ["Dan", "Eve", "Flo"]
    notes = [("One", "Four"), ("Two", "Five"), ("Three", "Six")]
    assert all(word in risk.note for risk, words in zip(tree.risks, notes, strict=True) for word in words)


def test_a_summary_that_tells_no_more_is_left_out_and_asked_about() -> None:
    first, second = NUMBERED | RATED | ANSWERED, NUMBERED | {"Owner": ("Ann", "Ben", "Cem")} | RATED
    file_import = imported(columns(first, 1), columns(second, 2))
    assert roles(file_import) == ["register", "other"]
    assert "which_table" in kinds(file_import)


def test_a_table_that_the_user_calls_a_register_comes_in_as_one() -> None:
    tables = columns(NUMBERED | RATED, 1), columns(NUMBERED | ANSWERED, 2)
    for said in ({"mapping": {"tables": [{"table": 2, "role": "register"}]}}, {"answers": {"which_table:1": "yes"}}):
        file_import = imported(*tables, **said)
        assert roles(file_import) == ["register", "register"]
        assert len(told(file_import)) == 6


def test_a_table_that_the_user_calls_mitigations_again_adds_them_and_no_notes() -> None:
    tables = columns(NUMBERED | RATED, 1), columns(NUMBERED | ANSWERED, 2)
    guessed = imported(*tables)
    said = imported(*tables, mapping={"tables": [{"table": 2, "role": "measures"}]})
    assert told(said) == told(guessed)
    assert {risk.note for risk in said.tree.risks} == {""}
    assert said.left_out == guessed.left_out


def test_numbers_of_measures_beside_the_texts_of_risks_are_no_references() -> None:
    rows = [("No.", "Risk description", "Mitigation measures")]
    for place, (text, measure) in enumerate(zip(TEXTS, MEASURES, strict=True)):
        rows += [(str(2 * place + 1), text, measure), (str(2 * place + 2), text, f"{measure} again")]
    first = BARE | RATED | {"Owner": ("Ann",) * 3, "Trigger": ("A law",) * 3}
    file_import = imported(columns(first, 1), sheet(rows, "Plan", 2))
    assert [(risk.reference, risk.note) for risk in file_import.tree.risks] == [
        ("", "No.: 1\nNo.: 2"),
        ("", "No.: 3\nNo.: 4"),
        ("", "No.: 5\nNo.: 6"),
    ]


def test_of_two_years_the_later_one_comes_in_and_the_other_lists_no_levels():
    heads = ("Ref", "Risk description", "Likelihood", "Impact", "Mitigation", "Owner")
    rows = [("R1", TEXTS[0], "High", "Low", MEASURES[0], "Ann"), ("R2", TEXTS[1], "Medium", "Low", MEASURES[1], "Bob")]
    later = [("R1", TEXTS[0], "Medium", "Low", MEASURES[0], "Ann"), ("R2", TEXTS[1], "Low", "Medium", "Ask", "Bob")]
    more = ("R3", TEXTS[2], "High", "Medium", MEASURES[2], "Ann")
    for new in (later, [*later, more]):
        file_import = imported(sheet([heads, *rows], "2025"), sheet([heads, *new], "2026", 2))
        risks = list(file_import.tree.risks)
        assert [risk.reference for risk in risks] == [row[0] for row in new]
        assert [(risk.likelihood, risk.impact) for risk in risks[:2]] == [(2, 1), (1, 2)]
        assert [level.name.en for level in file_import.tree.register.scale.impact] == list(LEVELS)
