"""Files of other programs in the whole window: shown, answered, changed, and brought in as one step."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.desk import import_files, registers, risks
from riskdesk.desk.import_files import ENDINGS, UserAnswers
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.kit.tabs import Tabs
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench import waiting_task
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.importing.dialog import ImportDialog
from riskdesk.ui.importing.kinds import kinds_of_files
from riskdesk.ui.importing.places_strip import PlacesStrip
from riskdesk.ui.importing.wishes import SHAPES, Wishes
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.views.sheet import Sheet
from tests.reading_here import read_here
from tests.ui.access.names import names_are_whole
from tests.ui.conftest import Opened, action, sheet, tree_of
from tests.ui.dragging import drop
from tests.ui.lines import widest_line

TWINS = Path(__file__).parents[2] / "data" / "registers"
HEADS = ("ID", "Category", "Risk description", "Likelihood", "Impact", "Mitigation measures", "Remarks")
ROWS = (
    ("R1", "Politics", "The law is not adopted in time", "High", "Low", "Meet the committee", "Ann"),
    ("R2", "Politics", "The partner institution is merged", "Low", "Medium", "Agree on a successor", "Ben"),
    ("R3", "Delivery", "No expert can be found in spring", "Medium", "High", "Keep a list of experts", "Cem"),
)
Take = Callable[[Path], ImportDialog]
__all__ = ["read_here"]


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A register as somebody keeps it in Excel."""
    return written(tmp_path / "Risks.xlsx", ROWS)


@pytest.fixture(scope="module")
def tree_of_workbook(tmp_path_factory: pytest.TempPathFactory) -> RegisterTree:
    """The register in the workbook, read once."""
    path = written(tmp_path_factory.mktemp("known") / "Risks.xlsx", ROWS)
    tree = import_files.read(path, Language.ENGLISH, UserAnswers(), None).file_import.tree
    assert tree is not None
    return tree


@pytest.fixture
def known(workbench: Workbench, workbook: Path, tree_of_workbook: RegisterTree) -> Path:
    """A workbook whose register was imported before and is open."""
    workbench.run(registers.add(tree_of_workbook))
    assert tree_of(workbench).register.title == "Risks"
    return workbook


@pytest.fixture
def take(window: MainWindow, qtbot: QtBot, read_here: None) -> Take:
    """Brings a file into the window as a user does, and gives the dialog that comes up.

    Whoever brings one in by `window` has it read by the process that the program starts.
    """

    def take_file(path: Path) -> ImportDialog:
        window.take_files([path])
        return shown_dialog(window, qtbot)

    return take_file


def written(path: Path, rows: tuple[tuple[str, ...], ...], heads: tuple[str, ...] = HEADS) -> Path:
    book = openpyxl.Workbook()
    for row in (heads, *rows):
        book.active.append(row)
    book.save(path)
    return path


def shown_dialog(window: MainWindow, qtbot: QtBot) -> ImportDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ImportDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ImportDialog)
    assert dialog.parent() is window
    return dialog


