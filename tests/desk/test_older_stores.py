"""What an older Riskdesk let in, and today's does not, stays in its store and is worked with."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from riskdesk.desk import health, items, registers, risks
from riskdesk.desk.action import in_turn
from riskdesk.desk.backups import Backup, Backups
from riskdesk.desk.clip import Clip, copy
from riskdesk.desk.session import Session
from riskdesk.domain.gaps import GapKind, gaps
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.records import Record
from riskdesk.store import copying
from riskdesk.store.store import Store

YEAR_27 = date(27, 5, 6)


def references(session: Session, register: str) -> list[str]:
    return [risk.reference for risk in session.tree(register).risks]


def older(path: Path, **fields: object) -> Path:
    """A store as an older Riskdesk let it be: every risk has these fields, and so has its journal."""
    with closing(Store.open(path, read_only=True)) as store:
        steps = store.steps()

    def aged(record: Record | None, kind: str) -> Record | None:
        return record | fields if record is not None and kind == "risk" and "description" in record else record

    new = path.with_name("older.riskdesk")
    aged_steps = [
        replace(step, changes=tuple(replace(change, after=aged(change.after, change.kind)) for change in step.changes))
        for step in steps
    ]
    copying.write(new, aged_steps)
    return new


@pytest.fixture
def old(session: Session, register: str) -> Path:
    session.close()
    return older(
        session.path, reference="R-05", owner=" ", next_review="0027-05-06", likelihood=9, note="a" + "\u0301" * 200
    )


def test_an_older_store_opens_and_its_gaps_are_told(old: Path) -> None:
    assert health.check(old) == []
    with closing(Session.open(old, "me")) as session:
        tree = session.tree(session.registers()[0].id)
        kinds = [gap.kind for gap in gaps(tree, date(2026, 1, 1))]
        assert kinds.count(GapKind.REFERENCE_TWICE) == kinds.count(GapKind.NO_OWNER) == len(list(tree.risks))


def test_an_older_store_is_worked_with(old: Path, tmp_path: Path) -> None:
    with closing(Session.open(old, "me")) as session:
        register = session.registers()[0].id
        first, second, *_ = session.tree(register).risks
        session.run(risks.edit(first.id, title="Edited", impact=2))
        session.run(risks.edit(first.id, next_review=date(2027, 5, 6)))
        session.undo(register)
        assert next(session.tree(register).risks).next_review == YEAR_27
        session.run(items.move([first.id], 1))
        session.run(items.place([second.id], list(session.tree(register).entries)[3].entry.id, 0))
        session.run(items.delete([first.id]))
        session.undo(register)
        session.run(risks.add(first.entry, ["New"]))
        assert references(session, register).count("R-32") == 1
        session.run(registers.edit(register, title="Edited"))
        twice = in_turn([risks.edit(first.id, reference=name) for name in ("X-1", "R-05 ")])
        with pytest.raises(InputProblem, match="R-05 is taken"):
            session.run(twice)
        session.rescue(tmp_path / "saved.riskdesk")
    assert health.check(old) == health.check(tmp_path / "saved.riskdesk") == []


def test_an_older_store_is_backed_up_restored_and_saved_though_its_file_is_gone(old: Path, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    with closing(Session.open(old, "me")) as session:
        backup = backups.make(old, session.changed_at())
        assert isinstance(backup, Backup)
        backups.restore(backup, tmp_path / "restored.riskdesk")
        tree = session.tree(session.registers()[0].id)
        with closing(Session.open(tmp_path / "restored.riskdesk", "me")) as restored:
            assert restored.tree(tree.register.id) == tree
        old.write_bytes((tmp_path / "restored.riskdesk").read_bytes()[:4096])
        session.rescue(tmp_path / "saved.riskdesk")
    with closing(Session.open(tmp_path / "saved.riskdesk", "me")) as saved:
        assert saved.tree(tree.register.id) == tree


def test_identities_of_an_older_store_are_pasted_with_new_ones(session: Session, register: str) -> None:
    tree = session.tree(register)
    entry = next(tree.entries).entry
    clip = Clip.from_json(copy(tree, [entry.id]).json.replace(entry.id, "e1"))
    session.run(items.paste(clip, register))
    assert health.check(session.path) == []
