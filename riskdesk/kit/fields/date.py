"""A date, or none."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from riskdesk.kit.colours import colours
from riskdesk.kit.dates import read_date, write_date
from riskdesk.kit.fields.line import LineDraft
from riskdesk.kit.icons import icon


class DateField(LineDraft[date | None]):
    """A date written as the user's country writes it, or picked from a calendar; empty for none."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = None
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
        calendar = _Calendar(self)
        if self._stored is not None:
            calendar.setSelectedDate(QDate(self._stored.year, self._stored.month, self._stored.day))
        # A click picks, and so does Enter after the arrow keys.
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        calendar.open_under(self)

    def _pick(self, day: QDate) -> None:
        self.setText(self._text_of(date(day.year(), day.month(), day.day())))
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


class _Calendar(QCalendarWidget):
    """One month, in the colours of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())
        self.clicked.connect(self.close)
        self.activated.connect(self.close)

    def open_under(self, field: QWidget) -> None:
        """Show the calendar under a field, or above it where the screen ends."""
        place, room = field.mapToGlobal(QPoint(0, field.height())), field.screen().availableGeometry()
        size = self.sizeHint()
        if place.y() + size.height() > room.bottom():
            place.setY(place.y() - field.height() - size.height())
        place.setX(max(room.left(), min(place.x(), room.right() - size.width())))
        self.move(place)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
