"""Which items of a file are which of a register, which fields differ, and what is usually done about it."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from riskdesk.desk import scales
from riskdesk.domain.comparing.comparing import compare
from riskdesk.domain.comparing.comparison import Choice, Comparison, Match, State
from riskdesk.domain.comparing.since import changed_since
from riskdesk.domain.document import from_document
from riskdesk.domain.growing import grow
from riskdesk.domain.json_text import written
from riskdesk.domain.remap import Remap
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Mitigation, Register, Risk
from tests.desk.standing import register_of

SCALE = scales.profile(scales.DEFAULT)
TRAINING = "Prosecutors leave the partner authority before the training ends"
FUNDS = "Funds from donors come later than was planned for the first year"
DATA = "Courts do not share their data with the programme"


def register(*entries: dict[str, Any], title: str = "Delivery", **fields: Any) -> RegisterTree:
    """A register of one category."""
    return from_document(written({"categories": [{"title": title, "entries": list(entries)}], **fields}), SCALE)


def entry(*risks: Any, mitigations: Iterable[Any] = ()) -> dict[str, Any]:
    return {"risks": list(risks), "mitigations": list(mitigations)}


def risk(description: str, reference: str = "", **fields: Any) -> dict[str, Any]:
    return {"description": description, "reference": reference, **fields}


def with_fields(tree: RegisterTree, kind: type[Any], **fields: Any) -> RegisterTree:
    """The same register, in which each value of a kind has these fields."""
    return grow(replace(value, **fields) if isinstance(value, kind) else value for value in tree.values)


def differences_of(comparison: Comparison) -> list[tuple[str, Any, Any, Choice]]:
    return [
        (difference.field, difference.here, difference.incoming, difference.usual)
        for difference in comparison.differences
    ]


def states(comparison: Comparison, kind: str) -> list[State]:
    return [row.state for row in comparison.rows if row.kind == kind]


# Risks of the register, risks of the file, and by what each of the file's is known.
PAIRS = [
    ([risk(TRAINING, "R-01")], [risk("Prosecutors leave before it ends", "r-01 ")], [Match.REFERENCE]),
    ([risk(TRAINING, "R-01")], [risk(f"  {TRAINING.upper()};")], [Match.TEXT]),
    ([risk(TRAINING, "R-01")], [risk(TRAINING.replace("partner", "partners"))], [Match.NEAR_TEXT]),
    ([risk(TRAINING, "R-01")], [risk(FUNDS)], [None]),
    ([risk(DATA, "R-01")], [risk(DATA.replace("do not ", ""))], [None]),
    # A text that stands twice in the register is told from the other by all else, or not at all.
    ([risk(FUNDS, "R-01"), risk(FUNDS, "R-02", owner="Anna")], [risk(FUNDS, owner="Anna")], [Match.TEXT]),
    ([risk(FUNDS, "R-01"), risk(FUNDS, "R-02")], [risk(FUNDS, owner="Anna")], [None]),
    ([risk(FUNDS, "R-01"), risk(FUNDS, "R-02")], [risk(FUNDS, owner="Anna"), risk(FUNDS)], [Match.TEXT, Match.TEXT]),
    # Near texts are known only one to one.
    ([risk(f"{TRAINING} twice", "R-01"), risk(f"{TRAINING} often", "R-02")], [risk(TRAINING)], [None]),
    # A file whose rows are numbered anew, as a row was put in: the text tells more than the number.
    (
        [risk(TRAINING, "1"), risk(FUNDS, "2")],
        [risk(DATA, "1"), risk(TRAINING, "2"), risk(FUNDS, "3")],
        [None, Match.TEXT, Match.TEXT],
    ),
    # The references of another register.
    (
        [risk(TRAINING, "R-01"), risk(FUNDS, "R-02"), risk(DATA, "R-03")],
        [risk("Strikes", "R-01"), risk("Floods", "R-02"), risk("Elections", "R-03")],
        [None, None, None],
    ),
]


@pytest.mark.parametrize(("here", "incoming", "matches"), PAIRS)
def test_a_risk_is_known_by_what_leaves_no_doubt(
    here: list[Any], incoming: list[Any], matches: list[Match | None]
) -> None:
    tree = register(*map(entry, incoming))
    comparison = compare(tree, register(*map(entry, here)))
    by_id = {row.incoming.id: row.match for row in comparison.rows if row.incoming is not None}
    assert [by_id[incoming_risk.id] for incoming_risk in tree.risks] == matches


def test_an_identity_goes_before_a_reference_and_a_text() -> None:
    here = register(entry(risk(TRAINING, "R-01")), entry(risk(FUNDS, "R-02")))
    first, second = here.risks
    swapped = {first.id: (FUNDS, "R-02"), second.id: (TRAINING, "R-01")}
    incoming = grow(
        replace(value, description=swapped[value.id][0], reference=swapped[value.id][1])
        if isinstance(value, Risk)
        else value
        for value in here.values
    )
    comparison = compare(incoming, here)
    assert {row.match for row in comparison.rows if row.kind == "risk"} == {Match.IDENTITY}
    assert ("description", TRAINING, FUNDS, Choice.TAKE) in differences_of(comparison)


def test_a_value_is_taken_and_an_empty_cell_overwrites_nothing() -> None:
    here = register(
        entry(risk(TRAINING, "R-01", owner="Anna", likelihood=3, note="Ask again")),
        entry(risk(FUNDS, "R-02", likelihood=2)),
    )
    incoming = register(
        entry(risk(TRAINING, "R-01", owner="Marat")), entry(risk(FUNDS, "R-02", impact=4, likelihood=2, owner="Eva"))
    )
    assert differences_of(compare(incoming, here)) == [
        ("likelihood", 3, None, Choice.KEEP),
        ("owner", "Anna", "Marat", Choice.TAKE),
        ("impact", None, 4, Choice.TAKE),
        ("owner", "", "Eva", Choice.TAKE),
    ]


def test_a_reference_and_what_the_register_says_of_itself_are_kept() -> None:
    here = register(entry(risk(TRAINING, "R-01")), title="Delivery", prepared_by="Anna")
    incoming = register(entry(risk(TRAINING, "7")), prepared_by="Marat", reference="CM(2026)1")
    assert differences_of(compare(incoming, here)) == [
        ("reference", "", "CM(2026)1", Choice.TAKE),
        ("prepared_by", "Anna", "Marat", Choice.KEEP),
        ("reference", "R-01", "7", Choice.KEEP),
    ]
    own = with_fields(here, Register, prepared_by="Marat")
    assert differences_of(compare(own, here)) == [("prepared_by", "Anna", "Marat", Choice.TAKE)]


@pytest.mark.parametrize(
    ("here", "incoming"), [("A text", "A text;"), ("A text", " A\n text. "), ("A text.", "A\N{NO-BREAK SPACE}text")]
)
def test_blanks_and_the_mark_that_closes_a_text_are_no_difference(here: str, incoming: str) -> None:
    assert differences_of(compare(register(entry(here)), register(entry(incoming)))) == []
    assert differences_of(compare(register(entry(incoming)), register(entry(here)))) == []


def test_remarks_of_a_file_are_added_to_a_note() -> None:
    here = register(entry(risk(TRAINING, "R-01", note="Ask again\nCost: 3")))
    incoming = register(entry(risk(TRAINING, "R-01", note="Cost: 3\nArea: North")))
    assert differences_of(compare(incoming, here)) == [
        ("note", "Ask again\nCost: 3", "Ask again\nCost: 3\nArea: North", Choice.TAKE)
    ]
    own = with_fields(here, Risk, note="Area: North")
    assert differences_of(compare(own, here)) == [("note", "Ask again\nCost: 3", "Area: North", Choice.TAKE)]
    assert differences_of(compare(with_fields(incoming, Risk, note="Cost: 3"), here)) == []


def test_risks_in_rows_of_their_own_stay_in_their_entry_and_repeat_its_mitigations() -> None:
    here = register(entry(TRAINING, FUNDS, mitigations=["Pay", "Ask"]))
    incoming = register(
        entry(TRAINING, mitigations=["Pay"]), entry(FUNDS, mitigations=["Pay", "Ask", "Write"]), title="Delivery"
    )
    comparison = compare(incoming, here)
    assert states(comparison, "mitigation") == [State.EQUAL, State.EQUAL, State.NEW]
    assert states(comparison, "entry") == [State.EQUAL]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (["Agree on a calendar with the ministry", "Pay"], ["Agree on a detailed work plan with the ministry", "Pay"]),
        (["Train all judges early"], ["Ask", "Train all new judges and prosecutors"]),
    ],
)
def test_a_text_that_was_reworded_among_those_of_its_entry_is_changed_and_not_added(
    before: list[str], now: list[str]
) -> None:
    for here, incoming in (
        (entry(TRAINING, mitigations=before), entry(TRAINING, mitigations=now)),
        (entry(TRAINING, *before, mitigations=["Write"]), entry(TRAINING, *now, mitigations=["Write"])),
    ):
        comparison = compare(register(incoming), register(here))
        (changed,) = (
            row for row in comparison.rows if row.state is State.DIFFERENT and row.kind in ("risk", "mitigation")
        )
        assert changed.match is Match.NEAR_TEXT
        assert differences_of(comparison) == [("description", before[0], now[-1 - (now[-1] == "Pay")], Choice.TAKE)]
        assert State.MISSING not in [row.state for row in comparison.rows]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (["Raise funds from Norway"], ["Raise funds from Sweden"]),
        (["Raise more funds"], ["Raise new funds", "Raise own funds"]),
        (["Raise more funds"], ["Publish the results in all languages"]),
        (["Staff rules"], ["Staff training"]),
    ],
)
def test_what_may_be_another_measure_is_added(before: list[str], now: list[str]) -> None:
    comparison = compare(register(entry(TRAINING, mitigations=now)), register(entry(TRAINING, mitigations=before)))
    assert states(comparison, "mitigation").count(State.NEW) == len(now)
    assert State.MISSING in states(comparison, "mitigation")


@pytest.mark.parametrize(("count", "is_known"), [(100, True), (101, False)])
def test_in_an_entry_with_very_many_other_texts_no_reworded_one_is_looked_for(count: int, *, is_known: bool) -> None:
    letters = [f"{one}{other}" for one in "abcdefghijk" for other in "abcdefghij"][:count]
    here, incoming = (
        register(entry(TRAINING, mitigations=[f"{two}rain {two}udges {two}arly {word}" for two in letters]))
        for word in ("together", "with their staff")
    )
    expected = State.DIFFERENT if is_known else State.NEW
    assert states(compare(incoming, here), "mitigation").count(expected) == count


def test_new_items_stand_behind_what_they_follow_in_the_file() -> None:
    here, incoming = (
        register_of("A: r0 | m0, r1 | ; B: r2 | "),
        register_of("A: r0 r9 | m8 m0, r8 | , r1 | ; C: ; B: r2 | "),
    )
    texts = [getattr(row.incoming or row.here, "description", "") for row in compare(incoming, here).rows]
    assert [text for text in texts if text] == ["r0", "r9", "m8", "m0", "r8", "r1", "r2"]


def test_a_list_without_categories_goes_where_its_known_risks_are() -> None:
    here = register_of("A: r0 | ; B: r1 | ; C: r2 | ")
    comparison = compare(register_of(": r0 | , r8 | , r1 | , r9 | "), here)
    homes = {branch.category.id: branch.category.title for branch in here.categories}
    new = {
        row.incoming.id: row.incoming
        for row in comparison.rows
        if row.state is State.NEW and row.kind == "entry" and row.incoming
    }
    assert [homes[comparison.parents[identity]] for identity in new] == ["A", "B"]
    assert states(comparison, "category") == [State.MISSING] * 3
    assert not list(comparison.differences)


def test_a_category_is_known_by_its_risks_and_gets_its_new_title() -> None:
    comparison = compare(register_of("Politics: r0 | , r1 | ; B: r2 | "), register_of("A: r0 | , r1 | ; B: r2 | "))
    assert differences_of(comparison) == [("title", "A", "Politics", Choice.TAKE)]


def test_categories_whose_risks_are_in_one_of_the_register_are_not_that_one() -> None:
    comparison = compare(register_of("P: r0 | ; Q: r1 | "), register_of("A: r0 | , r1 | "))
    assert states(comparison, "category") == [State.MISSING, State.NEW, State.NEW]
    assert [difference.field for difference in comparison.differences] == ["category"] * 2


def test_a_list_without_categories_goes_to_the_last_one_where_no_risk_is_known() -> None:
    here = register_of("A: r0 | ; B: r1 | ; C: r2 | ")
    comparison = compare(register_of(": r8 | "), here)
    (new,) = (row.incoming for row in comparison.rows if row.state is State.NEW and row.kind == "entry")
    assert new is not None
    assert comparison.parents[new.id] == here.categories[-1].category.id


def test_a_new_category_has_a_line_of_its_own_if_nothing_is_in_it() -> None:
    comparison = compare(register_of("A: r0 | ; B: ; C: r1 | "), register_of("A: r0 | "))
    lines = [(line.row.kind, getattr(line.row.incoming, "title", "")) for line in comparison.lines]
    assert lines == [("category", "B"), ("risk", "")]


def test_a_risk_that_moves_takes_its_new_category_along_and_that_comes_for_nothing_else() -> None:
    here, incoming = register_of("A: r0 | , r1 | "), register_of("A: r0 | ; B: r1 | , r2 | ")
    comparison = compare(incoming, here)
    new = {row.kind: row.key for row in comparison.rows if row.state is State.NEW}
    (moved,) = (difference.key for difference in comparison.differences)
    for choices, kinds in (
        ({new["risk"]: Choice.KEEP}, ["risk", "category"]),
        ({moved: Choice.KEEP}, ["category", "entry", "risk"]),
        ({new["risk"]: Choice.KEEP, moved: Choice.KEEP}, []),
    ):
        assert [row.kind for row, _ in comparison.taken_rows(choices)] == kinds


@pytest.mark.parametrize(("entry_text", "name"), [("r0 r1 | m0", "r0"), ("| m0", "m0")])
def test_an_entry_that_is_gone_since_is_named_by_its_first_text(entry_text: str, name: str) -> None:
    here, incoming = register_of(f"A: {entry_text}, r2 | "), register_of(f"A: {entry_text} m1, r2 | ")
    now = replace(here, categories=(replace(here.categories[0], entries=here.categories[0].entries[1:]),))
    assert changed_since(compare(incoming, here), now, {}) == [name]


def test_a_risk_that_is_gone_since_is_named_once_whatever_of_it_differs() -> None:
    here = register(entry(risk(TRAINING, "R-01", owner="Anna", impact=2)))
    incoming = register(entry(risk(TRAINING, "R-01", owner="Marat", impact=3)))
    now = grow(value for value in here.values if not isinstance(value, Risk))
    assert len(changed_since(compare(incoming, here), now, {})) == 1


def test_a_risk_moves_with_its_whole_entry_and_stays_where_it_would_leave_that() -> None:
    here = register_of("A: r0 | , r1 r2 | m0, r3 | ; B: r4 | ")
    whole = compare(register_of("A: r0 | , r3 | ; B: r4 | , r1 r2 | m0"), here)
    assert differences_of(whole) == [("category", "A", "B", Choice.TAKE)] * 2
    part = compare(register_of("A: r0 | , r1 | m0, r3 | ; B: r4 | , r2 |"), here)
    assert differences_of(part) == [("category", "A", "B", Choice.KEEP)]


def test_levels_of_another_scale_are_told_by_a_table() -> None:
    small = scales.profile("eu-action-document-3x3")
    incoming = with_fields(register(entry(risk(TRAINING, "R-01", likelihood=2, impact=3))), Register, scale=small)
    here = register(entry(risk(TRAINING, "R-01", likelihood=3, impact=4)))
    comparison = compare(incoming, here)
    assert comparison.remap == Remap((1, 3, 5), (1, 3, 5))
    assert differences_of(comparison) == [("impact", 4, 5, Choice.TAKE)]
    assert differences_of(compare(incoming, here, remap=Remap((1, 3, 5), (1, 2, 4)))) == []


def test_levels_that_stand_in_another_order_are_compared_by_their_names() -> None:
    here = register(entry(risk(TRAINING, "R-01", likelihood=2, impact=5)))
    turned = scales.profile("5x5")
    turned = replace(turned, likelihood=turned.likelihood[::-1])
    incoming = with_fields(register(entry(risk(TRAINING, "R-01", likelihood=4, impact=5))), Register, scale=turned)
    assert differences_of(compare(incoming, here)) == []


def test_keys_name_what_is_chosen_and_are_the_same_for_the_same_file() -> None:
    here = register(entry(risk(TRAINING, "R-01", owner="Anna")), entry(risk(FUNDS, "odd / ref", owner="Anna")))
    incoming = register(
        entry(risk(TRAINING, "R-01", owner="Eva")), entry(risk(FUNDS, "odd / ref", owner="Eva")), entry(DATA)
    )
    comparison, again = compare(incoming, here), compare(incoming, here)
    odd = list(here.risks)[1].id
    assert [difference.key for difference in comparison.differences] == ["risk/R-01/owner", f"risk/{odd}/owner"]
    assert [row.key for row in comparison.rows if row.state is State.NEW] == ["entry/+3", "risk/+3"]
    assert [row.key for row in comparison.rows] == [row.key for row in again.rows]


# What a field was when it was sent, what the file and the register have: differs, and was it changed here.
BASES = [
    ("Anna", "Anna", "Eva", None),
    ("Anna", "Eva", "Anna", (Choice.TAKE, False)),
    ("Anna", "Eva", "Marat", (Choice.KEEP, True)),
    ("Anna", "Eva", "Eva", None),
    ("Anna", "", "Anna", (Choice.KEEP, False)),
    ("", "Eva", "", (Choice.TAKE, False)),
]


@pytest.mark.parametrize(("sent", "incoming", "here", "expected"), BASES)
def test_of_what_was_sent_only_what_was_changed_comes_back(
    sent: str, incoming: str, here: str, expected: tuple[Choice, bool] | None
) -> None:
    base = register(entry(risk(TRAINING, "R-01", owner=sent), mitigations=["Pay"]))
    sides = (with_fields(base, Risk, owner=owner) for owner in (incoming, here))
    comparison = compare(*sides, base)
    differences = list(comparison.differences)
    assert comparison.changes({}) is (expected is not None and expected[0] is Choice.TAKE)
    assert [(difference.usual, difference.changed_here) for difference in differences] == (
        [] if expected is None else [expected]
    )
    assert all(
        (difference.base, difference.incoming, difference.here) == (sent, incoming, here) for difference in differences
    )


def test_to_empty_a_field_or_to_delete_an_item_is_a_loss() -> None:
    here = register(entry(risk(TRAINING, "R-01", owner="Anna", impact=3, likelihood=3)), entry(FUNDS))
    incoming = register(entry(risk(TRAINING, "R-01", owner="Eva", impact=4)), entry(risk(DATA, likelihood=1)))
    lines = [line for line in compare(incoming, here).lines if line.row.kind == "risk"]
    assert {line.difference.field if line.difference else line.row.state: line.is_loss for line in lines} == {
        "likelihood": True,
        "impact": False,
        "owner": False,
        State.NEW: False,
        State.MISSING: True,
    }
    sent = register(entry(risk(TRAINING, "R-01", owner="Anna")))
    (line,) = compare(with_fields(sent, Risk, owner=""), sent, sent).lines
    assert line.is_loss


def test_what_was_not_sent_is_not_missing_and_what_was_deleted_here_does_not_come_back() -> None:
    here = register(entry(TRAINING, mitigations=["Pay"]), entry(FUNDS))
    base = grow(value for value in here.values if getattr(value, "description", "") != FUNDS)
    assert set(states(compare(base, here, base), "risk")) == {State.EQUAL}
    assert State.MISSING in states(compare(base, here), "risk")
    incoming = grow(value for value in here.values if not isinstance(value, Mitigation))
    (back,) = [row for row in compare(base, incoming, base).rows if row.state is State.NEW]
    assert (back.kind, back.usual) == ("mitigation", Choice.KEEP)


def test_a_new_category_comes_only_with_what_is_taken_in_it() -> None:
    comparison = compare(register_of("A: r0 | ; B: r1 | m1; C: "), register_of("A: r0 |"))
    new = [row.key for row in comparison.rows if row.state is State.NEW]
    assert [row.key for row, _ in comparison.taken_rows({})] == new
    chosen = dict.fromkeys(["risk/+2", "mitigation/+1"], Choice.KEEP)
    assert [row.key for row, _ in comparison.taken_rows(chosen)] == ["category/+3"]


def test_choices_change_something_where_anything_is_taken() -> None:
    comparison = compare(register_of("A: r0 | ; B: r1 | m1; C: "), register_of("A: r2 |"))
    lines = comparison.lines
    assert [line.row.kind for line in lines] == ["risk", "risk", "risk", "mitigation", "category"]
    for count in range(len(lines) + 1):
        for taken in combinations(lines, count):
            choices = {line.key: Choice.TAKE if line in taken else Choice.KEEP for line in lines}
            assert comparison.changes(choices) == bool(comparison.taken_rows(choices)) == bool(taken)
    empty = compare(register(entry(FUNDS), entry()), register(entry(FUNDS)))
    assert empty.lines == []
    assert empty.changes({}) == bool(empty.taken_rows({}))


def test_a_day_that_differs_is_told_as_a_day() -> None:
    here = register(entry(risk(TRAINING, "R-01", next_review="2026-11-30")))
    incoming = register(entry(risk(TRAINING, "R-01", next_review="2027-01-31")))
    days = datetime.date(2026, 11, 30), datetime.date(2027, 1, 31)
    assert differences_of(compare(incoming, here)) == [("next_review", *days, Choice.TAKE)]


@pytest.mark.parametrize(("here", "incoming"), [(1, 2), (2, 1), (2, 3)])
def test_texts_that_one_side_has_more_often_are_compared_all_the_same(here: int, incoming: int) -> None:
    sides = (register(entry(TRAINING, *[FUNDS] * count, mitigations=["Ask"] * count)) for count in (incoming, here))
    comparison = compare(*sides)
    assert {row.kind for row in comparison.rows if row.state is State.EQUAL} >= {"category", "entry"}
    for kind in ("risk", "mitigation"):
        assert states(comparison, kind).count(State.MISSING) >= here - incoming
        assert states(comparison, kind).count(State.NEW) >= incoming - here
