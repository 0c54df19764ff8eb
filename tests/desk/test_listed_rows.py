"""The rows of a list: which pass a filter, in which order and groups they stand, and that none is forgotten."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cmp_to_key

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.desk.listing import Arranger, Group, ListRow, Rows
from riskdesk.desk.listing.arranging import grouped
from riskdesk.desk.listing.values import is_prose, sort_key
from riskdesk.domain.listing import LISTED, Listing, RowKind, Sort
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import (
    Mitigation,
    MitigationStatus,
    Response,
    Risk,
    RiskStatus,
)
from tests.desk.rows import CONTEXT, TODAY, entry, tree

OPEN, DONE = MitigationStatus.PLANNED, MitigationStatus.DONE


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def listed(register_tree: RegisterTree, listing: Listing) -> list[ListRow]:
    rows, arranger = Rows(), Arranger()
    rows.take(register_tree, listing.rows)
    arranger.take(rows.all)
    return arranger.arranged(listing, replace(CONTEXT, scale=register_tree.register.scale))


def references(rows: Sequence[ListRow]) -> str:
    return " ".join(row.item.reference if isinstance(row.item, Risk) else row.item.description for row in rows)


RISKS = tree(
    (
        "Political",
        [
            entry(
                [
                    Risk(
                        entry="e",
                        reference="R-1",
                        description="Élections anticipées",
                        owner="Anna",
                        likelihood=5,
                        impact=4,
                        status=RiskStatus.APPROVED,
                        next_review=days(-1),
                        escalated_to="Director",
                    ),
                    Risk(
                        entry="e",
                        reference="R-2",
                        title="Budget",
                        owner="ANNA ",
                        likelihood=2,
                        impact=2,
                        residual_likelihood=1,
                        residual_impact=1,
                        response=Response.AVOID,
                        next_review=days(0),
                        escalated_to=" \u00a0",
                    ),
                ],
                [Mitigation(entry="e", description="m1", due_date=days(-5), status=OPEN)],
            )
        ],
    ),
    (
        "Delivery",
        [
            entry(
                [Risk(entry="e", reference="R-10", owner="Marat", likelihood=3, next_review=days(30))],
                [
                    Mitigation(entry="e", description="m2", due_date=days(-5), status=DONE),
                    Mitigation(entry="e", description="m3", due_date=days(31)),
                ],
            ),
            entry([Risk(entry="e", reference="R-9", status=RiskStatus.CLOSED, note="élection", next_review=days(31))]),
        ],
    ),
)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("text", ["elections"], "R-1"),
        ("text", ["ELECTION"], "R-1 R-9"),
        ("text", ["anticip elec"], "R-1"),
        ("text", ["delivery"], "R-10 R-9"),
        ("text", ["anna political"], "R-1 R-2"),
        ("text", ["anna delivery"], ""),
        ("text", ["  "], "R-1 R-2 R-10 R-9"),
        ("category", ["DELIVERY"], "R-10 R-9"),
        ("category", ["gone"], ""),
        ("owner", ["anna"], "R-1 R-2"),
        ("owner", [""], "R-9"),
        ("owner", ["Marat", ""], "R-10 R-9"),
        ("status", ["approved"], "R-1"),
        ("status", [""], "R-2 R-10"),
        ("status", ["nonsense"], ""),
        ("band", ["4"], "R-1"),
        ("band", [""], "R-10 R-9"),
        ("band", ["1", "4"], "R-1 R-2"),
        ("band", ["9"], ""),
        ("band", ["x"], "R-10 R-9"),
        ("residual_band", ["1"], "R-2"),
        ("likelihood", ["3"], "R-10"),
        ("likelihood", [""], "R-9"),
        ("response", ["avoid"], "R-2"),
        ("due", ["overdue"], "R-1 R-2"),
        ("due", ["soon"], ""),
        ("due", ["none"], ""),
        ("review", ["overdue"], "R-1"),
        ("review", ["soon"], "R-2 R-10"),
        ("review", ["none"], ""),
        ("review", ["overdue", "soon"], "R-1 R-2 R-10"),
        ("escalated", ["yes"], "R-1"),
        ("escalated", ["no"], "R-2 R-10 R-9"),
        ("assessed", ["no"], "R-10 R-9"),
        ("assessed", ["yes", "no"], "R-1 R-2 R-10 R-9"),
        ("ended", ["yes"], "R-9"),
        ("ended", ["no"], "R-1 R-2 R-10"),
        ("cell", ["5,4"], "R-1"),
        ("cell", ["5,4", "2,2"], "R-1 R-2"),
        ("cell", ["3,-"], "R-10"),
        ("cell", ["-,-"], "R-9"),
        ("residual_cell", ["1,1"], "R-2"),
        ("either_cell", ["5,4", "1,1"], "R-1 R-2"),
    ],
)
def test_the_risks_that_pass_a_filter(name: str, values: list[str], expected: str) -> None:
    assert references(listed(RISKS, Listing().filtered(name, *values))) == expected


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("due", ["overdue"], "m1"),
        ("due", ["soon"], ""),
        ("due", ["none"], ""),
        ("status", ["planned"], "m1"),
        ("status", [""], "m3"),
        ("band", ["4"], "m1"),
        ("band", [""], "m2 m3"),
        ("text", ["m2"], "m2"),
        ("text", ["r-10"], "m2 m3"),
        ("category", ["Political"], "m1"),
        ("action_owner", [""], "m1 m2 m3"),
    ],
)
def test_the_mitigations_that_pass_a_filter(name: str, values: list[str], expected: str) -> None:
    assert references(listed(RISKS, Listing(RowKind.MITIGATION).filtered(name, *values))) == expected


@pytest.mark.parametrize("day", [days(-1), days(3), None])
def test_what_has_ended_is_not_due_as_what_is_missing_or_due_says(day: date | None) -> None:
    closed = Risk(entry="e", reference="R-1", status=RiskStatus.CLOSED, next_review=day)
    open_, mitigation = (
        Risk(entry="e", reference="R-2", next_review=day),
        Mitigation(entry="e", description="m1", due_date=day),
    )
    due = ("overdue", "soon", "none")
    for risks, due_risks, due_mitigations in (([closed], "", ""), ([closed, open_], "R-2", "m1")):
        listed_tree = tree(("Delivery", [entry(risks, [mitigation])]))
        assert references(listed(listed_tree, Listing().filtered("review", *due))) == due_risks
        assert references(listed(listed_tree, Listing().filtered("due", *due))) == due_risks
        assert references(listed(listed_tree, Listing(RowKind.MITIGATION).filtered("due", *due))) == due_mitigations


def test_filters_narrow_each_other() -> None:
    listing = Listing().filtered("owner", "Anna").filtered("assessed", "yes").filtered("text", "budget")
    assert references(listed(RISKS, listing)) == "R-2"


@pytest.mark.parametrize(
    ("sorts", "expected"),
    [
        ([], "R-1 R-2 R-10 R-9"),
        ([Sort("reference")], "R-1 R-2 R-9 R-10"),
        ([Sort("reference", True)], "R-10 R-9 R-2 R-1"),
        ([Sort("band", True)], "R-1 R-2 R-10 R-9"),
        ([Sort("band")], "R-2 R-1 R-10 R-9"),
        ([Sort("score")], "R-2 R-1 R-10 R-9"),
        ([Sort("residual_band")], "R-2 R-1 R-10 R-9"),
        ([Sort("residual_score")], "R-2 R-1 R-10 R-9"),
        ([Sort("owner")], "R-1 R-2 R-10 R-9"),
        ([Sort("owner", True)], "R-10 R-1 R-2 R-9"),
        ([Sort("owner"), Sort("reference", True)], "R-2 R-1 R-10 R-9"),
        ([Sort("next_review", True)], "R-9 R-10 R-2 R-1"),
        ([Sort("status")], "R-1 R-9 R-2 R-10"),
        ([Sort("status", True)], "R-9 R-1 R-2 R-10"),
        ([Sort("mitigations", True)], "R-10 R-1 R-2 R-9"),
        ([Sort("mitigations")], "R-1 R-2 R-10 R-9"),
        ([Sort("category"), Sort("reference")], "R-1 R-2 R-9 R-10"),
        ([Sort("category", True), Sort("reference")], "R-9 R-10 R-1 R-2"),
    ],
)
def test_risks_are_sorted_by_what_a_field_means_and_what_has_none_comes_last(sorts: list[Sort], expected: str) -> None:
    assert references(listed(RISKS, replace(Listing(), sorts=tuple(sorts)))) == expected


@pytest.mark.parametrize("descending", [False, True])
def test_references_are_sorted_by_their_numbers_and_numbers_before_letters(*, descending: bool) -> None:
    in_order = ["9", "10", "a-2", "R-9", "r-10", "R-10 b"]
    listed_tree = tree(("", [entry([Risk(entry="e", reference=reference) for reference in sorted(in_order)])]))
    rows = listed(listed_tree, Listing(sorts=(Sort("reference", descending),)))
    assert [row.item.reference for row in rows if isinstance(row.item, Risk)] == in_order[:: -1 if descending else 1]


def test_risks_are_sorted_by_bands_where_the_scale_has_no_scores() -> None:
    scale = scales.profile("eu-action-document-3x3")
    levels = ((1, 1, 1, 1), (3, 3, 2, None), (None, 2, 3, 3))
    names = ("likelihood", "impact", "residual_likelihood", "residual_impact")
    risks = [
        Risk(entry="e", reference=f"R-{number}", **dict(zip(names, each, strict=True)))
        for number, each in enumerate(levels)
    ]
    small = tree(("", [entry(risks)]))
    small = replace(small, register=replace(small.register, scale=scale))
    for name, expected in (("score", "R-1 R-0 R-2"), ("residual_score", "R-2 R-0 R-1")):
        assert references(listed(small, Listing(sorts=(Sort(name, True),)))) == expected


def test_mitigations_are_sorted_by_the_risks_they_are_for_and_those_for_none_come_last() -> None:
    register_tree = tree(
        (
            "Delivery",
            [
                entry([], [Mitigation(entry="e", description="m0")]),
                entry([Risk(entry="e", reference="R-10")], [Mitigation(entry="e", description="m10")]),
                entry([Risk(entry="e", reference="R-9")], [Mitigation(entry="e", description="m9")]),
            ],
        )
    )
    for descending, expected in ((False, "m9 m10 m0"), (True, "m10 m9 m0")):
        listing = Listing(RowKind.MITIGATION, sorts=(Sort("risks", descending),))
        assert references(listed(register_tree, listing)) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("category", "Political: R-1 R-2 | Delivery: R-10 R-9"),
        ("owner", "Anna: R-1 R-2 | Marat: R-10 | No owner: R-9"),
        ("band", "Very high: R-1 | Low: R-2 | Not assessed: R-10 R-9"),
    ],
)
def test_groups_stand_in_an_order_of_their_own(by: str, expected: str) -> None:
    rows = listed(RISKS, Listing())
    assert told(grouped(rows, by, CONTEXT)) == expected
    names = [part.split(": ")[0] for part in expected.split(" | ")]
    # Whatever the order of the rows, which they keep in their group.
    turned = grouped(rows[::-1], by, CONTEXT)
    assert [group.label.strip().casefold() for group in turned] == [name.casefold() for name in names]
    assert [group.rows[::-1] for group in turned] == [group.rows for group in grouped(rows, by, CONTEXT)]


def told(groups: Sequence[Group]) -> str:
    return " | ".join(f"{group.label}: {references(group.rows)}" for group in groups)


def test_the_group_of_a_category_without_a_title_has_a_name() -> None:
    categories = [("", [entry([Risk(entry="e", reference="R-1")])]), ("A", [entry([Risk(entry="e", reference="R-2")])])]
    groups = grouped(listed(tree(*categories), Listing()), "category", CONTEXT)
    assert told(groups) == "Untitled category: R-1 | A: R-2"


def test_the_group_of_a_band_has_its_colour_and_no_other_group_has_one() -> None:
    rows = listed(RISKS, Listing())
    assert [group.band for group in grouped(rows, "band", CONTEXT)] == [3, 0, None]
    for by in ("category", "owner"):
        assert {group.band for group in grouped(rows, by, CONTEXT)} == {None}


@pytest.mark.parametrize(
    ("name", "is_so"), [("description", True), ("note", True), ("owner", False), ("category", False), ("band", False)]
)
def test_sentences_of_a_risk_are_its_own(name: str, *, is_so: bool) -> None:
    assert is_prose(RowKind.RISK, name) is is_so


texts = st.text(st.sampled_from("abcdeéÉœ 1"), max_size=8)
levels = st.none() | st.integers(1, 5)
dates = st.none() | st.integers(-40, 40).map(days)
risks = st.builds(
    Risk,
    entry=st.just("e"),
    description=texts,
    reference=texts,
    owner=texts,
    likelihood=levels,
    impact=levels,
    residual_likelihood=levels,
    residual_impact=levels,
    status=st.none() | st.sampled_from(RiskStatus),
    next_review=dates,
)
trees = st.lists(st.lists(risks, max_size=4).map(entry), max_size=4).map(lambda entries: tree(("A", entries)))
sorts_of = st.lists(st.sampled_from(sorted(LISTED[RowKind.RISK])), unique=True, max_size=3).flatmap(
    lambda names: st.tuples(*(st.booleans().map(lambda down, name=name: Sort(name, down)) for name in names))
)


def test_categories_are_sorted_as_they_stand_in_the_register() -> None:
    titles = ["Part 20", "", "part 9", "Part 10"]
    register_tree = tree(*((title, [entry([Risk(entry="e", reference=title or "none")])]) for title in titles))
    assert (
        references(listed(register_tree, replace(Listing(), sorts=(Sort("category"),))))
        == "Part 20 none part 9 Part 10"
    )
    down = listed(register_tree, replace(Listing(), sorts=(Sort("category", True),)))
    assert references(down) == "Part 10 part 9 none Part 20"


@given(trees, sorts_of)
def test_sorting_keeps_every_row_and_the_order_of_equal_ones(
    register_tree: RegisterTree, sorts: tuple[Sort, ...]
) -> None:
    rows = listed(register_tree, replace(Listing(), sorts=sorts))
    plain = listed(register_tree, Listing())

    def compare(first: ListRow, second: ListRow) -> int:
        for sort in sorts:
            key = sort_key(RowKind.RISK, sort.field, CONTEXT)
            left, right = key(first), key(second)
            if left == right:
                continue
            if left is None or right is None:
                return 1 if left is None else -1
            return (1 if left > right else -1) * (-1 if sort.descending else 1)
        return 0

    assert [row.item.id for row in rows] == [row.item.id for row in sorted(plain, key=cmp_to_key(compare))]


@given(trees, st.lists(texts, min_size=1, max_size=6), st.sampled_from(((), (Sort("owner"),))))
def test_typing_on_finds_what_looking_anew_finds(
    register_tree: RegisterTree, typed: list[str], sorts: tuple[Sort, ...]
) -> None:
    rows, arranger = Rows(), Arranger()
    rows.take(register_tree, RowKind.RISK)
    arranger.take(rows.all)
    text = ""
    for more in typed:
        # Nothing typed stands for what is taken away again.
        text = text + more if more else text[:-2]
        listing = Listing(sorts=sorts).filtered("text", *([text] if text else []))
        assert arranger.arranged(listing, CONTEXT) == listed_of(rows, listing)


def test_other_words_are_looked_for_in_all_rows() -> None:
    rows, arranger = Rows(), Arranger()
    rows.take(RISKS, RowKind.RISK)
    arranger.take(rows.all)
    for text, expected in (
        ("budget", "R-2"),
        ("marat", "R-10"),
        ("mara", "R-10"),
        ("anna", "R-1 R-2"),
        ("election delivery", "R-9"),
        ("delivery", "R-10 R-9"),
    ):
        assert references(arranger.arranged(Listing().filtered("text", text), CONTEXT)) == expected


def listed_of(rows: Rows, listing: Listing) -> list[ListRow]:
    anew = Arranger()
    anew.take(rows.all)
    return anew.arranged(listing, CONTEXT)


def test_a_row_is_made_anew_only_for_what_a_step_changed() -> None:
    rows = Rows()
    rows.take(RISKS, RowKind.RISK)
    before = {row.item.id: row for row in rows.all}
    (political, delivery) = RISKS.categories
    first, second = political.entries[0].risks
    changed = replace(second, owner="Somebody")
    # As a step has it: new trees around what stayed the same.
    entries = (replace(political.entries[0], risks=(first, changed)),)
    now = replace(
        RISKS,
        categories=(
            replace(political, entries=entries),
            replace(delivery, entries=tuple(map(replace, delivery.entries))),
        ),
    )
    rows.take(now, RowKind.RISK)
    kept_rows = [row for row in rows.all if before[row.item.id] is row]
    # Those of the same entry are told with it.
    assert references(kept_rows) == "R-10 R-9"
    new_rows = [row for row in rows.all if row not in kept_rows]
    assert [row.item for row in new_rows] == [first, changed]
    assert all(row.entry is place for row, place in zip(kept_rows, now.categories[1].entries, strict=True))


def test_rows_follow_another_scale_and_other_rows() -> None:
    rows = Rows()
    rows.take(RISKS, RowKind.RISK)
    assert rows.all[0].rank[0] == 3
    other = scales.profile("eu-action-document-3x3")
    small = replace(RISKS, register=replace(RISKS.register, scale=other))
    rows.take(small, RowKind.RISK)
    assert rows.all[0].rank[0] == -1
    rows.take(small, RowKind.MITIGATION)
    assert references(rows.all) == "m1 m2 m3"
    rows.take(None, RowKind.MITIGATION)
    assert rows.all == []


def test_texts_are_folded_a_few_at_a_time() -> None:
    rows = Rows()
    rows.take(RISKS, RowKind.RISK)
    assert rows.fold_texts(1)
    assert [row.is_folded for row in rows.all] == [True, *[False] * (len(rows.all) - 1)]
    assert not rows.fold_texts(len(rows.all) - 1)
    assert all(row.is_folded for row in rows.all)
