"""Two who work in one file by chance, neither having read the last steps of the other.

    python -m tests.faults.pairs FOLDER SEED

tells one walk again, action by action. What one takes away or writes over that the other brought in, and that they had
not seen, must have been named to them before, and they must have said that theirs is to hold.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

from riskdesk.desk import categories, entries, items, mitigations, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.desk.templates import COE, template
from riskdesk.domain.conflict import WORKED_OUT, Conflict
from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step, Undoable
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.store.check import findings

ACTIONS = 40
Make = Callable[[RegisterTree, Random, str], Action | None]
Found = TypeVar("Found")


@dataclass
class Toll:
    """What came of some walks: how often what was done, and sentences on what must not be."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def make_store(path: Path) -> None:
    """A store with two small registers, full enough for deletions to meet with additions."""
    with closing(Session.create(path, "A. Tester")) as session:
        for language in Language:
            session.run(registers.add(template(COE, language)))
        for register in session.registers():
            for number, category in enumerate(session.tree(register.id).categories[:2]):
                for texts in (["one", "two"], ["three", "four"]):
                    session.run(entries.add(category.category.id, None, texts, [f"measure {number}"]))


def walk(start: Path, folder: Path, seed: int, toll: Toll, say: Callable[[str], object] = lambda _: None) -> None:
    """Let two act by turns on a copy of a store, and see whether anything was lost that one had not seen."""
    path = Path(shutil.copy(start, folder / f"{seed}.riskdesk"))
    chance, walk_toll = Random(seed), Toll()
    with closing(Session.open(path, "Anna")) as anna, closing(Session.open(path, "Marat")) as marat:
        walkers = [Walker(session, chance, walk_toll) for session in (anna, marat)]
        for number in range(ACTIONS):
            say(chance.choice(walkers).act(number))
        for walker in walkers:
            walker.look()
        trees = [[session.tree(register.id) for register in session.registers()] for session in (anna, marat)]
    with closing(Session.open(path, "A. Reader", read_only=True)) as reader:
        stored = [reader.tree(register.id) for register in reader.registers()]
    if not trees[0] == trees[1] == stored:
        walk_toll.wrong.append("both do not show what is stored")
    walk_toll.wrong += map(str, findings(path))
    toll.counts += walk_toll.counts
    toll.wrong += [f"{seed}: {text}" for text in walk_toll.wrong]
    path.unlink()


class Walker:
    """One of the two: does what they see fit, and answers what they are asked."""

    def __init__(self, session: Session, chance: Random, toll: Toll) -> None:
        self._session, self._chance, self._toll = session, chance, toll
        self._shown: list[str] = []
        self._past: dict[str, Undoable | None] = {}
        self.look()

    def look(self) -> None:
        """Read what the other wrote, and have it before one's eyes."""
        self._session.read_changes_of_others()
        self._session.news()
        self._shown = [register.id for register in self._session.registers()]
        for register in self._shown:
            self._session.tree(register)
        self._past = {register: self._session.undoable(register) for register in self._shown}

    def act(self, number: int) -> str:
        """Do one thing, or look; tells what was done."""
        if self._chance.random() < 0.1 or not self._shown:
            self.look()
            return f"{self._session.who} looks"
        # Few, so that the two are in each other's way.
        register = self._chance.choice(self._shown[:2])
        name, make = self._chance.choice(_MAKERS)
        try:
            if make is None:
                return self._take_back(register)
            action = make(self._session.tree(register), self._chance, f"{self._session.who} {number}")
            return "nothing to do" if action is None else self._do(name, action)
        except Problem as problem:
            self._toll.counts["refused"] += 1
            return f"{self._session.who}: {name}: {problem}"

    def _take_back(self, register: str) -> str:
        """Undo the step that is shown as the last one."""
        last_step = self._past.get(register)
        if last_step is None:
            return "nothing to undo"
        known, step = self._known(), self._session.undo(register, last_step.number)
        return self._done("undo", step, self._unseen(known, step.number), set())

    def _do(self, name: str, action: Action) -> str:
        self._toll.counts["actions"] += 1
        known = self._known()
        try:
            step = self._session.run(action)
        except Conflict as conflict:
            return self._answer(name, action, conflict, self._unseen(known, self._known() + 1))
        return self._done(name, step, self._unseen(known, step.number if step else known), set())

    def _answer(self, name: str, action: Action, conflict: Conflict, unseen: list[Step]) -> str:
        """Let theirs hold, or take the action again, as the window does."""
        self._toll.counts["conflicts"] += 1
        if self._chance.random() < 0.5:
            return f"{self._session.who}: {name}: leaves it as {', '.join(clash.kind for clash in conflict.clashes)}"
        self._toll.counts["written over"] += 1
        return self._done(
            f"{name} over theirs", self._session.run(action), unseen, {clash.id for clash in conflict.clashes}
        )

    def _done(self, name: str, step: Step | None, unseen: list[Step], named: set[str]) -> str:
        description = f"{self._session.who}: {name}"
        if step is not None:
            self._toll.counts["deletions"] += any(change.after is None for change in step.changes)
            for kind, identity in sorted(set(lost(step, unseen))):
                if identity not in named:
                    self._toll.wrong.append(
                        f"{description} (step {step.number}) takes away an unseen {kind} {identity}"
                    )
        return description

    def _known(self) -> int:
        return self._session._store.mark.number

    def _unseen(self, known: int, before: int) -> list[Step]:
        """What the other did after one step and before another."""
        return [step for step in self._session._store.steps() if known < step.number < before]


