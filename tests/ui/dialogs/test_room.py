"""Every dialog is whole on a small screen: 960 by 540 with a panel, which is 1920 by 1080 at 200 %."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.kit import translations
from riskdesk.kit.alerts import alert
from riskdesk.kit.scrolled import Scrolled
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.report import new_report
from tests.ui.dialogs.conftest import Make
from tests.ui.dialogs.in_sight import by_tab, is_in_sight
from tests.ui.dialogs.tabbing import ORDER
from tests.ui.screens import screen


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.setGeometry(screen("small").availableGeometry().adjusted(0, 30, 0, 0))
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("name", [*ORDER, "places"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_buttons_of_a_dialog_are_in_sight_and_all_else_can_be_reached(
    make: Make, qtbot: QtBot, qapp: QApplication, name: str, language: str
) -> None:
    translations.install(qapp, language)
    dialog = make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.screen().name() == "small"
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    last = max(button.mapTo(dialog, QPoint(0, 0)).y() for button in buttons)
    assert all(is_in_sight(button) for button in buttons if button.mapTo(dialog, QPoint(0, 0)).y() == last)
    # Lower still, as a user may make it.
    dialog.resize(dialog.width(), min(dialog.height(), 320))
    for focused in by_tab():
        assert is_in_sight(focused)
        for area in dialog.findChildren(QScrollArea):
            if area.isAncestorOf(focused):
                view = area.viewport()
                assert view.rect().contains(focused.rect().translated(focused.mapTo(view, QPoint(0, 0))))
    dialog.reject()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_dialog_that_grows_stays_on_the_screen(make: Make, qtbot: QtBot, qapp: QApplication, language: str) -> None:
    translations.install(qapp, language)
    dialog = make("export")
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    kind = next(box for box in dialog.findChildren(QComboBox) if box.count() == 4)
    for at in (1, 0, 2, 3, 1):
        kind.setCurrentIndex(at)
        kind.activated.emit(at)
        assert is_in_sight(dialog.yes)
    dialog.reject()


@pytest.mark.parametrize("name", ["send copy", "export", "import compared", "send to owners", "answers"])
def test_a_long_title_widens_no_dialog(make: Make, workbench: Workbench, qtbot: QtBot, name: str) -> None:
    assert workbench.register_id is not None
    workbench.run(registers.edit(workbench.register_id, title=60 * "A long title "))
    dialog = make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    visible = [area for area in dialog.findChildren(Scrolled) if area.isVisible()]
    assert all(area.widget().width() <= area.viewport().width() for area in visible)
    dialog.reject()


@pytest.mark.parametrize("name", [200 * "b", "/".join(30 * ["a long folder"]), 12 * "words "])
def test_what_is_told_of_a_long_name_is_seen_as_a_whole(parent: QWidget, qtbot: QtBot, name: str) -> None:
    text = f"{name}.riskdesk was deleted or moved while it was open; save what is here, or put it back."
    dialog = new_report("Gone", "", "", "Close", parent)
    dialog.head.setText(text)
    dialog.offer("Save", dialog.accept)
    dialog.open()
    box = alert(parent, text, text)
    qtbot.waitUntil(box.isActiveWindow)
    for window in (dialog, box):
        # Those of Qt have empty ones beside.
        labels = [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
        assert labels
        assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
        assert all(is_in_sight(widget) for widget in (*labels, *window.findChildren(QPushButton)))
        assert [label.text().replace("\u200b", "") for label in labels] == [text] * len(labels)
    box.accept()
    dialog.reject()
