"""A dialog with a long message and buttons for what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from riskdesk.kit.plain import breakable
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.theme import UNIT


class _Head(QLabel):
    """A sentence that may quote a long name without spaces."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(breakable(text), parent)

    def setText(self, text: str) -> None:
        super().setText(breakable(text))


class ReportDialog(ReadingDialog):
    """A sentence, details below it, and buttons; `offer` adds a button for an action.

    `declined` says that the close button was pressed; Esc, or the end of the program, emits only `rejected`.
    """

    declined = Signal()

    def __init__(self, title: str, text: str, particulars: str, close: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = _Head(text, self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.particulars = ShownText(title, self)
        self.particulars.setPlainText(particulars)
        self.windowTitleChanged.connect(self.particulars.setAccessibleName)
        self.setWindowTitle(title)
        self.particulars.setVisible(bool(particulars))
        self.begin_at(self.particulars)
        self._buttons = QDialogButtonBox(self)
        self.close_button: QPushButton = self._buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.declined)
        self._buttons.rejected.connect(self.reject)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        self.body.setSpacing(2 * UNIT)
        self.body.addWidget(self.head)
        self.body.addWidget(self.particulars, 1)
        self.body.addWidget(self._buttons)
        self.resize(80 * UNIT, (45 if particulars else 20) * UNIT)

    def offer(self, text: str, work: Callable[[], object]) -> QPushButton:
        """Add a button that does something; the first one added is the default button."""
        first = len(self._buttons.buttons()) == 1
        button: QPushButton = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(without_arguments(work))
        button.setDefault(first)
        return button
