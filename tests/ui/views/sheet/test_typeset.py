"""Texts laid out in lines, as the sheet draws them."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from riskdesk.ui.views.sheet.layout.typeset import place_at, set_text


# In Hebrew, a line ends on its left.
@pytest.mark.parametrize(("text", "beside"), [("first\nlast", 390), ("שלום\nעולם", 1)])
def test_beside_the_end_of_a_line_the_nearest_place_is_its_end(qapp: QApplication, text: str, beside: int) -> None:
    layout, _ = set_text(text, QFont(), 400)
    assert place_at(layout, layout.lineAt(0), beside) == text.index("\n")
    assert place_at(layout, layout.lineAt(1), beside) == len(text)
