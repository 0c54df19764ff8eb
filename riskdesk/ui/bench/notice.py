"""A notice: what was done, and what its button does."""

from collections.abc import Callable
from dataclasses import dataclass

from riskdesk.domain.step import Step


@dataclass(frozen=True, eq=False)
class Notice:
    """A sentence that tells the user what was done, without a full stop, and may have a button that does something.

    The button of a `step` takes that back as long as it is the last one. `detail` says more to who points at it. Item
    and field of a text that is `unsaved` have it go once that text is held no longer.
    """

    text: str
    button: str = ""
    work: Callable[[], object] = lambda: None
    detail: str = ""
    step: Step | None = None
    unsaved: tuple[str, str] | None = None
