"""Which register opens when others are added and deleted."""

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.ui.bench.workbench import Workbench


@pytest.fixture
def ids(workbench: Workbench) -> list[str]:
    """The ids of four registers, of which the second is open."""
    for _ in range(3):
        workbench.run(registers.duplicate(workbench.registers()[0].id))
    ids = [title.id for title in workbench.registers()]
    workbench.open_register(ids[1])
    return ids


def test_the_next_in_the_list_opens_for_one_that_is_deleted(session: Session, ids: list[str]) -> None:
    # Not the workbench that added them, which would go back to where they were added.
    workbench = Workbench(session)
    workbench.open_register(ids[1])
    workbench.run(registers.delete(ids[1]))
    assert workbench.register_id == ids[2]
    workbench.open_register(ids[3])
    workbench.run(registers.delete(ids[3]))
    assert workbench.register_id == ids[2], "the last one was deleted"
    workbench.run(registers.delete(ids[0]))
    assert workbench.register_id == ids[2]
    workbench.run(registers.delete(ids[2]))
    assert workbench.register_id is None


def test_a_register_whose_addition_is_undone_leads_back_to_where_it_was_added(
    workbench: Workbench, ids: list[str]
) -> None:
    workbench.run(registers.duplicate(ids[1]))
    assert workbench.register_id not in ids
    workbench.undo()
    assert workbench.register_id == ids[1]
    workbench.redo()
    added = str(workbench.register_id)
    workbench.run(registers.delete(ids[1]))
    workbench.run(registers.delete(added))
    assert workbench.register_id == ids[3]
