"""Files from elsewhere: pasted or dropped anywhere in the window, they are opened or imported and never written."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk.templates import template
from riskdesk.domain.document import to_document
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language
from riskdesk.kit.fields.line import WrittenLine
from riskdesk.kit.incoming import text_menu
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import Opened, action, sheet
from tests.ui.dragging import drop
from tests.ui.shell.arrivals import NOWHERE, Field, data_of, fields, opened_line, renamed_title, text_of


@pytest.fixture
def window(open_window: Opened) -> MainWindow:
    return open_window()


def copied(*addresses: str | Path) -> None:
    QGuiApplication.clipboard().setMimeData(data_of(*addresses))


def dropped(target: QWidget, data: QMimeData) -> bool:
    """Whether what is dropped on a part of the window is taken, as Qt asks first that part and then what it lies in."""
    inside = target.viewport() if isinstance(target, QAbstractScrollArea) else target
    return drop(inside, QPoint(2, 2), data)


def by_key(window: MainWindow, field: Field, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))


def by_edit_menu(window: MainWindow, field: Field, qtbot: QtBot) -> None:
    window.activateWindow()
    field.setFocus()
    action(window, "paste").trigger()


def by_own_menu(window: MainWindow, field: Field, qtbot: QtBot) -> None:
    menu = text_menu(field) if isinstance(field, QLineEdit) else field.createStandardContextMenu()
    paste = menu.findChild(QAction, "edit-paste")
    assert isinstance(paste, QAction)
    paste.trigger()


Way = Callable[[MainWindow, Field, QtBot], None]


@pytest.mark.parametrize("way", [by_key, by_own_menu])
def test_a_file_pasted_into_any_field_of_the_window_is_offered_to_import(
    window: MainWindow, problems: list[Problem], qtbot: QtBot, tmp_path: Path, way: Way
) -> None:
    for number, field in enumerate(fields(window)):
        before = text_of(field)
        copied(tmp_path / NOWHERE)
        way(window, field, qtbot)
        qtbot.waitUntil(lambda count=number + 1: len(problems) == count)
        assert text_of(field) == before, type(field)
        assert NOWHERE in str(problems[-1])


@pytest.mark.parametrize("way", [by_key, by_edit_menu])
@pytest.mark.parametrize(
    "open_field",
    [
        lambda window: opened_line(window, LineKind.RISK),
        lambda window: opened_line(window, LineKind.CATEGORY),
        renamed_title,
    ],
    ids=["bullet", "category", "renamed"],
)
def test_a_file_pasted_into_what_is_being_written_is_offered_to_import(
    window: MainWindow,
    workbench: Workbench,
    problems: list[Problem],
    qtbot: QtBot,
    tmp_path: Path,
    way: Way,
    open_field: Callable[[MainWindow], Field],
) -> None:
    before = workbench.tree()
    field = open_field(window)
    copied(tmp_path / NOWHERE)
    way(window, field, qtbot)
    qtbot.waitUntil(lambda: len(problems) == 1)
    assert NOWHERE in str(problems[-1])
    assert workbench.commit()
    assert workbench.tree() == before


def test_a_text_pasted_into_a_field_of_one_line_becomes_one(window: MainWindow, qtbot: QtBot) -> None:
    line_by_text = {
        "A cell\r\n": "A cell",
        "\nTwo\r\nlines \n\n of mail\n": "Two lines of mail",
        "two\tcells\n": "two cells",
        "page\x0c break\x00": "page break",
        " blanks stay ": " blanks stay ",
    }
    ways: tuple[Way, ...] = (by_key, by_own_menu, by_edit_menu)
    for way, (text, line), field in product(ways, line_by_text.items(), lines_of(window)):
        QGuiApplication.clipboard().setText(text)
        field.selectAll()
        before = field.text()
        way(window, field, qtbot)
        assert field.text() == line, (way, field.accessibleName())
        field.undo()
        assert field.text() == before


def test_a_text_dropped_into_a_field_of_one_line_becomes_one(window: MainWindow) -> None:
    for field in lines_of(window):
        field.clear()
        data = QMimeData()
        data.setText("Two\nlines\n")
        assert dropped(field, data)
        assert field.text() == "Two lines", field.accessibleName()
        field.undo()


def test_what_is_pasted_from_a_cell_is_found(window: MainWindow, qtbot: QtBot) -> None:
    box = window.findChild(SearchBox)
    assert box is not None
    field = box.findChild(QLineEdit)
    assert field is not None
    QGuiApplication.clipboard().setText("negative perceptions about change\r\n")
    by_key(window, field, qtbot)
    qtbot.waitUntil(lambda: "1" in box.hits_text)


def lines_of(window: MainWindow) -> list[QLineEdit]:
    """The fields of one line that can be written in."""
    return [field for field in fields(window) if isinstance(field, QLineEdit) and field.isVisible()]


def test_a_file_dropped_anywhere_is_offered_to_import(
    window: MainWindow, workbench: Workbench, problems: list[Problem], qtbot: QtBot, tmp_path: Path
) -> None:
    before, places = workbench.tree(), [sheet(window), *fields(window), *window.findChildren(PanelList)]
    for number, place in enumerate(places):
        assert dropped(place, data_of(tmp_path / NOWHERE)), type(place)
        qtbot.waitUntil(lambda count=number + 1: len(problems) == count)
        assert NOWHERE in str(problems[-1])
    for kind in (LineKind.MITIGATION, LineKind.CATEGORY):
        assert dropped(opened_line(window, kind), data_of(tmp_path / NOWHERE))
        qtbot.waitUntil(lambda: len(problems) > len(places))
        problems.pop()
    assert workbench.commit()
    assert workbench.tree() == before


def test_what_is_neither_register_nor_pdf_is_told_once(
    window: MainWindow, problems: list[Problem], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "A folder").mkdir()
    others = [tmp_path / name for name in ("A folder", "notes.pptx", "picture.png", "more.odt", "and more")]
    assert not dropped(sheet(window), data_of(*others))
    copied(*others)
    sheet(window).setFocus()
    action(window, "paste").trigger()
    (problem,) = problems
    assert "A folder, notes.pptx, picture.png …" in str(problem)
    assert dropped(sheet(window), data_of(tmp_path / NOWHERE, *others))
    qtbot.waitUntil(lambda: len(problems) == 3)


def test_a_register_file_among_others_is_not_opened(
    window: MainWindow, workbench: Workbench, problems: list[Problem], tmp_path: Path
) -> None:
    session = workbench.session
    window.take_files([tmp_path / NOWHERE, tmp_path / "other.riskdesk"])
    (problem,) = problems
    assert "opened by itself" in str(problem)
    assert workbench.session is session


def test_several_registers_are_imported_one_after_the_other(
    window: MainWindow, workbench: Workbench, problems: list[Problem], qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{language}.json" for language in Language]
    for path, language in zip(paths, Language, strict=True):
        path.write_text(to_document(template("coe", language)), "utf-8")
    copied(*paths)
    by_key(window, opened_line(window, LineKind.RISK), qtbot)
    qtbot.waitUntil(lambda: len(workbench.registers()) == 3)
    assert not problems


def test_the_address_of_a_page_is_text(
    window: MainWindow, workbench: Workbench, problems: list[Problem], qtbot: QtBot
) -> None:
    address = "https://www.coe.int/en/web/programmes"
    view = sheet(window)
    view.choose(next(row for row, line in enumerate(view.lines.lines) if line.kind is LineKind.RISK))
    copied(address)
    view.setFocus()
    action(window, "paste").trigger()
    assert view.dragging.takes(data_of(address))
    by_key(window, opened_line(window, LineKind.MITIGATION), qtbot)
    assert workbench.commit()
    tree = workbench.tree()
    assert tree is not None
    assert [risk.description for risk in tree.risks].count(address) == 1
    assert sum(address in mitigation.description for mitigation in tree.mitigations) == 1
    line = next(field for field in fields(window) if isinstance(field, WrittenLine) and field.isVisible())
    copied(address)
    by_key(window, line, qtbot)
    assert address in text_of(line)
    assert not problems
