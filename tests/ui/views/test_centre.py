"""The centre of the window: one view in front, others made later, put off what they miss meanwhile."""

from collections.abc import Callable, Mapping, Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks
from riskdesk.desk.find import Hit
from riskdesk.kit.qt import application
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.centre import Centre
from riskdesk.ui.views.sheet import Sheet
from tests.ui.conftest import Opened, action, sheet


class Plain(QWidget):
    """A view with a single field."""

    menu_wanted = Signal(QPoint)
    files_pasted = Signal(list)
    editing = None

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        self.hits: Sequence[Hit] = ()
        self.commands: Mapping[str, Callable[[], object]] = {}

    @property
    def widget(self) -> QWidget:
        return self

    def reveal_item(self, identity: str) -> None: ...

    def scroll_to(self, identity: str) -> None: ...

    def set_hits(self, hits: Sequence[Hit], _current: Hit | None) -> None:
        self.hits = hits

    def reveal_hit(self, _hit: Hit) -> bool:
        return False

    def list_content(self) -> None: ...

    def rect_of(self, _identity: str) -> QRect | None:
        return None

    def spoken_text(self) -> str:
        return ""


@pytest.fixture
def centre(qtbot: QtBot, workbench: Workbench, settings: Settings) -> Centre:
    new_centre = Centre(Sheet(workbench), settings)
    new_centre.add_later("plain", Plain)
    qtbot.addWidget(new_centre)
    new_centre.resize(800, 600)
    new_centre.show()
    qtbot.waitExposed(new_centre)
    return new_centre


def test_a_view_is_made_when_it_is_first_shown_and_takes_the_focus(qtbot: QtBot, centre: Centre) -> None:
    created_views: list[QWidget] = []
    centre.view_made.connect(created_views.append)
    centre.activateWindow()
    centre.setFocus()
    qtbot.waitUntil(centre.sheet.hasFocus)
    centre.show_view("plain")
    centre.show_view("sheet")
    centre.show_view("plain")
    assert [type(view) for view in created_views] == [Plain]
    assert centre.name == "plain"
    assert created_views[0].findChild(QLineEdit).hasFocus()


def test_the_view_in_front_is_kept(centre: Centre, workbench: Workbench, settings: Settings) -> None:
    centre.show_view("plain")
    centre.keep()
    again = Centre(Sheet(workbench), settings)
    assert again.name == "sheet"
    again.add_later("plain", Plain)
    assert again.name == "plain"


