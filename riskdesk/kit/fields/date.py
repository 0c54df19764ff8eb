"""A field for a date, or none."""

from datetime import date

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from riskdesk.kit.dates import read_date, write_date
from riskdesk.kit.fields.base import opens, takes_opening
from riskdesk.kit.fields.line import WrittenLine
from riskdesk.kit.icons import icon
from riskdesk.kit.theme import UNIT

_BUTTON = 3 * UNIT
_EDGE = 2


class DateField(WrittenLine[date | None]):
    """A field for a date in the format of the user's locale, typed or picked from a calendar; empty for none."""

    committed = Signal(object)
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        # QLineEdit's own buttons are small, and one of them has no name.
        self._clearing = self._button("x", self.tr("Clear the date"))
        self._clearing.clicked.connect(self._clear)
        self._opening = self._button("calendar", self.tr("Choose a date (Alt+Down)"))
        self._opening.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, 2 * _BUTTON, 0)
        self.textChanged.connect(self._follow_text)
        self._follow_text()

    def fault(self) -> str:
        try:
            self._value_of(self.text())
        except ValueError:
            return self.tr("This is not a date. Write it like {date}.").format(date=example())
        return ""

    def event(self, event: QEvent) -> bool:
        return takes_opening(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if opens(event):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, top = self.width() - _EDGE, (self.height() - _BUTTON) // 2
        for place, button in enumerate((self._opening, self._clearing), 1):
            button.move(left - place * _BUTTON, top)

    def open_calendar(self) -> None:
        """Show a calendar under the field, which gets the focus before it and after; Esc closes it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        # What was being typed elsewhere is stored by that, and another item may be shown then.
        if self.isReadOnly() or not self.isVisible():
            return
        # Imported when needed: most dates are typed, and every window has date fields.
        from riskdesk.kit.fields.calendar import CalendarPopup

        calendar = CalendarPopup(self, self._stored if self.fault() else self._value_of(self.text()))
        calendar.picked.connect(self._pick)
        calendar.open_under(self)

    def _button(self, picture: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setAutoRaise(True)
        button.setFixedSize(QSize(_BUTTON, _BUTTON))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _follow_text(self) -> None:
        self._clearing.setVisible(bool(self.text()))
        # Screen readers would announce it for a field with a date, too.
        self.setPlaceholderText("" if self.text() else self.tr("No date"))

    def _clear(self) -> None:
        self.clear()
        self.commit()

    def _pick(self, day: date) -> None:
        self.setText(self._text_of(day))
        self.commit()

    def _text_of(self, value: date | None) -> str:
        return "" if value is None else write_date(value, QLocale())

    def _value_of(self, text: str) -> date | None:
        return read_date(text, QLocale()) if text.strip() else None


def example() -> str:
    """The last day of this year, as an example of how to write a date."""
    return write_date(date(date.today().year, 12, 31), QLocale())
