"""A calendar that opens under a field."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QFrame,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riskdesk.kit.announce import say
from riskdesk.kit.dates import YEARS
from riskdesk.kit.fields.base import LEAST_HEIGHT
from riskdesk.kit.icons import icon
from riskdesk.kit.own_keys import keep_keys
from riskdesk.kit.pressing import press_button
from riskdesk.kit.theme import UNIT

# The object names of parts of Qt's calendar, which no function returns.
_TOP = "qt_calendar_navigationbar"
_PREVIOUS, _NEXT = "qt_calendar_prevmonth", "qt_calendar_nextmonth"
_ARROWS = {_PREVIOUS: "chevron-left", _NEXT: "chevron-right"}
_YEAR = "qt_calendar_yearedit"


class CalendarPopup(QFrame):
    """A calendar that opens under a field; `picked` carries the date that was clicked or entered, or today's.

    It closes then, at Esc and at a click outside.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_keys(self)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._calendar = QCalendarWidget(self)
        # Those that can be typed; by itself, Qt goes back to years of which Python has no dates.
        self._calendar.setDateRange(QDate(YEARS[0], 1, 1), QDate(YEARS[-1], 12, 31))
        days = self._calendar.findChild(QAbstractItemView)
        assert days is not None, "it is made with one"
        self._days: QAbstractItemView = days
        for part in (self._calendar, self._days):
            part.setAccessibleName(self.tr("Calendar"))
        if day is not None:
            self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._days.setAccessibleDescription(self._day_name())
        self._calendar.selectionChanged.connect(self._tell_day)
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)
        self._calm()
        self._name()
        today = QPushButton(self.tr("&Today"), self)
        today.clicked.connect(self._pick_today)
        today.setMinimumHeight(LEAST_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT // 2, UNIT // 2, UNIT // 2, UNIT // 2)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._calendar)
        layout.addWidget(today)

    def open_under(self, field: QWidget) -> None:
        """Show the calendar under a field, or above it at the lower end of the screen."""
        place, size, room = field.mapToGlobal(QPoint(0, field.height())), self.sizeHint(), field.screen().geometry()
        if place.y() + size.height() > room.bottom():
            place.setY(place.y() - field.height() - size.height())
        place.setX(max(room.left(), min(place.x(), room.right() - size.width())))
        self.move(place)
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_button(event):
            super().keyPressEvent(event)

    def _tell_day(self) -> None:
        """Announce the selected day, of which Qt announces only the number."""
        self._days.setAccessibleDescription(self._day_name())
        say(self._days, self._day_name(), assertive=True)

    def _day_name(self) -> str:
        return QLocale().toString(self._calendar.selectedDate(), QLocale.FormatType.LongFormat)

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))

    def _pick_today(self) -> None:
        self.close()
        self.picked.emit(date.today())

    def _name(self) -> None:
        """Name the parts that Qt shows only as an icon or a number."""
        names = {_PREVIOUS: self.tr("Previous month"), _NEXT: self.tr("Next month"), _YEAR: self.tr("Year")}
        for part, name in names.items():
            for widget in self._calendar.findChildren(QWidget, part):
                widget.setAccessibleName(name)
                widget.setToolTip(name)

    def _calm(self) -> None:
        """Remove what is conspicuous: red week-ends, week numbers, the bar in the accent colour."""
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, QTextCharFormat())
        for name, picture in _ARROWS.items():
            for button in self._calendar.findChildren(QToolButton, name):
                button.setIcon(icon(picture))
                button.setMinimumSize(LEAST_HEIGHT, LEAST_HEIGHT)
        for top in self._calendar.findChildren(QWidget, _TOP):
            for part in (top, *top.findChildren(QToolButton)):
                palette = part.palette()
                palette.setColor(QPalette.ColorRole.Highlight, palette.color(QPalette.ColorRole.Window))
                palette.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.WindowText))
                part.setPalette(palette)
        # Days of the months before and after can be picked as well, so they must be readable.
        palette = self._days.palette()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, quiet)
        self._days.setPalette(palette)
