"""What is written is read, light and dark: words at 4.5 to 1, icons at 3 to 1."""

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.fields.calendar import CalendarPopup
from riskdesk.kit.theme import Scheme
from tests.ui.access.legible import unread, written
from tests.ui.access.seen import name


def test_days_of_the_months_beside_are_read_in_the_calendar(scheme: Scheme, qtbot: QtBot) -> None:
    assert scheme
    field = QWidget()
    popup = CalendarPopup(field, date(2027, 12, 31))
    qtbot.addWidget(field)
    popup.show()
    qtbot.waitExposed(popup)
    assert [name(part) for part in written(popup)].count("30") == 2
    # The stem of a 1 is drawn beside the grid of pixels, fainter than its colour is.
    assert [part for part in unread(popup) if " '1' " not in part] == []
