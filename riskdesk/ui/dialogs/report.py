"""A dialog with a long message and buttons for what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from riskdesk.kit.plain import breakable
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.theme import UNIT


class _Head(PlainLabel):
    """A sentence that may quote a long name without spaces."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(breakable(text), parent, wraps=True)

    def setText(self, text: str) -> None:
        super().setText(breakable(text))


class ReportDialog(ReadingDialog):
    """A sentence, details below it, and buttons; `offer` adds a button for an action.

    A subclass sets the title, and the text of `close_button`. Details that are None will be shown later; empty ones are
    hidden.

    `declined` says that the close button was pressed; Esc, or the end of the program, emits only `rejected`.
    """

    declined = Signal()

    def __init__(self, text: str, particulars: str | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.head = _Head(text, self)
        self.particulars = ShownText("", self)
        self.particulars.setPlainText(particulars or "")
        self.windowTitleChanged.connect(self.particulars.setAccessibleName)
        self.particulars.setVisible(particulars != "")
        self.begin_at(self.particulars)
        self._buttons = QDialogButtonBox(self)
        self.close_button: QPushButton = self._buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.declined)
        self._buttons.rejected.connect(self.reject)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        self.body.setSpacing(2 * UNIT)
        self.body.addWidget(self.head)
        self.body.addWidget(self.particulars, 1)
        self.body.addWidget(self._buttons)
        self.resize(80 * UNIT, (20 if particulars == "" else 45) * UNIT)

    def offer(self, text: str, work: Callable[[], object]) -> QPushButton:
        """Add a button that does something; the first one added is the default button."""
        first = len(self._buttons.buttons()) == 1
        button: QPushButton = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(without_arguments(work))
        button.setDefault(first)
        return button


def new_report(title: str, text: str, particulars: str, close: str, parent: QWidget | None) -> ReportDialog:
    """A dialog with a title, a sentence, details below it, and a button that closes it; it is not shown yet."""
    dialog = ReportDialog(text, particulars, parent)
    dialog.setWindowTitle(title)
    dialog.close_button.setText(close)
    return dialog
