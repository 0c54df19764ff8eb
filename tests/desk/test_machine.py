"""Random actions in several registers, undo, redo and restarts, against a plain model of the past."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from riskdesk.desk import backup_folders, categories, entries, health, items, mitigations, registers, risks
from riskdesk.desk.action import Action, in_turn
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.domain.touch import touches
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, Risk
from riskdesk.store import index, journal, opening, since
from riskdesk.store.store import Store

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)
PLACES = st.integers(0, 40)
_MOST_REGISTERS = 3
State = dict[str, object]


class Model:
    """All steps so far, each with what the registers were before and after it."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.before: dict[int, State] = {}
        self.after: dict[int, State] = {}

    def add(self, step: Step, before: State, after: State) -> None:
        self.steps.append(step)
        self.before[step.number], self.after[step.number] = before, after

    def last(self, register: str | None, *, doing: bool) -> Step | None:
        """What is to be taken back next: steps newest first, one that takes another back takes it out."""
        if register is None:
            among = {touched for step in self.steps for touched in step.registers}
            candidates = [step for register_id in among if (step := self.last(register_id, doing=doing))]
            return max(candidates, key=lambda step: step.number, default=None)
        undone_numbers: set[int | None] = set()
        for step in reversed(self.steps):
            if register in step.registers:
                undone_numbers.add(step.undoes)
                if not doing and step.undoes is None:
                    return None
                if step.number not in undone_numbers and self._is_doing(step) == doing:
                    return step if doing or not self._has_later_action(step) else None
        return None

    def is_last_everywhere(self, step: Step, *, doing: bool) -> bool:
        return all(self.last(register, doing=doing) in (step, None) for register in step.registers)

    def _is_doing(self, step: Step) -> bool:
        return step.undoes is None or not self._is_doing(self.steps[step.undoes - 1])

    def _has_later_action(self, step: Step) -> bool:
        later = self.steps[step.number :]
        return any(other.undoes is None and other.registers & step.registers for other in later)


