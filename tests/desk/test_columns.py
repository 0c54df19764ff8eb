"""What becomes of risks that go among mitigations, and the other way."""

import datetime
from dataclasses import replace

import pytest

from riskdesk.desk import clip, items, losses, mitigations, risks
from riskdesk.desk.session import Session
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Mitigation, MitigationStatus, Risk


def tree_of(session: Session) -> RegisterTree:
    return session.tree(session.registers()[0].id)


def test_a_risk_put_among_mitigations_keeps_owner_and_description_and_undo_brings_all_back(session: Session) -> None:
    risk = next(tree_of(session).risks)
    session.run(risks.edit(risk.id, owner="A. Owner", note="Note", likelihood=3))
    before = tree_of(session)
    session.run(items.place([risk.id], risk.entry, 0, Mitigation))
    mitigation = next(tree_of(session).mitigations)
    assert (mitigation.description, mitigation.action_owner) == (risk.description, "A. Owner")
    session.undo(session.registers()[0].id)
    assert tree_of(session) == replace(before, register=tree_of(session).register)


def test_a_mitigation_put_among_risks_keeps_its_owner(session: Session) -> None:
    mitigation = next(tree_of(session).mitigations)
    session.run(mitigations.edit(mitigation.id, action_owner="A. Owner"))
    session.run(items.place([mitigation.id], mitigation.entry, 0, Risk))
    risk = next(tree_of(session).risks)
    assert (risk.description, risk.owner) == (mitigation.description, "A. Owner")
    assert risk.reference


@pytest.mark.parametrize("column", [Risk, Mitigation])
def test_what_is_pasted_into_the_other_column_keeps_its_owner(session: Session, column: items.BulletType) -> None:
    tree = tree_of(session)
    risk, mitigation = next(tree.risks), next(tree.mitigations)
    session.run(risks.edit(risk.id, owner="A. Owner"))
    session.run(mitigations.edit(mitigation.id, action_owner="A. Owner"))
    item = mitigation if column is Risk else risk
    step = session.run(items.paste(clip.copy(tree_of(session), [item.id]), risk.entry, column))
    assert step is not None
    pasted = next(value for value in tree_of(session).values if value.id == step.created[0])
    assert isinstance(pasted, column)
    assert (pasted.owner if isinstance(pasted, Risk) else pasted.action_owner) == "A. Owner"
    assert pasted.description == item.description


RISK = Risk(entry="e", description="Delays", reference="R-07")
MITIGATION = Mitigation(entry="e", description="Meet")
DAY = datetime.date(2026, 1, 2)


@pytest.mark.parametrize(
    ("item", "column", "lost"),
    [
        (RISK, Mitigation, []),
        (replace(RISK, reference=""), Mitigation, []),
        (replace(RISK, reference="R-01", position=3), Mitigation, []),
        (replace(RISK, owner="A. Owner"), Mitigation, []),
        (replace(RISK, language=Language.FRENCH), Mitigation, []),
        (replace(MITIGATION, language=Language.FRENCH), Risk, []),
        (replace(RISK, note="Note"), Risk, []),
        (replace(RISK, note="Note"), None, []),
        (replace(RISK, reference="FIN/3"), Mitigation, [("FIN/3", ("reference",))]),
        (replace(RISK, note="Note"), Mitigation, [("R-07", ("reference", "note"))]),
        (
            replace(RISK, reference="", likelihood=2, next_review=DAY),
            Mitigation,
            [("Delays", ("likelihood", "next_review"))],
        ),
        (MITIGATION, Risk, []),
        (replace(MITIGATION, action_owner="A. Owner"), Risk, []),
        (replace(MITIGATION, due_date=DAY), Mitigation, []),
        (
            replace(MITIGATION, due_date=DAY, status=MitigationStatus.DONE),
            Risk,
            [("Meet", ("due_date", "status"))],
        ),
    ],
)
def test_what_is_lost_in_the_other_column_is_told(
    item: Risk | Mitigation, column: items.BulletType | None, lost: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert losses.in_column(clip.Clip((item,)), column) == lost


def test_what_comes_with_its_entry_loses_nothing(session: Session) -> None:
    risk = next(tree_of(session).risks)
    session.run(risks.edit(risk.id, note="Note"))
    assert losses.in_column(clip.copy(tree_of(session), [risk.entry]), Mitigation) == []
