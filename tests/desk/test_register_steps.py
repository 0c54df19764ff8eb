"""What is read of the steps of a register tells which of them were undone, and which are redoes."""

from riskdesk.desk import register_steps, risks
from riskdesk.desk.item_names import Names
from riskdesk.desk.session import Session
from riskdesk.domain.history import StepCriteria


def test_undone_steps_undoes_and_redoes_are_told_apart(small: Session, ids: dict[str, str]) -> None:
    register = small.registers()[0].id
    edit = small.run(risks.edit(ids["r0"], note="said"))
    undo, redo = small.undo(register), small.redo(register)
    assert edit is not None
    assert undo is not None
    assert redo is not None
    past, names = small.history, Names(small.tree(register), small.history)
    page = register_steps.read_page(past, names, register, redo.number + 1, 3, StepCriteria())
    assert [step.number for step in page.steps] == [redo.number, undo.number, edit.number]
    assert (page.undone, page.again) == ({undo.number}, {redo.number})
    read = [register_steps.read_step(past, names, step.number, 9) for step in page.steps]
    assert [step.again for step in read] == [True, False, False]
