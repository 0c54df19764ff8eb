"""A label whose text is shown as it is."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.plain_label import PlainLabel


def test_a_label_that_takes_any_width_has_room_for_all_its_lines(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = PlainLabel("A head of many words " * 8, holder, wraps=True)
    label.take_any_width(QSizePolicy.Policy.Preferred)
    layout = QVBoxLayout(holder)
    layout.addWidget(label)
    layout.addStretch(1)
    holder.resize(200, 400)
    holder.show()
    assert label.height() >= label.heightForWidth(label.width()) > 3 * label.fontMetrics().lineSpacing()