def lost(step: Step, unseen: Iterable[Step]) -> Iterator[tuple[str, str]]:
    """The kind and id of what unseen steps brought in or changed, and a step takes away or writes over."""
    brought: dict[tuple[str, str], dict[str, object]] = {}
    for change in (change for other in unseen for change in other.changes):
        values = {name: value for name, value in (change.after or {}).items() if name not in WORKED_OUT}
        if change.after is None:
            brought.pop(change.key, None)
        elif values:
            brought[change.key] = brought.get(change.key, {}) | values
    for change in step.changes:
        theirs, mine = brought.get(change.key, {}), change.after
        if theirs and (mine is None or any(theirs[name] != mine[name] for name in theirs.keys() & mine.keys())):
            yield change.key


def _edit_risk(tree: RegisterTree, chance: Random, text: str) -> Action | None:
    fields = {chance.choice(["note", "owner", "title"]): text}
    return _with_one(tree.risks, chance, lambda risk: risks.edit(risk.id, **fields))


def _edit_mitigation(tree: RegisterTree, chance: Random, text: str) -> Action | None:
    return _with_one(tree.mitigations, chance, lambda mitigation: mitigations.edit(mitigation.id, description=text))


def _rename(tree: RegisterTree, chance: Random, text: str) -> Action | None:
    if chance.random() < 0.3:
        return registers.edit(tree.register.id, title=text)
    return _with_one(tree.categories, chance, lambda category: categories.edit(category.category.id, text))


def _add_bullets(tree: RegisterTree, chance: Random, text: str) -> Action | None:
    add = chance.choice([risks.add, mitigations.add])
    return _with_one(tree.entries, chance, lambda entry: add(entry.entry.id, [text]))


def _add_entry(tree: RegisterTree, chance: Random, text: str) -> Action | None:
    return _with_one(tree.categories, chance, lambda category: entries.add(category.category.id, 0, [text]))


def _add_category(tree: RegisterTree, _chance: Random, text: str) -> Action:
    return categories.add(tree.register.id, 0, text)


def _duplicate(tree: RegisterTree, chance: Random, _text: str) -> Action | None:
    return _with_one(tree.items, chance, lambda item: items.duplicate([item.id]))


def _duplicate_register(tree: RegisterTree, _chance: Random, _text: str) -> Action:
    return registers.duplicate(tree.register.id)


def _move_bullet(tree: RegisterTree, chance: Random, _text: str) -> Action | None:
    moved = chance.choice([*tree.risks, *tree.mitigations] or [None])
    return moved and _with_one(tree.entries, chance, lambda entry: items.place([moved.id], entry.entry.id, 0))


def _move_entry(tree: RegisterTree, chance: Random, _text: str) -> Action | None:
    moved = chance.choice([entry.entry for entry in tree.entries] or [None])
    return moved and _with_one(tree.categories, chance, lambda entry: items.place([moved.id], entry.category.id, 0))


def _delete(tree: RegisterTree, chance: Random, _text: str) -> Action | None:
    sort = chance.choice(
        [list(tree.items), [node.entry for node in tree.entries], [node.category for node in tree.categories]]
    )
    return (
        items.delete([item.id for item in chance.sample(sort, min(len(sort), chance.choice([1, 1, 2])))])
        if sort
        else None
    )


def _delete_register(tree: RegisterTree, _chance: Random, _text: str) -> Action:
    return registers.delete(tree.register.id)


def _with_one(candidates: Iterable[Found], chance: Random, make: Callable[[Found], Action]) -> Action | None:
    """An action on one of what is there; None where nothing is."""
    choice = list(candidates)
    return make(chance.choice(choice)) if choice else None


# Undo is no action but takes one back.
_MAKERS: tuple[tuple[str, Make | None], ...] = (
    *(("undo", None),) * 3,
    *(("edit a risk", _edit_risk),) * 4,
    *(("edit a mitigation", _edit_mitigation),) * 2,
    ("rename", _rename),
    *(("add", _add_bullets),) * 3,
    *(("add an entry", _add_entry),) * 2,
    ("add a category", _add_category),
    *(("duplicate", _duplicate), ("duplicate a register", _duplicate_register)),
    *(("move", _move_bullet),) * 3,
    *(("move an entry", _move_entry),) * 2,
    *(("delete", _delete),) * 5,
    ("delete a register", _delete_register),
)


def main(folder: Path, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    start, toll = folder / "start.riskdesk", Toll()
    if not start.exists():
        make_store(start)
    walk(start, folder, seed, toll, lambda text: sys.stdout.write(f"{text}\n"))
    sys.stdout.write("".join(f"! {text}\n" for text in toll.wrong))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
