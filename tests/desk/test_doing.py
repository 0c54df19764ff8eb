"""An action that is done in a way of its own: others come in the meantime, and whoever waits may give up."""

from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers, risks
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.progress import Look, Made, Unwanted, at_once, no_look
from tests.desk.backing_up import note


def stored(path: Path) -> list[str]:
    """The notes of the risks in the file."""
    with closing(Session.open(path, "reader", read_only=True)) as there:
        return notes(there)


def notes(session: Session) -> list[str]:
    return [risk.note for register in session.registers() for risk in session.tree(register.id).risks]


def test_what_others_write_meanwhile_comes_after_what_was_done(session: Session, register: str) -> None:
    """Though another action, which was asked for meanwhile, comes upon it first."""
    first = next(session.tree(register).risks)

    def meanwhile(work) -> Made:
        made = at_once(work)
        with closing(Session.open(session.path, "other")) as other:
            note(other, "theirs")
        with pytest.raises(Conflict):
            note(session, "mine again")
        return made

    session.run(risks.edit(first.id, note="mine"), meanwhile)
    assert notes(session)[0] == "theirs"
    assert notes(session) == stored(session.path)
    assert [(it.step.who, it.theirs) for it in session.news()][-2:] == [("A. Tester", False), ("other", True)]


def test_who_gives_up_during_the_backup_before_an_action_finds_all_as_it_was(
    backed_up: Session, backups: Backups
) -> None:
    before, ways = backed_up.registers(), list[Look]()

    def given_up() -> None:
        raise Unwanted

    def give_up_at_first(work) -> Made:
        ways.append(no_look if ways else given_up)
        return work(ways[-1])

    note(backed_up, "something to be backed up")
    with pytest.raises(Unwanted):
        backed_up.run(registers.delete(before[0].id), give_up_at_first)
    assert [it.id for it in backed_up.registers()] == [it.id for it in before]
    assert len(backups.all()) == 1
