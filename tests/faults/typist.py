"""A user who types by chance, and the same again with the same seed."""

from contextlib import closing
from pathlib import Path
from random import Random

from riskdesk.desk import items, mitigations, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.store import journal
from tests.labels import redo_label, undo_label

_SOME_RISKS = 12


def make_store(path: Path) -> None:
    """A store at `path` that holds the Kazakhstan register."""
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(add_register())


def add_register() -> Action:
    """The first thing that is done: a large transaction."""
    return registers.add(template(EXAMPLE, Language.ENGLISH))


def seal(step: Step) -> str:
    """What tells a step from every other, wherever it was read from."""
    return str(journal.row_of(step, journal.FIRST)["hash"])


class Typist:
    """Edits, adds, deletes, undoes and redoes in the first register of a session."""

    def __init__(self, session: Session, seed: str) -> None:
        self._session = session
        self._chance = Random(seed)
        self._typed = 0

    def act(self) -> Step:
        """Do one thing; when this returns, it was acknowledged."""
        step = self._take_back() if self._chance.random() < 0.25 else None
        step = step or self._session.run(self._action())
        assert step is not None, "no two texts are the same"
        return step

    def _take_back(self) -> Step | None:
        if redo_label(self._session, None) and self._chance.random() < 0.4:
            return self._session.redo(None)
        return None if undo_label(self._session, None) in (None, add_register().label) else self._session.undo(None)

    def _action(self) -> Action:
        tree = self._session.tree(self._session.registers()[0].id)
        able = [self._edit, self._edit, self._edit_mitigation, self._add]
        return self._chance.choice([*able, self._delete] if len(list(tree.risks)) > _SOME_RISKS else able)(tree)

    def _edit(self, tree: RegisterTree) -> Action:
        risk = self._chance.choice(list(tree.risks))
        return risks.edit(risk.id, note=self._text(), likelihood=self._chance.randint(1, 4))

    def _edit_mitigation(self, tree: RegisterTree) -> Action:
        return mitigations.edit(self._chance.choice(list(tree.mitigations)).id, description=self._text())

    def _add(self, tree: RegisterTree) -> Action:
        entry = self._chance.choice(list(tree.entries)).entry
        return risks.add(entry.id, [self._text() for _ in range(self._chance.randint(1, 5))])

    def _delete(self, tree: RegisterTree) -> Action:
        return items.delete([risk.id for risk in self._chance.sample(list(tree.risks), 2)])

    def _text(self) -> str:
        """Some words, now and then more than a page of the file holds; never the same twice."""
        self._typed += 1
        words = self._chance.choice([3, 30, 100, 400])
        return f"{self._typed} {self._chance.random()} " + "чтобы было ясно " * self._chance.randint(1, words)
