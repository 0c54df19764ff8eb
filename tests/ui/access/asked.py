"""What is asked of all that a user sees, a dialog or an area: one made is enough for all questions."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.ui.access.focus_seen import unseen
from tests.ui.access.legible import unread, written
from tests.ui.access.mnemonics import at_fault, texts_of
from tests.ui.access.seen import described, parts
from tests.ui.access.targets import small
from tests.ui.access.wheel import turned


def faults(widget: QWidget, *menus: str) -> dict[str, Any]:
    """What is wrong with a widget in its window, beside menus of these names: none if all can see it and work it."""
    answers = {
        "too small to be clicked": small(widget),
        "letters for two things": at_fault([*menus, *texts_of(widget)]),
        "hardly read": unread(widget),
        "nothing to be read": [] if any(written(widget)) else [described(part) for part in parts(widget)],
        "the focus is not seen": unseen(widget.window()),
        "changed by the wheel": turned(widget),
    }
    return {question: answer for question, answer in answers.items() if answer}
