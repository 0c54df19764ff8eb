"""A field for one of a few values, or none."""

from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from riskdesk.kit.fields.base import StoredField
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.pressing import ENTER_KEYS


class ChoiceField(StoredField[Hashable], CalmBox):
    """A field to choose one of several (value, label) pairs, with an empty choice for None first if it is `optional`.

    A choice from the list is committed at once; one made by keys in the closed field is committed at Enter or when the
    focus leaves. Esc shows the stored value again.
    """

    committed = Signal(object)

    def __init__(
        self, choices: Iterable[tuple[Hashable, str]], parent: QWidget | None = None, *, optional: bool = True
    ) -> None:
        super().__init__(parent)
        self._stored = None
        self._labels: dict[Hashable, str] = ({None: ""} if optional else {}) | dict(choices)
        self._values = {label: value for value, label in self._labels.items()}
        self.addItems(list(self._values))
        if optional:
            self.setItemData(0, self.tr("None"), Qt.ItemDataRole.AccessibleTextRole)
        self.setMinimumContentsLength(8)
        self._by_key = False
        self._shown_text = self._text()
        self.activated.connect(self._on_activated)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The list of choices is a part of the field.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.restore()
            return
        if event.key() in ENTER_KEYS:
            self.commit()
        with self._keys():
            super().keyPressEvent(event)

    @contextmanager
    def _keys(self) -> Iterator[None]:
        self._by_key = True
        try:
            yield
        finally:
            self._by_key = False

    def _on_activated(self) -> None:
        if not self._by_key:
            self.commit()

    def _text(self) -> str:
        return self.currentText()

    def _set_text(self, text: str) -> None:
        self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive))

    def _text_of(self, value: Hashable) -> str:
        return self._labels.get(value, "")

    def _value_of(self, text: str) -> Hashable:
        return self._values[text]
