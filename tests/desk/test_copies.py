"""Copies to send hold what was chosen and not a byte of what was left out."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import mitigations, registers, risks
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.store.check import findings

OWNER, ACTION_OWNER, SECRET = "Anna Pavlova-Smith", "Marat Kenzhebaev", "Struck out before sending"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(Session.create(tmp_path / "a.riskdesk", "j.doe")) as made:
        made.run(registers.add(template("coe", Language.FRENCH)))
        made.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        tree = made.tree(made.registers()[1].id)
        made.run(risks.edit(next(tree.risks).id, owner=OWNER, note=SECRET))
        made.run(risks.edit(next(tree.risks).id, note=""))
        made.run(mitigations.edit(next(tree.mitigations).id, action_owner=ACTION_OWNER))
        made.undo(None)
        made.redo(None)
        yield made


def sent(session: Session, tmp_path: Path, copy: Copy) -> Session:
    new = tmp_path / "sent.riskdesk"
    session.send(copy, new)
    assert findings(new) == []
    return Session.open(new, "me")


@pytest.mark.parametrize("history", [True, False])
@pytest.mark.parametrize("names", [True, False])
def test_the_whole_store_goes(session: Session, tmp_path: Path, *, history: bool, names: bool) -> None:
    with closing(sent(session, tmp_path, Copy(history=history, names=names))) as copy:
        assert [register.id for register in copy.registers()] == [register.id for register in session.registers()]
        assert len(list(copy.tree(copy.registers()[1].id).risks)) == 31
        assert copy.id != session.id
        content = copy.path.read_bytes()
    for name in (OWNER, ACTION_OWNER, "j.doe"):
        assert (name.encode() in content) is (names or False)
    assert (SECRET.encode() in content) is history


def test_with_everything_it_is_what_it_was(session: Session, tmp_path: Path) -> None:
    with closing(sent(session, tmp_path, Copy())) as copy:
        assert copy.undo_label(None) == session.undo_label(None)
        for register in session.registers():
            assert copy.tree(register.id) == session.tree(register.id)
        copy.undo(None)
        copy.undo(None)


@pytest.mark.parametrize("history", [True, False])
def test_one_register_goes_without_a_word_of_the_others(session: Session, tmp_path: Path, *, history: bool) -> None:
    first, second = session.registers()
    with closing(sent(session, tmp_path, Copy(register=second.id, history=history))) as copy:
        assert copy.tree(second.id).categories == session.tree(second.id).categories
        assert [register.id for register in copy.registers()] == [second.id]
        content = copy.path.read_bytes()
        while copy.undo_label(None) is not None:
            copy.undo(None)
        assert copy.registers() == []
    assert first.id.encode() not in content
    assert first.title.encode() not in content
