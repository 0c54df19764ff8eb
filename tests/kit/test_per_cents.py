"""What the user waits for is heard as the bar comes up."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.per_cents import spell_per_cents
from tests.hearing import hearing


def test_the_text_of_a_bar_is_heard_each_time_it_comes_up(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = QProgressDialog("Reading risks.xlsx …", "Cancel", 0, 10, window)
    strip = spell_per_cents(dialog)
    with hearing() as announcements:
        for _ in range(2):
            dialog.show()
            dialog.hide()
    assert [event.message() for event in announcements] == ["Reading risks.xlsx …"] * 2
    for widget in (dialog, strip):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) == "Reading risks.xlsx …"
