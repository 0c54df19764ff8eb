"""The bar above the list: the kind of rows, the text filter, and buttons with menus, in as many lines as they need."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QMenu, QVBoxLayout, QWidget

from riskdesk.domain.listing import ROWS, RowKind
from riskdesk.kit.announce import say
from riskdesk.kit.choice_button import ChoiceButton
from riskdesk.kit.flow import Flow
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.measures import FIELD_HEIGHT
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.roles import name_clear_button
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language, ui_number
from riskdesk.ui.views.list.buttons import MenuButton
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.words import sorts_text

_FIELD, _NARROW = 26 * UNIT, 15 * UNIT
# The room beside the text of the field: margins and the button that clears it.
_AROUND_TEXT = 6 * UNIT


class ListBar(QWidget):
    """The bar above the list, with the kind of rows and the text to filter by.

    `left` is emitted when the focus should move on to the list.
    """

    left = Signal()

    def __init__(self, listed: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = listed
        self._flow = Flow(UNIT // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        layout.addLayout(self._flow)
        self._kinds = self._add_kinds()
        self.field = self._add_field()
        self._count = PlainLabel(parent=self)
        self._count.setContentsMargins(UNIT // 2, 0, UNIT // 2, 0)
        self._count_text = ""
        self._menus: list[MenuButton] = []

    def add_menu(self, picture: str, text: str, menu: QMenu, *, word: bool = True) -> MenuButton:
        """Put a button with a menu at the end."""
        button = MenuButton(picture, text, menu, self, word=word)
        self._flow.addWidget(button)
        self._menus += [button] if word else []
        return button

    def end(self) -> None:
        """Add the count at the end."""
        self._flow.addWidget(self._count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide words and narrow the field as far as that keeps the bar in one line."""
        hint = self.field.fontMetrics().horizontalAdvance(self.field.placeholderText()) + _AROUND_TEXT
        for words, field in ((True, _FIELD), (False, _FIELD), (False, max(_NARROW, hint))):
            for button in self._menus:
                button.show_word(words)
            self.field.setFixedWidth(field)
            if self._flow.sizeHint().width() <= self._flow.contentsRect().width():
                return

    def refresh(self) -> None:
        """Show the kind of rows, the text to filter by, and the number of rows."""
        listed = self._listed
        self._kinds[listed.listing.rows].setChecked(True)
        text = " ".join(listed.listing.values("text"))
        # Spaces alone make no other filter, and another text would move the caret of a user who is typing.
        if self.field.text().split() != text.split():
            self.field.setText(text)
        shown, total = len(listed.shown), listed.total
        if shown == total:
            sentence = self.tr("%Ln risk(s)", "", total) if self._of_risks else self.tr("%Ln mitigation(s)", "", total)
        elif self._of_risks:
            sentence = self.tr("{shown} of %Ln risk(s)", "", total).format(shown=ui_number(shown))
        else:
            sentence = self.tr("{shown} of %Ln mitigation(s)", "", total).format(shown=ui_number(shown))
        if sentence != self._count_text:
            self._count_text = sentence
            self._count.setText(sentence)
            self._fit()
            if self.isVisible():
                say(self.field, sentence)

    def tell_sorts(self) -> None:
        """Announce how the list is sorted."""
        say(self.field, sorts_text(self._listed.listing))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on to the list with Enter and Down; Esc clears the field, or moves on if it is empty."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if event.key() in (*ENTER_KEYS, Qt.Key.Key_Down, Qt.Key.Key_Escape):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    @property
    def _of_risks(self) -> bool:
        return self._listed.listing.rows is RowKind.RISK

    def _add_kinds(self) -> dict[RowKind, ChoiceButton]:
        group, buttons = QButtonGroup(self), {}
        for rows in RowKind:
            button = ChoiceButton(self)
            button.setText(ROWS[rows].text(ui_language()))
            button.setAccessibleName(self.tr("List: {rows}").format(rows=button.text()))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(FIELD_HEIGHT)
            button.clicked.connect(without_arguments(partial(self._listed.turn, rows)))
            group.addButton(button)
            self._flow.addWidget(button)
            buttons[rows] = button
        return buttons

    def _add_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Filter by text"))
        field.setAccessibleName(self.tr("Filter by text"))
        field.setClearButtonEnabled(True)
        name_clear_button(field, self.tr("Clear the text"))
        field.setFixedWidth(_FIELD)
        IntoLine(field)
        field.textChanged.connect(self._ask_text)
        field.installEventFilter(self)
        self._flow.addWidget(field)
        return field

    def _ask_text(self, text: str) -> None:
        words = text.split()
        self._listed.ask(self._listed.listing.filtered("text", *([" ".join(words)] if words else [])))
