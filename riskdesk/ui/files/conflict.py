"""The dialog for fields changed by two users: both values side by side, and the choice between them."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from riskdesk.domain.conflict import Clash, Conflict
from riskdesk.domain.records import KINDS
from riskdesk.domain.scale import Scale
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.telling import Find, Telling
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.bench.values import telling
from riskdesk.ui.dialogs.report import ReportDialog

_MOST_SHOWN = 3


class _Told(NamedTuple):
    """A clash in words: its place, with the name of the item, the stored value and the one entered here."""

    about: str
    theirs: str
    mine: str


class ConflictDialog(ReportDialog):
    """The dialog that shows both values of fields that two users have changed, and asks which to keep.

    The first few are side by side, the others below. `again` repeats the action, and returns whether it succeeded;
    `find` finds the records by which items are named, in another thread, as it may read other registers; `scale` is
    that of the register, which names levels.
    """

    def __init__(
        self,
        conflict: Conflict,
        again: Callable[[], bool],
        find: Find,
        scale: Scale | None,
        parent: QWidget | None = None,
    ) -> None:
        teller = telling().on(scale, scale)
        told = reading(lambda _checkpoint: [_told(clash, find, teller) for clash in conflict.clashes])
        others = "\n".join(map(_line, told[_MOST_SHOWN:]))
        super().__init__(sentence(conflict), others, parent)
        self.setWindowTitle(self.tr("Changed by somebody else"))
        self.close_button.setText(self.tr("Keep &their version"))
        self.setProperty("chapter", "With others")
        self._again = again
        values = QGridLayout()
        values.setSpacing(UNIT)
        values.addWidget(PlainLabel(self.tr("Their version (saved)"), self), 0, 0)
        values.addWidget(PlainLabel(self.tr("Your version"), self), 0, 1)
        for number, each in enumerate(told[:_MOST_SHOWN]):
            values.addWidget(PlainLabel(each.about, self, wraps=True), 2 * number + 1, 0, 1, 2)
            theirs, mine = (
                self._box(self.tr("Their version"), each.theirs),
                self._box(self.tr("Your version"), each.mine),
            )
            values.addWidget(theirs, 2 * number + 2, 0)
            values.addWidget(mine, 2 * number + 2, 1)
            if number == 0:
                self.begin_at(theirs)
        self.body.insertLayout(1, values, 1)
        self.offer(self.tr("&Save my version"), self._write)
        # By default the stored value is kept.
        self.close_button.setDefault(True)
        self.resize(90 * UNIT, (60 if others else 45) * UNIT)

    def _box(self, name: str, text: str) -> ShownText:
        box = ShownText(name, self)
        box.setPlainText(text)
        return box

    def _write(self) -> None:
        if self._again():
            self.accept()


def _told(clash: Clash, find: Find, teller: Telling) -> _Told:
    """A clash in words."""
    about = teller.about(clash, find(clash.kind, clash.id, ""))
    if clash.field in KINDS:
        return _Told(about, *teller.places(clash, find))
    return _Told(about, teller.side(clash, clash.theirs), teller.side(clash, clash.mine))


def _line(told: _Told) -> str:
    """A clash in one line."""
    theirs, mine = side_by_side(told.theirs, told.mine)
    return f"{told.about} · {theirs} → {mine}"
