"""Closed and rejected risks: what stands without them."""

import datetime
from collections.abc import Sequence

import pytest

from riskdesk.domain.ended import left_out, printed, standing
from riskdesk.domain.gaps import GapKind, gaps
from riskdesk.domain.label import Label
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.scale import Rule, Scale
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk, RiskStatus

LATE, TODAY = datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)
C, R, OPEN = RiskStatus.CLOSED, RiskStatus.REJECTED, RiskStatus.APPROVED


def tree(categories: Sequence[Sequence[Sequence[RiskStatus | None]]]) -> RegisterTree:
    """A register of categories of entries, each the states of its risks, and one mitigation that is late."""
    register = Register(scale=Scale(Label.same(""), (), (), Rule.SUM, ()))
    return RegisterTree(register, tuple(_category(register, entries) for entries in categories))


def _category(register: Register, entries: Sequence[Sequence[RiskStatus | None]]) -> CategoryTree:
    category = Category(register=register.id)
    return CategoryTree(category, tuple(_entry(category, states) for states in entries))


def _entry(category: Category, states: Sequence[RiskStatus | None]) -> EntryTree:
    entry = Entry(category=category.id)
    risks = tuple(Risk(entry=entry.id, description="R", status=status) for status in states)
    return EntryTree(entry, risks, (Mitigation(entry=entry.id, description="M", action_owner="A", due_date=LATE),))


@pytest.mark.parametrize("status", [None, *RiskStatus])
def test_closed_and_rejected_risks_are_ended_and_no_others(status: RiskStatus | None) -> None:
    assert Risk(entry="e", status=status).ended == (status in (C, R))


@pytest.mark.parametrize(
    ("states", "standing_states", "count"),
    [
        ([[[OPEN, None]]], [[[OPEN, None]]], 0),
        ([[[OPEN, C], [R]]], [[[OPEN]]], 2),
        ([[[C, R]], [[None]]], [[[None]]], 2),
        ([[[C], []], []], [[[]], []], 1),
        ([[[C]], [[R, R]]], [], 3),
        ([], [], 0),
    ],
)
def test_an_entry_and_a_category_go_with_the_last_of_their_risks_alone(
    states: Sequence[Sequence[Sequence[RiskStatus | None]]],
    standing_states: Sequence[Sequence[Sequence[RiskStatus | None]]],
    count: int,
) -> None:
    standing_tree = standing(tree(states))
    assert [
        [[risk.status for risk in entry.risks] for entry in category.entries] for category in standing_tree.categories
    ] == standing_states
    assert len(list(standing_tree.mitigations)) == len(list(standing_tree.entries))
    assert left_out(tree(states)) == count
    assert standing(standing_tree) == standing_tree


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_working_register_has_them_always_and_the_others_where_that_is_asked_for(kind: DocumentKind) -> None:
    whole = tree([[[OPEN, C]]])
    assert printed(whole, Print(kind, ended=True)) == whole
    assert printed(whole, Print(kind)) == (whole if kind is DocumentKind.WORKING else standing(whole))


def test_neither_an_ended_risk_nor_what_was_done_about_it_is_a_gap() -> None:
    found_gaps = list(gaps(tree([[[C, R], [OPEN, C]]]), TODAY))
    assert [gap.kind for gap in found_gaps].count(GapKind.OVERDUE) == 1
    assert {gap.kind for gap in found_gaps} == {GapKind.OVERDUE, GapKind.NOT_ASSESSED, GapKind.NO_OWNER}
    assert list(gaps(tree([[[C, R]]]), TODAY)) == []
