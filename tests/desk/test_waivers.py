"""Waivers: one for each kind of gap in a register, given another reason and taken away."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import registers, waivers
from riskdesk.desk.session import Session
from riskdesk.domain.gaps import GapKind, waived
from riskdesk.domain.problems import NotFound
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language


def waivers_of(session: Session, register: str) -> list[tuple[str, int, str]]:
    return [(waiver.gap, waiver.position, waiver.reason) for waiver in session.tree(register).waivers]


FIRST = ("period_reversed", 0, "All are the programme's")


def test_a_gap_is_waived_once(session: Session, register: str) -> None:
    session.run(waivers.waive(register, "of tomorrow", "Nobody knows\nyet"))
    assert waivers_of(session, register) == [FIRST, ("of tomorrow", 1, "Nobody knows\nyet")]
    session.run(waivers.waive(register, "period_reversed", ""))
    assert waivers_of(session, register) == [("period_reversed", 0, ""), ("of tomorrow", 1, "Nobody knows\nyet")]


def test_a_waiver_is_given_another_reason_and_taken_away(session: Session, register: str) -> None:
    session.run(waivers.waive(register, "no_due_date", "In spring"))
    first = session.tree(register).waivers[0]
    session.run(waivers.waive(register, "no_due_date", "In summer"))
    assert waivers_of(session, register) == [FIRST, ("no_due_date", 1, "In summer")]
    session.run(waivers.delete(first.id))
    assert waivers_of(session, register) == [("no_due_date", 1, "In summer")]


def test_each_register_has_its_own_waivers(session: Session, register: str) -> None:
    session.run(registers.duplicate(register))
    other = session.registers()[1].id
    session.run(waivers.delete(session.tree(other).waivers[0].id))
    assert (waivers_of(session, register), waivers_of(session, other)) == ([FIRST], [])
    session.run(registers.delete(register))
    session.undo(None)
    assert waivers_of(session, register) == [FIRST]


def test_nothing_is_waived_in_a_register_that_is_gone(session: Session) -> None:
    with pytest.raises(NotFound):
        session.run(waivers.waive("gone", "period_reversed", ""))


def test_a_gap_that_was_waived_in_both_of_two_merged_copies_is_looked_for_again_at_once(
    session: Session, register: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.riskdesk"
    shutil.copy(session.path, copy)
    session.run(waivers.waive(register, GapKind.NO_OWNER, "Here"))
    with closing(Session.open(copy, "Marat")) as other:
        other.run(waivers.waive(register, GapKind.NO_OWNER, "There"))
    merge = session.merge(copy)
    assert merge.lines(Telling(Language.ENGLISH, lambda _context, text: text)) == ["waiver added: “There”"]
    session.run(merge.action())
    session.run(waivers.waive(register, GapKind.NO_OWNER, "Anew"))
    assert waived(session.tree(register))[GapKind.NO_OWNER].reason == "Anew"
    session.run(waivers.delete(waived(session.tree(register))[GapKind.NO_OWNER].id))
    assert GapKind.NO_OWNER not in waived(session.tree(register))
