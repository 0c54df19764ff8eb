"""Which register is open after a step of others or one's own."""

from datetime import UTC, datetime

from riskdesk.desk import merging
from riskdesk.desk.next_register import NextRegister
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import RegisterTitle

OPEN, NEW = "open", "new"


def after(*changes: Change, label: str = "Add", touched: tuple[str, ...] = (OPEN, NEW)) -> str | None:
    """What is open after a step here, if one register was open before."""
    step = Step(1, datetime(2026, 11, 28, tzinfo=UTC), "A. Tester", label, changes, registers=frozenset(touched))
    titles = [RegisterTitle(OPEN, 1.0, "Open", "")]
    return NextRegister().after(step, OPEN, (), lambda: titles, theirs=False)


def test_what_is_added_within_a_register_leaves_it_open() -> None:
    assert after(Change("risk", NEW, None, {"description": "New"})) == OPEN


def test_a_new_register_is_opened() -> None:
    assert after(Change("register", NEW, None, {"title": "New"})) == NEW


def test_one_that_comes_in_by_a_merge_is_opened_unless_the_open_one_was_changed_too() -> None:
    added = Change("register", NEW, None, {"title": "New"})
    assert after(added, label=merging.LABEL) == OPEN
    assert after(added, label=merging.LABEL, touched=(NEW,)) == NEW
