"""A search field, with a label for the result before it and buttons for the next and previous hit after it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from riskdesk.kit.announce import say
from riskdesk.kit.cut import CutLabel
from riskdesk.kit.icons import icon
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.roles import name_clear_button
from riskdesk.kit.theme import UNIT

# The width of the icons and borders of the field.
_SIGNS = 6 * UNIT


class SearchBar(QWidget):
    """A search field with buttons for its hits; a subclass goes to the `next` and the `previous` hit.

    `hint` says what is searched.
    """

    def __init__(self, hint: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._hits_label = QLineEdit(self), CutLabel(Qt.TextElideMode.ElideRight, self)
        self._field.setAccessibleName(hint)
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(width)
        self.hint_at(hint)
        IntoLine(self._field)
        self._field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition).setText(hint)
        name_clear_button(self._field, self.tr("Clear the search"))
        self._field.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(UNIT, 0, UNIT, 0)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._hits_label)
        layout.addWidget(self._field)
        self._steps = (
            self._button("chevron-up", self.tr("Previous match (Shift+F3)"), self.previous),
            self._button("chevron-down", self.tr("Next match (F3)"), self.next),
        )
        for button in self._steps:
            layout.addWidget(button)

    def set_width(self, width: int, *, steps: bool) -> None:
        """Set the width of the field, and whether its buttons are shown; keys do the same."""
        self._field.setFixedWidth(width)
        self.hint_at(self._hint)
        for button in self._steps:
            button.setVisible(steps)
        layout = self.layout()
        assert layout is not None, "it is made with one"
        # Before it is shown, Qt does not invalidate the layout itself.
        layout.invalidate()
        self.updateGeometry()

    def hint_at(self, hint: str) -> None:
        """Set the placeholder of the field; leave it out if it does not fit, as the icon has it as a tooltip."""
        self._hint = hint
        room = self._field.width() - _SIGNS
        self._field.setPlaceholderText(hint if self._field.fontMetrics().horizontalAdvance(hint) <= room else "")

    def focus(self) -> None:
        """Give the focus to the field and select its text."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def tell(self, text: str) -> None:
        """Show and announce what was found."""
        self._hits_label.setText(text)
        say(self._field, text)

    def next(self) -> None:
        """Go to the next hit."""
        raise NotImplementedError

    def previous(self) -> None:
        """Go to the previous hit."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Go to the next hit at Enter, to the previous one at Shift+Enter; whether the key was one of them."""
        if event.key() not in ENTER_KEYS:
            return False
        self.previous() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.next()
        return True

    def _button(self, name: str, text: str, work: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setMinimumSize(3 * UNIT, 3 * UNIT)
        button.setAutoRaise(True)
        button.clicked.connect(work)
        return button
