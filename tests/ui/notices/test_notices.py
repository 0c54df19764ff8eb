"""Notices over the sheet: one at a time, out of the way of what is written, and with a button that works or is off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import items, registers, risks
from riskdesk.desk.session import Session
from riskdesk.kit.apart import unwritten
from riskdesk.kit.focus import next_in_chain
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.saved import saved_as
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices import notices as module
from riskdesk.ui.notices.bar import NoticeBar
from riskdesk.ui.notices.last_notices import NoticeList, NoticesButton
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.notices.spot import Room, spot
from tests.hearing import hearing
from tests.ui.access.names import tells_rows
from tests.ui.conftest import Desk, Opened, action, read_only, sheet
from tests.ui.keys import hold, repeat


class NoticedDesk(Desk):
    """A window, and what is told over it."""

    @property
    def notices(self) -> Notices:
        return self.window.findChild(Notices)

    @property
    def bar(self) -> NoticeBar:
        return self.window.findChild(NoticeBar)

    @property
    def is_shown(self) -> bool:
        return self.bar is not None and self.bar.isVisible()

    @property
    def texts(self) -> list[str]:
        """What the last notices say, the newest first."""
        return [last.notice.text for last in self.notices.last_notices]

    def delete(self) -> None:
        """Delete the last risk."""
        self.workbench.run(items.delete([list(self.tree.risks)[-1].id]))

    def write(self, identity: str, text: str) -> None:
        """Open a line and write in it."""
        sheet(self.window).writing.open(sheet(self.window).lines.content.rows[identity])
        QTest.keyClicks(sheet(self.window).writing.editor, text)

    def rect_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.window, QPoint()), widget.size())


@pytest.fixture
def desk(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> NoticedDesk:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sheet(window).setFocus()
    return NoticedDesk(window, workbench)


def test_text_that_was_typed_into_a_dialog_that_has_gone_is_told(desk: NoticedDesk) -> None:
    unwritten.found.emit("Anna")
    assert desk.is_shown
    assert desk.texts == ["Typed while you waited, and written nowhere: “Anna”"]


def test_what_was_deleted_comes_back_by_its_button(desk: NoticedDesk) -> None:
    before = desk.tree
    desk.delete()
    assert desk.is_shown
    assert desk.bar.button.text() == "Undo"
    QTest.mouseClick(desk.bar.button, Qt.MouseButton.LeftButton)
    assert desk.tree == before
    assert desk.bar.button.text() == "Redo"
    QTest.mouseClick(desk.bar.button, Qt.MouseButton.LeftButton)
    assert desk.tree != before


def test_the_button_is_off_once_something_else_was_done_and_on_again_when_that_is_undone(desk: NoticedDesk) -> None:
    desk.delete()
    desk.workbench.run(risks.edit(next(desk.tree.risks).id, note="later"))
    assert not desk.bar.button.isEnabled()
    assert not desk.notices.can(desk.notices.last_notices[0].notice)
    desk.workbench.undo()
    assert desk.bar.button.isEnabled()


def test_a_notice_takes_back_its_own_step_whichever_register_is_open(desk: NoticedDesk) -> None:
    first = desk.tree
    desk.workbench.run(registers.duplicate(first.register.id))
    second = desk.tree
    desk.workbench.open_register(first.register.id)
    desk.workbench.run(registers.edit(second.register.id, title="Armenia"))
    desk.workbench.run(risks.edit(next(first.risks).id, note="here"))
    assert desk.texts[0] == "Edit register: “Armenia”"
    QTest.mouseClick(desk.bar.button, Qt.MouseButton.LeftButton)
    assert [register.title for register in desk.workbench.registers()] == [first.register.title, second.register.title]
    assert next(desk.tree.risks).note == "here"


def test_a_text_that_is_being_written_is_never_what_it_takes_back_nor_keeps_it_from_that(desk: NoticedDesk) -> None:
    before = list(desk.tree.risks)
    desk.delete()
    desk.write(before[0].id, " and more")
    QTest.mouseClick(desk.bar.button, Qt.MouseButton.LeftButton)
    assert list(desk.tree.risks)[-1] == before[-1]
    QTest.keyClicks(sheet(desk.window).writing.editor, " still")
    desk.workbench.commit()
    assert next(desk.tree.risks).description == f"{before[0].description} and more still"


def test_the_last_notices_keep_nothing_of_what_was_changed(desk: NoticedDesk) -> None:
    before = desk.tree
    desk.delete()
    (last,) = desk.notices.last_notices
    assert last.notice.step is not None
    assert last.notice.step.changes == ()
    desk.notices.do(last.notice)
    assert desk.tree.categories == before.categories


def test_a_text_whose_bullet_it_takes_away_is_offered(desk: NoticedDesk, qtbot: QtBot) -> None:
    tree = desk.tree
    step = desk.workbench.run(items.duplicate([next(tree.risks).id])).step
    assert step is not None
    desk.notices.tell(Notice("One more", "Undo", step=step))
    desk.write(step.created[0], " and more")
    with qtbot.waitSignal(desk.workbench.typing.offered):
        desk.notices.do(desk.notices.last_notices[0].notice)
    assert desk.tree.categories == tree.categories


def test_the_deletion_of_the_only_register_is_taken_back_over_the_welcome_page(desk: NoticedDesk) -> None:
    before = desk.tree
    action(desk.window, "delete_register").trigger()
    assert desk.workbench.registers() == []
    assert desk.is_shown
    QTest.mouseClick(desk.bar.button, Qt.MouseButton.LeftButton)
    assert desk.tree == before


def test_a_notice_dismissed_over_the_welcome_page_leaves_the_keyboard_where_it_is_seen(desk: NoticedDesk) -> None:
    action(desk.window, "delete_register").trigger()
    desk.bar.cross.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(desk.bar.cross, Qt.Key.Key_Space)
    assert not desk.is_shown
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_writing_is_not_disturbed(desk: NoticedDesk) -> None:
    identity = next(desk.tree.risks).id
    desk.write(identity, "one")
    editor = sheet(desk.window).writing.editor
    desk.workbench.post(Notice("Saved as a.pdf", "Open"))
    assert QApplication.focusWidget() is editor
    QTest.mouseClick(desk.bar.cross, Qt.MouseButton.LeftButton)
    assert not desk.is_shown
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, " two")
    assert editor.toPlainText().endswith("one two")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_lead_there_and_back(desk: NoticedDesk, key: Qt.Key) -> None:
    desk.workbench.select([next(desk.tree.risks).id])
    desk.delete()
    before = desk.tree
    action(desk.window, "go_notice").trigger()
    assert QApplication.focusWidget() is desk.bar.button
    assert "Alt+6" in desk.bar.button.toolTip()
    QTest.keyClick(desk.bar.button, Qt.Key.Key_Delete)
    assert desk.tree == before
    QTest.keyClick(desk.bar.button, Qt.Key.Key_Escape)
    assert not desk.is_shown
    assert QApplication.focusWidget() is sheet(desk.window)
    desk.delete()
    action(desk.window, "go_notice").trigger()
    QTest.keyClick(desk.bar.button, key)
    assert desk.tree == before


def test_tab_comes_to_it(desk: NoticedDesk) -> None:
    desk.delete()
    chain, widget = set[QWidget](), next_in_chain(desk.window)
    while widget is not desk.window:
        chain.add(widget)
        widget = next_in_chain(widget)
    assert {desk.bar.button, desk.bar.cross} <= chain
    assert desk.bar.button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_notice_goes_by_itself_but_not_while_it_is_wanted(
    desk: NoticedDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.delete()
    timer = desk.notices._timer
    assert timer.interval() == 10_000
    action(desk.window, "go_notice").trigger()
    timer.setInterval(1)
    with qtbot.waitSignal(timer.timeout):
        timer.start()
    assert desk.is_shown
    sheet(desk.window).setFocus()
    qtbot.waitUntil(lambda: not desk.is_shown)
    desk.delete()
    desk.bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    with qtbot.waitSignals([timer.timeout, timer.timeout]):
        timer.start()
    assert desk.is_shown


@pytest.mark.parametrize("opened", [False, True])
def test_what_is_edited_or_selected_is_not_covered(desk: NoticedDesk, *, opened: bool) -> None:
    view, risk_ids = sheet(desk.window), [risk.id for risk in desk.tree.risks]
    for number in (0, 3, 12, -1):
        desk.workbench.run(items.duplicate([risk_ids[0]]))
        desk.workbench.select([risk_ids[number]])
        if opened:
            desk.write(risk_ids[number], "")
            view.writing.editor.insertPlainText("word " * 40)
        row = view.current_row
        assert row is not None
        line = view.visualRect(view.index(row)).translated(view.viewport().mapTo(desk.window, QPoint()))
        assert not desk.bar.geometry().intersects(line), number
        assert desk.rect_of(view.viewport()).contains(desk.bar.geometry()), number


def test_the_line_that_is_written_is_never_covered_as_it_grows(desk: NoticedDesk) -> None:
    desk.workbench.run(items.duplicate([next(desk.tree.risks).id]))
    last = list(desk.tree.risks)[-1].id
    desk.write(last, "a")
    for _ in range(60):
        QTest.keyClicks(sheet(desk.window).writing.editor, " words")
        assert not desk.bar.geometry().intersects(desk.rect_of(sheet(desk.window).writing.editor))


@pytest.mark.parametrize(
    ("spared", "was_at_top", "y"),
    [
        ([], False, 460),
        ([], True, 460),
        ([QRect(0, 450, 400, 30)], False, 30),
        ([QRect(0, 200, 400, 30)], True, 30),
        ([QRect(0, 200, 400, 30)], False, 460),
        # Both are in the way of one: what comes first counts.
        ([QRect(0, 450, 400, 30), QRect(0, 20, 400, 30)], False, 30),
        ([QRect(0, 20, 400, 30), QRect(0, 450, 400, 30)], True, 460),
        ([QRect(0, 0, 400, 500)], False, 460),
    ],
)
def test_a_notice_lies_where_nothing_is_covered(spared: list[QRect], was_at_top: bool, y: int) -> None:  # noqa: FBT001
    place = spot(QSize(200, 40), Room(QRect(0, 0, 400, 500), 30, spared), was_at_top=was_at_top)
    assert place == QRect(100, y, 200, 40)


@pytest.mark.parametrize("size", [QSize(720, 480), QSize(960, 600), QSize(1920, 1080)])
def test_a_long_one_is_cut_after_two_lines_and_told_whole(desk: NoticedDesk, size: QSize) -> None:
    desk.window.resize(size)
    text = "Saved as " + "a very long name of a file " * 12
    with hearing() as announcements:
        desk.workbench.post(Notice(text, "Open"))
    assert [event.message() for event in announcements] == [text]
    assert desk.rect_of(sheet(desk.window).viewport()).contains(desk.bar.geometry())
    assert desk.bar.button.geometry().right() < desk.bar.cross.geometry().left()
    assert desk.bar.cross.geometry().right() < desk.bar.width()
    lines = desk.bar._text._lines
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(desk.bar.fontMetrics().horizontalAdvance(line) <= desk.bar._text.width() for line in lines)
    assert min(desk.bar.button.height(), desk.bar.cross.height(), desk.bar.cross.width()) >= 24


def test_a_long_one_is_whole_in_two_lines_whatever_signs_it_has(desk: NoticedDesk) -> None:
    desk.window.resize(960, 600)
    text = "“🔥🚧🔥🚧🔥🚧 The risks of a programme with a name that is rather long” was deleted"
    desk.workbench.post(Notice(text))
    lines = desk.bar._text._lines
    assert len(lines) == 2
    assert " ".join(lines) == text


def test_a_notice_follows_the_sheet_as_the_window_changes(desk: NoticedDesk) -> None:
    desk.delete()
    view = sheet(desk.window).viewport()
    for size in (QSize(1600, 900), QSize(760, 500)):
        desk.window.resize(size)
        assert desk.rect_of(view).contains(desk.bar.geometry())
        assert abs(desk.bar.geometry().center().x() - desk.rect_of(view).center().x()) <= 1
    action(desk.window, "show_left").trigger()
    assert abs(desk.bar.geometry().center().x() - desk.rect_of(view).center().x()) <= 1


def test_screen_readers_hear_what_was_done_and_what_was_undone(desk: NoticedDesk) -> None:
    desk.workbench.run(risks.edit(next(desk.tree.risks).id, note="new"))
    with hearing() as announcements:
        desk.delete()
        desk.workbench.undo()
        desk.workbench.undo()
    messages = [event.message().replace("(s)", "") for event in announcements]
    assert messages == ["1 risk deleted", "Undone: Delete risk", "Undone: Edit risk"]


@pytest.mark.parametrize("view", ["view_matrix", "view_list"])
def test_what_is_taken_back_is_told_where_the_view_need_not_show_it(desk: NoticedDesk, view: str) -> None:
    risk = next(desk.tree.risks)
    desk.workbench.run(risks.edit(risk.id, note="new"))
    desk.workbench.undo()
    desk.workbench.redo()
    assert not desk.texts, "the sheet goes to it"
    action(desk.window, view).trigger()
    with hearing() as announcements:
        desk.workbench.undo()
    assert [event.message() for event in announcements] == desk.texts == ["Undone: Edit risk"]
    QTest.mouseClick(desk.bar.button, Qt.MouseButton.LeftButton)
    assert next(desk.tree.risks).note == "new"
    assert desk.texts[0] == "Redone: Edit risk"


def test_a_list_of_the_last_ones_comes_up(desk: NoticedDesk, qtbot: QtBot) -> None:
    button = desk.window.findChild(NoticesButton)
    assert not button.isEnabled()
    desk.delete()
    desk.workbench.post(Notice("Saved as a.pdf"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    notice_list = button.findChild(NoticeList)
    qtbot.waitUntil(notice_list.isVisible)
    rows = [notice_list.topLevelItem(row) for row in range(2)]
    assert [row.text(1).replace("(s)", "") for row in rows] == ["Saved as a.pdf", "1 risk deleted"]
    assert [row.text(2) for row in rows] == ["", "Undo"]
    assert all(row.text(0).count(":") == 1 for row in rows)
    assert tells_rows(notice_list)
    before = desk.tree
    QTest.keyClick(notice_list, Qt.Key.Key_Return)
    assert notice_list.isVisible()
    QTest.keyClick(notice_list, Qt.Key.Key_Down)
    QTest.keyClick(notice_list, Qt.Key.Key_Return)
    assert not notice_list.isVisible()
    assert desk.tree != before
    assert desk.texts[0] == "Undone: Delete risk"


def test_the_list_comes_up_where_the_screen_has_room(desk: NoticedDesk, qtbot: QtBot) -> None:
    desk.delete()
    button = desk.window.findChild(NoticesButton)
    screen = desk.window.screen().availableGeometry()
    desk.window.move(0, screen.bottom() - desk.window.height())
    button.click()
    popup = button.findChild(NoticeList).window()
    qtbot.waitUntil(popup.isVisible)
    assert screen.contains(popup.geometry())
    assert popup.geometry().center().y() < button.mapToGlobal(QPoint()).y()


def test_a_click_in_the_list_does_it_too(desk: NoticedDesk, qtbot: QtBot) -> None:
    done: list[str] = []
    desk.workbench.post(Notice("Saved as a.pdf", "Open", lambda: done.append("opened")))
    button = desk.window.findChild(NoticesButton)
    button.click()
    notice_list = button.findChild(NoticeList)
    qtbot.waitUntil(notice_list.isVisible)
    for column in (1, 2):
        place = notice_list.visualRect(notice_list.model().index(0, column)).center()
        QTest.mouseClick(notice_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert done == (["opened"] if column == 2 else [])


def test_the_keys_of_notices_lead_to_the_list_where_none_is_shown(desk: NoticedDesk, qtbot: QtBot) -> None:
    desk.delete()
    desk.bar.cross.click()
    action(desk.window, "go_notice").trigger()
    qtbot.waitUntil(desk.window.findChild(NoticeList).isVisible)
    assert QApplication.focusWidget() is desk.window.findChild(NoticeList)


def test_enter_that_is_held_opens_the_list_and_undoes_nothing(desk: NoticedDesk, qtbot: QtBot) -> None:
    desk.delete()
    after = desk.tree
    desk.window.findChild(NoticesButton).setFocus()
    hold(desk.window, Qt.Key.Key_Return, 0)
    qtbot.waitUntil(desk.window.findChild(NoticeList).isVisible)
    repeat(desk.window.findChild(NoticeList), Qt.Key.Key_Return)
    assert desk.tree == after


def test_only_so_many_are_kept(desk: NoticedDesk) -> None:
    for number in range(module._MOST + 5):
        desk.workbench.post(Notice(str(number)))
    assert desk.texts[0] == str(module._MOST + 4)
    assert len(desk.texts) == module._MOST


def test_what_was_done_in_another_file_cannot_be_taken_back(desk: NoticedDesk, tmp_path: Path) -> None:
    desk.workbench.post(Notice("Saved as a.pdf", "Open"))
    desk.delete()
    desk.workbench.change_session(Session.create(tmp_path / "other.riskdesk", "A. Tester"))
    assert not desk.is_shown
    assert desk.texts == ["Saved as a.pdf"]


def test_what_others_do_is_none_of_the_users(desk: NoticedDesk, session: Session) -> None:
    other = Session.open(session.path, "B. Other")
    other.run(items.delete([next(desk.tree.risks).id]))
    other.close()
    desk.workbench.read_changes_of_others()
    assert len(list(desk.tree.risks)) == 30
    assert desk.texts == []


@pytest.mark.parametrize(("name", "opened_name"), [("a.pdf", "a.pdf"), ("a.json", ""), ("a.riskdesk", "")])
def test_a_file_that_was_written_is_opened_or_its_folder(
    desk: NoticedDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, opened_name: str
) -> None:
    opened_urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened_urls.append(url))
    (tmp_path / name).touch()
    notice = saved_as(tmp_path / name, desk.window, "", "2 left out")
    assert notice.text == f"Saved as {name} · 2 left out"
    desk.notices.do(notice)
    assert opened_urls == [QUrl.fromLocalFile(str(tmp_path / opened_name if opened_name else tmp_path))]


@pytest.mark.parametrize("size", [QSize(720, 480), QSize(1366, 768)])
def test_what_is_said_of_a_file_is_shown_behind_the_longest_name(
    desk: NoticedDesk, tmp_path: Path, size: QSize
) -> None:
    name = "Action Plan for Ukraine and Moldova " * 4 + "2026-2029 – Working risk register.pdf"
    desk.window.resize(size)
    desk.workbench.post(saved_as(tmp_path / name, desk.window, "142 risques clos ou rejetés non repris"))
    shown = " ".join(desk.bar._text._lines)
    assert "…– Working risk register.pdf · 142 risques clos ou rejetés non repris" in shown
    assert str(tmp_path / name) in desk.bar.toolTip()


@read_only
def test_where_nothing_can_be_written_nothing_is_taken_back(desk: NoticedDesk) -> None:
    desk.delete()
    assert not desk.notices.can(desk.notices.last_notices[0].notice)
