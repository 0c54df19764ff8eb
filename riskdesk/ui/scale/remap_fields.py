"""The choice of a new level for each old one, for both halves of an assessment side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from riskdesk.domain.remap import Remap
from riskdesk.domain.scale import Level, Scale
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.plain import with_ampersands
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language, ui_words

# How many wide letters of a choice are seen in the narrowest window.
_SEEN = 12


class RemapFields(QWidget):
    """A table of choices that says which new level each old one becomes.

    `changed` is emitted when `remap()` has changed.
    """

    changed = Signal()

    def __init__(self, old: Scale, new: Scale, remap: Remap, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: dict[str, list[CalmBox]] = {}
        words = ui_words()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, UNIT // 2, 0)
        layout.setSpacing(2 * UNIT)
        layout.addLayout(self._table("likelihood", words.likelihood, old.likelihood, new.likelihood, remap.likelihood))
        layout.addLayout(self._table("impact", words.impact, old.impact, new.impact, remap.impact))

    def remap(self) -> Remap:
        """The chosen new level for each old one."""
        likelihood, impact = (tuple(box.currentData() for box in self.boxes[half]) for half in ("likelihood", "impact"))
        return Remap(likelihood, impact)

    def _table(
        self, half: str, title: str, old: Sequence[Level], new: Sequence[Level], chosen: Sequence[int | None]
    ) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(PlainLabel(title, self, bold=True), 0, 0, 1, 3)
        self.boxes[half] = []
        for number, (level, becomes) in enumerate(zip(old, chosen, strict=True), 1):
            box, name = CalmBox(self), level.numbered(number, ui_language())
            for other, offered in enumerate(new, 1):
                box.addItem(offered.numbered(other, ui_language()), other)
            box.addItem(ui_words().not_assessed, None)
            box.setCurrentIndex(box.findData(becomes))
            box.setMinimumContentsLength(min(max(len(box.itemText(at)) for at in range(box.count())), _SEEN))
            box.setAccessibleName(f"{title}{ui_words().colon} {name}")
            box.currentIndexChanged.connect(self.changed)
            # A label with a buddy has a mnemonic, so "&" must be escaped.
            label = PlainLabel(with_ampersands(name), self)
            label.setBuddy(box)
            for column, widget in enumerate((label, PlainLabel("→", self), box)):
                grid.addWidget(widget, number, column)
            self.boxes[half].append(box)
        grid.setRowStretch(len(old) + 1, 1)
        return grid
