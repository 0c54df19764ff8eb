"""The search in the page of help that is shown."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QToolButton, QWidget

from riskdesk.kit.icons import icon
from riskdesk.kit.theme import STEP

_WIDTH = 26 * STEP
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACKWARD = QTextDocument.FindFlag.FindBackward


class TextSearch(QWidget):
    """Goes from hit to hit in the text of a browser, and on from the other end where there is no more."""

    def __init__(self, browser: QTextBrowser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._browser = browser
        self._field, self._told = QLineEdit(self), QLabel(self)
        self._build()

    def focus(self) -> None:
        """Bring the focus to the field, with its text selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def next(self) -> None:
        """Go on to the next hit."""
        self._find(QTextDocument.FindFlag(0))

    def previous(self) -> None:
        """Go back to the hit before."""
        self._find(_BACKWARD)

    def restart(self) -> None:
        """Say nothing of another page's hits."""
        self._told.clear()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        self.previous() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.next()
        return True

    def _build(self) -> None:
        self._field.setPlaceholderText(self.tr("Find on this page"))
        self._field.setAccessibleName(self.tr("Find on this page"))
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(_WIDTH)
        self._field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._from_here)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setAccessibleName(self.tr("Hits"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(STEP, 0, STEP, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(self._told)
        layout.addWidget(self._field)
        layout.addWidget(self._button("chevron-up", self.tr("Previous hit (Shift+F3)"), self.previous))
        layout.addWidget(self._button("chevron-down", self.tr("Next hit (F3)"), self.next))

    def _button(self, name: str, text: str, work: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.clicked.connect(work)
        return button

    def _from_here(self) -> None:
        """Find what is being typed, from the hit on that its beginning found."""
        cursor = self._browser.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._browser.setTextCursor(cursor)
        self.next()

    def _find(self, way: QTextDocument.FindFlag) -> None:
        text = self._field.text()
        found = not text or self._browser.find(text, way) or self._find_from_end(text, way)
        self._told.setText("" if found else self.tr("No hits"))

    def _find_from_end(self, text: str, way: QTextDocument.FindFlag) -> bool:
        before = self._browser.textCursor()
        self._browser.moveCursor(QTextCursor.MoveOperation.End if way else QTextCursor.MoveOperation.Start)
        if self._browser.find(text, way):
            return True
        self._browser.setTextCursor(before)
        return False
