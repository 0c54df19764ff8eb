"""In large letters, dialogs take the room that a usual screen has for what is read in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit import translations
from riskdesk.kit.letter_size import grown
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.access.dialogs import DIALOGS
from tests.ui.conftest import Letters
from tests.ui.every_dialog import every_dialog

LARGE = 14
# A long name of a register, for which a dialog need not be as wide.
LONG = "Neighbourhood Co-operation"


def cut(window: QWidget) -> Iterator[str]:
    """What is read in a window and has no room for all of it."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QHeaderView) and widget.isVisible():
            yield from cut_heads(widget)
        elif widget.isVisible() and is_cut(widget):
            yield text_of(widget)


def is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, QLabel | QAbstractButton):
        # The buttons within a field show a picture alone.
        return not isinstance(widget.parent(), QLineEdit) and widget.width() < widget.minimumSizeHint().width()
    return room_for_text(widget) < widget.fontMetrics().horizontalAdvance(text_of(widget))


def cut_heads(header: QHeaderView) -> Iterator[str]:
    for place in range(header.count()):
        if not header.isSectionHidden(place) and header.sectionSize(place) < header.sectionSizeHint(place):
            yield str(header.model().headerData(place, header.orientation()))


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.placeholderText() if isinstance(widget, QLineEdit) and not widget.text() else ""


def room_for_text(widget: QWidget) -> int:
    if not isinstance(widget, QComboBox):
        return widget.width()
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget).width()


@pytest.mark.parametrize("of", DIALOGS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_cut_in_the_dialog(
    of: str,
    language: str,
    letters: Letters,
    undressed: None,
    workbench: Workbench,
    home: Home,
    window: QMainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    Theme(qapp)
    letters(LARGE)
    translations.install(qapp, language)
    dialog = every_dialog(workbench, home, window, tmp_path)[of]()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: [text for text in cut(dialog) if LONG not in text] == [])


def test_what_is_grown_keeps_its_size_in_usual_letters(qapp: QApplication, letters: Letters) -> None:
    assert qapp
    sizes = []
    for points in (7, 9, 14, 18):
        letters(points)
        sizes.append(grown(100, QWidget()))
    assert sizes[:2] == [100, 100]
    assert 130 < sizes[2] < 160 < sizes[3] < 200


def test_a_dialog_that_was_shown_keeps_the_size_that_its_user_gave_it(qtbot: QtBot, letters: Letters) -> None:
    letters(LARGE)
    dialog = ReadingDialog()
    QVBoxLayout(dialog).addWidget(QLineEdit(dialog))
    dialog.resize(200, 100)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() > 260
    dialog.resize(222, 111)
    dialog.hide()
    dialog.show()
    assert (dialog.width(), dialog.height()) == (222, 111)
