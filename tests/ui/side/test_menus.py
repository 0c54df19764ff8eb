"""The menus of the lists on the left: what they offer acts on the row they came up for, by mouse and by keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.side.registers import RegistersPanel
from riskdesk.ui.transfer.export import ExportDialog
from tests.ui.conftest import Desk, Opened, action, read_only, sheet


class ListsDesk(Desk):
    """A window on two registers, of which the first is open."""

    @property
    def titles(self) -> list[str]:
        return [register.title for register in self.workbench.registers()]

    @property
    def categories(self) -> list[str]:
        return [category.category.title for category in self.tree.categories]

    def list_of(self, kind: type[QWidget]) -> PanelList:
        return self.window.findChild(kind).findChild(PanelList)

    def focus(self, kind: type[QWidget]) -> PanelList:
        panel_list = self.list_of(kind)
        panel_list.setFocus()
        return panel_list

    def ask(
        self, kind: type[QWidget], row: int | None, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
    ) -> QMenu:
        """Ask for the menu of a row, of what lies below the last one for None."""
        panel_list = self.list_of(kind)
        place = QPoint(20, panel_list.viewport().height() - 3)
        if row is not None:
            place = panel_list.visualItemRect(panel_list.topLevelItem(row)).center()
        if reason is QContextMenuEvent.Reason.Mouse:
            QTest.mousePress(panel_list.viewport(), Qt.MouseButton.RightButton, pos=place)
        QApplication.sendEvent(
            panel_list.viewport(), QContextMenuEvent(reason, place, panel_list.viewport().mapToGlobal(place))
        )
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, kind: type[QWidget], row: int | None, text: str) -> None:
        menu = self.ask(kind, row)
        chosen_entry = entry(menu, text)
        assert chosen_entry.isEnabled()
        menu.close()
        # Without a screen, a window is active again only later, and ends what is being written meanwhile.
        QApplication.processEvents()
        chosen_entry.trigger()
        QApplication.processEvents()


def entry(menu: QMenu, text: str) -> QAction:
    return next(candidate for candidate in menu.actions() if candidate.text().replace("&", "") == text)


def entries(menu: QMenu) -> list[str]:
    return [line.text().replace("&", "") for line in menu.actions() if not line.isSeparator()]


@pytest.fixture
def desk(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> Iterator[ListsDesk]:
    first = workbench.register_id
    assert first is not None
    workbench.run(registers.duplicate(first))
    workbench.open_register(first)
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield ListsDesk(window, workbench)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def test_a_right_click_opens_nothing_and_marks_what_it_is_about(desk: ListsDesk) -> None:
    first, second = desk.workbench.registers()
    menu = desk.ask(RegistersPanel, 1)
    assert desk.workbench.register_id == first.id
    assert desk.list_of(RegistersPanel).current_id() == second.id
    menu.close()
    QApplication.processEvents()
    assert desk.list_of(RegistersPanel).current_id() == first.id


def test_another_register_is_opened_copied_and_deleted(desk: ListsDesk) -> None:
    first, second = desk.workbench.registers()
    desk.choose(RegistersPanel, 1, "Open")
    assert desk.workbench.register_id == second.id
    desk.choose(RegistersPanel, 0, "Duplicate")
    assert desk.titles[-1] == f"{first.title} (copy 2)"
    desk.workbench.open_register(first.id)
    desk.choose(RegistersPanel, 1, "Delete")
    assert second.id not in {register.id for register in desk.workbench.registers()}
    assert desk.workbench.register_id == first.id
    notices = desk.window.findChild(Notices)
    notices.do(notices.last_notices[0].notice)
    assert second.id in {register.id for register in desk.workbench.registers()}


def test_a_register_is_renamed_that_is_not_open(desk: ListsDesk) -> None:
    first, second = desk.workbench.registers()
    desk.choose(RegistersPanel, 1, "Rename")
    field = desk.list_of(RegistersPanel).field
    assert field is not None
    field.setText("Armenia")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.titles == [first.title, "Armenia"]
    assert desk.workbench.register_id == first.id
    assert desk.list_of(RegistersPanel).current_id() == first.id
    notices = desk.window.findChild(Notices)
    notices.do(notices.last_notices[0].notice)
    assert desk.titles == [first.title, second.title]


def test_a_title_that_is_written_is_of_its_register_when_the_menu_has_gone(desk: ListsDesk) -> None:
    second = desk.workbench.registers()[1]
    desk.choose(RegistersPanel, 1, "Rename")
    desk.list_of(RegistersPanel).field.setText("Armenia")
    desk.window.findChild(RegistersPanel)._menu.aboutToHide.emit()
    QApplication.processEvents()
    assert [(draft.id, draft.text) for draft in desk.workbench.typing.drafts()] == [(second.id, "Armenia")]


def test_what_is_exported_is_the_register_that_was_clicked(desk: ListsDesk) -> None:
    second = desk.workbench.registers()[1]
    desk.choose(RegistersPanel, 1, "Export PDF…")
    dialog = desk.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.path().stem == f"{second.title} – Appendix"
    dialog.reject()


def test_a_category_is_renamed_moved_and_deleted(desk: ListsDesk) -> None:
    before = desk.categories
    desk.choose(CategoriesPanel, 1, "Move up")
    assert desk.categories == [before[1], before[0], *before[2:]]
    desk.choose(CategoriesPanel, 0, "Move down")
    assert desk.categories == before
    desk.choose(CategoriesPanel, 2, "Delete")
    assert desk.categories == [*before[:2], *before[3:]]
    desk.choose(CategoriesPanel, 0, "Rename")
    field = desk.list_of(CategoriesPanel).field
    assert field is not None
    field.setText("Legal")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.categories[0] == "Legal"


@pytest.mark.parametrize(("row", "place"), [(1, 2), (None, 5)])
def test_a_category_is_added_below_the_one_that_was_clicked(desk: ListsDesk, row: int | None, place: int) -> None:
    desk.choose(CategoriesPanel, row, "Add category")
    QTest.keyClicks(sheet(desk.window).writing.editor, "Legal")
    desk.workbench.commit()
    assert desk.categories.index("Legal") == place


@pytest.mark.parametrize("kind", [RegistersPanel, CategoriesPanel])
def test_below_the_rows_only_something_new_is_offered(desk: ListsDesk, kind: type[QWidget]) -> None:
    menu = desk.ask(kind, None)
    assert [line.text().replace("&", "") for line in menu.actions() if line.isEnabled() and line.text()] == [
        {RegistersPanel: "New register…", CategoriesPanel: "Add category"}[kind]
    ]


@read_only
@pytest.mark.parametrize("kind", [RegistersPanel, CategoriesPanel])
def test_where_nothing_can_be_written_only_what_looks_is_offered(desk: ListsDesk, kind: type[QWidget]) -> None:
    menu = desk.ask(kind, 1)
    texts = [line.text().replace("&", "") for line in menu.actions() if line.isEnabled() and line.text()]
    assert texts == (["Open", "Export PDF…", "Send a copy…"] if kind is RegistersPanel else [])


@pytest.mark.parametrize("kind", [RegistersPanel, CategoriesPanel])
def test_keys_ask_for_the_menu_of_the_current_row(desk: ListsDesk, kind: type[QWidget]) -> None:
    panel_list = desk.focus(kind)
    panel_list.setCurrentItem(panel_list.topLevelItem(0))
    menu = desk.ask(kind, 1, QContextMenuEvent.Reason.Keyboard)
    below = panel_list.viewport().mapToGlobal(panel_list.visualItemRect(panel_list.topLevelItem(0)).bottomLeft())
    assert menu.pos() == below
    assert menu._row == panel_list.current_id()


@pytest.mark.parametrize("kind", [RegistersPanel, CategoriesPanel])
def test_keys_do_the_same_in_the_list(desk: ListsDesk, kind: type[QWidget]) -> None:
    panel_list = desk.focus(kind)
    panel_list.setCurrentItem(panel_list.topLevelItem(0))
    QTest.keyClick(panel_list, Qt.Key.Key_F2)
    field = panel_list.field
    assert field is not None
    field.setText("Renamed")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Renamed" in (desk.titles if kind is RegistersPanel else desk.categories)
    count = panel_list.topLevelItemCount()
    panel_list.setFocus()
    QTest.keyClick(panel_list, Qt.Key.Key_Delete)
    assert panel_list.topLevelItemCount() == count - 1
    assert "Renamed" not in (desk.titles if kind is RegistersPanel else desk.categories)
    action(desk.window, "undo").trigger()
    assert panel_list.topLevelItemCount() == count


def _title_written(desk: ListsDesk, kind: type[QWidget]) -> QWidget:
    panel_list = desk.focus(kind)
    panel_list.setCurrentItem(panel_list.topLevelItem(0))
    QTest.keyClick(panel_list, Qt.Key.Key_F2)
    field = panel_list.field
    assert field is not None
    QTest.keyClicks(field, "Begun")
    return field


@pytest.mark.parametrize("kind", [RegistersPanel, CategoriesPanel])
def test_esc_gives_up_what_was_typed(desk: ListsDesk, kind: type[QWidget]) -> None:
    before = desk.tree
    QTest.keyClick(_title_written(desk, kind), Qt.Key.Key_Escape)
    assert desk.tree == before
    assert desk.workbench.typing.drafts() == []
    assert desk.list_of(kind).field is None


LEAVING: dict[str, Callable[[ListsDesk], object]] = {
    "the sheet": lambda desk: QTest.mouseClick(
        sheet(desk.window).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 60)
    ),
    "another row": lambda desk: QTest.mouseClick(
        desk.list_of(CategoriesPanel).viewport(),
        Qt.MouseButton.LeftButton,
        pos=desk.list_of(CategoriesPanel).visualItemRect(desk.list_of(CategoriesPanel).topLevelItem(2)).center(),
    ),
    "the search": lambda desk: action(desk.window, "find").trigger(),
    "another register": lambda desk: desk.workbench.open_register(desk.workbench.registers()[1].id),
    "the menu of another row": lambda desk: desk.ask(CategoriesPanel, 3).close(),
}


@pytest.mark.parametrize("kind", [RegistersPanel, CategoriesPanel])
def test_what_is_typed_stays_wherever_one_goes(desk: ListsDesk, kind: type[QWidget]) -> None:
    register = desk.tree.register.id
    for way, leave in LEAVING.items():
        _title_written(desk, kind)
        leave(desk)
        desk.workbench.commit()
        desk.workbench.open_register(register)
        assert "Begun" in (desk.titles if kind is RegistersPanel else desk.categories), way
        desk.workbench.undo()
        assert "Begun" not in (*desk.titles, *desk.categories), way


def test_no_menu_and_no_listener_is_left_behind(desk: ListsDesk) -> None:
    def left() -> tuple[int, int, int]:
        signals = ("2stepped(PyObject)", "2register_opened()", "2selected()", "2acted(PyObject)", "2told(PyObject)")
        listeners = sum(desk.workbench.receivers(signal) for signal in signals)
        return len(desk.window.findChildren(QMenu)), len(desk.window.findChildren(QAction)), listeners

    def use() -> None:
        for kind in (RegistersPanel, CategoriesPanel):
            desk.ask(kind, 1).close()
        sheet(desk.window).menu_wanted.emit(QPoint(10, 10))
        QApplication.activePopupWidget().close()
        for register in desk.workbench.registers():
            desk.workbench.open_register(register.id)
            desk.workbench.select([next(desk.tree.risks).id])
        QApplication.processEvents()

    # What is selected is another after the first time.
    use()
    use()
    before = left()
    assert before[2] > 5
    for _ in range(5):
        use()
    assert left() == before
