"""The words for a goal: its kind, where it is found, and its keys."""

from PySide6.QtCore import QCoreApplication

from riskdesk.desk.goal import Goal, GoalKind
from riskdesk.domain.codes import RISK_STATES
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.ui.bench.counts import items_text
from riskdesk.ui.bench.language import ui_language

ICONS = {
    GoalKind.COMMAND: "square-chevron-right",
    GoalKind.REGISTER: "book-open",
    GoalKind.CATEGORY: "heading",
    GoalKind.OWNER: "user",
    GoalKind.RISK: "triangle-alert",
    GoalKind.MITIGATION: "shield-check",
}
SEPARATOR = " · "


def text_of(goal: Goal) -> str:
    """The name of a goal."""
    return goal.text or QCoreApplication.translate("Goal", "(no text)")


def kind_of(goal: Goal) -> str:
    """The word for the kind of a goal."""
    if goal.kind is GoalKind.COMMAND:
        return QCoreApplication.translate("Goal", "Command")
    if goal.kind is GoalKind.OWNER:
        return FIELDS["risk"]["owner"].label.text(ui_language())
    return VALUE_KINDS[goal.kind].label.text(ui_language())


def path_of(goal: Goal) -> str:
    """The kind of a goal, its reference, and where it is found."""
    return SEPARATOR.join(filter(None, (kind_of(goal), goal.reference, goal.home, goal.place, *_more(goal))))


def keys_of(goal: Goal) -> str:
    """The keys that do a command; empty for anything else."""
    return "".join(goal.hint) if goal.kind is GoalKind.COMMAND else ""


def spoken(goal: Goal) -> str:
    """What a screen reader says of a goal."""
    parts = (text_of(goal), kind_of(goal), goal.reference, goal.home, goal.place, *_more(goal), keys_of(goal))
    return ", ".join(filter(None, parts))


def _more(goal: Goal) -> tuple[str, ...]:
    """Further details of a goal."""
    if goal.kind is GoalKind.OWNER:
        return (items_text(goal.hint),)
    if goal.kind is GoalKind.RISK:
        return tuple(RISK_STATES[status].text(ui_language()) for status in goal.hint)
    return goal.hint if goal.kind is GoalKind.REGISTER else ()