def wait_until_read(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Wait until what was answered is read."""
    qtbot.waitUntil(lambda: not dialog._rereading.is_under_way, timeout=30_000)


def turn_to(dialog: ImportDialog, title: str) -> None:
    """Go to a page with the keys, as the words above the pages are one stop."""
    tabs = dialog._pages.tabs
    tabs.setFocus()
    for _ in range(tabs.count()):
        QTest.keyClick(tabs, Qt.Key.Key_Left)
    for _ in range(tabs.count()):
        if tabs.tabText(tabs.currentIndex()).startswith(title):
            return
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    raise AssertionError(title)


def field(dialog: ImportDialog, kind: type[QWidget], name: str) -> QWidget:
    return next(
        widget for widget in dialog.findChildren(kind) if widget.accessibleName() == name and widget.isVisible()
    )


def choose(box: QWidget, text: str) -> None:
    """Choose in a box of choices with the keys."""
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == text:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(text)


def preview(dialog: ImportDialog) -> list[str]:
    """The lines of the sheet in the dialog."""
    view = dialog.findChild(Sheet)
    assert isinstance(view, Sheet)
    return [line.text for line in view.lines.lines if line.id]


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["29_appendix_real_lists.docx", "01_category_rows.xlsx"])
def test_a_file_is_shown_before_it_comes_in_as_one_step_that_a_notice_takes_back(
    window: MainWindow, workbench: Workbench, take: Take, qtbot: QtBot, name: str
) -> None:
    before = len(workbench.registers())
    dialog = take(TWINS / name)
    texts = preview(dialog)
    assert len(workbench.registers()) == before, "nothing is stored before the user says so"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    assert len(workbench.registers()) == before + 1
    tree = tree_of(workbench)
    assert {risk.description for risk in tree.risks} <= set(texts)
    assert {category.category.title for category in tree.categories if category.category.title} <= set(texts)
    notice = next(
        button for button in window.findChildren(QPushButton) if button.text() == "Undo" and button.isVisible()
    )
    click(notice)
    assert len(workbench.registers()) == before


def test_what_is_cancelled_leaves_no_trace_and_the_file_behind_it_comes_up_all_the_same(
    window: MainWindow, workbench: Workbench, workbook: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    other = written(tmp_path / "Other.xlsx", (("R1", "Money", "The budget is cut by half", "High", "High", "Ask", ""),))
    before, steps = workbench.tree(), workbench.session.undoable(None)
    window.take_files([workbook, other])
    QTest.keyClick(shown_dialog(window, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: any("Other" in candidate.windowTitle() for candidate in window.findChildren(ImportDialog)))
    assert (workbench.tree(), workbench.session.undoable(None)) == (before, steps)
    click(shown_dialog(window, qtbot).yes)
    assert [risk.description for risk in tree_of(workbench).risks] == ["The budget is cut by half"]


def test_counts_are_at_the_head_warnings_lead_to_their_lines_and_what_is_left_out_is_shown_whole(take: Take) -> None:
    dialog = take(TWINS / "03_three_tiers_two_periods.xlsx")
    counts = "3 categories · 6 risks · 11 mitigations · 4 warnings · 2 questions · 20 places left out"
    assert dialog._counts.text().replace("(s)", "s").replace("\N{NO-BREAK SPACE}", " ") == counts
    turn_to(dialog, "Warnings")
    tree_view = field(dialog, QTreeView, "Warnings")
    assert isinstance(tree_view, QTreeView)
    tree_view.setFocus()
    QTest.keyClick(tree_view, Qt.Key.Key_End)
    view = dialog.findChild(Sheet)
    assert isinstance(view, Sheet)
    assert view.selected_ids()
    assert view.accessibleDescription().startswith("From the file: Sheet “Register”")
    turn_to(dialog, "Left out")
    tree_view = field(dialog, QTreeView, "Left out")
    assert isinstance(tree_view, QTreeView)
    tree_view.setFocus()
    QTest.keyClick(tree_view, Qt.Key.Key_Home)
    whole = field(dialog, QPlainTextEdit, "All of it")
    assert isinstance(whole, QPlainTextEdit)
    assert "A5  The second half of the form is filled in after six months." in whole.toPlainText()


def test_an_answer_is_taken_at_once_and_can_be_changed(take: Take, qtbot: QtBot) -> None:
    """Rows of other types come in too, whereupon the file asks no more; the question stays."""
    dialog = take(TWINS / "09_raid_type_column.xlsx")
    turn_to(dialog, "Questions")
    risks = len(preview(dialog))
    yes, no = (
        next(
            button
            for button in dialog.findChildren(QRadioButton)
            if button.text() == text and "other types" in button.accessibleDescription()
        )
        for text in ("Yes", "No")
    )
    assert no.isChecked()
    click(yes)
    wait_until_read(dialog, qtbot)
    assert len(preview(dialog)) > risks
    assert yes.isVisible()
    assert yes.hasFocus()
    click(no)
    wait_until_read(dialog, qtbot)
    assert len(preview(dialog)) == risks


def test_a_free_answer_is_taken_by_enter_which_imports_nothing(workbench: Workbench, take: Take, qtbot: QtBot) -> None:
    before = len(workbench.registers())
    dialog = take(TWINS / "03_three_tiers_two_periods.xlsx")
    turn_to(dialog, "Questions")
    answer = next(line_edit for line_edit in dialog.findChildren(QLineEdit) if "T0" in line_edit.accessibleName())
    assert answer.placeholderText() == "such as 31\u00a0January 2026"
    answer.setFocus()
    QTest.keyClicks(answer, "2026-01-01")
    QTest.keyClick(answer, Qt.Key.Key_Return)
    wait_until_read(dialog, qtbot)
    assert dialog.isVisible()
    assert len(workbench.registers()) == before
    click(dialog.yes)
    assert "2026-04-01" in {str(mitigation.due_date) for mitigation in tree_of(workbench).mitigations}


def test_the_keyboard_goes_on_where_it_is_led_while_a_file_is_read_anew(take: Take, qtbot: QtBot) -> None:
    dialog = take(TWINS / "03_three_tiers_two_periods.xlsx")
    turn_to(dialog, "Questions")
    answer = next(line_edit for line_edit in dialog.findChildren(QLineEdit) if "T0" in line_edit.accessibleName())
    answer.setFocus()
    QTest.keyClicks(answer, "2026-01-01")
    QTest.keyClick(answer, Qt.Key.Key_Tab)
    wait_until_read(dialog, qtbot)
    assert QApplication.focusWidget() is dialog.yes
    # Nor is the goal what a key changes once a button is put away.
    turn_to(dialog, "Columns")
    category = field(dialog, QComboBox, "Risk Category")
    choose(category, "Note")
    wait_until_read(dialog, qtbot)
    again = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Guess again")
    again.setFocus()
    QTest.keyClick(again, Qt.Key.Key_Space)
    wait_until_read(dialog, qtbot)
    assert not again.isVisible()
    assert QApplication.focusWidget() is field(dialog, QComboBox, "Risk Category")


def test_a_column_is_taken_for_something_else_and_so_it_is_the_next_time(
    window: MainWindow, workbench: Workbench, take: Take, workbook: Path, qtbot: QtBot
) -> None:
    dialog = take(workbook)
    turn_to(dialog, "Columns")
    for meaning in ("Trigger", "Owner"):
        choose(field(dialog, QComboBox, "Remarks"), meaning)
        wait_until_read(dialog, qtbot)
    click(dialog.yes)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    assert [risk.owner for risk in tree_of(workbench).risks] == ["Ann", "Ben", "Cem"]
    again = take(workbook)
    turn_to(again, "Columns")
    box = field(again, QComboBox, "Remarks")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Owner"
    click(next(button for button in again.findChildren(QPushButton) if button.text() == "Guess again"))
    wait_until_read(again, qtbot)
    assert field(again, QComboBox, "Remarks").currentText() == "Note"


def test_a_column_that_is_left_out_is_told(take: Take, workbook: Path, qtbot: QtBot) -> None:
    dialog = take(workbook)
    turn_to(dialog, "Columns")
    choose(field(dialog, QComboBox, "Remarks"), "Leave out")
    wait_until_read(dialog, qtbot)
    turn_to(dialog, "Left out")
    rows = field(dialog, QTreeView, "Left out").model()
    cells = [[rows.index(row, column).data() for column in range(3)] for row in range(rows.rowCount())]
    assert ["G2 · Sheet", "left out as you chose", "Ann"] in cells


def test_a_table_is_left_out_and_comes_in_again(take: Take, qtbot: QtBot) -> None:
    dialog = take(TWINS / "15_sheet_per_category.xlsx")
    turn_to(dialog, "Columns")
    lines = preview(dialog)
    choose(field(dialog, QComboBox, "Taken for"), "Leave out")
    wait_until_read(dialog, qtbot)
    assert len(preview(dialog)) < len(lines)
    choose(field(dialog, QComboBox, "Taken for"), "Register")
    wait_until_read(dialog, qtbot)
    assert preview(dialog) == lines


def test_levels_come_in_on_another_scale_by_a_table(workbench: Workbench, take: Take, workbook: Path) -> None:
    dialog = take(workbook)
    turn_to(dialog, "Levels")
    choose(field(dialog, QComboBox, "Scale"), "5×5 (5 × 5)")
    choose(field(dialog, QComboBox, "Likelihood: 3 High"), "4 High")
    click(dialog.yes)
    tree = tree_of(workbench)
    assert len(tree.register.scale.likelihood) == 5
    assert [(risk.likelihood, risk.impact) for risk in tree.risks] == [(4, 1), (1, 3), (3, 5)]


def test_a_file_without_a_register_says_so_and_offers_its_scale(workbench: Workbench, take: Take, qtbot: QtBot) -> None:
    dialog = take(TWINS / "11_matrix_only.xlsx")
    assert not dialog.yes.isEnabled()
    assert any("No risk was found in 11_matrix_only.xlsx" in text for text in labels(dialog))
    turn_to(dialog, "Questions")
    click(next(button for button in dialog.findChildren(QRadioButton) if button.text() == "Yes" and button.isVisible()))
    wait_until_read(dialog, qtbot)
    click(dialog.yes)
    scale = tree_of(workbench).register.scale
    assert [level.name.en for level in scale.likelihood] == ["Remote", "Unlikely", "Possible", "Probable", "Certain"]


def test_a_document_without_a_table_begins_with_what_is_left_out(take: Take, tmp_path: Path) -> None:
    """There are no columns to choose."""
    page = tmp_path / "letter.html"
    page.write_text("<html><body><p>Dear Ann,</p><p>there are no risks.</p></body></html>", encoding="utf-8")
    dialog = take(page)
    tabs = dialog.findChild(Tabs)
    assert any("Give the columns of its table heads such as “Risk”" in text for text in labels(dialog))
    assert tabs.tabText(tabs.currentIndex()).startswith("Left out")
    assert "Columns" not in [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabVisible(at)]


def test_the_encoding_that_was_supposed_is_shown_as_the_answer(take: Take, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Risque;Mesure\nDébordement à la frontière;Réunion\nGrève;Visioconférence\n".encode("cp1252"))
    dialog = take(path)
    turn_to(dialog, "Questions")

    def chosen() -> list[str]:
        return [button.text() for button in dialog.findChildren(QRadioButton) if button.isChecked()]

    assert chosen() == ["Windows (cp1252)"]
    click(next(button for button in dialog.findChildren(QRadioButton) if button.text() == "MS-DOS (cp850)"))
    wait_until_read(dialog, qtbot)
    assert chosen() == ["MS-DOS (cp850)"]


def labels(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_a_bad_file_is_told_in_one_sentence_and_changes_nothing(
    window: MainWindow, workbench: Workbench, problems: list[Problem], qtbot: QtBot, tmp_path: Path
) -> None:
    before = workbench.tree()
    contents = (b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", b"%PDF-1.7")
    paths = [tmp_path / f"bad {number}.xlsx" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    window.take_files(paths)
    qtbot.waitUntil(lambda: len(problems) >= len(paths), timeout=30_000)
    assert [path for path, problem in zip(paths, problems, strict=True) if path.name not in str(problem)] == []
    assert not window.findChildren(ImportDialog)
    assert workbench.tree() == before


def test_a_workbook_is_dropped_on_the_sheet(window: MainWindow, workbook: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(workbook))])
    assert drop(sheet(window).viewport(), QPoint(5, 5), data)
    assert "The law is not adopted in time" in preview(shown_dialog(window, qtbot))


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_wide_table_on_the_clipboard_is_pasted_as_an_import(
    window: MainWindow, workbench: Workbench, qtbot: QtBot, kind: str
) -> None:
    before, data = workbench.tree(), QMimeData()
    rows = (HEADS, *ROWS)
    data.setText("\n".join("\t".join(row) for row in rows))
    if kind == "html":
        cells = ("".join(f"<td>{text} é</td>" for text in row) for row in rows)
        data.setHtml(f"<meta charset=windows-1252><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    QGuiApplication.clipboard().setMimeData(data)
    sheet(window).setFocus()
    action(window, "paste").trigger()
    dialog = shown_dialog(window, qtbot)
    assert workbench.tree() == before
    assert f"The law is not adopted in time{' é' if kind == 'html' else ''}" in preview(dialog)
    click(dialog.yes)
    assert tree_of(workbench).register.title == "Clipboard"


def test_a_file_that_is_imported_again_changes_nothing(
    window: MainWindow, workbench: Workbench, take: Take, workbook: Path, qtbot: QtBot
) -> None:
    click(take(workbook).yes)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    before = len(workbench.registers())
    again = take(workbook)
    assert again._goal.currentText() == "Compare with “Risks”"
    assert not again.yes.isEnabled()
    assert "The register and the file say the same; there is nothing to import." in labels(again)
    again.reject()
    assert len(workbench.registers()) == before


def test_what_differs_is_chosen_field_by_field(
    window: MainWindow, workbench: Workbench, take: Take, known: Path, qtbot: QtBot
) -> None:
    first, second, _third = ROWS
    changed = (
        (*first[:2], "The law is not adopted before the elections", *first[3:]),
        (*second[:4], "High", *second[5:]),
        ("R4", "Delivery", "Prices rise by more than the budget allows", "Low", "Low", "Plan a reserve", "Dee"),
    )
    dialog = take(written(known, changed))
    tree_view = field(dialog, QTreeView, "Differences")
    assert isinstance(tree_view, QTreeView)
    model = tree_view.model()
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert ["R2 The partner institution is merged", "Impact", "2 Medium", "3 High"] in cells
    tree_view.setFocus()
    tree_view.setCurrentIndex(model.index([row[1] for row in cells].index("Impact"), 0))
    QTest.keyClick(tree_view, Qt.Key.Key_Space)
    click(dialog.yes)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    risks = {risk.reference: risk for risk in tree_of(workbench).risks}
    assert risks["R1"].description == "The law is not adopted before the elections"
    assert risks["R2"].impact == 2, "it was kept"
    assert risks["R3"].description == "No expert can be found in spring", "what the file has not is kept"
    assert risks["R4"].note == "Remarks: Dee"
    action(window, "undo").trigger()
    assert [risk.reference for risk in tree_of(workbench).risks] == ["R1", "R2", "R3"]


def test_a_file_that_is_compared_can_become_a_new_register_all_the_same(
    window: MainWindow, workbench: Workbench, take: Take, known: Path, qtbot: QtBot
) -> None:
    before = len(workbench.registers())
    dialog = take(known)
    choose(dialog._goal, "A new register")
    wait_until_read(dialog, qtbot)
    click(dialog.yes)
    assert len(workbench.registers()) == before + 1


def test_a_file_is_added_to_a_register_on_whose_scale_its_levels_stand(
    window: MainWindow, workbench: Workbench, take: Take, workbook: Path, qtbot: QtBot
) -> None:
    register = tree_of(workbench).register
    before = {risk.id for risk in tree_of(workbench).risks}
    dialog = take(workbook)
    choose(dialog._goal, f"Compare with “{register.title}”")
    wait_until_read(dialog, qtbot)
    click(dialog.yes)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    tree = tree_of(workbench)
    assert tree.register == replace(register, references=tree.register.references)
    assert [(risk.likelihood, risk.impact) for risk in tree.risks if risk.id not in before] == [(4, 2), (2, 3), (3, 4)]


def test_what_was_added_to_a_register_is_selected_there(
    window: MainWindow, workbench: Workbench, take: Take, workbook: Path, qtbot: QtBot
) -> None:
    first = tree_of(workbench)
    workbench.run(registers.duplicate(first.register.id))
    dialog = take(workbook)
    choose(dialog._goal, f"Compare with “{first.register.title}”")
    wait_until_read(dialog, qtbot)
    click(dialog.yes)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    tree = tree_of(workbench)
    assert tree.register.id == first.register.id
    added = [category.category.id for category in tree.categories[len(first.categories) :]]
    assert added
    assert list(workbench.selection) == added


def test_what_others_changed_meanwhile_is_compared_anew(
    window: MainWindow, workbench: Workbench, take: Take, known: Path, qtbot: QtBot, problems: list[Problem]
) -> None:
    first = next(tree_of(workbench).risks)
    dialog = take(written(known, ((*ROWS[0][:2], "The law is adopted late", *ROWS[0][3:]), *ROWS[1:])))
    workbench.session.run(risks.edit(first.id, description="Changed elsewhere"))
    click(dialog.yes)
    assert "changed in the meantime" in str(problems[0])
    wait_until_read(dialog, qtbot)
    tree_view = field(dialog, QTreeView, "Differences")
    assert isinstance(tree_view, QTreeView)
    assert "Changed elsewhere" in {
        tree_view.model().index(row, 2).data() for row in range(tree_view.model().rowCount())
    }
    click(dialog.yes)
    assert next(tree_of(workbench).risks).description == "The law is adopted late"


@pytest.mark.parametrize("again", ["import", "levels", "goal"])
def test_a_register_that_others_deleted_meanwhile_is_compared_with_no_more(
    window: MainWindow,
    workbench: Workbench,
    take: Take,
    known: Path,
    qtbot: QtBot,
    problems: list[Problem],
    again: str,
) -> None:
    """Whatever is done next, the file may still become a register of its own."""
    register = tree_of(workbench).register
    dialog = take(written(known, ((*ROWS[0][:2], "The law is adopted late", *ROWS[0][3:]), *ROWS[1:])))
    assert dialog._goal.currentData() == register.id
    workbench.run(registers.delete(register.id))
    if again == "import":
        click(dialog.yes)
        assert len(problems) == 1
    elif again == "goal":
        dialog._goal.activated.emit(dialog._goal.currentIndex())
    else:
        turn_to(dialog, "Levels")
        dialog._pages.levels.changed.emit()
    wait_until_read(dialog, qtbot)
    assert dialog._goal.currentData() is None
    assert dialog._goal.findData(register.id) < 0
    click(dialog.yes)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    assert "The law is adopted late" in [risk.description for risk in tree_of(workbench).risks]


def test_a_narrow_dialog_has_the_preview_as_a_page(take: Take, workbook: Path, qtbot: QtBot) -> None:
    dialog = take(workbook)
    for width, is_beside in ((720, False), (1200, True), (720, False)):
        dialog.resize(width, 450)
        view = dialog.findChild(Sheet)
        assert isinstance(view, Sheet)
        if not is_beside:
            turn_to(dialog, "Preview")
        qtbot.waitUntil(view.isVisible)
        assert dialog._pages.isAncestorOf(view) is not is_beside


def test_what_the_settings_keep_of_columns_may_be_anything(settings: Settings, take: Take, workbook: Path) -> None:
    for stored in ("[[1]]", "{", '{"a": 1}', '[["a", {"A": "nothing"}]]', '[["a", 5]]', "null", "[" * 5000):
        settings.set(SHAPES, stored)
        assert Wishes(settings).user_answers().mapping["tables"] == []
    copy = shutil.copyfile(workbook, workbook.with_name("Copy.xlsx"))
    assert preview(take(copy))


def test_ten_thousand_rows_can_be_given_up_while_they_are_read(
    window: MainWindow,
    workbench: Workbench,
    workbook: Path,
    qtbot: QtBot,
    problems: list[Problem],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(waiting_task, "_PATIENCE_MS", 0)
    many = workbook.with_name("Many.csv")
    rows = (",".join((f"R{at}", *ROWS[at % 3][1:3], f"number {at}")) for at in range(10_000))
    many.write_text("\n".join(("ID,Category,Risk description,Mitigation measures", *rows)), "utf-8")
    before = workbench.registers()
    window.take_files([many])
    qtbot.waitUntil(
        lambda: any(progress.isVisible() for progress in window.findChildren(QProgressDialog)), timeout=60_000
    )
    bar = window.findChild(QProgressDialog)
    assert isinstance(bar, QProgressDialog)
    assert bar.labelText() == "Reading Many.csv…"
    click(bar.findChild(QPushButton))
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None, timeout=60_000)
    assert not window.findChildren(ImportDialog)
    assert (workbench.registers(), problems) == (before, [])
    window.take_files([workbook])
    assert "The law is not adopted in time" in preview(shown_dialog(window, qtbot))


def test_each_kind_of_file_that_is_read_is_offered_and_no_other() -> None:
    everything, *each = (re.findall(r"\*(\.\w+)", kind) for kind in kinds_of_files().split(";;"))
    assert sorted(everything) == sorted(ENDINGS)
    assert sorted(ending for kind in each for ending in kind) == sorted(ENDINGS)


def test_places_that_have_no_long_name_are_shown_whole(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "note.html"
    items = "".join(f"<li>Risque {number}</li>" for number in range(3))
    for first in (1, 1_000):
        path.write_text(f"{'<p>Avant</p>' * first}<h1>Risques</h1><ul>{items}</ul>", encoding="utf-8")
        dialog = take(path)
        strip = dialog.findChild(PlacesStrip)
        places = [strip._label(dialog._preview._places[risk.id]) for risk in dialog._preview._bench.tree().risks]
        assert places == [f"Paragraph {number}" for number in range(first + 2, first + 5)]
        assert strip.width() >= UNIT + max(map(strip.fontMetrics().horizontalAdvance, places))
        dialog.reject()


def test_a_head_of_one_long_word_is_seen_whole(take: Take, tmp_path: Path) -> None:
    head = "Remarks_of_" + "the_head_of_office_" * 6
    dialog = take(written(tmp_path / "long.xlsx", ROWS, (*HEADS[:6], head)))
    turn_to(dialog, "Columns")
    (label,) = (label for label in dialog.findChildren(QLabel) if label.accessibleName() == head)
    page = dialog._pages.columns
    assert page.width() <= page.parentWidget().width()
    assert widest_line(label) <= label.width()
    assert label.heightForWidth(label.width()) <= label.height()


def test_a_screen_reader_says_which_column_a_field_is_chosen_for(take: Take, workbook: Path) -> None:
    dialog = take(workbook)
    turn_to(dialog, "Columns")
    names_are_whole(dialog)
