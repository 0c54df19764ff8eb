"""The choice of the band with which a matrix is painted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from riskdesk.domain.scale import Shade
from riskdesk.domain.text import shortened
from riskdesk.kit.flow import Flow
from riskdesk.kit.plain import with_ampersands
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.roles import stand_for_one
from riskdesk.kit.theme import UNIT
from riskdesk.ui.scale.bands import band_colour
from riskdesk.ui.scale.swatch import SWATCH, swatch

_LONGEST = 18


class Brushes(QWidget):
    """A row of buttons, one for each band, that choose the band to paint with.

    `chosen` carries the place of the chosen band.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._flow = Flow(UNIT // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT // 2)
        hint = PlainLabel(self.tr("Paint with a click, with Space, or with the number of a band:"), self, wraps=True)
        layout.addWidget(hint)
        layout.addLayout(self._flow)

    def show_bands(self, names: Sequence[str], shades: Sequence[Shade]) -> None:
        """Show bands by their names; the chosen one is kept if the number of bands is the same."""
        while len(self._group.buttons()) < len(names):
            button = QPushButton(self)
            stand_for_one(button)
            button.setAutoDefault(False)
            button.setIconSize(SWATCH)
            self._group.addButton(button, len(self._group.buttons()))
            self._flow.addWidget(button)
        for place, known in enumerate(self._group.buttons()):
            known.setVisible(place < len(names))
            if place < len(names):
                name = names[place]
                known.setText(with_ampersands(f"{place + 1} {shortened(name, _LONGEST)}"))
                known.setAccessibleName(f"{place + 1} {name}")
                known.setIcon(swatch(band_colour(shades[place]), self))
        if not 0 <= self._group.checkedId() < len(names):
            self._group.buttons()[0].setChecked(True)
            self.chosen.emit(0)
