import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from riskdesk.kit.colours import DARK, LIGHT, colours_of
from riskdesk.kit.style import WindowStyle
from riskdesk.kit.theme import Scheme, Theme
from tests.contrast import contrast


@pytest.fixture
def theme(qapp: QApplication, undressed: None) -> Theme:
    return Theme(qapp)


class Ear(QObject):
    def __init__(self):
        super().__init__()
        self.heard: list[QEvent.Type] = []

    def eventFilter(self, _watched, event):
        self.heard.append(event.type())
        return False


def test_a_platform_that_knows_no_scheme_is_light(theme, qapp):
    assert colours_of(qapp.palette()) is LIGHT


def test_a_system_that_names_no_scheme_is_followed_by_its_colours(qapp, undressed, monkeypatch):
    # As a contrast theme of Windows gives them.
    system = DARK.palette()
    monkeypatch.setattr(Theme, "_system_palette", lambda _theme: system)
    theme = Theme(qapp)
    assert WindowStyle.colours is DARK
    assert colours_of(qapp.palette()) is DARK
    theme.choose(Scheme.LIGHT)
    assert WindowStyle.colours is LIGHT
    theme.choose(Scheme.SYSTEM)
    assert WindowStyle.colours is DARK
    system = LIGHT.palette()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert WindowStyle.colours is LIGHT


@pytest.mark.parametrize(("scheme", "expected"), [(Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)])
def test_a_scheme_that_is_chosen_holds(theme, qapp, scheme, expected):
    theme.choose(scheme)

    assert colours_of(qapp.palette()) is expected


def test_the_system_is_followed_again_after_a_choice(theme, qapp):
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.SYSTEM)

    assert colours_of(qapp.palette()) is LIGHT


def test_a_scheme_is_what_the_settings_keep():
    assert [Scheme(value) for value in ("", "light", "dark")] == [Scheme.SYSTEM, Scheme.LIGHT, Scheme.DARK]


def test_widgets_that_are_there_hear_of_other_colours(theme, qtbot):
    widget, ear = QWidget(), Ear()
    qtbot.addWidget(widget)
    widget.show()
    widget.installEventFilter(ear)

    theme.choose(Scheme.DARK)

    qtbot.waitUntil(lambda: QEvent.Type.PaletteChange in ear.heard)
    assert colours_of(widget.palette()) is DARK


def test_menus_and_fields_have_palettes_of_their_own(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    menu, field = QMenu(window), QLineEdit(window)
    window.show()
    menu.ensurePolished()
    for scheme, expected in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.choose(scheme)

        qtbot.waitUntil(lambda of=expected: menu.palette().highlight().color().name() == of.hover)
        assert field.palette().highlight().color().name() == expected.focus


def test_a_field_shows_that_it_has_the_focus(theme, qtbot):
    window = QWidget()
    field = QLineEdit(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.clearFocus()
    without = field.grab().toImage()
    field.setFocus(Qt.FocusReason.TabFocusReason)

    assert field.grab().toImage() != without


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("kind", [QTreeWidget, QTableWidget])
def test_a_box_that_is_not_ticked_is_seen_in_a_list(theme, qtbot, kind, scheme):
    theme.choose(scheme)
    view = kind()
    qtbot.addWidget(view)
    if isinstance(view, QTreeWidget):
        item = QTreeWidgetItem(view, [""])
        item.setCheckState(0, Qt.CheckState.Unchecked)
        place = view.visualItemRect(item)
    else:
        view.setRowCount(1)
        view.setColumnCount(1)
        item = QTableWidgetItem()
        item.setCheckState(Qt.CheckState.Unchecked)
        view.setItem(0, 0, item)
        place = view.visualItemRect(item)
    view.show()
    image = view.viewport().grab(place.adjusted(1, 1, -3, -3)).toImage()
    ground = image.pixelColor(image.width() - 1, image.height() // 2)
    across = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    assert max(contrast(colour, ground) for colour in across) >= 3
