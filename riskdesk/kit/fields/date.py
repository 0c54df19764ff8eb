"""A date, or none."""

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from riskdesk.kit.colours import colours
from riskdesk.kit.dates import read_date, write_date
from riskdesk.kit.fields.line import LineDraft
from riskdesk.kit.icons import icon


class DateField(LineDraft[date | None]):
    """A date written as the user's country writes it, or picked from a calendar; empty for none."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setPlaceholderText(self.tr("No date"))
        self.setClearButtonEnabled(True)
        opening = QAction(icon("calendar"), self.tr("Choose a date (Alt+Down)"), self)
        opening.triggered.connect(self.open_calendar)
        self.addAction(opening, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._unmark)

    def commit(self) -> None:
        super().commit()
        if self.is_dirty():
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a calendar under the field; Esc closes it."""
        if self.isReadOnly():
            return
        # Imported when wanted: most dates are typed, and every window has date fields.
        from riskdesk.kit.fields.calendar import CalendarPopup

        calendar = CalendarPopup(self, self._stored)
        calendar.picked.connect(self._pick)
        calendar.open_under(self)

    def _pick(self, day: date) -> None:
        self.setText(self._text_of(day))
        self.commit()

    def _text_of(self, value: date | None) -> str:
        return "" if value is None else write_date(value, QLocale())

    def _value_of(self, text: str) -> date | None:
        return read_date(text, QLocale()) if text.strip() else None

    def _mark(self) -> None:
        """Show that what stands here is no date, and what one looks like."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(colours(palette).danger))
        self.setPalette(palette)
        example = self._text_of(date(date.today().year, 12, 31))
        self.setToolTip(self.tr("This is not a date. Write it like {date}.").format(date=example))
        self.setAccessibleDescription(self.toolTip())

    def _unmark(self) -> None:
        if self.toolTip():
            self.setPalette(QPalette())
            self.setToolTip("")
            self.setAccessibleDescription("")
