"""Print sets: one for each name in a register, kept, renamed and deleted."""

import pytest

from riskdesk.desk import print_sets, registers
from riskdesk.desk.session import Session
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.problems import InputProblem, NotFound
from riskdesk.domain.values import PrintSet

MATRIX = Print(DocumentKind.MATRIX, Paper.A3, Orientation.LANDSCAPE, (PrintColumn.OWNER,), ended=True)


def print_sets_of(session: Session, register: str) -> list[PrintSet]:
    return list(session.tree(register).print_sets)


@pytest.mark.parametrize("name", ["Board", " Board\u00a0"])
def test_what_is_kept_under_a_name_takes_the_place_of_what_was(session: Session, register: str, name: str) -> None:
    (board,) = print_sets_of(session, register)
    session.run(print_sets.keep(register, name, MATRIX))
    (now,) = print_sets_of(session, register)
    assert (now.id, now.name, now.position, now.how) == (board.id, "Board", 0, MATRIX)


def test_another_name_is_another_print_set_after_it(session: Session, register: str) -> None:
    session.run(print_sets.keep(register, "board", MATRIX))
    session.run(print_sets.keep(register, "Third", Print()))
    assert [(print_set.name, print_set.position) for print_set in print_sets_of(session, register)] == [
        ("Board", 0),
        ("board", 1),
        ("Third", 2),
    ]
    session.run(print_sets.delete(print_sets_of(session, register)[0].id))
    assert [(print_set.name, print_set.position) for print_set in print_sets_of(session, register)] == [
        ("board", 1),
        ("Third", 2),
    ]


def test_what_goes_along_in_a_file_is_asked_each_time(session: Session, register: str) -> None:
    session.run(print_sets.keep(register, "Second", Print(attach=False)))
    assert print_sets_of(session, register)[1].how == Print()


def test_two_print_sets_never_have_the_same_name(session: Session, register: str) -> None:
    session.run(print_sets.keep(register, "Second", MATRIX))
    second = print_sets_of(session, register)[1]
    for used_name in ("Board", "Board "):
        with pytest.raises(InputProblem, match="There are print settings “Board"):
            session.run(print_sets.rename(second.id, used_name))
    assert session.run(print_sets.rename(second.id, "Second")) is None
    session.run(print_sets.rename(second.id, "Third"))
    assert [print_set.name for print_set in print_sets_of(session, register)] == ["Board", "Third"]


def test_the_names_of_another_register_are_free(session: Session, register: str) -> None:
    session.run(registers.duplicate(register))
    other = session.registers()[1].id
    session.run(print_sets.delete(print_sets_of(session, other)[0].id))
    session.run(print_sets.keep(other, "Board", MATRIX))
    assert [
        print_set.how == MATRIX for print_set in (*print_sets_of(session, register), *print_sets_of(session, other))
    ] == [False, True]


def test_nothing_is_kept_for_a_register_that_is_gone(session: Session) -> None:
    with pytest.raises(NotFound):
        session.run(print_sets.keep("gone", "Board", MATRIX))
