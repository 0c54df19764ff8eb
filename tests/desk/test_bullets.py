"""Splitting and joining the bullets of a list."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from riskdesk.desk import bullets, edits, losses, mitigations, risks
from riskdesk.desk.losses import Bullet, Loss
from riskdesk.desk.session import Session
from riskdesk.domain.problems import NotFound
from riskdesk.domain.telling import name_of
from riskdesk.domain.text import joined, parted
from riskdesk.domain.tree import EntryTree
from riskdesk.domain.values import Language, Mitigation, MitigationStatus, Response, Risk
from tests.desk.standing import require_rising

DAY = datetime.date(2026, 1, 2)


def first_entry(session: Session) -> EntryTree:
    return next(session.tree(session.registers()[0].id).entries)


def column(session: Session, kind: type[Bullet]) -> tuple[Bullet, ...]:
    entry = first_entry(session)
    return entry.risks if kind is Risk else entry.mitigations


def assess(session: Session, risk_id: str) -> Risk:
    """Give a risk something in many fields."""
    session.run(risks.edit(risk_id, likelihood=4, impact=5, owner="A. Owner", note="Note", response=Response.REDUCE))
    return next(risk for risk in first_entry(session).risks if risk.id == risk_id)


@pytest.mark.parametrize("kind", [Risk, Mitigation])
@pytest.mark.parametrize("texts", [["one", "two"], ["one", "two", "three"]])
def test_the_first_part_stays_with_the_bullet_and_the_others_follow_it(
    session: Session, kind: type[Bullet], texts: list[str]
) -> None:
    before = column(session, kind)
    step = session.run(bullets.split(before[1].id, texts))
    after = column(session, kind)
    assert step is not None
    assert step.label == f"Split {kind.__name__.lower()}"
    assert [bullet.description for bullet in after] == [
        before[0].description, *texts, *(bullet.description for bullet in before[2:])
    ]  # fmt: skip
    assert [bullet.id for bullet in after if bullet.id not in step.created] == [bullet.id for bullet in before]
    assert tuple(bullet.id for bullet in after[2 : 1 + len(texts)]) == step.created
    require_rising(after)


def test_all_but_the_text_stays_with_the_first_part(session: Session) -> None:
    risk = assess(session, first_entry(session).risks[0].id)
    session.run(bullets.split(risk.id, ["one", "two"]))
    first, second, *_ = first_entry(session).risks
    assert first == replace(risk, description="one")
    assert second == Risk(id=second.id, entry=risk.entry, position=0.5, description="two", reference="R-32")


@pytest.mark.parametrize("kind", [Risk, Mitigation])
def test_the_first_of_two_that_are_joined_stays_with_all_that_it_has(session: Session, kind: type[Bullet]) -> None:
    if kind is Risk:
        assess(session, first_entry(session).risks[1].id)
    before = column(session, kind)
    step = session.run(bullets.join(before[1].id, before[2].id, "both"))
    assert step is not None
    assert step.label == f"Join {kind.__name__.lower()}s"
    after = column(session, kind)
    assert after[1] == replace(before[1], description="both")
    assert [bullet.id for bullet in after] == [bullet.id for bullet in before if bullet is not before[2]]
    require_rising(after)


def test_undo_brings_both_back_with_all_that_they_had(session: Session) -> None:
    first, second, *_ = first_entry(session).risks
    assess(session, first.id)
    assess(session, second.id)
    before = first_entry(session)
    step = session.run(bullets.join(first.id, second.id, "both"))
    assert step is not None
    session.undo(None, step.number)
    assert first_entry(session) == before


def test_a_risk_never_becomes_part_of_a_mitigation(session: Session) -> None:
    entry = first_entry(session)
    with pytest.raises(AssertionError):
        session.run(bullets.join(entry.risks[-1].id, entry.mitigations[0].id, "both"))
    assert first_entry(session) == entry


def test_a_bullet_that_is_gone_is_neither_split_nor_joined(session: Session) -> None:
    entry = first_entry(session)
    for action in (bullets.split("gone", ["one", "two"]), bullets.join(entry.risks[0].id, "gone", "both")):
        with pytest.raises(NotFound):
            session.run(action)
    assert first_entry(session) == entry


RISK = Risk(entry="e", description="Delays", reference="R-07")
MITIGATION = Mitigation(entry="e", description="Meet")


@pytest.mark.parametrize(
    ("remaining", "removed", "lost_fields"),
    [
        (RISK, replace(RISK, description="Fraud"), ()),
        (RISK, replace(RISK, reference="R-08"), ()),
        (replace(RISK, likelihood=3, impact=3), replace(RISK, reference="R-08"), ()),
        (replace(RISK, reference=""), RISK, ()),
        (RISK, replace(RISK, reference="FIN/3"), ("reference",)),
        (RISK, replace(RISK, reference="R-08", note="Note"), ("reference", "note")),
        (replace(RISK, note="Other"), replace(RISK, note="Note"), ("note",)),
        (replace(RISK, owner="A. Owner"), replace(RISK, owner="A. Owner"), ()),
        (replace(RISK, likelihood=1, impact=1), replace(RISK, likelihood=2, impact=3), ("likelihood", "impact")),
        (RISK, replace(RISK, likelihood=2), ("likelihood",)),
        (MITIGATION, replace(MITIGATION, description="Write"), ()),
        (
            MITIGATION,
            replace(MITIGATION, action_owner="A. Owner", due_date=DAY, status=MitigationStatus.DONE),
            ("action_owner", "due_date", "status"),
        ),
    ],
)
def test_what_is_lost_by_joining_is_told(remaining: Bullet, removed: Bullet, lost_fields: tuple[str, ...]) -> None:
    loss = losses.in_joining(remaining, removed)
    assert loss == (Loss(name_of(removed), lost_fields) if lost_fields else None)


def test_a_mitigation_is_named_by_its_text() -> None:
    assert losses.in_joining(MITIGATION, replace(MITIGATION, due_date=DAY)) == Loss("Meet", ("due_date",))


@given(text=some.text(), place=some.integers(min_value=0))
def test_a_text_that_was_cut_and_joined_again_is_the_same(text: str, place: int) -> None:
    at = place % (len(text) + 1)
    parts = parted(text[:at], text[at:])
    assert parts.whole == text
    if parts.before and parts.after:
        assert joined(parts.before, parts.after, parts.seam) == parts


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("one ", "two", ("one", " ", "two")),
        ("one", " two", ("one", " ", "two")),
        ("  one\n", "\t two  ", ("  one", "\n\t ", "two  ")),
        ("on", "e", ("on", "", "e")),
        ("one\u00a0", "; two", ("one", "\u00a0", "; two")),
    ],
)
def test_the_blanks_around_a_cut_belong_to_neither_part(before: str, after: str, parts: tuple[str, ...]) -> None:
    assert parted(before, after) == parts


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("one", "two", "one two"),
        ("one ", " two", "one two"),
        ("one. ", "two ", "one. two "),
        ("", "two", "two"),
        (" ", "two", "two"),
        ("one", "", "one"),
        ("one ", "", "one"),
        ("", "", ""),
    ],
)
def test_one_blank_stands_between_two_texts_that_are_joined(first: str, second: str, whole: str) -> None:
    assert joined(first, second).whole == whole


def test_mitigations_that_were_split_and_joined_are_as_before(session: Session) -> None:
    mitigation = first_entry(session).mitigations[0]
    session.run(mitigations.edit(mitigation.id, description="one two", action_owner="A. Owner"))
    before = first_entry(session)
    session.run(bullets.split(mitigation.id, ["one", "two"]))
    first, second, *_ = first_entry(session).mitigations
    session.run(bullets.join(first.id, second.id, joined(first.description, second.description).whole))
    assert first_entry(session) == before


@pytest.mark.parametrize("kind", [Risk, Mitigation])
def test_the_parts_of_a_bullet_are_in_its_language(session: Session, kind: type[Bullet]) -> None:
    first = column(session, kind)[0]
    session.run(edits.edit(kind, first.id, language=Language.FRENCH))
    session.run(bullets.split(first.id, ["un", "deux"]))
    assert [bullet.language for bullet in column(session, kind)[:3]] == [Language.FRENCH, Language.FRENCH, None]


@pytest.mark.parametrize("kind", [Risk, Mitigation])
def test_the_language_of_a_text_is_worth_no_question(kind: type[Bullet]) -> None:
    english, french = kind(entry="e"), kind(entry="e", language=Language.FRENCH)
    assert losses.in_joining(english, french) is None
