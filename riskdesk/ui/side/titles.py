"""Storing the titles that are edited in the lists on the left."""

from typing import TYPE_CHECKING

from riskdesk.desk.action import Action
from riskdesk.domain.conflict import Clash, Conflict
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Value
from riskdesk.ui.bench.workbench import Workbench

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft


def store_title(workbench: Workbench, action: Action, draft: "Draft", theirs: tuple[str, str] | None) -> bool:
    """Store a title edited in a list; False if the user gets the text back, or is asked about it, instead."""
    if theirs is not None and theirs[1] != draft.text:
        who, title = theirs
        workbench.typing.ask(draft)
        workbench.ask_about(Conflict(who, (Clash(draft.kind, draft.id, draft.field, title, draft.text),)), action)
        return False
    problem = workbench.run_without_commit(action).problem
    if isinstance(problem, Conflict):
        workbench.typing.ask(draft)
    elif problem is not None:
        workbench.typing.offer(draft)
    return problem is None


def title_draft(kind: type[Value], register: str, identity: str, title: str) -> "Draft":
    """A Draft of a title that is being edited in a list."""
    from riskdesk.desk.drafts import Draft

    return Draft(register=register, kind=kind_name(kind), text=title, id=identity, field="title")
