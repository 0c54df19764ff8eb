"""Widgets that are heard as what they are."""

import subprocess
import sys

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from riskdesk.kit.roles import give_role, name_clear_button

# A program of its own, as what is at fault shows at its end.
ENDING = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from riskdesk.kit.roles import give_role
application = QApplication([])
class Pages(QLabel):
    pass
before, label = QLabel("before"), Pages("text")
assert QAccessible.queryAccessibleInterface(before).role() == QAccessible.Role.StaticText
give_role(label, QAccessible.Role.Document)
print(QAccessible.queryAccessibleInterface(label).role().name)
# Qt's from here on, and not gone before the application is.
label.deleteLater()
"""


class Pages(QFrame):
    """A widget of which Qt knows nothing more."""


def test_a_widget_has_its_role_its_name_and_its_parts(qtbot: QtBot) -> None:
    frame = Pages()
    qtbot.addWidget(frame)
    QLabel("inside", frame)
    frame.setAccessibleName("Pages")
    give_role(frame, QAccessible.Role.Document)
    interface = QAccessible.queryAccessibleInterface(frame)
    properties = (interface.role(), interface.text(QAccessible.Text.Name), interface.childCount())
    assert properties == (QAccessible.Role.Document, "Pages", 1)


def test_a_program_ends_well_after_somebody_listened() -> None:
    done = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("Document\n", 0), done.stderr


def test_the_button_that_clears_a_field_has_a_name(qtbot: QtBot) -> None:
    field = QLineEdit("text")
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    name_clear_button(field, "Clear the search")
    (button,) = field.findChildren(QToolButton)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Clear the search"
