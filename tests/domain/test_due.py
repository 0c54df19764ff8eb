"""What has become due since a day, and only that."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.domain.due import DueDays, became_due
from riskdesk.domain.gaps import GapKind, gaps, grouped
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, MitigationStatus, Register, Risk, RiskStatus, Waiver

TODAY = date(2026, 11, 28)
REGISTER = Register(scale=scales.profile("5x5"))


def became_due_kinds(risk: Risk, mitigation: Mitigation, since: date | None) -> list[GapKind]:
    entry = EntryTree(Entry(category="c"), (risk,), (mitigation,))
    tree = RegisterTree(REGISTER, (CategoryTree(Category(register=REGISTER.id), (entry,)),))
    return list(became_due(grouped(gaps(tree, TODAY)), tree, since))


def ago(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.mark.parametrize(
    ("due", "since", "count"),
    [
        (ago(1), ago(1), 1),
        (ago(1), TODAY, 0),
        (ago(5), ago(4), 0),
        (ago(5), ago(5), 1),
        (ago(5), None, 1),
        (TODAY, ago(9), 0),
        (TODAY, None, 0),
    ],
)
def test_a_mitigation_became_overdue(due: date, since: date | None, count: int) -> None:
    kinds = became_due_kinds(Risk(entry="e"), Mitigation(entry="e", due_date=due), since)
    assert kinds == [GapKind.OVERDUE] * count
    assert (
        became_due_kinds(Risk(entry="e"), Mitigation(entry="e", due_date=due, status=MitigationStatus.DONE), since)
        == []
    )


@pytest.mark.parametrize(
    ("review", "since", "kind"),
    [
        (ago(-30), ago(1), GapKind.REVIEW_SOON),
        (ago(-30), None, GapKind.REVIEW_SOON),
        (ago(-29), ago(1), None),
        (ago(-31), ago(9), None),
        (ago(1), ago(1), GapKind.REVIEW_DUE),
        (ago(1), ago(40), GapKind.REVIEW_DUE),
        (ago(2), ago(1), None),
    ],
)
def test_a_review_came_near_or_passed(review: date, since: date | None, kind: GapKind | None) -> None:
    assert became_due_kinds(Risk(entry="e", next_review=review), Mitigation(entry="e"), since) == (
        [kind] if kind else []
    )


DAYS = st.none() | st.integers(-40, 40).map(lambda days: TODAY + timedelta(days))


@given(
    st.lists(st.tuples(DAYS, st.sampled_from([None, *RiskStatus]), DAYS, st.sampled_from([None, *MitigationStatus]))),
    st.sets(st.sampled_from([GapKind.OVERDUE, GapKind.REVIEW_DUE])),
    st.integers(0, 100),
)
def test_dates_alone_tell_how_much_is_due_on_any_later_day(
    rows: list[tuple[date | None, RiskStatus | None, date | None, MitigationStatus | None]],
    off: set[GapKind],
    days: int,
) -> None:
    entries = tuple(
        EntryTree(
            Entry(category="c"),
            (Risk(entry="e", next_review=review, status=state),),
            (Mitigation(entry="e", due_date=due, status=progress),),
        )
        for review, state, due, progress in rows
    )
    waivers = tuple(Waiver(register=REGISTER.id, gap=kind, reason="So") for kind in off)
    tree = RegisterTree(REGISTER, (CategoryTree(Category(register=REGISTER.id), entries),), waivers=waivers)
    day = TODAY + timedelta(days)
    groups = grouped(gaps(tree, day))
    expected = {kind: len(groups.get(kind, ())) for kind in (GapKind.OVERDUE, GapKind.REVIEW_DUE)}
    assert DueDays().dates(tree).due(day) == expected


def test_days_that_are_counted_on_are_those_that_are_counted_anew() -> None:
    """Whatever comes, changes and goes; what is not due in any category is not told."""
    chance, days = random.Random(1), DueDays()
    categories: list[CategoryTree] = []
    for _ in range(60):
        if categories and chance.random() < 0.5:
            categories.remove(chance.choice(categories))
        if len(categories) < 4:
            reviews = (Risk(entry="e", next_review=ago(chance.randrange(4))) for _ in range(chance.randrange(3)))
            measures = (Mitigation(entry="e", due_date=ago(chance.randrange(4))) for _ in range(chance.randrange(3)))
            entry = EntryTree(Entry(category="c"), tuple(reviews), tuple(measures))
            categories.append(CategoryTree(Category(register=REGISTER.id), (entry,)))
        tree = RegisterTree(REGISTER, tuple(categories))
        assert days.dates(tree) == DueDays().dates(tree)
