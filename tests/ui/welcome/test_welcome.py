"""The welcome page: where no register is open, and where it is asked for."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.document import to_document
from riskdesk.domain.values import Language
from riskdesk.kit import translations
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.welcome import WelcomePage
from riskdesk.ui.welcome.choice import WelcomeChoice
from tests.systems import ON_WINDOWS
from tests.ui.conftest import Opened, action, sheet
from tests.ui.lines import widest_line

WIDTHS = (720, 960, 1366)
# Windows lets no name hold its brackets.
TAG = "" if ON_WINDOWS else "<b>"
STARTS = ("Look at the example", "Begin a new register", "Open a file", "Import a document")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workbench]:
    """A workbench on an own store as it is on the first start."""
    with closing(Session.create(tmp_path / "own.riskdesk", "A. Tester")):
        pass
    bench = Workbench(Session.open(tmp_path / "own.riskdesk", "A. Tester"))
    yield bench
    bench.session.close()


def open_first_window(qtbot: QtBot, workbench: Workbench, folder: Path) -> MainWindow:
    """A window on a workbench, whose own store is the empty one, once all of it is there."""
    home = Home.inside(folder, "A. Tester", folder / "own.riskdesk")
    window = MainWindow(workbench, Settings(folder / "settings.json"), home)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def first(qtbot: QtBot, empty: Workbench, tmp_path: Path) -> MainWindow:
    return open_first_window(qtbot, empty, tmp_path)


def page(window: MainWindow) -> WelcomePage:
    child = window.findChild(WelcomePage)
    assert isinstance(child, WelcomePage)
    return child


def is_welcome(window: MainWindow) -> bool:
    child = window.findChild(WelcomePage)
    return isinstance(child, WelcomePage) and child.isVisible()


def choices(window: MainWindow) -> dict[str, WelcomeChoice]:
    return {
        choice.accessibleName(): choice for choice in page(window).findChildren(WelcomeChoice) if choice.isVisible()
    }


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a key where the focus is, or else in the window."""
    QTest.keyClick(QApplication.focusWidget() or window, key)


def title(language: Language) -> str:
    return template(EXAMPLE, language).register.title


@pytest.mark.parametrize("language", list(Language))
def test_the_first_start_shows_the_example_in_the_language_of_the_window(
    qtbot: QtBot, empty: Workbench, tmp_path: Path, qapp: QApplication, language: Language
) -> None:
    translations.install(qapp, language)
    window = open_first_window(qtbot, empty, tmp_path)
    assert is_welcome(window)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WelcomeChoice))
    press(window, Qt.Key.Key_Space)
    assert [register.title for register in empty.registers()] == [title(language)]
    assert not is_welcome(window)
    assert sheet(window).isVisible()
    assert QApplication.focusWidget() is sheet(window)


def test_tab_leads_to_each_choice_and_a_key_does_it(qtbot: QtBot, first: MainWindow) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WelcomeChoice))
    for kind in (NewRegisterDialog, QFileDialog, QFileDialog):
        press(first, Qt.Key.Key_Tab)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press(first, key)
            (dialog,) = (child for child in first.findChildren(QDialog) if child.isVisible())
            assert isinstance(dialog, kind), key
            dialog.reject()
            assert is_welcome(first)
            qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WelcomeChoice))


def test_enter_that_is_held_chooses_nothing_again(qtbot: QtBot, first: MainWindow) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WelcomeChoice))
    press(first, Qt.Key.Key_Tab)
    choice = QApplication.focusWidget()
    none = Qt.KeyboardModifier.NoModifier
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        held = QKeyEvent(QEvent.Type.KeyPress, key, none, "", autorep=True)
        assert QApplication.sendEvent(choice, held)
        assert not any(dialog.isVisible() for dialog in first.findChildren(QDialog))


def test_the_page_is_scrolled_only_where_it_has_no_room(qtbot: QtBot, first: MainWindow) -> None:
    shown_page = page(first)
    for height, scrolled in ((600, False), (540, False), (480, True), (700, False)):
        first.resize(922, height)
        qtbot.waitUntil(lambda height=height: first.height() == height)
        QApplication.processEvents()
        needed = shown_page.widget().heightForWidth(shown_page.viewport().width())
        assert (shown_page.verticalScrollBar().maximum() > 0) == (needed > shown_page.viewport().height()) == scrolled


def test_a_new_register_takes_the_place_of_the_page(qtbot: QtBot, first: MainWindow, empty: Workbench) -> None:
    qtbot.mouseClick(choices(first)["Begin a new register"], Qt.MouseButton.LeftButton)
    (dialog,) = first.findChildren(NewRegisterDialog)
    dialog.accept()
    assert len(empty.registers()) == 1
    assert not is_welcome(first)


