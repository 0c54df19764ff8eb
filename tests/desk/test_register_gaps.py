"""What a register lacks is the same whether it is found anew or remembered."""

import datetime
import gc
import random
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from weakref import ref

import pytest

from bench.generate import register
from riskdesk.desk import items, registers, risks, waivers
from riskdesk.desk.action import Action
from riskdesk.desk.register_gaps import RegisterGaps
from riskdesk.desk.session import Session
from riskdesk.domain import gaps as gaps_of
from riskdesk.domain.alike import Alike
from riskdesk.domain.gaps import Basis, Gap, GapKind, Relations, gaps, grouped, item_gaps
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import RiskStatus

TODAY = datetime.date(2026, 11, 28)
Work = Callable[[RegisterTree, random.Random], Action]


def test_what_was_found_goes_with_the_register_that_is_no_longer_shown() -> None:
    """Without a collection of garbage, which would visit all that is there."""
    missing = RegisterGaps()
    missing.gaps_by_kind(register(20, 1), TODAY)
    over = ref(missing), ref(missing._relations)
    gc.disable()
    try:
        del missing
        assert [each() for each in over] == [None, None]
    finally:
        gc.enable()


def any_risk(tree: RegisterTree, chance: random.Random) -> str:
    return chance.choice(list(tree.risks)).id


def every_gap(missing: RegisterGaps, tree: RegisterTree) -> list[Gap]:
    return [gap for gaps_of_kind in missing.gaps_by_kind(tree, TODAY).values() for gap in gaps_of_kind]


WORKS: list[Work] = [
    lambda tree, chance: risks.edit(any_risk(tree, chance), owner=chance.choice(["", "Anna"])),
    lambda tree, chance: risks.edit(any_risk(tree, chance), likelihood=5, impact=chance.choice([1, 5])),
    lambda tree, chance: risks.edit(any_risk(tree, chance), status=chance.choice([None, RiskStatus.CLOSED])),
    lambda tree, chance: risks.edit(
        any_risk(tree, chance), next_review=TODAY - datetime.timedelta(chance.choice([-1, 1]))
    ),
    lambda tree, chance: risks.edit(
        any_risk(tree, chance),
        description=chance.choice(["", "Lack of funds", "lack of  funds", "Funds lack", "Fraud"]),
    ),
    lambda tree, chance: risks.edit(any_risk(tree, chance), title=chance.choice(["Short", ""])),
    lambda tree, chance: items.duplicate([any_risk(tree, chance)]),
    lambda tree, chance: items.place([any_risk(tree, chance)], chance.choice(list(tree.entries)).entry.id, 0),
    lambda tree, chance: items.delete([any_risk(tree, chance)]),
    lambda tree, chance: items.move([chance.choice(list(tree.entries)).entry.id], chance.choice([-1, 1])),
    lambda tree, chance: waivers.waive(
        tree.register.id, chance.choice([GapKind.NO_OWNER, GapKind.ALIKE, GapKind.PERIOD_REVERSED]), "Agreed"
    ),
    lambda tree, chance: registers.edit(
        tree.register.id, scale=replace(tree.register.scale, tolerance=chance.choice([0, 1, None]))
    ),
    lambda tree, _: registers.edit(
        tree.register.id, period_start=datetime.date(2027, 1, 1), period_end=datetime.date(2024, 1, 1)
    ),
]


@pytest.mark.parametrize("seed", range(8))
def test_the_gaps_after_any_steps_are_those_that_the_domain_finds(session: Session, seed: int):
    chance, missing = random.Random(seed), RegisterGaps()
    register = session.registers()[0].id
    for risk in list(session.tree(register).risks)[::4]:
        session.run(risks.edit(risk.id, description=chance.choice(["Lack of funds", "lack of  funds", "Funds lack"])))
    for _ in range(40):
        tree = session.tree(register)
        assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))
        session.run(chance.choice(WORKS)(tree, chance))


def test_another_day_has_other_gaps(session: Session):
    missing, register = RegisterGaps(), session.registers()[0].id
    risk = next(session.tree(register).risks)
    session.run(risks.edit(risk.id, next_review=TODAY))

    def due(day: datetime.date) -> int:
        return len(missing.gaps_by_kind(session.tree(register), day).get(GapKind.REVIEW_DUE, ()))

    assert [due(TODAY), due(TODAY + datetime.timedelta(1)), due(TODAY)] == [0, 1, 0]


