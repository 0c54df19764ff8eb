"""The whole window, on the Kazakhstan register."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPageLayout, QPageSize, QTextDocumentFragment
from PySide6.QtGui import Qt as Gui
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.text import short
from riskdesk.domain.values import Language, Risk, RiskStatus
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.actions import ACTIONS, MENUS
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.new_register import NewRegisterDialog
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.printing.preview import Preview
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.printing.print_dialog import PrintDialog
from riskdesk.ui.shell.window import MainWindow
from tests.systems import needs_print_dialog
from tests.ui.answering import press
from tests.ui.conftest import Opened, action, inspector_field, sheet


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    box = window.findChild(kind)
    assert isinstance(box, kind)
    return box


def first_risk(workbench: Workbench) -> Risk:
    tree = workbench.tree()
    assert tree is not None
    return next(tree.risks)


def test_keys_write_before_all_of_the_window_is_there(
    qtbot: QtBot, workbench: Workbench, home: Home, settings: Settings
) -> None:
    window, ready = MainWindow(workbench, settings, home), []
    qtbot.addWidget(window)
    window.ready.connect(lambda: ready.append(True))
    window.show()
    risk = first_risk(workbench)
    sheet(window).choose(sheet(window).lines.content.rows[risk.id])
    QTest.keyClicks(sheet(window), "!")
    assert sheet(window).writing.commit()
    assert ready == []
    assert first_risk(workbench).description == f"{risk.description}!"


def test_menus_hold_every_action_with_shortcuts_of_their_own(window: MainWindow) -> None:
    names = [name for menu in MENUS for name in menu.actions if name != "-"]
    assert sorted(names) == sorted(ACTIONS)
    shortcuts = [QKeySequence(spec.shortcut).toString() for spec in ACTIONS.values() if spec.shortcut]
    assert len(shortcuts) == len(set(shortcuts))


def test_undo_is_named_after_what_it_takes_back(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    sheet(window).setFocus()
    sheet(window).choose(sheet(window).lines.content.rows[next(tree.risks).id])
    action(window, "delete").trigger()
    assert action(window, "undo").text() == "&Undo Delete risk"
    action(window, "undo").trigger()
    assert action(window, "redo").text() == "&Redo Delete risk"
    assert workbench.tree() == tree


def test_undo_names_whose_step_it_takes_back_where_it_is_somebody_else_s(
    window: MainWindow, workbench: Workbench, problems: list[Problem]
) -> None:
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    workbench.run(risks.edit(risk.id, owner="Mine"))
    with closing(Session.open(workbench.session.path, "B & C")) as other:
        other.run(risks.edit(risk.id, note="Theirs"))
    action(window, "undo").trigger()
    (problem,) = problems
    assert "B & C" in str(problem)
    assert action(window, "undo").text() == "&Undo Edit risk (B && C)"
    action(window, "undo").trigger()
    assert action(window, "undo").text() == "&Undo Edit risk"
    assert next(workbench.tree().risks) == replace(risk, owner="Mine")  # type: ignore[union-attr]


def test_what_a_file_says_of_a_step_is_no_markup_in_menu_and_tooltip(window: MainWindow, workbench: Workbench) -> None:
    register = workbench.registers()[0].id
    for markup in ("<img src='file:///etc/hostname'>", "<b>bold</b> & more", "a" * 5000):
        with closing(Session.open(workbench.session.path, f"who {markup}")) as other:
            other.run(registers.edit(register, title=f"Other {markup[:5]}")._replace(label=f"label {markup}"))
        workbench.read_changes_of_others()
        undo = action(window, "undo")
        tip = undo.toolTip()
        plain = QTextDocumentFragment.fromHtml(tip).toPlainText() if Gui.mightBeRichText(tip) else tip
        expected = f"Undo {short(f'label {markup}')} ({short(f'who {markup}')})"
        assert undo.text().replace("&&", "\0").replace("&", "").replace("\0", "&") == expected
        assert plain == f"{expected} (Ctrl+Z)"


def test_undo_is_that_of_the_open_register(window: MainWindow, workbench: Workbench) -> None:
    first = workbench.register_id
    workbench.run(registers.edit(str(first), title="Changed"))
    workbench.run(registers.add(template("coe", Language.FRENCH)))
    workbench.run(registers.edit(str(workbench.register_id), title="Other"))
    workbench.open_register(first)
    assert action(window, "undo").text() == "&Undo Edit register"
    action(window, "undo").trigger()
    assert [register.title for register in workbench.registers()] != ["Changed", "Other"]
    assert workbench.registers()[1].title == "Other"
    assert workbench.register_id == first


def test_what_cannot_be_done_is_off(window: MainWindow, workbench: Workbench) -> None:
    workbench.open_register(None)
    for name in ("add_risk", "export_pdf", "paste"):
        assert not action(window, name).isEnabled()
    for name in ("new", "open", "import", "quit"):
        assert action(window, name).isEnabled()


def test_every_widget_that_takes_the_keyboard_has_a_name(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    for ids in ([], [next(tree.risks).id]):
        workbench.select(ids)
        nameless = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not widget.accessibleName()
            and not (isinstance(widget, QPushButton) and widget.text())
        ]
        assert nameless == []


def test_the_status_line_tells_what_is_held_and_when_it_was_saved(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    workbench.run(risks.edit(next(tree.risks).id, likelihood=2, impact=3))
    status_text = " ".join(label.text() for label in window.statusBar().findChildren(QLabel))
    assert "31 risks" in status_text
    assert "38 mitigations" in status_text
    assert "1 of 31 assessed" in status_text
    assert "Saved " in status_text


def test_the_status_line_leaves_ended_risks_out_of_what_is_to_be_assessed(
    window: MainWindow, workbench: Workbench
) -> None:
    tree = workbench.tree()
    assert tree is not None
    first, second, *_ = tree.risks
    workbench.run(risks.edit(first.id, likelihood=2, impact=3, status=RiskStatus.CLOSED))
    workbench.run(risks.edit(second.id, status=RiskStatus.REJECTED))
    status_text = " ".join(label.text() for label in window.statusBar().findChildren(QLabel))
    assert "31 risks, 2 closed or rejected" in status_text
    assert "0 of 29 assessed" in status_text


def test_searching_marks_the_hits_and_steps_through_them(window: MainWindow, qtbot: QtBot) -> None:
    field = next(line for line in window.findChildren(QLineEdit) if "Find" in line.accessibleName())
    field.setText("REFORM")
    assert len(sheet(window).showing.hits) > 2
    first = sheet(window).showing.current_hit
    action(window, "find_next").trigger()
    assert sheet(window).showing.current_hit not in (None, first)
    action(window, "find_previous").trigger()
    assert sheet(window).showing.current_hit == first
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not sheet(window).showing.hits


def test_a_new_register_is_made_in_a_dialog(window: MainWindow, workbench: Workbench) -> None:
    action(window, "new").trigger()
    box = dialog(window, NewRegisterDialog)
    box.findChildren(QLineEdit)[0].setText("Made here")
    press(box, "Create")
    tree = workbench.tree()
    assert tree is not None
    assert tree.register.title == "Made here"
    assert window.windowTitle().startswith("Made here")


def test_another_store_is_opened_and_left(window: MainWindow, workbench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "other.riskdesk"
    window._rooms.files._create(path)
    assert workbench.session.path == path
    assert workbench.registers() == []
    assert window.windowTitle() == "other.riskdesk – Riskdesk"
    workbench.session.close()


def test_a_register_is_deleted_without_a_question_and_its_notice_brings_it_back(
    window: MainWindow, workbench: Workbench
) -> None:
    assert "…" not in action(window, "delete_register").text()
    action(window, "delete_register").trigger()
    assert workbench.registers() == []
    notices = window.findChild(Notices)
    assert notices.last_notices[0].notice.text.startswith("Register “Neighbourhood")
    notices.do(notices.last_notices[0].notice)
    assert len(workbench.registers()) == 1


def test_closing_keeps_what_is_being_written(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    sheet(window).writing.open(sheet(window).lines.content.rows[next(tree.risks).id])
    sheet(window).writing.editor.setPlainText("Kept at the end")
    assert window.close()
    tree = workbench.tree()
    assert tree is not None
    assert next(tree.risks).description == "Kept at the end"


def test_the_window_stays_open_where_what_is_typed_cannot_be_kept(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    sheet(window).writing.open(sheet(window).lines.content.rows[next(tree.risks).id])
    sheet(window).writing.editor.setPlainText("\x07")
    assert not window.close()
    assert window.isVisible()
    sheet(window).writing.cancel()


def test_the_preview_shows_what_is_typed(qtbot: QtBot, window: MainWindow, workbench: Workbench) -> None:
    action(window, "show_preview").trigger()
    preview = window.findChild(Preview)
    risk = next(workbench.tree().risks)
    window._rooms.choice.choose(Print())
    sheet(window).writing.open(sheet(window).lines.content.rows[risk.id])
    sheet(window).writing.editor.setPlainText("Typed and not stored")
    pages = preview.findChild(Pages)

    def is_shown() -> bool:
        document = pages._document
        return document is not None and "Typed and not stored" in document[0].get_textpage().get_text_bounded()

    qtbot.waitUntil(is_shown)
    assert next(workbench.tree().risks) == risk
    sheet(window).writing.cancel()


@needs_print_dialog
def test_the_printer_gets_what_the_preview_shows(window: MainWindow) -> None:
    action(window, "show_preview").trigger()
    summary = Print(DocumentKind.SUMMARY, Paper.A3, Orientation.LANDSCAPE)
    window._rooms.choice.choose(summary)
    assert window.findChild(Preview).how == summary
    action(window, "print").trigger()
    press(dialog(window, PrintDialog), "Print…")
    box = dialog(window, QPrintDialog)
    assert box.windowTitle().endswith(" – Risk summary")
    layout = box.printer().pageLayout()
    assert (layout.pageSize().id(), layout.orientation()) == (
        QPageSize.PageSizeId.A3,
        QPageLayout.Orientation.Landscape,
    )
    box.reject()


@needs_print_dialog
def test_printing_asks_the_system(window: MainWindow) -> None:
    action(window, "print").trigger()
    press(dialog(window, PrintDialog), "Print…")
    dialog(window, QPrintDialog).reject()


def test_the_first_keys_are_for_the_sheet(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.findChild(Inspector) is not None)
    assert QApplication.focusWidget() is sheet(window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert len(workbench.registers()) == 1


@pytest.mark.parametrize("place", [0, -1])
def test_a_window_made_anew_shows_what_is_selected(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, place: int
) -> None:
    tree = workbench.tree()
    assert tree is not None
    risk = list(tree.risks)[place]
    workbench.select([risk.id])
    window = open_window()
    qtbot.waitUntil(lambda: window.findChild(Inspector) is not None)
    view = sheet(window)
    assert view.selected_ids() == workbench.selection == (risk.id,)
    row = view.lines.content.rows[risk.id]
    assert view.current_row == row
    assert view.viewport().rect().contains(view._parts.scrolling.rect_of(row))
    categories = [category.category.id for category in tree.categories]
    assert window._categories._list.current_id() == categories[place]


@pytest.mark.parametrize("kind", ["several", "an entry", "a category", "the register"])
def test_a_window_made_anew_shows_all_that_is_selected(
    open_window: Opened, workbench: Workbench, qtbot: QtBot, kind: str
) -> None:
    tree = workbench.tree()
    assert tree is not None
    category = tree.categories[1]
    ids = {
        "several": [risk.id for risk in list(tree.risks)[20:24]],
        "an entry": [category.entries[0].entry.id],
        "a category": [category.category.id],
        "the register": [tree.register.id],
    }[kind]
    workbench.select(ids)
    window = open_window()
    qtbot.waitUntil(lambda: window.findChild(Inspector) is not None)
    assert workbench.selection == tuple(ids)
    if kind != "the register":
        assert sheet(window).selected_ids() == tuple(ids)
        first = sheet(window).lines.content.rows[ids[0]]
        assert sheet(window).viewport().rect().intersects(sheet(window)._parts.scrolling.rect_of(first))


def test_a_text_that_could_not_be_stored_is_told(window: MainWindow, workbench: Workbench, qtbot: QtBot) -> None:
    tree = workbench.tree()
    assert tree is not None
    first, second, *_ = tree.risks
    workbench.select([first.id])
    qtbot.keyClicks(inspector_field(window, "next_review"), "no date " * 30)
    workbench.select([second.id])
    assert window.findChild(Notices).last_notices[0].notice.text.startswith("Not saved yet: risk R-01")