def test_what_is_imported_takes_the_place_of_the_page(
    qtbot: QtBot, first: MainWindow, empty: Workbench, tmp_path: Path
) -> None:
    file = tmp_path / "register.json"
    file.write_text(to_document(template(EXAMPLE, Language.FRENCH)), "utf-8")
    qtbot.mouseClick(choices(first)["Import a document"], Qt.MouseButton.LeftButton)
    (dialog,) = first.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(lambda: not is_welcome(first))
    assert [register.title for register in empty.registers()] == [title(Language.FRENCH)]


def test_a_store_with_registers_opens_without_it(open_window: Opened) -> None:
    assert not is_welcome(open_window())


@pytest.mark.parametrize("leave", ["escape", "button"])
def test_help_shows_it_over_a_register_and_the_way_back(qtbot: QtBot, open_window: Opened, leave: str) -> None:
    window = open_window()
    window.activateWindow()
    action(window, "welcome").trigger()
    assert is_welcome(window)
    if leave == "escape":
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WelcomeChoice))
        press(window, Qt.Key.Key_Escape)
    else:
        (back,) = [
            button for button in page(window).findChildren(QPushButton) if button.text() == "Back to the register"
        ]
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert not is_welcome(window)
    assert QApplication.focusWidget() is sheet(window)


def test_there_is_no_way_back_where_there_is_no_register(qtbot: QtBot, first: MainWindow) -> None:
    assert not [button for button in page(first).findChildren(QPushButton) if button.text() and button.isVisible()]
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WelcomeChoice))
    press(first, Qt.Key.Key_Escape)
    assert is_welcome(first)


def test_what_acts_on_the_register_shows_it(open_window: Opened, workbench: Workbench) -> None:
    window = open_window()
    for name in ("undo", "add_risk", "find", "show_left", "go_inspector", "find_next", "example"):
        workbench.run(registers.edit(str(workbench.register_id), reference=f"Before {name}"))
        action(window, "welcome").trigger()
        assert is_welcome(window), name
        action(window, name).trigger()
        assert not is_welcome(window), name


def test_what_shows_areas_of_a_register_is_off_where_there_is_none(first: MainWindow) -> None:
    for name in ("show_left", "show_inspector", "show_preview", "go_sheet", "go_preview"):
        assert not action(first, name).isEnabled()
    for name in ("welcome", "example", "manual", "shortcuts", "news", "places", "new", "open", "import"):
        assert action(first, name).isEnabled()


def test_the_page_comes_where_the_last_register_is_deleted_and_goes_with_undo(
    open_window: Opened, workbench: Workbench
) -> None:
    window = open_window()
    workbench.run(registers.delete(str(workbench.register_id)))
    assert is_welcome(window)
    workbench.undo()
    assert not is_welcome(window)


def test_the_example_goes_into_the_own_store_and_no_other(
    qtbot: QtBot, empty: Workbench, workbench: Workbench, tmp_path: Path
) -> None:
    other = workbench.session.path
    empty.session.close()
    window = open_first_window(qtbot, workbench, tmp_path)
    workbench.run(registers.edit(str(workbench.register_id), title="Ours"))
    action(window, "welcome").trigger()
    qtbot.mouseClick(choices(window)["Look at the example"], Qt.MouseButton.LeftButton)
    assert workbench.session.path == tmp_path / "own.riskdesk"
    assert [register.title for register in workbench.registers()] == [title(Language.ENGLISH)]
    with closing(Session.open(other, "me", read_only=True)) as left:
        assert [register.title for register in left.registers()] == ["Ours"]


def test_the_example_is_there_once_however_often_it_is_asked_for(first: MainWindow, empty: Workbench) -> None:
    action(first, "example").trigger()
    empty.run(registers.add(template("blank", Language.ENGLISH)))
    action(first, "welcome").trigger()
    action(first, "example").trigger()
    assert len(empty.registers()) == 2
    assert empty.tree().register.title == title(Language.ENGLISH)  # type: ignore[union-attr]
    assert not is_welcome(first)


def test_what_cannot_be_done_in_a_store_that_can_only_be_read_is_off(
    qtbot: QtBot, empty: Workbench, tmp_path: Path
) -> None:
    path = empty.session.path
    empty.session.close()
    reader = Workbench(Session.open(path, "me", read_only=True), why_read_only="It can only be read.")
    window = open_first_window(qtbot, reader, tmp_path)
    on = {name: choice.isEnabled() for name, choice in choices(window).items()}
    assert on == dict(zip(STARTS, (True, False, True, False), strict=True))
    action(window, "example").trigger()
    (box,) = window.findChildren(QMessageBox)
    assert "cannot be written to" in box.text()
    reader.session.close()


@pytest.mark.parametrize("name", [f"A & B{TAG}.riskdesk", f"{TAG}bold.riskdesk", f"{'long-' * 40}.riskdesk"])
def test_the_stores_opened_before_stand_there_as_they_are_called(
    qtbot: QtBot, first: MainWindow, empty: Workbench, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{TAG}team & co" / name
    path.parent.mkdir()
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("coe", Language.ENGLISH)))
    first._rooms.open_path(path)
    assert empty.session.path == path
    first._rooms.open_path(tmp_path / "own.riskdesk")
    assert is_welcome(first)
    there = choices(first)[name]
    assert there.accessibleDescription() == str(path.parent)
    texts = [label.text().replace("\u200b", "") for label in there.findChildren(QLabel)]
    assert texts == [name, str(path.parent)]
    assert "own.riskdesk" not in choices(first)
    qtbot.mouseClick(there, Qt.MouseButton.LeftButton)
    assert empty.session.path == path


