"""On a real screen: what is selected elsewhere and pasted by the middle button into a line of text becomes one line."""

import shutil

import pytest

from tests.real_screen import output, real_screen

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("Xvfb", "openbox")), reason="needs Xvfb and openbox"
)
PASTED = """
import sys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from riskdesk.kit.incoming import IntoLine

application, field = QApplication([]), QLineEdit()
IntoLine(field)
field.show()
assert QTest.qWaitForWindowExposed(field, 30_000)
assert application.clipboard().supportsSelection()
for text in sys.argv[1:]:
    field.setText("(old)")
    application.clipboard().setText(text, QClipboard.Mode.Selection)
    QTest.mouseClick(field, Qt.MouseButton.MiddleButton, pos=QPoint(field.width() - 5, field.height() // 2))
    print(field.text())
    field.undo()
    assert field.text() == "(old)"
field.setReadOnly(True)
QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
assert field.text() == "(old)"
"""


@pytest.mark.slow
def test_a_selection_pasted_by_the_middle_button_into_a_line_becomes_one() -> None:
    with real_screen("800x600") as environment:
        text = output(environment, PASTED, "Two\r\nlines\n", " one line ")
    assert text.split("\n") == ["(old)Two lines", "(old) one line"]
