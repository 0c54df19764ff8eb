"""The head of assessing mode: the progress, which risks to go through, and the buttons on, back and out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from riskdesk.kit.hairline import Hairline
from riskdesk.kit.plain import as_tip
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_number

# The margins, and the spacing between the parts.
_AROUND = 12 * UNIT


class Progress(QWidget):
    """The line at the top of assessing mode: the progress, and buttons to go on, back and out.

    `next`, `back` and `left` are emitted for the three buttons; `all_chosen` carries whether to go through all
    risks, not only those that are still to be assessed.
    """

    back = Signal()
    next = Signal()
    left = Signal()
    all_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._done = PlainLabel(parent=self, bold=True), PlainLabel(parent=self, quiet=True)
        self._all = QCheckBox(self.tr("Assessed &ones too"), self)
        self._all.setMinimumHeight(3 * UNIT)
        self._back = self._button(self.tr("&Back"), self.tr("The risk before (Shift+Enter, Page Up)"))
        self._next = self._button(self.tr("&Next"), self.tr("The next risk (Enter, Page Down)"))
        self._leave = self._button(self.tr("&Leave"), self.tr("Back to the register (Esc)"))
        self._next.setDefault(True)
        for button, signal in ((self._back, self.back), (self._next, self.next), (self._leave, self.left)):
            button.clicked.connect(signal)
        self._all.clicked.connect(self.all_chosen)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._row.setSpacing(UNIT)
        self._row.addWidget(self._place)
        self._row.addWidget(self._done)
        self._row.addStretch(1)
        self._row.addWidget(self._all)
        self._row.addSpacing(UNIT)
        for button in (self._back, self._next, self._leave):
            self._row.addWidget(button)
        both = QVBoxLayout()
        both.setContentsMargins(3 * UNIT, UNIT, 2 * UNIT, UNIT)
        both.setSpacing(0)
        both.addLayout(self._row)
        both.addLayout(self._below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(both)
        layout.addWidget(Hairline(self))

    @property
    def is_all(self) -> bool:
        """Whether all risks are gone through."""
        return self._all.isChecked()

    @property
    def place_text(self) -> str:
        """The progress in words."""
        return self._place.text()

    def show_all(self, *, is_all: bool) -> None:
        """Show whether all risks are gone through."""
        self._all.setChecked(is_all)

    def show_place(self, number: int, count: int, assessed: int) -> None:
        """Show the number of the current risk, the number of all, and how many are assessed."""
        self._place.setText(
            self.tr("Risk {number} of {count}").format(number=ui_number(number), count=ui_number(count))
        )
        self._done.setText(self.tr("%Ln risk(s) assessed", "", assessed))
        self._fit()

    def show_ways(self, *, back: bool, on: bool) -> None:
        """Enable the buttons that lead somewhere."""
        self._back.setEnabled(back)
        self._next.setEnabled(on)

    def show_no_place(self) -> None:
        """Clear the progress, as no risk is shown."""
        for label in (self._place, self._done):
            label.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out how many are assessed if there is no room for it; the status line shows that as well.

        If there is still no room, the choice of risks is placed below the rest.
        """
        parts = (self._place, self._all, self._back, self._next, self._leave)
        needed = sum(part.sizeHint().width() for part in parts) + _AROUND
        self._done.setVisible(needed + self._done.sizeHint().width() <= self.width())
        is_below, is_wanted_below = self._below.count() > 0, needed > self.width()
        if is_wanted_below and not is_below:
            self._below.addWidget(self._all)
        elif is_below and not is_wanted_below:
            self._row.insertWidget(self._row.indexOf(self._back) - 1, self._all)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(as_tip(tip))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