class DeskMachine(RuleBasedStateMachine):
    """A desk with one to three registers."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "store.riskdesk"
        self.session = Session.create(self._path, "A. Tester")
        self.model = Model()
        self._patch = pytest.MonkeyPatch()
        # As that of a large store, what was looked through is remembered.
        self._patch.setattr(opening, "_SMALL_BYTES", 0)
        self._reopened = 0

    @initialize()
    def start(self) -> None:
        self._run(registers.add(template("coe", Language.ENGLISH)))
        self._run(registers.add(template("coe", Language.FRENCH)))

    @rule(which=PLACES, place=PLACES, texts=st.lists(TEXT, min_size=1, max_size=3), position=st.none() | PLACES)
    def add_risks(self, which: int, place: int, texts: list[str], position: int | None) -> None:
        entry_id = self._pick([entry.entry.id for entry in self._entries(which)], place)
        if entry_id:
            self._run(risks.add(entry_id, texts, position))

    @rule(which=PLACES, place=PLACES, text=TEXT)
    def add_mitigation(self, which: int, place: int, text: str) -> None:
        entry_id = self._pick([entry.entry.id for entry in self._entries(which)], place)
        if entry_id:
            self._run(mitigations.add(entry_id, [text]))

    @rule(which=PLACES, place=PLACES, text=TEXT, position=st.none() | PLACES)
    def add_entry(self, which: int, place: int, text: str, position: int | None) -> None:
        category_id = self._pick(
            [category.category.id for tree in self._tree(which) for category in tree.categories], place
        )
        if category_id:
            self._run(entries.add(category_id, position, [text], [text]))

    @rule(which=PLACES, text=TEXT, position=st.none() | PLACES)
    def add_category(self, which: int, text: str, position: int | None) -> None:
        for tree in self._tree(which):
            self._run(categories.add(tree.register.id, position, text))

    @rule(which=PLACES, place=PLACES, likelihood=st.none() | st.integers(1, 5), impact=st.none() | st.integers(1, 5))
    def assess(self, which: int, place: int, likelihood: int | None, impact: int | None) -> None:
        risk_id = self._pick([risk.id for tree in self._tree(which) for risk in tree.risks], place)
        if risk_id:
            self._run(risks.edit(risk_id, likelihood=likelihood, impact=impact))

    @rule(which=PLACES, places=st.lists(PLACES, min_size=1, max_size=3))
    def delete(self, which: int, places: list[int]) -> None:
        self._on_items(which, places, items.delete)

    @rule(which=PLACES, places=st.lists(PLACES, min_size=1, max_size=3))
    def duplicate(self, which: int, places: list[int]) -> None:
        self._on_items(which, places, items.duplicate)

    @rule(which=PLACES, places=st.lists(PLACES, min_size=1, max_size=3), by=st.sampled_from([-1, 1]))
    def move(self, which: int, places: list[int], by: int) -> None:
        self._on_items(which, places, lambda ids: items.move(ids, by))

    @rule(which=PLACES, place=PLACES, other=PLACES)
    def move_elsewhere(self, which: int, place: int, other: int) -> None:
        for source, target in zip(self._tree(which), self._tree(other), strict=True):
            moved = self._pick([item.id for item in source.items], place)
            kinds = {item.id: type(item) for item in source.items}
            above = {
                Category: [target.register.id],
                Entry: [category.category.id for category in target.categories],
                Risk: [entry.entry.id for entry in target.entries],
                Mitigation: [entry.entry.id for entry in target.entries],
            }
            parent = self._pick(above[kinds[moved]] if moved else [], place)
            if moved and parent:
                self._run(items.place([moved], parent, 0))

    @rule(which=PLACES, other=PLACES, text=TEXT)
    def edit_two(self, which: int, other: int, text: str) -> None:
        for first, second in zip(self._tree(which), self._tree(other), strict=True):
            edits = [registers.edit(tree.register.id, title=text) for tree in (first, second)]
            self._run(in_turn(edits))

    @rule()
    def add_register(self) -> None:
        if len(self.session.registers()) < _MOST_REGISTERS:
            self._run(registers.add(template("coe", Language.ENGLISH)))

    @rule(which=PLACES)
    def delete_register(self, which: int) -> None:
        for tree in self._tree(which):
            self._run(registers.delete(tree.register.id))

    @rule(which=PLACES, anywhere=st.booleans())
    def undo(self, which: int, *, anywhere: bool) -> None:
        register = None if anywhere else self._pick([register.id for register in self.session.registers()], which)
        self._take_back(register, doing=True)

    @rule(which=PLACES, anywhere=st.booleans())
    def redo(self, which: int, *, anywhere: bool) -> None:
        register = None if anywhere else self._pick([register.id for register in self.session.registers()], which)
        self._take_back(register, doing=False)

    @rule()
    def reopen(self) -> None:
        """Of what is looked through, nothing but what is new since the last time, whatever was done."""
        before = self._state()
        self.session.close()
        root = Path(self._folder.name) / "backups"
        self.session = Session.open(self._path, "A. Tester", backups=root, whole=False)
        backup_folders.find(root, self.session.id, self._path)[0].mkdir(parents=True, exist_ok=True)
        self.session.forgo_backups()
        self.session.require_sound()
        assert self.session._store.trust.is_whole == (self._reopened == 0)
        self._reopened += 1
        assert self._state() == before

    @invariant()
    def positions_count_from_zero(self) -> None:
        _require_rising([register.position for register in self.session.registers()])
        for tree in map(self.session.tree, [register.id for register in self.session.registers()]):
            _require_rising([category.category.position for category in tree.categories])
            for category in tree.categories:
                _require_rising([entry.entry.position for entry in category.entries])
            for entry in tree.entries:
                _require_rising([risk.position for risk in entry.risks])
                _require_rising([mitigation.position for mitigation in entry.mitigations])

    @invariant()
    def references_are_given_once(self) -> None:
        for register in self.session.registers():
            references = [risk.reference for risk in self.session.tree(register.id).risks]
            assert len(references) == len(set(references))

    def teardown(self) -> None:
        for register in self.session.registers():
            self._send(register.id)
        self.session.close()
        assert health.check(self._path) == []
        with closing(Store.open(self._path, read_only=True)) as store:
            expected = {step.number: step.registers for step in self.model.steps}
            actual = {number: {register for register, _ in touched} for number, touched in touches(store.steps())}
            assert actual == expected
            assert index.first_difference(index.derived(store.steps()), index.stored(store._connection)) is None
            self._look_at_what_is_new(store)
        self._folder.cleanup()
        self._patch.undo()

    def _look_at_what_is_new(self, store: Store) -> None:
        """What was done since any step is explained by the steps after it, and not without one of them."""
        rows = list(journal.in_order(store._connection))
        marks = [
            journal.Mark(store.mark.store),
            *(journal.Mark(store.mark.store, row["number"], row["hash"]) for row in rows),
        ]
        assert all(since.is_sound(self._path, mark) for mark in marks)
        steps = list(store.steps())
        for mark in marks[:-1]:
            assert not since.is_explained(store._connection, mark, steps[mark.number : -1])

    def _send(self, register: str) -> None:
        new = Path(self._folder.name) / f"{register}.riskdesk"
        self.session.send(Copy(register=register), new)
        assert health.check(new) == []
        with closing(Session.open(new, "A. Reader", read_only=True)) as copy:
            assert [other.id for other in copy.registers()] == [register]
            assert copy.tree(register) == self.session.tree(register)

    def _run(self, action: Action) -> None:
        before = self._state()
        step = self.session.run(action)
        if step is None:
            assert self._state() == before
        else:
            self.model.add(step, before, self._state())

    def _take_back(self, register: str | None, *, doing: bool) -> None:
        ask, act = (self.session.undoable, self.session.undo) if doing else (self.session.redoable, self.session.redo)
        expected, before = self.model.last(register, doing=doing), self._state()
        undoable = ask(register)
        if expected is None:
            assert undoable is None
        if undoable is None:
            assert expected is None
            return
        assert (undoable.number, undoable.label) == (expected.number, expected.label)
        if not self.model.is_last_everywhere(expected, doing=doing):
            with pytest.raises(Problem, match="also changed"):
                act(register)
            assert self._state() == before
            return
        step = act(register)
        assert step.registers >= expected.registers
        after = self._state()
        for touched in expected.registers:
            assert after.get(touched) == self.model.before[expected.number].get(touched)
        self.model.add(step, before, after)

    def _on_items(self, which: int, places: list[int], action: Callable[[list[str]], Action]) -> None:
        ids = [item.id for tree in self._tree(which) for item in tree.items]
        chosen = [ids[place % len(ids)] for place in places] if ids else []
        if chosen:
            self._run(action(chosen))

    def _tree(self, which: int) -> list[RegisterTree]:
        """One of the registers, none if there is none."""
        register = self._pick([register.id for register in self.session.registers()], which)
        return [self.session.tree(register)] if register else []

    def _entries(self, which: int) -> list[EntryTree]:
        return [entry for tree in self._tree(which) for entry in tree.entries]

    def _state(self) -> State:
        trees = [self.session.tree(register.id) for register in self.session.registers()]
        return {tree.register.id: [tree.register.title, list(tree.items)] for tree in trees}

    @staticmethod
    def _pick(ids: list[str], place: int) -> str | None:
        return ids[place % len(ids)] if ids else None


def _require_rising(positions: list[float]) -> None:
    assert positions == sorted(set(positions))


TestDesk = pytest.mark.slow(DeskMachine.TestCase)
TestDesk.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