def test_the_own_store_stands_there_by_the_words_of_the_status_line(
    qtbot: QtBot, first: MainWindow, tmp_path: Path
) -> None:
    with closing(Session.create(tmp_path / "team.riskdesk", "me")):
        pass
    first._rooms.open_path(tmp_path / "team.riskdesk")
    qtbot.waitUntil(lambda: "My register file" in choices(first))
    there = choices(first)["My register file"]
    assert [label.text().replace("\u200b", "") for label in there.findChildren(QLabel)] == [
        "My register file",
        str(tmp_path),
    ]
    assert "own.riskdesk" not in choices(first)


def test_a_store_that_is_gone_is_told_of(qtbot: QtBot, empty: Workbench, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"files/recent": str(tmp_path / "gone.riskdesk")}))
    window = open_first_window(qtbot, empty, tmp_path)
    qtbot.mouseClick(choices(window)["gone.riskdesk"], Qt.MouseButton.LeftButton)
    (box,) = window.findChildren(QMessageBox)
    assert "gone.riskdesk" in box.text()
    assert is_welcome(window)
    assert "gone.riskdesk" in choices(window)
    next(button for button in box.buttons() if button.text() == "&Take it off").click()
    qtbot.waitUntil(lambda: "gone.riskdesk" not in choices(window))


def test_the_focus_goes_to_the_next_file_where_one_is_taken_off_and_after_the_last_to_the_choices(
    qtbot: QtBot, empty: Workbench, tmp_path: Path
) -> None:
    gone = [str(tmp_path / f"{name}.riskdesk") for name in ("first", "second", "third")]
    (tmp_path / "settings.json").write_text(json.dumps({"files/recent": "\n".join(gone)}))
    window = open_first_window(qtbot, empty, tmp_path)
    first_choice = page(window).focusProxy()
    choices(window)["second.riskdesk"].setFocus()
    for then in ("third.riskdesk", "first.riskdesk", None):
        press(window, Qt.Key.Key_Return)
        (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
        next(button for button in box.buttons() if button.text() == "&Take it off").click()
        expected = choices(window)[then] if then else first_choice
        qtbot.waitUntil(lambda wanted=expected: QApplication.focusWidget() is wanted)


@pytest.mark.parametrize("stored", ["", "\0", "\n\n", "a\0b.riskdesk\nc", "x" * 100_000, "\udcff\x1b[2J", 7])
def test_settings_that_say_anything_else_leave_the_page_usable(
    qtbot: QtBot, empty: Workbench, tmp_path: Path, stored: object
) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"files/recent": stored}))
    window = open_first_window(qtbot, empty, tmp_path)
    assert is_welcome(window)
    for file in [*choices(window).values()][len(STARTS) :]:
        qtbot.mouseClick(file, Qt.MouseButton.LeftButton)
        for box in window.findChildren(QMessageBox):
            box.close()
    action(window, "example").trigger()
    assert not is_welcome(window)


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_however_wide_the_window_is(
    qtbot: QtBot, empty: Workbench, tmp_path: Path, qapp: QApplication, language: Language
) -> None:
    translations.install(qapp, language)
    deep = tmp_path / "/".join(["a rather long name of a folder"] * 4) / "Programme.riskdesk"
    unbroken = tmp_path / ("name_of_a_folder_" * 5) / f"{'Programme_2024_2027_' * 5}.riskdesk"
    (tmp_path / "settings.json").write_text(json.dumps({"files/recent": f"{deep}\n{unbroken}"}))
    window = open_first_window(qtbot, empty, tmp_path)
    for width in WIDTHS:
        window.resize(width, 600)
        qtbot.waitUntil(lambda width=width: width - 60 < page(window).viewport().width() <= width)
        qtbot.waitUntil(lambda: cut(page(window)) == [])


def cut(welcome: WelcomePage) -> list[str]:
    """The texts that do not have the room that they need."""
    inside = welcome.widget()
    return [
        label.text()
        for label in inside.findChildren(QLabel)
        if label.text()
        and label.isVisible()
        and (
            label.heightForWidth(label.width()) > label.height()
            or widest_line(label) > label.width()
            or right(label, inside) > welcome.viewport().width()
        )
    ]


def right(widget: QWidget, around: QWidget) -> int:
    return widget.mapTo(around, QPoint(widget.width(), 0)).x()


def test_each_choice_is_heard_with_its_line(first: MainWindow) -> None:
    for name, choice in choices(first).items():
        assert name
        assert choice.accessibleDescription()
    assert page(first).accessibleName()
