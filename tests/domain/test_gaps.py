"""Gaps: what is missing, late or against itself."""

from dataclasses import replace
from datetime import date

import pytest

from riskdesk.desk import scales
from riskdesk.domain.gaps import GapKind, gaps
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Register, Risk

TODAY = date(2026, 11, 28)
REGISTER = Register(title="Programme", scale=scales.profile("5x5"))
BLANK = " \u00a0\u200b\u3000\ufeff"


def tree(*risks: Risk, register: Register = REGISTER, mitigation: Mitigation | None = None) -> RegisterTree:
    entry = Entry(category="c")
    mitigations = (mitigation or Mitigation(entry=entry.id, description="m"),)
    return RegisterTree(
        register, (CategoryTree(Category(register=register.id), (EntryTree(entry, risks, mitigations),)),)
    )


def kinds(found: RegisterTree) -> list[GapKind]:
    return [gap.kind for gap in gaps(found, TODAY)]


def test_a_text_of_blanks_alone_is_missing() -> None:
    risk = Risk(entry="e", description=BLANK, owner=BLANK, likelihood=5, impact=5, escalated_to=BLANK)
    mitigation = Mitigation(entry="e", description=BLANK, action_owner=BLANK)
    found = kinds(tree(risk, mitigation=mitigation))
    assert found.count(GapKind.NO_DESCRIPTION) == 2
    assert {GapKind.NO_OWNER, GapKind.NOT_ESCALATED, GapKind.NO_ACTION_OWNER} <= set(found)


@pytest.mark.parametrize(
    ("risk", "name"),
    [
        (Risk(entry="e", description=BLANK, title="Short", reference="R-07"), "Short"),
        (Risk(entry="e", reference="R-07"), "R-07"),
        (Risk(entry="e", description="Delays", reference="R-07"), "Delays"),
        (Risk(entry="e"), ""),
    ],
)
def test_a_risk_without_a_description_is_named_by_its_title_or_reference(risk: Risk, name: str) -> None:
    assert {gap.description for gap in gaps(tree(risk), TODAY) if gap.id == risk.id} == {name}


def test_an_entry_is_named_by_its_first_item_that_has_a_name() -> None:
    entry = EntryTree(Entry(category="c"), (Risk(entry="e"), Risk(entry="e", reference="R-08")), ())
    found = RegisterTree(REGISTER, (CategoryTree(Category(register=REGISTER.id), (entry,)),))
    assert [gap.description for gap in gaps(found, TODAY) if gap.kind is GapKind.NO_MITIGATION] == ["R-08"]


@pytest.mark.parametrize(("second", "count"), [("R-05", 2), ("r-05 ", 2), ("R-5", 0), ("", 0)])
def test_a_reference_given_twice_is_a_gap_of_both(second: str, count: int) -> None:
    found = tree(*(Risk(entry="e", description="a", reference=name) for name in ("R-05", second, "")))
    assert kinds(found).count(GapKind.REFERENCE_TWICE) == count


@pytest.mark.parametrize(("end", "count"), [(date(2024, 1, 1), 0), (date(2023, 12, 31), 1), (None, 0)])
def test_a_period_that_ends_before_it_begins_is_a_gap_of_the_register(end: date | None, count: int) -> None:
    register = replace(REGISTER, period_start=date(2024, 1, 1), period_end=end)
    found = [gap for gap in gaps(tree(register=register), TODAY) if gap.kind is GapKind.PERIOD_REVERSED]
    period = "1\u00a0January 2024 – 31\u00a0December 2023"
    assert [(gap.id, gap.description) for gap in found] == [(register.id, period)] * count


@pytest.mark.parametrize("language", Language)
def test_every_gap_has_its_words(language: Language) -> None:
    assert terms(language).gap_kinds.keys() == set(GapKind)
