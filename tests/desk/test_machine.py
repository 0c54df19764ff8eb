"""Random actions, undo, redo and restarts against a plain model: the list of states there were."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from riskdesk.desk import categories, entries, health, items, mitigations, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)
PLACES = st.integers(0, 40)


class DeskMachine(RuleBasedStateMachine):
    """`past` holds the states that undo leads back to, `future` those that redo leads to."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "store.riskdesk"
        self.session = Session.create(self._path, "A. Tester")
        self.past: list[object] = []
        self.future: list[object] = []

    @initialize()
    def start(self) -> None:
        self.session.run(registers.add(template("coe", Language.ENGLISH)))

    @rule(place=PLACES, texts=st.lists(TEXT, min_size=1, max_size=3), position=st.none() | PLACES)
    def add_risks(self, place: int, texts: list[str], position: int | None) -> None:
        found = self._pick([entry.entry.id for entry in self._tree().entries], place)
        if found:
            self._run(risks.add(found, texts, position))

    @rule(place=PLACES, text=TEXT)
    def add_mitigation(self, place: int, text: str) -> None:
        found = self._pick([entry.entry.id for entry in self._tree().entries], place)
        if found:
            self._run(mitigations.add(found, [text]))

    @rule(place=PLACES, text=TEXT, position=st.none() | PLACES)
    def add_entry(self, place: int, text: str, position: int | None) -> None:
        found = self._pick([category.category.id for category in self._tree().categories], place)
        if found:
            self._run(entries.add(found, position, [text], [text]))

    @rule(text=TEXT, position=st.none() | PLACES)
    def add_category(self, text: str, position: int | None) -> None:
        self._run(categories.add(self._register(), position, text))

    @rule(place=PLACES, likelihood=st.none() | st.integers(1, 5), impact=st.none() | st.integers(1, 5))
    def assess(self, place: int, likelihood: int | None, impact: int | None) -> None:
        found = self._pick([risk.id for risk in self._tree().risks], place)
        if found:
            self._run(risks.edit(found, likelihood=likelihood, impact=impact))

    @rule(places=st.lists(PLACES, min_size=1, max_size=3))
    def delete(self, places: list[int]) -> None:
        self._on_items(places, items.delete)

    @rule(places=st.lists(PLACES, min_size=1, max_size=3))
    def duplicate(self, places: list[int]) -> None:
        self._on_items(places, items.duplicate)

    @rule(places=st.lists(PLACES, min_size=1, max_size=3), by=st.sampled_from([-1, 1]))
    def move(self, places: list[int], by: int) -> None:
        self._on_items(places, lambda ids: items.move(ids, by))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self._state())
        self.session.undo()
        assert self._state() == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self._state())
        self.session.redo()
        assert self._state() == self.future.pop()

    @rule()
    def reopen(self) -> None:
        before = self._state()
        self.session.close()
        self.session = Session.open(self._path, "A. Tester")
        assert self._state() == before

    @invariant()
    def positions_count_from_zero(self) -> None:
        if not self.session.registers():
            return
        tree = self._tree()
        _count([category.category.position for category in tree.categories])
        for category in tree.categories:
            _count([entry.entry.position for entry in category.entries])
        for entry in tree.entries:
            _count([risk.position for risk in entry.risks])
            _count([mitigation.position for mitigation in entry.mitigations])

    @invariant()
    def references_are_given_once(self) -> None:
        if self.session.registers():
            references = [risk.reference for risk in self._tree().risks]
            assert len(references) == len(set(references))

    def teardown(self) -> None:
        self.session.close()
        assert health.check(self._path) == []
        self._folder.cleanup()

    def _run(self, action: Action) -> None:
        before = self._state()
        if self.session.run(action) is not None:
            self.past.append(before)
            self.future.clear()
        else:
            assert self._state() == before

    def _on_items(self, places: list[int], action: Callable[[list[str]], Action]) -> None:
        ids = [item.id for item in self._tree().items]
        chosen = [ids[place % len(ids)] for place in places] if ids else []
        if chosen:
            self._run(action(chosen))

    def _register(self) -> str:
        return self.session.registers()[0].id

    def _tree(self) -> RegisterTree:
        return self.session.tree(self._register())

    def _state(self) -> object:
        tree = self._tree()
        return [tree.register.title, list(tree.items)]

    @staticmethod
    def _pick(ids: list[str], place: int) -> str | None:
        return ids[place % len(ids)] if ids else None


def _count(positions: list[int]) -> None:
    assert positions == list(range(len(positions)))


TestDesk = pytest.mark.slow(DeskMachine.TestCase)
TestDesk.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
