"""What is scrolled to in an area is what lies in it, with its label as far as there is room."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.scrolled import Scrolled


def shown(area: Scrolled, qtbot: QtBot) -> Scrolled:
    """An area that is smaller than its content, in front."""
    qtbot.addWidget(area)
    area.resize(300, 200)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    return area


def test_only_what_lies_in_the_content_is_followed(qtbot: QtBot) -> None:
    content = QWidget()
    within = QLineEdit(content)
    QVBoxLayout(content).addWidget(within)
    content.setMinimumHeight(900)
    area = shown(Scrolled(content), qtbot)
    beside = QLineEdit(area)
    beside.show()
    within.setFocus()
    followed = area.verticalScrollBar().value()
    assert followed > 0
    # Qt would warn that this is no part of the content, and a warning fails the test.
    beside.setFocus()
    assert area.verticalScrollBar().value() == followed


def test_the_label_before_a_field_stays_in_sight_though_the_field_has_no_room(qtbot: QtBot) -> None:
    content = QWidget()
    first, field = QLineEdit(content), QLineEdit(content)
    field.setMinimumWidth(400)
    form = QFormLayout(content)
    form.addRow("Title", first)
    form.addRow("Description", field)
    area = shown(Scrolled(content, sideways=True), qtbot)
    first.setFocus()
    bar = area.horizontalScrollBar()
    bar.setValue(bar.maximum())
    field.setFocus()
    assert (bar.value(), bar.maximum() > 0) == (0, True)
