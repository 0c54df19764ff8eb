"""What people see of widgets, measured on pictures of real ones: WCAG 2.2, 1.4.3 and 1.4.11."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QFontDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from riskdesk.kit import style
from riskdesk.kit.colours import colours_of
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.icons import icon
from riskdesk.kit.theme import Scheme, Theme
from tests.contrast import contrast
from tests.kit.pictures import across, at, change, colours_in, commonest, edge, picture, strongest
from tests.systems import not_on_windows

TEXT, LINE = 4.5, 3.0
AIR = 12


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK])
def window(request: pytest.FixtureRequest, qapp: QApplication, undressed: None, qtbot: QtBot) -> Iterator[QWidget]:
    """A window with air around what is laid into it, and a button to take the focus away."""
    Theme(qapp, request.param)
    new_window = QWidget()
    layout = QHBoxLayout(new_window)
    layout.setContentsMargins(AIR, AIR, AIR, AIR)
    layout.setSpacing(AIR)
    qtbot.addWidget(new_window)
    yield new_window
    # It must not outlive the style.
    new_window.close()


def picture_with(window: QWidget, qtbot: QtBot, widget: QWidget) -> QImage:
    """The picture of a window with a widget in it, which has not got the focus."""
    layout = window.layout()
    assert layout is not None
    other = QLabel("", window)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(other)
    layout.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    return picture(window)


def left_edge(image: QImage, widget: QWidget) -> float:
    """How much the left edge stands out, at half the height, before what is written inside."""
    room = widget.geometry()
    y = room.center().y()
    return edge(across(image, (room.left() - 6, y), (room.left() + 4, y)))


FIELDS: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit,
    "text": QPlainTextEdit,
    "choice": QComboBox,
    "editable choice": lambda: editable(QComboBox()),
    "number": QSpinBox,
    "list": QTreeWidget,
    "table": QTableWidget,
    "button": lambda: QPushButton("Save"),
    "tool": QToolButton,
}


def editable(box: QComboBox) -> QComboBox:
    box.setEditable(True)
    return box


def test_a_choice_that_is_too_long_for_its_box_has_an_ellipsis(window: QWidget, qtbot: QtBot):
    name, box, option = "Neighbourhood co-operation priorities for Kazakhstan", QComboBox(), QStyleOptionComboBox()
    box.addItem(name)
    box.setFixedWidth(200)
    whole = picture_with(window, qtbot, box)
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    cut = box.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room.width() - 2)
    box.setItemText(0, cut)

    assert "…" in cut
    assert picture(window) == whole


@pytest.mark.parametrize("kind", FIELDS)
def test_what_can_be_filled_in_or_pressed_has_an_edge(window: QWidget, qtbot: QtBot, kind: str):
    widget = FIELDS[kind]()
    if isinstance(widget, QToolButton):
        widget.setFixedSize(32, 32)

    assert left_edge(picture_with(window, qtbot, widget), widget) >= LINE


@pytest.mark.parametrize("kind", [kind for kind in FIELDS if kind != "tool"])
def test_the_focus_is_seen(window: QWidget, qtbot: QtBot, kind: str):
    widget = FIELDS[kind]()
    before = picture_with(window, qtbot, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    room = widget.geometry()
    after = picture(window)

    assert change(before.copy(room), after.copy(room)) >= LINE
    assert left_edge(after, widget) >= LINE


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("ticked", [False, True])
@pytest.mark.parametrize("enabled", [False, True])
def test_boxes_and_what_is_in_them_are_seen(
    window: QWidget, qtbot: QtBot, kind: type[QCheckBox] | type[QRadioButton], *, ticked: bool, enabled: bool
):
    box = kind("Closed risks")
    box.setChecked(ticked)
    box.setEnabled(enabled)
    image = picture_with(window, qtbot, box)
    room = box.geometry()
    y = room.center().y()
    line = across(image, (room.left() - 6, y), (room.left() + 9, y))

    assert max(contrast(colour, line[0]) for colour in line) >= LINE
    if ticked and enabled:
        # The sign within.
        inside = QRect(room.left() + 4, y - 5, 10, 10)
        assert strongest(image, inside, QColor(colours_of(box.palette()).accent)) >= LINE


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_focus_of_boxes_is_seen(window: QWidget, qtbot: QtBot, kind: type[QCheckBox] | type[QRadioButton]):
    box = kind("Closed risks")
    before = picture_with(window, qtbot, box)
    box.setFocus(Qt.FocusReason.TabFocusReason)

    assert change(before, picture(window)) >= LINE


def test_words_are_read(window: QWidget, qtbot: QtBot):
    label, field, button = QLabel("Words"), QLineEdit("Words"), QPushButton("Words")
    for widget in (label, field):
        widget.setParent(window)
        window.layout().addWidget(widget)  # type: ignore[union-attr]
    image = picture_with(window, qtbot, button)

    for widget in (label, field, button):
        room = widget.geometry().adjusted(5, 5, -5, -5)
        assert strongest(image, room, at(image, room.left(), room.top())) >= TEXT


def test_what_stands_in_an_empty_field_is_read(window: QWidget, qtbot: QtBot):
    field = QLineEdit()
    field.setPlaceholderText("Find in the register")
    image = picture_with(window, qtbot, field)
    room = field.geometry().adjusted(5, 5, -5, -5)

    assert strongest(image, room, at(image, room.left(), room.top())) >= TEXT


def test_selected_text_is_read(window: QWidget, qtbot: QtBot):
    field = QLineEdit("Selected words of a text")
    picture_with(window, qtbot, field)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    image = picture(window)
    words = QRect(field.geometry().left() + 10, field.geometry().center().y() - 5, 60, 10)
    ground = commonest(image, words)

    assert contrast(ground, QColor(colours_of(field.palette()).base)) >= LINE
    assert strongest(image, words, ground) >= TEXT


def test_the_primary_button_stands_out_and_is_read(window: QWidget, qtbot: QtBot):
    button = QPushButton("Export")
    button.setDefault(True)
    image = picture_with(window, qtbot, button)
    room = button.geometry()
    ground = at(image, room.left() + 8, room.top() + 6)

    assert contrast(ground, at(image, room.left() - 4, room.center().y())) >= LINE
    assert strongest(image, room.adjusted(8, 6, -8, -6), ground) >= TEXT


def test_a_primary_tool_with_its_icon_stands_out_and_is_read(window: QWidget, qtbot: QtBot):
    button = QToolButton()
    button.setProperty("primary", True)
    button.setIcon(icon("file-down"))
    image = picture_with(window, qtbot, button)
    room = button.geometry()
    ground = at(image, room.left() + 4, room.top() + 4)

    assert contrast(ground, at(image, room.left() - 4, room.center().y())) >= LINE
    assert strongest(image, room.adjusted(5, 5, -5, -5), ground) >= TEXT


def test_a_tool_that_is_switched_on_differs_by_more_than_a_tint(window: QWidget, qtbot: QtBot):
    button = QToolButton()
    button.setAutoRaise(True)
    button.setCheckable(True)
    button.setFixedSize(40, 32)
    before = picture_with(window, qtbot, button)
    button.setChecked(True)

    assert change(before, picture(window)) >= LINE


def tree() -> QAbstractItemView:
    view = QTreeWidget()
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    for text in ("Partners", "Budget"):
        QTreeWidgetItem(view, [text])
    return view


def columns() -> QAbstractItemView:
    view = tree()
    assert isinstance(view, QTreeWidget)
    view.setColumnCount(2)
    for row in range(2):
        view.topLevelItem(row).setText(1, "4")
    return view


def table() -> QAbstractItemView:
    view = QTableWidget(2, 2)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.verticalHeader().hide()
    view.horizontalHeader().hide()
    for row in range(2):
        for column in range(2):
            view.setItem(row, column, QTableWidgetItem("Partners"))
    return view


LISTS = pytest.mark.parametrize("make", [tree, columns, table])


@LISTS
def test_a_selected_row_is_read_and_marked_by_a_bar(
    window: QWidget, qtbot: QtBot, make: Callable[[], QAbstractItemView]
):
    view = make()
    picture_with(window, qtbot, view)
    view.setCurrentIndex(view.model().index(0, 0))
    place = row_room(view, window)
    for focused in (False, True):
        if focused:
            view.setFocus(Qt.FocusReason.TabFocusReason)
        image = picture(window)
        ground = at(image, place.left() + 12, place.top() + 3)
        words = QRect(place.left() + 9, place.top() + 4, 60, place.height() - 8)
        assert strongest(image, words, ground) >= TEXT
        bar = across(image, (place.left() + 1, place.center().y()), (place.left() + 9, place.center().y()))
        assert max(contrast(colour, ground) for colour in bar) >= LINE


@LISTS
def test_a_list_with_the_keyboard_differs_from_one_without(
    window: QWidget, qtbot: QtBot, make: Callable[[], QAbstractItemView]
):
    view = make()
    picture_with(window, qtbot, view)
    view.setCurrentIndex(view.model().index(0, 0))
    place = row_room(view, window)
    before = picture(window)
    view.setFocus(Qt.FocusReason.TabFocusReason)

    assert change(before.copy(place), picture(window).copy(place)) >= LINE


def row_room(view: QAbstractItemView, window: QWidget) -> QRect:
    place = view.visualRect(view.model().index(0, 0))
    return QRect(view.viewport().mapTo(window, place.topLeft()), place.size())


def test_an_arrow_key_moves_what_is_seen_of_the_focus(window: QWidget, qtbot: QtBot):
    view = tree()
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    picture_with(window, qtbot, view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.model().index(0, 0))
    before = picture(window)
    # Which row is the current one changes, and not which is selected.
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)

    assert change(before, picture(window)) >= LINE


def test_only_the_row_that_the_keyboard_acts_on_has_a_ring(window: QWidget, qtbot: QtBot):
    view = tree()
    assert isinstance(view, QTreeWidget)
    first = view.topLevelItem(0)
    assert first is not None
    for text in ("Ministry", "Parliament"):
        QTreeWidgetItem(first, [text])
    view.expandAll()
    picture_with(window, qtbot, view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.model().index(1, 0))
    before = picture(window).copy(row_room(view, window))
    view.setCurrentItem(first.child(0))

    assert picture(window).copy(row_room(view, window)) == before


@pytest.mark.parametrize("way", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_scroll_bars_are_seen_and_have_no_buttons(window: QWidget, qtbot: QtBot, way: Qt.Orientation):
    area, inside = QScrollArea(), QWidget()
    inside.setFixedSize(900, 900)
    area.setWidget(inside)
    area.setFixedSize(200, 200)
    picture_with(window, qtbot, area)
    bar = area.verticalScrollBar() if way == Qt.Orientation.Vertical else area.horizontalScrollBar()
    option = QStyleOptionSlider()
    bar.initStyleOption(option)

    def part(of: QStyle.SubControl) -> QRect:
        return bar.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, of, bar)

    assert part(QStyle.SubControl.SC_ScrollBarAddLine).isEmpty()
    assert part(QStyle.SubControl.SC_ScrollBarSubLine).isEmpty()
    assert part(QStyle.SubControl.SC_ScrollBarGroove) == bar.rect()
    handle = part(QStyle.SubControl.SC_ScrollBarSlider)
    assert min(handle.width(), handle.height()) >= 12
    assert max(handle.width(), handle.height()) >= 24
    image, place = picture(window), QRect(bar.mapTo(window, QPoint()), bar.size())
    ground = at(image, place.right() - 2, place.bottom() - 2)
    assert strongest(image, place, ground) >= LINE


@pytest.mark.parametrize("way", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_the_handle_of_a_scroll_bar_is_dragged_from_end_to_end(window: QWidget, qtbot: QtBot, way: Qt.Orientation):
    area, inside = QScrollArea(), QWidget()
    inside.setFixedSize(900, 900)
    area.setWidget(inside)
    area.setFixedSize(200, 200)
    picture_with(window, qtbot, area)
    upright = way == Qt.Orientation.Vertical
    bar = area.verticalScrollBar() if upright else area.horizontalScrollBar()
    start = QPoint(7, 10) if upright else QPoint(10, 7)
    end = QPoint(7, 400) if upright else QPoint(400, 7)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(bar, end)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    assert bar.value() == bar.maximum()


def test_the_heading_of_a_menu_has_room_for_its_words(window: QWidget, qtbot: QtBot):
    menu = QMenu(window)
    heading, line = menu.addSection("Reasons and signs"), menu.addSeparator()
    menu.addAction("Duplicate register")
    picture_with(window, qtbot, QLabel("Words"))
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    high = [menu.actionGeometry(action).height() for action in (heading, line)]
    menu.close()
    assert high[0] >= menu.fontMetrics().height() > high[1]


MENUS: dict[str, Callable[[QMainWindow], QMenu | None]] = {
    "in the bar": lambda window: window.menuBar().addMenu("&File"),
    "in a menu": lambda window: window.menuBar().addMenu("&File").addMenu("Open &recent"),
    "of a button": lambda window: QMenu("Add", QToolButton(window)),
    "that Qt makes": lambda window: QLineEdit(window).createStandardContextMenu(),
}


@pytest.mark.parametrize("kind", MENUS)
def test_a_menu_is_round_where_windows_can_be_seen_through(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: str
):
    monkeypatch.setattr(style, "_COMPOSED", (QGuiApplication.platformName(),))
    main = QMainWindow(window)
    menu = MENUS[kind](main)
    assert menu is not None
    menu.addAction("Duplicate register")
    window.show()
    for _ in range(2):
        menu.popup(window.mapToGlobal(QPoint(0, 0)))
        image, handle = menu.grab().toImage(), menu.windowHandle()
        assert handle.format().hasAlpha()
        assert handle.flags() & Qt.WindowType.FramelessWindowHint
        assert (image.pixelColor(0, 0).alpha(), image.pixelColor(image.rect().center()).alpha()) == (0, 255)
        menu.close()


def test_the_ground_is_seen_around_the_handle_of_a_scroll_bar(window: QWidget, qtbot: QtBot):
    bar = QScrollBar()
    image = picture_with(window, qtbot, bar)

    assert not bar.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    assert at(image, bar.x() + 1, bar.geometry().bottom()) == at(image, 1, 1)


def test_a_row_of_a_menu_is_roomy_and_its_words_are_read(window: QWidget, qtbot: QtBot):
    menu = QMenu(window)
    action = menu.addAction("Duplicate register")
    menu.addSeparator()
    menu.addAction("Delete register").setEnabled(False)
    picture_with(window, qtbot, QLabel("Words"))
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    menu.setActiveAction(action)
    image, room = picture(menu), menu.actionGeometry(action)
    menu.close()
    ground = at(image, room.left() + 8, room.top() + 4)

    assert room.height() >= 28
    assert ground != at(image, room.left() + 8, menu.height() - 8)
    assert strongest(image, room.adjusted(6, 6, -6, -6), ground) >= TEXT


def test_where_the_keys_are_in_a_menu_is_seen(window: QWidget, qtbot: QtBot):
    menu = QMenu(window)
    other, action = menu.addAction("Duplicate register"), menu.addAction("Delete register")
    picture_with(window, qtbot, QLabel("Words"))
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    pictures = []
    for active in (other, action):
        menu.setActiveAction(active)
        pictures.append(picture(menu).copy(menu.actionGeometry(action)))
    menu.close()

    assert change(*pictures) >= LINE


def test_where_the_keys_are_in_a_menu_bar_is_seen(qapp: QApplication, window: QWidget, qtbot: QtBot):
    bar = QMenuBar()
    bar.setNativeMenuBar(False)
    first, second = bar.addMenu("File").menuAction(), bar.addMenu("Edit").menuAction()
    picture_with(window, qtbot, bar)
    pictures = []
    for active in (first, second):
        bar.setActiveAction(active)
        active.menu().close()
        pictures.append(picture(bar).copy(bar.actionGeometry(second)))

    assert change(*pictures) >= LINE


@pytest.mark.parametrize(
    "make", [QLineEdit, QComboBox, QSpinBox, lambda: QPushButton("Save"), lambda: QCheckBox("Closed")]
)
def test_a_target_of_the_mouse_is_at_least_24_pixels_high(window: QWidget, qtbot: QtBot, make: Callable[[], QWidget]):
    widget = make()
    picture_with(window, qtbot, widget)

    assert widget.sizeHint().height() >= 24


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("words", ["", "Closed"])
def test_a_box_is_ticked_by_a_click_on_the_air_around_it(
    window: QWidget, qtbot: QtBot, kind: type[QCheckBox] | type[QRadioButton], words: str
):
    box = kind(words)
    picture_with(window, qtbot, box)

    assert min(box.sizeHint().width(), box.sizeHint().height()) >= 24
    for place in (QPoint(1, 1), QPoint(22, 22)):
        box.setAutoExclusive(False)
        box.setChecked(False)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)
        assert box.isChecked(), place


@LISTS
def test_the_rows_of_lists_are_at_least_24_pixels_high(
    window: QWidget, qtbot: QtBot, make: Callable[[], QAbstractItemView]
):
    view = make()
    picture_with(window, qtbot, view)

    assert view.visualRect(view.model().index(0, 0)).height() >= 24


def test_the_list_of_a_box_of_choices_comes_up_below_it(window: QWidget, qtbot: QtBot):
    box = CalmBox()
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(2)
    picture_with(window, qtbot, box)
    box.showPopup()

    assert box.view().mapToGlobal(QPoint(0, 0)).y() > box.mapToGlobal(box.rect().bottomLeft()).y()
    box.hidePopup()


def test_no_choice_is_cut_in_the_list_of_a_narrow_box(window: QWidget, qtbot: QtBot):
    box = CalmBox()
    box.addItems(["short", "a choice of more words than the box is wide"])
    box.setFixedWidth(90)
    picture_with(window, qtbot, box)
    box.showPopup()

    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0) > box.width()
    box.hidePopup()


def test_a_box_of_choices_follows_the_scheme(window: QWidget, qtbot: QtBot, qapp: QApplication):
    box = CalmBox()
    before = picture_with(window, qtbot, box).pixelColor(box.geometry().center())
    (theme,) = qapp.findChildren(Theme)
    dark = before.lightness() < 128
    theme.choose(Scheme.LIGHT if dark else Scheme.DARK)

    assert (picture(window).pixelColor(box.geometry().center()).lightness() < 128) is not dark


def test_the_buttons_of_dialogs_have_words_alone(window: QWidget, qtbot: QtBot):
    pixmap = QStyle.StandardPixmap
    shown_by_others = (pixmap.SP_DialogOkButton, pixmap.SP_DialogCancelButton, pixmap.SP_DialogHelpButton)
    field = QLineEdit()
    picture_with(window, qtbot, field)

    assert all(field.style().standardIcon(which, None, field).isNull() for which in shown_by_others)


def test_what_qt_shows_by_itself_is_of_our_family(window: QWidget, qtbot: QtBot):
    field = QLineEdit("Words")
    field.setClearButtonEnabled(True)
    picture_with(window, qtbot, field)
    pixmap = QStyle.StandardPixmap
    icons = {pixmap.SP_LineEditClearButton: "x", pixmap.SP_MessageBoxQuestion: "circle-question-mark"}
    for which, name in icons.items():
        image = field.style().standardIcon(which, None, field).pixmap(32, 32).toImage()
        assert image == icon(name).pixmap(32, 32).toImage()


@pytest.mark.parametrize(
    "kind",
    [
        QCalendarWidget,
        QColorDialog,
        QDateEdit,
        QFontDialog,
        QInputDialog,
        QProgressDialog,
        QTabWidget,
        pytest.param(QWizard, marks=not_on_windows("Qt asks the system for its window")),
    ],
)
def test_what_qt_makes_of_its_parts_is_drawn_without_a_fault(
    window: QWidget, qtbot: QtBot, kind: Callable[[], QWidget]
):
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    assert not picture(widget).isNull()
    widget.close()


def test_a_table_with_heads_and_a_file_dialog_are_drawn_without_a_fault(window: QWidget, qtbot: QtBot):
    wide, dialog = QTableWidget(2, 2), QFileDialog()
    wide.resize(500, 300)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    for widget in (wide, dialog):
        qtbot.addWidget(widget)
        widget.show()
        assert not picture(widget).isNull()
        widget.close()


def test_the_corner_between_two_scroll_bars_is_plain(window: QWidget, qtbot: QtBot) -> None:
    area, wide = QScrollArea(), QWidget()
    wide.setFixedSize(900, 900)
    area.setWidget(wide)
    area.setFrameShape(QFrame.Shape.NoFrame)
    picture_with(window, qtbot, area)
    upright, level = area.verticalScrollBar(), area.horizontalScrollBar()
    corner = QRect(upright.mapTo(area, QPoint()).x(), level.mapTo(area, QPoint()).y(), upright.width(), level.height())
    assert len(colours_in(picture(area), corner)) == 1


def test_a_cell_that_is_chosen_alone_is_marked_alone(window: QWidget, qtbot: QtBot) -> None:
    table = QTableWidget(2, 3)
    table.setMinimumWidth(400)
    for column in range(3):
        table.setItem(0, column, QTableWidgetItem(""))
    before = picture_with(window, qtbot, table)
    table.setCurrentCell(0, 1)
    table.setFocus()
    after = picture(window)
    rooms = [table.visualRect(table.model().index(0, column)) for column in range(3)]
    changed = [
        change(before.copy(inside), after.copy(inside)) >= 3
        for room in rooms
        for inside in [room.translated(table.viewport().mapTo(window, QPoint(0, 0))).adjusted(2, 2, -2, -2)]
    ]
    assert changed == [False, True, False]
