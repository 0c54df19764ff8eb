"""Gaps: what is missing, late or against itself."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from riskdesk.desk import scales
from riskdesk.domain.gaps import GapKind, gaps, grouped, waived
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import (
    Category,
    Entry,
    Language,
    Mitigation,
    MitigationStatus,
    Register,
    Response,
    Risk,
    RiskStatus,
    Waiver,
)

TODAY = date(2026, 11, 28)
REGISTER = Register(title="Programme", scale=scales.profile("5x5"))
ASSESSED = Risk(entry="e", description="Fraud", owner="A", likelihood=1, impact=1)
DONE = Mitigation(entry="e", description="m", status=MitigationStatus.DONE)
BLANK = " \u00a0\u200b\u3000\ufeff"


def tree(*risks: Risk, register: Register = REGISTER, mitigation: Mitigation | None = None) -> RegisterTree:
    entry = Entry(category="c")
    mitigations = (mitigation or Mitigation(entry=entry.id, description="m"),)
    return RegisterTree(
        register, (CategoryTree(Category(register=register.id), (EntryTree(entry, risks, mitigations),)),)
    )


def kinds(register_tree: RegisterTree) -> list[GapKind]:
    return [gap.kind for gap in gaps(register_tree, TODAY)]


def test_a_text_of_blanks_alone_is_missing() -> None:
    risk = Risk(entry="e", description=BLANK, owner=BLANK, likelihood=5, impact=5, escalated_to=BLANK)
    mitigation = Mitigation(entry="e", description=BLANK, action_owner=BLANK)
    found_kinds = kinds(tree(risk, mitigation=mitigation))
    assert found_kinds.count(GapKind.NO_DESCRIPTION) == 2
    assert {GapKind.NO_OWNER, GapKind.NOT_ESCALATED, GapKind.NO_ACTION_OWNER} <= set(found_kinds)


@pytest.mark.parametrize(
    ("risk", "name"),
    [
        (Risk(entry="e", description=BLANK, title="Short", reference="R-07"), "Short"),
        (Risk(entry="e", reference="R-07"), ""),
        (Risk(entry="e", description="Delays", reference="R-07"), "Delays"),
        (Risk(entry="e"), ""),
    ],
)
def test_a_risk_without_a_description_is_named_by_its_title_or_its_reference_alone(risk: Risk, name: str) -> None:
    """The reference stands before the text, and not in its place as well."""
    named = {(gap.reference, gap.description) for gap in gaps(tree(risk), TODAY) if gap.id == risk.id}
    assert named == {(risk.reference, name)}


def test_an_entry_is_named_by_its_first_item_that_has_a_name() -> None:
    entry = EntryTree(Entry(category="c"), (Risk(entry="e"), Risk(entry="e", reference="R-08")), ())
    register_tree = RegisterTree(REGISTER, (CategoryTree(Category(register=REGISTER.id), (entry,)),))
    assert [gap.description for gap in gaps(register_tree, TODAY) if gap.kind is GapKind.NO_MITIGATION] == ["R-08"]


@pytest.mark.parametrize(("second", "count"), [("R-05", 2), ("r-05 ", 2), ("R-5", 0), ("", 0)])
def test_a_reference_given_twice_is_a_gap_of_both(second: str, count: int) -> None:
    register_tree = tree(*(Risk(entry="e", description="a", reference=name) for name in ("R-05", second, "")))
    assert kinds(register_tree).count(GapKind.REFERENCE_TWICE) == count


@pytest.mark.parametrize(("end", "count"), [(date(2024, 1, 1), 0), (date(2023, 12, 31), 1), (None, 0)])
def test_a_period_that_ends_before_it_begins_is_a_gap_of_the_register(end: date | None, count: int) -> None:
    register = replace(REGISTER, period_start=date(2024, 1, 1), period_end=end)
    reversed_periods = [gap for gap in gaps(tree(register=register), TODAY) if gap.kind is GapKind.PERIOD_REVERSED]
    period = "1\u00a0January 2024 – 31\u00a0December 2023"
    assert [(gap.id, gap.description) for gap in reversed_periods] == [(register.id, period)] * count


@pytest.mark.parametrize("language", Language)
def test_every_gap_has_its_words(language: Language) -> None:
    assert terms(language).gap_kinds.keys() == set(GapKind)
    assert terms(language).gap_heads.keys() == set(GapKind)


def days(count: int) -> date:
    return TODAY + timedelta(count)


@pytest.mark.parametrize(
    ("review", "kind"),
    [
        (None, None),
        (days(-400), GapKind.REVIEW_DUE),
        (days(-1), GapKind.REVIEW_DUE),
        (TODAY, GapKind.REVIEW_SOON),
        (days(30), GapKind.REVIEW_SOON),
        (days(31), None),
    ],
)
def test_a_review_has_passed_or_is_soon(review: date | None, kind: GapKind | None) -> None:
    found_kinds = kinds(tree(Risk(entry="e", description="Fraud", next_review=review)))
    assert [found_kind for found_kind in found_kinds if found_kind in (GapKind.REVIEW_DUE, GapKind.REVIEW_SOON)] == (
        [kind] if kind else []
    )


@pytest.mark.parametrize(
    ("due", "status", "expected"),
    [
        (None, None, [GapKind.NO_DUE_DATE]),
        (None, MitigationStatus.DONE, []),
        (days(-1), None, [GapKind.OVERDUE]),
        (days(-1), MitigationStatus.UNDER_WAY, [GapKind.OVERDUE]),
        (days(-1), MitigationStatus.DONE, []),
        (days(-1), MitigationStatus.DROPPED, []),
        (TODAY, None, []),
        (date(2027, 12, 31), None, []),
        (date(2028, 1, 1), None, [GapKind.AFTER_PERIOD]),
        (date(2028, 1, 1), MitigationStatus.DROPPED, []),
    ],
)
def test_a_mitigation_is_late_or_too_late(
    due: date | None, status: MitigationStatus | None, expected: list[GapKind]
) -> None:
    register = replace(REGISTER, period_start=date(2024, 1, 1), period_end=date(2027, 12, 31))
    mitigation = Mitigation(entry="e", description="m", action_owner="A", due_date=due, status=status)
    assert kinds(tree(ASSESSED, register=register, mitigation=mitigation)) == expected


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (None, None, 0),
        (None, date(2027, 12, 31), 1),
        (date(2024, 1, 1), date(2028, 1, 1), 0),
        # A period that ends before it begins says nothing of dates.
        (date(2028, 1, 1), date(2027, 12, 31), 0),
    ],
)
def test_a_review_after_the_period_is_told(start: date | None, end: date | None, count: int) -> None:
    register = replace(REGISTER, period_start=start, period_end=end)
    found_kinds = kinds(tree(replace(ASSESSED, next_review=date(2028, 1, 1)), register=register))
    assert found_kinds.count(GapKind.AFTER_PERIOD) == count


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({}, [GapKind.NOT_ASSESSED]),
        ({"likelihood": 3}, [GapKind.NOT_ASSESSED]),
        ({"likelihood": 5, "impact": 5}, [GapKind.NOT_ESCALATED]),
        ({"likelihood": 5, "impact": 5, "escalated_to": "DG"}, []),
        ({"likelihood": 2, "impact": 2, "residual_likelihood": 2, "residual_impact": 2}, []),
        ({"likelihood": 2, "impact": 2, "residual_likelihood": 2, "residual_impact": 3}, [GapKind.RESIDUAL_HIGHER]),
        ({"residual_likelihood": 2, "residual_impact": 3}, [GapKind.NOT_ASSESSED]),
    ],
)
def test_an_assessment_has_its_gaps(levels: dict[str, Any], expected: list[GapKind]) -> None:
    risk = Risk(entry="e", description="Fraud", owner="A", **levels)
    assert kinds(tree(risk, mitigation=DONE)) == expected


def test_risks_that_say_nearly_the_same_are_each_told_with_the_other() -> None:
    texts = ("Lack of donor funds", "Strikes", "lack of funds from donors", "Floods")
    risks = [replace(ASSESSED, id=str(n), reference=f"R-{n}", description=text) for n, text in enumerate(texts)]
    found_gaps = list(gaps(tree(*risks, mitigation=DONE), TODAY))
    facts = [(gap.kind, gap.id, gap.reference, gap.like) for gap in found_gaps]
    assert facts == [(GapKind.ALIKE, "0", "R-0", "R-2"), (GapKind.ALIKE, "2", "R-2", "R-0")]


def test_an_ended_risk_is_like_none() -> None:
    ended = replace(ASSESSED, id="1", status=RiskStatus.CLOSED)
    assert kinds(tree(ASSESSED, ended, mitigation=DONE)) == []


def test_a_topic_is_a_hint_that_counts_for_nothing() -> None:
    found_kinds = kinds(tree(replace(ASSESSED, description="Political situation"), mitigation=DONE))
    assert found_kinds == [GapKind.ONLY_A_TOPIC]
    assert not found_kinds[0].counts
    assert list(GapKind)[-1] is GapKind.ONLY_A_TOPIC


def test_groups_stand_in_the_order_of_their_kinds() -> None:
    groups = grouped(gaps(tree(Risk(entry="e", description="Budget"), Risk(entry="e", description="budget")), TODAY))
    assert list(groups) == [kind for kind in GapKind if kind in groups]
    assert {len(group) for group in groups.values()} == {1, 2}


@pytest.mark.parametrize(
    ("tolerance", "fields", "expected"),
    [
        (1, {"likelihood": 3, "impact": 4}, [GapKind.ABOVE_TOLERANCE]),
        (1, {"likelihood": 3, "impact": 4, "response": Response.REDUCE}, []),
        (1, {"likelihood": 3, "impact": 3}, []),
        (2, {"likelihood": 3, "impact": 4}, []),
        (None, {"likelihood": 3, "impact": 4}, []),
        (1, {}, [GapKind.NOT_ASSESSED]),
        # What remains once the mitigations work is what has to be tolerated.
        (1, {"likelihood": 3, "impact": 4, "residual_likelihood": 1, "residual_impact": 4}, []),
        (0, {"likelihood": 3, "impact": 4, "residual_likelihood": 2, "residual_impact": 4}, [GapKind.ABOVE_TOLERANCE]),
        (0, {"likelihood": 3, "impact": 4, "residual_likelihood": 1}, [GapKind.ABOVE_TOLERANCE]),
    ],
)
def test_a_risk_above_the_tolerance_needs_a_response(
    tolerance: int | None, fields: dict[str, Any], expected: list[GapKind]
) -> None:
    register = replace(REGISTER, scale=replace(REGISTER.scale, tolerance=tolerance))
    risk = Risk(entry="e", description="Fraud", owner="A", **fields)
    assert kinds(tree(risk, register=register, mitigation=DONE)) == expected


@pytest.mark.parametrize("kind", GapKind)
def test_a_kind_that_is_waived_is_not_found_and_the_others_are(kind: GapKind) -> None:
    bad = Risk(entry="e", description="Budget", next_review=days(-1))
    register_tree = tree(bad, bad, register=replace(REGISTER, period_end=days(-9)), mitigation=Mitigation(entry="e"))
    waiver = Waiver(register=REGISTER.id, gap=kind.value, reason="Agreed")
    waiving_tree = replace(
        register_tree, waivers=(waiver, Waiver(register=REGISTER.id, gap="of a newer version", reason="?"))
    )
    assert kinds(waiving_tree) == [other for other in kinds(register_tree) if other is not kind]
    assert waived(waiving_tree) == {kind: waiver}
    assert len(set(kinds(register_tree))) > 5


def test_the_codes_of_kinds_are_kept_in_files_and_stay() -> None:
    assert " ".join(GapKind) == (
        "no_risk no_mitigation no_description not_assessed no_owner no_action_owner no_due_date overdue review_due"
        " review_soon not_escalated above_tolerance residual_higher alike reference_twice period_reversed after_period"
        " only_a_topic"
    )
