"""The dialog where two have written to the same fields: both values side by side, and the choice."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QWidget

from riskdesk.domain.conflict import Clash, Conflict
from riskdesk.domain.telling import side_by_side
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.values import telling
from riskdesk.ui.dialogs.report import ReportDialog

_MOST_SHOWN = 3
# Gives the record of an item, by its kind and id, to name it by; empty if there is none.
Find: TypeAlias = Callable[[str, str], Mapping[str, Any]]


class ConflictDialog(ReportDialog):
    """The dialog that shows both values of fields that two users have written to, and asks which one is to stay.

    The first few stand side by side, all others below. `again` takes the action once more, and says whether that is
    done; `find` names the items.
    """

    def __init__(
        self, conflict: Conflict, again: Callable[[], bool], find: Find, parent: QWidget | None = None
    ) -> None:
        others = "\n".join(_line(clash, find) for clash in conflict.clashes[_MOST_SHOWN:])
        super().__init__("", sentence(conflict), others, "", parent)
        self.setWindowTitle(self.tr("Changed by somebody else"))
        self.close_button.setText(self.tr("Keep &their version"))
        self.setProperty("chapter", "With others")
        self._again = again
        values = QGridLayout()
        values.setSpacing(STEP)
        values.addWidget(QLabel(self.tr("Their version (saved)"), self), 0, 0)
        values.addWidget(QLabel(self.tr("Your version"), self), 0, 1)
        for number, clash in enumerate(conflict.clashes[:_MOST_SHOWN]):
            about = QLabel(_about(clash, find), self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
            values.addWidget(about, 2 * number + 1, 0, 1, 2)
            theirs, mine = (
                self._value(clash, value, name)
                for value, name in ((clash.theirs, self.tr("Their version")), (clash.mine, self.tr("Your version")))
            )
            values.addWidget(theirs, 2 * number + 2, 0)
            values.addWidget(mine, 2 * number + 2, 1)
            if number == 0:
                self.begin_at(theirs)
        self.body.insertLayout(1, values, 1)
        self.offer(self.tr("&Save my version"), self._write)
        # What is stored stays where the user does not say otherwise.
        self.close_button.setDefault(True)
        self.resize(90 * STEP, (60 if others else 45) * STEP)

    def _value(self, clash: Clash, value: object, name: str) -> QPlainTextEdit:
        box = QPlainTextEdit(telling().side(clash, value), self)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(name)
        return box

    def _write(self) -> None:
        if self._again():
            self.accept()


def _about(clash: Clash, find: Find) -> str:
    """What a clash is about, by the reference or text of the item."""
    return telling().about(clash, find(clash.kind, clash.id))


def _line(clash: Clash, find: Find) -> str:
    """A clash in one line: what it is about, what is stored and what was to be."""
    theirs, mine = side_by_side(*(telling().side(clash, value) for value in (clash.theirs, clash.mine)))
    return f"{_about(clash, find)} · {theirs} → {mine}"