def test_what_has_not_changed_is_not_looked_at_again(session: Session):
    missing, register = RegisterGaps(), session.registers()[0].id
    before = every_gap(missing, session.tree(register))
    risk = next(session.tree(register).risks)
    session.run(risks.edit(risk.id, owner="Anna"))
    after = every_gap(missing, session.tree(register))

    entry = next(
        entry for entry in session.tree(register).entries if risk in entry.risks or entry.entry.id == risk.entry
    )
    inside = {value.id for value in entry.values}
    # A gap that was found before is the very same object.
    again = {id(gap) for gap in before}
    assert {gap.id for gap in after if id(gap) not in again} <= inside


def test_the_entries_of_a_register_that_is_emptied_go_some_at_a_time() -> None:
    tree, missing = register(200, 1), RegisterGaps()
    missing.gaps_by_kind(tree, TODAY)
    entries = len(list(tree.entries))
    assert sum(1 for _ in missing.following(replace(tree, categories=()), TODAY)) > entries / 20
    assert not missing.gaps_by_kind(replace(tree, categories=()), TODAY)


def test_an_entry_that_comes_back_before_it_has_gone_is_there() -> None:
    tree, missing = register(200, 1), RegisterGaps()
    before = missing.gaps_by_kind(tree, TODAY)
    next(missing.following(replace(tree, categories=()), TODAY))
    assert missing.gaps_by_kind(tree, TODAY) == before


def test_an_entry_that_comes_back_before_another_was_taken_in_for_it_has_its_own_gaps() -> None:
    tree, missing = register(1, 1), RegisterGaps()
    (category,), (entry,) = tree.categories, tree.entries
    owned = replace(entry, risks=tuple(replace(risk, owner="Anna") for risk in entry.risks))
    unowned = replace(entry, risks=tuple(replace(risk, owner="") for risk in entry.risks))
    now, then = (replace(tree, categories=(replace(category, entries=(version,)),)) for version in (owned, unowned))
    missing.gaps_by_kind(now, TODAY)
    next(missing.following(then, TODAY))
    again = replace(tree, categories=(replace(now.categories[0]),))
    assert missing.gaps_by_kind(again, TODAY) == grouped(gaps(again, TODAY))


def test_the_gaps_of_an_entry_are_found_apart_from_what_it_shares_with_others(monkeypatch: pytest.MonkeyPatch) -> None:
    put, put_entries = Relations.put, list[EntryTree]()
    monkeypatch.setattr(Relations, "put", lambda self, entry: (put_entries.append(entry), put(self, entry)))
    tree, missing = register(1, 1), RegisterGaps()
    work = missing.following(tree, TODAY)
    next(work)
    assert put_entries == []
    deque(work)
    assert put_entries == [*tree.entries]


def test_the_risks_of_an_entry_of_many_are_weighed_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    weigh, weighed = gaps_of._kinds_of_risk, list[str]()
    monkeypatch.setattr(gaps_of, "_kinds_of_risk", lambda risk, basis: weighed.append(risk.id) or weigh(risk, basis))
    tree, missing = register(1, 1), RegisterGaps()
    (category,), (entry,) = tree.categories, tree.entries
    risks = tuple(replace(entry.risks[0], id=f"r{number}", entry=entry.entry.id) for number in range(1000))
    tree = replace(tree, categories=(replace(category, entries=(replace(entry, risks=risks),)),))
    counts = [0]
    for _ in missing.following(tree, TODAY):
        assert len(weighed) - counts[-1] <= 200
        counts.append(len(weighed))
    assert weighed == [risk.id for risk in risks]
    assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))


def test_what_is_taken_in_in_parts_is_the_same(session: Session):
    """A step that comes while a register is looked through leads to what is found at once."""
    missing, register = RegisterGaps(), session.registers()[0].id
    half = missing.following(session.tree(register), TODAY)
    next(half, None)
    session.run(risks.edit(next(session.tree(register).risks).id, description="Something else"))
    tree = session.tree(register)
    assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))


