"""What holds of every comparison, and of what is taken of it into a store."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import comparing as taking
from riskdesk.desk import items, registers, risks
from riskdesk.desk.action import in_turn
from riskdesk.desk.backups import Backups
from riskdesk.desk.session import Session
from riskdesk.domain.comparing.comparing import compare
from riskdesk.domain.comparing.comparison import CATEGORY, Choice, Comparison, State
from riskdesk.domain.growing import grow
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from tests.desk.everything import everything
from tests.desk.standing import register_of, state_of, text_of
from tests.domain.comparing.any_tree import changed, foreign, trees


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with closing(Session.create(tmp_path_factory.mktemp("any") / "store.riskdesk", "A. Tester")) as session:
        yield session


def add_register(session: Session, tree: RegisterTree) -> str:
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
    incoming, kind = draw(changed(tree)), draw(KINDS)
    return tree, incoming if kind == "own" else foreign(incoming, references=kind == "with references")


@given(pairs())
def test_what_is_taken_once_is_not_there_to_be_taken_again(
    session: Session, pair: tuple[RegisterTree, RegisterTree]
) -> None:
    tree, incoming = pair
    register = add_register(session, tree)
    session.run(taking.apply(compare(incoming, session.tree(register)), {}))
    again = compare(incoming, session.tree(register))
    assert not again.changes({}), list(again.taken_rows({}))


@given(pairs())
def test_what_is_taken_is_undone_to_the_letter(session: Session, pair: tuple[RegisterTree, RegisterTree]) -> None:
    tree, incoming = pair
    register = add_register(session, tree)
    before = session.tree(register)
    step = session.run(taking.apply(compare(incoming, before), {}))
    if step is not None:
        session.undo(register)
    after = session.tree(register)
    count = before.register.references
    assert state_of(replace(after, register=replace(after.register, references=count))) == state_of(before)


@given(pairs())
def test_what_the_file_does_not_name_stays_as_it_is(session: Session, pair: tuple[RegisterTree, RegisterTree]) -> None:
    tree, incoming = pair
    register = add_register(session, tree)
    before = session.tree(register)
    comparison = compare(incoming, before)
    session.run(taking.apply(comparison, {}))
    taken_fields = [
        (row.here, difference.field)
        for row, difference in comparison.taken_rows({})
        if row.here is not None and difference is not None
    ]
    named_fields = {(here.id, field) for here, field in taken_fields}
    # A risk that moves takes its whole entry along.
    named_fields |= {
        (here.entry, CATEGORY) for here, field in taken_fields if isinstance(here, Risk) and field == CATEGORY
    }
    after = {value.id: value for value in session.tree(register).values}
    for value in before.values:
        names = {field.name for field in fields(value)} - {"position", "references"}
        for name in names - {name for identity, name in named_fields if identity == value.id}:
            assert getattr(after[value.id], name) == getattr(value, name)


@given(trees().flatmap(lambda tree: st.tuples(st.just(tree), changed(tree))))
def test_what_is_taken_whole_of_our_own_file_leaves_nothing_that_differs(
    session: Session, pair: tuple[RegisterTree, RegisterTree]
) -> None:
    tree, incoming = pair
    register = add_register(session, tree)
    comparison = compare(incoming, session.tree(register))
    session.run(taking.apply(comparison, everything(comparison)))
    now = session.tree(register)
    again = compare(incoming, now)
    assert {difference.field for difference in again.differences} <= {"reference"}
    # What the file lacks stays where something stands in it that the file has.
    filled = {bullet.entry for bullet in (*now.risks, *now.mitigations)} | {
        entry.entry.category for entry in now.entries
    }
    remaining_rows = [row for row in again.rows if row.state in (State.NEW, State.MISSING)]
    assert [row for row in remaining_rows if row.here is None or row.here.id not in filled] == []


def edited(tree: RegisterTree, texts: Mapping[str, Mapping[str, object]]) -> RegisterTree:
    """What comes back of a register where somebody changed items, named by their texts."""
    return grow(replace(value, **texts.get(getattr(value, "description", ""), {})) for value in tree.values)


@pytest.fixture
def opened(small: Session) -> tuple[Session, RegisterTree]:
    return small, small.tree(small.registers()[0].id)


def test_what_was_changed_in_the_meantime_is_told_and_not_overwritten(
    opened: tuple[Session, RegisterTree], ids: dict[str, str]
) -> None:
    session, tree = opened
    action = taking.apply(compare(edited(tree, {"r0": {"owner": "Anna"}, "r4": {"owner": "Eva"}}), tree), {})
    session.run(risks.edit(ids["r0"], owner="Marat"))
    with pytest.raises(Problem, match="R-01"):
        session.run(action)
    owners = [risk.owner for risk in session.tree(tree.register.id).risks]
    assert [owner for owner in owners if owner] == ["Marat"]


@pytest.mark.parametrize(("count", "ending"), [(5, "R-05"), (6, "R-05…")])
def test_of_much_that_was_changed_in_the_meantime_the_beginning_is_told(
    opened: tuple[Session, RegisterTree], ids: dict[str, str], count: int, ending: str
) -> None:
    session, tree = opened
    names = [f"r{number}" for number in range(count)]
    action = taking.apply(compare(edited(tree, {name: {"owner": "Anna"} for name in names}), tree), {})
    session.run(in_turn([risks.edit(ids[name], owner="Marat") for name in names]))
    with pytest.raises(Problem) as problem:
        session.run(action)
    assert problem.value.values["items"].endswith(ending)


def test_what_else_was_changed_in_the_meantime_stays(opened: tuple[Session, RegisterTree], ids: dict[str, str]) -> None:
    session, tree = opened
    incoming = edited(tree, {"r0": {"owner": "Anna"}})
    action = taking.apply(compare(incoming, tree), {})
    session.run(in_turn([risks.edit(ids["r0"], note="Ask again"), items.delete([ids["r3"]])]))
    session.run(action)
    now = {risk.id: risk for risk in session.tree(tree.register.id).risks}
    assert (now[ids["r0"]].owner, now[ids["r0"]].note) == ("Anna", "Ask again")
    assert ids["r3"] not in now


# What was done in the meantime, and what of the file would be written over it.
MEANTIME = [
    (lambda ids: items.delete([ids["r0"]]), "A: r0! r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
    (lambda ids: items.delete([ids["C"]]), "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 r9 | m2, r6 | m3 m4"),
    (lambda ids: items.delete([ids["B"]]), "A: r0 r1 r2 | m0 m1, r3 | ; B: r9 | ; C: r4 r5 | m2, r6 | m3 m4"),
]


@pytest.mark.parametrize(("meantime", "file"), MEANTIME)
def test_what_is_gone_in_the_meantime_takes_nothing_in(
    opened: tuple[Session, RegisterTree], ids: dict[str, str], meantime: Any, file: str
) -> None:
    session, tree = opened
    incoming = register_of(file.replace("r0!", "r0"))
    if "!" in file:
        incoming = edited(incoming, {"r0": {"owner": "Anna"}})
    action = taking.apply(compare(incoming, tree), {})
    session.run(meantime(ids))
    before = text_of(session.tree(tree.register.id))
    with pytest.raises(Problem, match="in the meantime"):
        session.run(action)
    assert text_of(session.tree(tree.register.id)) == before


# What the file holds, what is chosen to go, and what stands in the register then.
GOING = [
    (
        "A: r0 r1 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4",
        "r2",
        "A: r0 r1 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4",
    ),
    (
        "A: r0 r1 r2 | m0 m1 ; B: ; C: r4 r5 | m2, r6 | m3 m4",
        "r3",
        "A: r0 r1 r2 | m0 m1; B: ; C: r4 r5 | m2, r6 | m3 m4",
    ),
    ("A: r0 r1 r2 | m0 m1, r3 | ; B: ", "C", "A: r0 r1 r2 | m0 m1, r3 | ; B: "),
    # Of a category that the file does not have, what it has elsewhere stays.
    ("A: r0 r1 r2 | m0 m1, r3 | , r4 r5 | m2 ; B: ", "C", "A: r0 r1 r2 | m0 m1, r3 | , r4 r5 | m2; B: "),
]


@pytest.mark.parametrize(("file", "chosen", "expected"), GOING)
def test_what_the_file_lacks_goes_only_where_somebody_says_so(
    opened: tuple[Session, RegisterTree], ids: dict[str, str], file: str, chosen: str, expected: str
) -> None:
    session, tree = opened
    comparison = compare(register_of(file), tree)
    (key,) = [row.key for row in comparison.rows if row.here is not None and row.here.id == ids[chosen]]
    session.run(taking.apply(comparison, {key: Choice.TAKE}))
    assert text_of(session.tree(tree.register.id)) == expected


def test_nothing_is_done_where_all_is_kept(opened: tuple[Session, RegisterTree]) -> None:
    session, tree = opened
    comparison = compare(edited(register_of("A: r0 r9 | m9 ; D: r8 |"), {"r0": {"owner": "Anna"}}), tree)
    keys = [part.key for part in (*comparison.rows, *comparison.differences)]
    assert session.run(taking.apply(comparison, dict.fromkeys(keys, Choice.KEEP))) is None


def test_new_risks_keep_a_reference_that_is_free_and_else_get_the_next(opened: tuple[Session, RegisterTree]) -> None:
    session, tree = opened
    references = {
        "r1": {"reference": ""},
        "r7": {"reference": "R-02"},
        "r8": {"reference": "K-1"},
        "r9": {"reference": ""},
    }
    incoming = edited(register_of("A: r1 r7 r8 r9 |"), references)
    session.run(taking.apply(compare(incoming, tree), {}))
    now = {risk.description: risk.reference for risk in session.tree(tree.register.id).risks}
    assert [now[name] for name in ("r7", "r8", "r9")] == ["R-08", "K-1", "R-09"]


def test_taking_is_one_step_before_which_the_file_is_backed_up(backed_up: Session, backups: Backups) -> None:
    tree = backed_up.tree(backed_up.registers()[0].id)
    step = backed_up.run(taking.apply(compare(register_of("A: r0 r9 | m9 ; D: r8 |"), tree), {}))
    assert step is not None
    assert step.label == taking.LABEL
    assert len(backups.all()) == 1
    backed_up.undo(tree.register.id)
    assert text_of(backed_up.tree(tree.register.id)) == text_of(tree)
