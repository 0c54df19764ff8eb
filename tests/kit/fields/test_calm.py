"""A combo box has the width of its place, or asks for that of its widest choice; its list is called like it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.fields.calm import CalmBox


def test_a_box_that_fits_its_choices_keeps_the_width_of_its_place(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    box, usual = CalmBox(form), CalmBox(form)
    box.fit_choices()
    for field in (box, usual):
        field.addItems(["A3", "A4", "A longer one than Qt would ask for"])
    layout = QFormLayout(form)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.addRow("Paper", box)
    form.resize(600, 100)
    layout.activate()
    width = box.width()
    assert width > box.sizeHint().width() > usual.sizeHint().width()
    # It ends after the timer of Qt's that began as the choices were added.
    later = QTimer(interval=100, singleShot=True)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert box.width() == width


def test_the_list_of_choices_is_called_like_its_box(qtbot: QtBot) -> None:
    box = CalmBox()
    qtbot.addWidget(box)
    box.addItem("A4")
    box.setAccessibleName("Paper")
    box.show()
    box.showPopup()
    assert box.view().accessibleName() == "Paper"
    box.hidePopup()
