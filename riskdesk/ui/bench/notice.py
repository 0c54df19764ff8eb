"""A notice: a sentence on what was done, and the action of its button."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from riskdesk.domain.step import Step


@dataclass(frozen=True, eq=False)
class Notice:
    """A sentence that tells the user what was done, without a full stop; it may have a button with an action.

    The button of a `step` undoes that step as long as it is the last one. `detail` is the tooltip. A notice of an
    `unsaved` text, given by item and field, is removed once that text is no longer held. The button works no longer
    than its `owner` exists.
    """

    text: str
    button: str = ""
    work: Callable[[], object] = lambda: None
    detail: str = ""
    step: Step | None = None
    unsaved: tuple[str, str] | None = None
    owner: QObject | None = None
