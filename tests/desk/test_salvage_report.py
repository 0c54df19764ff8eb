"""The report on a salvaged store, line by line."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import registers
from riskdesk.desk.remains import Doubt, DoubtfulValue
from riskdesk.desk.salvage import Salvaged
from riskdesk.desk.salvage_report import lines
from riskdesk.domain.language import moment_label
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.replay import Key
from riskdesk.domain.step import Step
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language
from tests.desk.standing import START, ids_of, register_of, state_of

TREE, _ = registers.renumbered(register_of(START))
IDS = ids_of(TREE) | {"gone": "00000000-0000-0000-0000-000000000001"}
TELLING = Telling(Language.ENGLISH, lambda _context, text: text)
AT = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
STEPS = tuple(Step(number, AT + datetime.timedelta(number), "me", "Edit", ()) for number in (1, 2, 3))
WHOLE = Salvaged(state_of(TREE), (), STEPS, (), (), history=True, whole=True)
RISK, MITIGATION = ("risk", IDS["r0"]), ("mitigation", IDS["m0"])


def report_lines(*findings: DoubtfulValue) -> list[str]:
    """What is told of some findings, below the two lines with which each report begins."""
    return lines(replace(WHOLE, findings=findings), TELLING)[2:]


def test_the_report_begins_with_what_came_back() -> None:
    came_back = "Recovered – registers: 1, categories: 3, risks: 7, mitigations: 5."
    assert lines(WHOLE, TELLING) == [came_back, "The whole history was recovered."]
    last = moment_label(AT + datetime.timedelta(3))
    assert lines(replace(WHOLE, whole=False), TELLING) == [
        came_back,
        f"The history was recovered up to step 3, of {last}; later steps, if there were any, are lost.",
    ]
    assert lines(replace(WHOLE, whole=False, history=False), TELLING) == [
        came_back,
        "The history could not be fully recovered; the new file starts a new one.",
    ]


def test_the_report_then_tells_of_steps_and_of_what_was_in_the_way() -> None:
    beside = FileProblem("The file {file} was moved.", file=Path("a.riskdesk-journal"))
    outcome = replace(WHOLE, history=False, whole=False, lost=(2, 4, 5), passed_over=(7,), warnings=(beside,))
    assert lines(outcome, TELLING)[2:] == [
        "The file a.riskdesk-journal was moved.",
        "Steps of the change history that are lost: 3 (2, 4–5).",
        "Steps with data that Riskdesk does not write, which were passed over: 1 (7).",
    ]


def test_what_is_in_doubt_is_told_by_sorts() -> None:
    assert report_lines(
        DoubtfulValue(Doubt.GONE, MITIGATION, "description", None, "Met"),
        DoubtfulValue(Doubt.DIFFERS, RISK, "note", "one", "two"),
        DoubtfulValue(Doubt.RESTORED, MITIGATION),
        DoubtfulValue(Doubt.DIFFERS, MITIGATION, "action_owner", "", "A. Owner"),
    ) == [
        "",
        "Recovered from the change history alone, and may be older than what was there: 1",
        "– mitigation “m0”",
        "",
        "Found in two versions, in the tables and in the change history; please compare: 2",
        "– risk R-01 · note: “one” was kept, not “two”",
        "– mitigation “m0” · action owner: (empty) was kept, not “A. Owner”",
        "",
        "Not in the new file, as this is all that is left of it: 1",
        "– mitigation “m0” · description: “Met”",
    ]


@pytest.mark.parametrize(
    ("doubt", "line"),
    [
        (Doubt.REPLACED, "– risk R-01 · note: “now” in place of “other”"),
        (Doubt.DIFFERS, "– risk R-01 · note: “now” was kept, not “other”"),
        (Doubt.GARBLED, "– risk R-01 · note: “now”"),
        (Doubt.EMPTIED, "– risk R-01 · note: “other”"),
        (Doubt.GONE, "– risk R-01 · note: “other”"),
    ],
)
def test_a_field_in_doubt_is_told_with_its_values(doubt: Doubt, line: str) -> None:
    assert report_lines(DoubtfulValue(doubt, RISK, "note", "now", "other"))[2:] == [line]


@pytest.mark.parametrize("doubt", [Doubt.RESTORED, Doubt.UNVOUCHED, Doubt.HEADING])
@pytest.mark.parametrize(
    ("key", "line"),
    [
        (RISK, "– risk R-01"),
        (("category", IDS["A"]), "– category “A”"),
        # An entry has no text of its own: its first risk describes it.
        (("entry", IDS["e0"]), "– entry “r0”"),
        (("entry", IDS["gone"]), f"– entry {IDS['gone']}"),
        (("risk", "\x1b[2Jgone"), "– risk [2Jgone"),
    ],
)
def test_a_value_in_doubt_is_told_by_what_it_is_called(doubt: Doubt, key: Key, line: str) -> None:
    assert report_lines(DoubtfulValue(doubt, key))[2:] == [line]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("entry", "e3", "entry “r3”"),
        ("entry", "gone", f"entry {IDS['gone']}"),
        ("next_review", "2027-01-05", "5 January 2027"),
        ("note", "two\n lines \x1b[2J", "two lines [2J"),
        ("likelihood", 3, "3 Medium"),
        ("note", None, ""),
    ],
)
def test_a_value_is_told_as_people_read_it(field: str, value: object, words: str) -> None:
    value = IDS.get(str(value), value)
    expected = f"“{words}”" if words else "(empty)"
    assert (
        report_lines(DoubtfulValue(Doubt.GONE, RISK, field, None, value))[2]
        == f"– risk R-01 · {_field_label(field)}: {expected}"
    )


def _field_label(field: str) -> str:
    return TELLING.field("risk", field)


ONE = "x" * 60


@pytest.mark.parametrize(
    ("now", "other", "expected"),
    [
        (f"{ONE} one", f"{ONE} two", (f"{ONE} one", f"{ONE} two")),
        (f"{ONE} {ONE} one", f"{ONE} {ONE} two", (f"…{'x' * 19} one", f"…{'x' * 19} two")),
        (f"{ONE} {ONE}", f"{ONE} {ONE} two", (f"…{'x' * 20}", f"…{'x' * 20} two")),
        (f"a{ONE} {ONE}", f"b{ONE} {ONE}", (f"a{ONE} {'x' * 18}…", f"b{ONE} {'x' * 18}…")),
        (f"{ONE} {ONE}", f"{ONE} {ONE}", (f"{ONE} {'x' * 19}…",) * 2),
    ],
)
def test_long_values_are_cut_so_that_it_is_seen_where_they_differ(
    now: str, other: str, expected: tuple[str, str]
) -> None:
    line = report_lines(DoubtfulValue(Doubt.REPLACED, RISK, "note", now, other))[2]
    assert line == f"– risk R-01 · note: “{expected[0]}” in place of “{expected[1]}”"
