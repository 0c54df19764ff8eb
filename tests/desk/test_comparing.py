"""What holds of every comparison, and of what is taken of it into a store."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import comparing as taking
from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.domain.comparing.comparing import compare
from riskdesk.domain.comparing.comparison import CATEGORY, Choice, Comparison, State
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from tests.desk.standing import state_of
from tests.domain.comparing.any_tree import changed, foreign, trees


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with closing(Session.create(tmp_path_factory.mktemp("any") / "store.riskdesk", "A. Tester")) as made:
        yield made


def added(session: Session, tree: RegisterTree) -> str:
    """The id of a register that is put into the store."""
    for register in session.registers():
        session.run(registers.delete(register.id))
    session.run(registers.add(tree))
    return session.registers()[0].id


def is_equal(comparison: Comparison) -> bool:
    return {row.state for row in comparison.rows} == {State.EQUAL} and not comparison.changes({})


@given(trees())
def test_a_register_that_comes_back_as_it_went_out_changes_nothing(tree: RegisterTree) -> None:
    assert is_equal(compare(tree, tree))
    assert is_equal(compare(foreign(tree, references=True), tree))
    assert is_equal(compare(foreign(tree, references=False), tree))
    assert is_equal(compare(tree, tree, base=tree))


KINDS = st.sampled_from(("own", "with references", "without references"))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[RegisterTree, RegisterTree]:
    tree = draw(trees())
    found, kind = draw(changed(tree)), draw(KINDS)
    return tree, found if kind == "own" else foreign(found, references=kind == "with references")


@given(pairs())
def test_what_is_taken_once_is_not_there_to_be_taken_again(
    session: Session, pair: tuple[RegisterTree, RegisterTree]
) -> None:
    tree, found = pair
    register = added(session, tree)
    session.run(taking.apply(compare(found, session.tree(register)), {}))
    again = compare(found, session.tree(register))
    assert not again.changes({}), list(again.taken({}))


@given(pairs())
def test_what_is_taken_is_undone_to_the_letter(session: Session, pair: tuple[RegisterTree, RegisterTree]) -> None:
    tree, found = pair
    register = added(session, tree)
    before = session.tree(register)
    step = session.run(taking.apply(compare(found, before), {}))
    if step is not None:
        session.undo(register)
    after = session.tree(register)
    count = before.register.references
    assert state_of(replace(after, register=replace(after.register, references=count))) == state_of(before)


@given(pairs())
def test_what_the_file_does_not_name_stays_as_it_is(session: Session, pair: tuple[RegisterTree, RegisterTree]) -> None:
    tree, found = pair
    register = added(session, tree)
    before = session.tree(register)
    comparison = compare(found, before)
    session.run(taking.apply(comparison, {}))
    taken = [(row.here, it.field) for row, it in comparison.taken({}) if row.here is not None and it is not None]
    named = {(here.id, field) for here, field in taken}
    # A risk that moves takes its whole entry along.
    named |= {(here.entry, CATEGORY) for here, field in taken if isinstance(here, Risk) and field == CATEGORY}
    after = {it.id: it for it in session.tree(register).values}
    for value in before.values:
        names = {it.name for it in fields(value)} - {"position", "references"}
        for name in names - {name for identity, name in named if identity == value.id}:
            assert getattr(after[value.id], name) == getattr(value, name)


def everything(comparison: Comparison) -> dict[str, Choice]:
    """All of the file: what it lacks goes, and what it leaves empty is emptied; references stay."""
    keys = [row.key for row in comparison.rows]
    keys += [it.key for it in comparison.differences if it.field != "reference"]
    return dict.fromkeys(keys, Choice.TAKE)


@given(trees().flatmap(lambda tree: st.tuples(st.just(tree), changed(tree))))
def test_what_is_taken_whole_of_our_own_file_leaves_nothing_that_differs(
    session: Session, pair: tuple[RegisterTree, RegisterTree]
) -> None:
    tree, found = pair
    register = added(session, tree)
    comparison = compare(found, session.tree(register))
    session.run(taking.apply(comparison, everything(comparison)))
    now = session.tree(register)
    again = compare(found, now)
    assert {it.field for it in again.differences} <= {"reference"}
    # What the file lacks stays where something stands in it that the file has.
    filled = {it.entry for it in (*now.risks, *now.mitigations)} | {it.entry.category for it in now.entries}
    left = [row for row in again.rows if row.state in (State.NEW, State.MISSING)]
    assert [row for row in left if row.here is None or row.here.id not in filled] == []