def test_the_sheet_shows_what_it_missed_once_it_is_in_front(centre: Centre, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    first, second, *_ = tree.risks
    workbench.select([first.id])
    centre.show_view("plain")
    before = centre.sheet.lines.content
    workbench.run(risks.edit(first.id, description="It rains."))
    workbench.select([second.id])
    assert centre.sheet.lines.content is before
    assert centre.sheet.selected_ids() == (first.id,)
    centre.show_view("sheet")
    row = centre.sheet.lines.content.rows[first.id]
    assert centre.sheet.lines.content.lines[row].text == "It rains."
    assert centre.sheet.selected_ids() == (second.id,)


def test_the_sheet_shows_another_register_once_it_is_in_front(centre: Centre, workbench: Workbench) -> None:
    centre.show_view("plain")
    workbench.run(registers.duplicate(str(workbench.register_id)))
    centre.show_view("sheet")
    tree = workbench.tree()
    assert tree is not None
    assert set(centre.sheet.lines.content.rows) >= {item.id for item in tree.risks}


def test_what_was_selected_in_another_register_is_selected_on_the_sheet(centre: Centre, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    workbench.select([next(tree.risks).id])
    centre.show_view("plain")
    workbench.run(registers.duplicate(str(workbench.register_id)))
    tree = workbench.tree()
    assert tree is not None
    second = [*tree.risks][1]
    workbench.select([second.id])
    centre.show_view("sheet")
    assert workbench.selection == centre.sheet.selected_ids() == (second.id,)


@pytest.mark.parametrize("is_other", [False, True])
def test_what_was_selected_in_a_view_stays_selected_as_the_sheet_takes_the_focus(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, *, is_other: bool
) -> None:
    first = workbench.registers()[0].id
    workbench.run(registers.duplicate(first))
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    action(window, "go_registers").trigger()
    # No line of the sheet has had the keyboard since.
    workbench.open_register(first)
    action(window, "view_list").trigger()
    if is_other:
        workbench.open_register(workbench.registers()[1].id)
    tree = workbench.tree()
    assert tree is not None
    selected = (next(tree.risks).id,)
    workbench.select(selected)
    action(window, "view_sheet").trigger()
    assert QApplication.focusWidget() is sheet(window)
    assert workbench.selection == selected
    assert sheet(window).selected_ids() == selected


@pytest.mark.parametrize(
    ("command", "front"), [("add_risk", "sheet"), ("change_together", "list"), ("replace", "list"), ("scale", "list")]
)
def test_only_what_writes_on_the_sheet_brings_it_to_the_front(
    open_window: Opened, workbench: Workbench, command: str, front: str
) -> None:
    window = open_window()
    action(window, "view_list").trigger()
    tree = workbench.tree()
    assert tree is not None
    workbench.select([next(tree.risks).id])
    action(window, command).trigger()
    assert window._centre.name == front


def test_a_window_closes_whatever_stands_in_its_centre(open_window: Opened) -> None:
    window = open_window()
    other = QLineEdit()
    window._centre.addWidget(other)
    window._centre.setCurrentWidget(other)
    window.close()
    assert not window.isVisible()
    assert window._centre.name == "sheet"


def test_ctrl_and_1_leads_back_from_the_preview(open_window: Opened) -> None:
    window = open_window()
    window.resize(960, 640)
    action(window, "show_preview").trigger()
    assert not sheet(window).isVisible()
    action(window, "view_sheet").trigger()
    assert sheet(window).isVisible()
    assert action(window, "view_sheet").isChecked()
    action(window, "view_sheet").trigger()
    assert action(window, "view_sheet").isChecked()


@pytest.mark.parametrize("view", ["list", "matrix"])
@pytest.mark.parametrize("command", ["change_together", "replace", "duplicate_register"])
def test_what_the_sheet_does_not_do_itself_leaves_the_view_in_front(
    open_window: Opened, workbench: Workbench, view: str, command: str
) -> None:
    window = open_window()
    tree = workbench.tree()
    assert tree is not None
    action(window, f"view_{view}").trigger()
    workbench.select([risk.id for risk in tree.risks][:2])
    action(window, command).trigger()
    assert window._centre.name == view
    for dialog in window.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize("command", ["add_risk", "add_category"])
def test_what_is_written_on_the_sheet_brings_it_to_the_front(
    open_window: Opened, workbench: Workbench, command: str
) -> None:
    window = open_window()
    tree = workbench.tree()
    assert tree is not None
    action(window, "view_list").trigger()
    workbench.select([next(tree.risks).id])
    action(window, command).trigger()
    assert window._centre.name == "sheet"


def test_the_focus_goes_from_view_to_view_and_nowhere_in_between(open_window: Opened, qtbot: QtBot) -> None:
    window = open_window()
    qtbot.waitUntil(sheet(window).hasFocus)
    stops: list[QWidget | None] = []

    def follow(_before: QWidget | None, now: QWidget | None) -> None:
        stops.append(now)

    application().focusChanged.connect(follow)
    for command in ("view_matrix", "view_list", "view_sheet", "assessing", "assessing"):
        stops.clear()
        action(window, command).trigger()
        QApplication.processEvents()
        assert [stop for stop in stops if stop is not None] == [QApplication.focusWidget()], command
    application().focusChanged.disconnect(follow)