def test_a_risk_that_comes_into_another_entry_keeps_its_relations(session: Session):
    missing, register = RegisterGaps(), session.registers()[0].id
    first, *_, last = session.tree(register).entries
    session.run(risks.edit(first.risks[0].id, description="Lack of funds"))
    session.run(risks.edit(last.risks[0].id, description="lack of fund"))
    missing.gaps_by_kind(session.tree(register), TODAY)
    for entry in (last, first):
        session.run(items.place([first.risks[0].id], entry.entry.id, 0))
        tree = session.tree(register)
        assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))


def test_an_edit_weighs_its_entry_alone(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[str] = []

    def counted(entry: EntryTree, basis: Basis) -> Iterator[list[Gap]]:
        weighed.append(entry.entry.id)
        return item_gaps(entry, basis)

    monkeypatch.setattr("riskdesk.desk.register_gaps.item_gaps", counted)
    missing, register = RegisterGaps(), session.registers()[0].id
    missing.gaps_by_kind(session.tree(register), TODAY)
    assert len(weighed) == len(list(session.tree(register).entries))
    weighed.clear()
    risk = list(session.tree(register).risks)[-1]
    session.run(risks.edit(risk.id, description="Something else"))
    missing.gaps_by_kind(session.tree(register), TODAY)
    assert weighed == [risk.entry]


def test_another_order_has_others_first_that_are_like_each(session: Session) -> None:
    missing, register = RegisterGaps(), session.registers()[0].id
    every = list(session.tree(register).risks)
    for risk in every[::5]:
        session.run(risks.edit(risk.id, description="Lack of funds"))
    missing.gaps_by_kind(session.tree(register), TODAY)
    for category in reversed(session.tree(register).categories):
        session.run(items.move([category.category.id], -1))
        tree = session.tree(register)
        assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))


def test_another_scale_and_a_deleted_category_come_together(session: Session) -> None:
    missing, register = RegisterGaps(), session.registers()[0].id
    tree = session.tree(register)
    missing.gaps_by_kind(tree, TODAY)
    session.run(registers.edit(register, scale=replace(tree.register.scale, tolerance=0)))
    session.run(items.delete([tree.categories[0].category.id]))
    tree = session.tree(register)
    assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))
    session.undo(register)
    tree = session.tree(register)
    assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))


@pytest.mark.parametrize("seed", range(6))
def test_steps_that_come_in_the_midst_of_it_lead_to_what_is_found_at_once(
    session: Session, monkeypatch: pytest.MonkeyPatch, seed: int
):
    """Wherever it was interrupted, also while it left out what has gone."""
    monkeypatch.setattr("riskdesk.desk.register_gaps._AT_ONCE", 1)
    monkeypatch.setattr("riskdesk.desk.register_gaps._ITEMS_AT_ONCE", 3)
    chance, missing, register = random.Random(seed), RegisterGaps(), session.registers()[0].id
    for risk in list(session.tree(register).risks)[::3]:
        session.run(risks.edit(risk.id, description=chance.choice(["Lack of funds", "lack of  funds", "Funds lack"])))
    for number in range(30):
        session.run(chance.choice(WORKS)(session.tree(register), chance))
        tree = session.tree(register)
        for _, _ in zip(missing.following(tree, TODAY), range(chance.randrange(9)), strict=False):
            pass
        if number % 5 == 4:
            assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))


def test_a_risk_that_comes_or_goes_beside_others_leaves_what_is_like_those_alone(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    missing, register = RegisterGaps(), session.registers()[0].id
    for risk in list(session.tree(register).risks)[:6]:
        session.run(risks.edit(risk.id, description="Lack of funds"))
    every_gap(missing, session.tree(register))
    texts: list[str] = []
    put = Alike.put
    monkeypatch.setattr(Alike, "put", lambda alike, identity, text: (texts.append(text), put(alike, identity, text)))
    entry = next(entry for entry in session.tree(register).entries if len(entry.risks) > 1)
    session.run(risks.add(entry.entry.id, ["Fraud"], 1))
    tree = session.tree(register)
    assert missing.gaps_by_kind(tree, TODAY) == grouped(gaps(tree, TODAY))
    assert texts[:1] == ["Fraud"]
    # What the domain finds anew looks at all.
    assert len(texts) == 1 + sum(not risk.ended for risk in tree.risks)
