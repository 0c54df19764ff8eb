"""The last page of assessing mode: how many risks are assessed, and how many are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.icons import icon
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT

_LARGE, _SIGN = 1.5, 48


class Finish(QWidget):
    """The page that ends assessing mode and says how many risks are assessed and how many are left.

    `more` asks for the risks that are left, `again` for all risks from the first one, `left` for the register.
    """

    more = Signal()
    again = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign, self.message = PlainLabel(parent=self), PlainLabel(parent=self, wraps=True)
        self._more = QPushButton(self.tr("Go on with them"), self)
        self._again = QPushButton(self.tr("Go through all again"), self)
        self._leave = QPushButton(self.tr("Back to the register"), self)
        self._sign.setPixmap(icon("check").pixmap(_SIGN, _SIGN))
        self.message.setFont(scaled_font(self.message.font(), _LARGE))
        for label in (self._sign, self.message):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button, signal in ((self._more, self.more), (self._again, self.again), (self._leave, self.left)):
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * UNIT)
        layout.addStretch(1)
        layout.addWidget(self._sign)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        layout.addStretch(2)

    def show_counts(self, all_risks: int, awaiting: int) -> None:
        """Show how many risks there are, and how many of them are still to be assessed."""
        text = self.tr("All %Ln risk(s) are assessed.", "", all_risks)
        if awaiting:
            text = self.tr("%Ln risk(s) are still to be assessed.", "", awaiting)
        self.message.setText(text if all_risks else self.tr("There is no risk to assess."))
        self._sign.setVisible(bool(all_risks) and not awaiting)
        self._more.setVisible(bool(awaiting))
        self._again.setVisible(bool(all_risks))
        first = self._more if awaiting else self._leave
        self._more.setDefault(bool(awaiting))
        self._leave.setDefault(not awaiting)
        self.setFocusProxy(first)
