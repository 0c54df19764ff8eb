"""Ways to print are kept with the register under names, picked, replaced, renamed and deleted."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.app.command_line import run
from riskdesk.desk import print_sets, registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import RiskStatus
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.choice import PrintChoice
from riskdesk.ui.printing.fields import PrintFields
from riskdesk.ui.printing.print_set import PrintSetDialog

MATRIX = Print(DocumentKind.MATRIX, Paper.A3, Orientation.LANDSCAPE)
BOARD = Print(DocumentKind.WORKING, Paper.A4, Orientation.LANDSCAPE, (PrintColumn.SCORE, PrintColumn.OWNER))


@pytest.fixture
def fields(qtbot: QtBot, workbench: Workbench) -> Iterator[PrintFields]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield PrintFields(Print(), workbench, parent)
    parent.close()


def menu(fields: PrintFields) -> dict[str, QAction]:
    """The entries of the menu by their texts, as it comes up."""
    popup = fields.sets.menu()
    popup.aboutToShow.emit()
    return {action.text(): action for action in popup.actions() if not action.isSeparator()}


def answer(fields: PrintFields, name: str) -> None:
    """Type a name into the dialog that is open, and agree."""
    dialog = fields.sets.window().findChild(PrintSetDialog)
    assert isinstance(dialog, PrintSetDialog)
    dialog.findChild(QLineEdit).setText(name)
    dialog.yes.click()
    dialog.setParent(None)


def names(workbench: Workbench) -> list[str]:
    tree = workbench.tree()
    assert tree is not None
    return [print_set.name for print_set in tree.print_sets]


def test_what_is_chosen_is_kept_and_picked_again(fields: PrintFields, workbench: Workbench) -> None:
    fields.show(BOARD)
    menu(fields)["&Save print settings…"].trigger()
    answer(fields, "  Board ")
    assert names(workbench) == ["Board"]
    assert fields.sets.text() == "Board"
    fields.show(MATRIX)
    assert fields.sets.text() == "Print settings"
    choices: list[Print] = []
    fields.changed.connect(lambda: choices.append(fields.chosen()))
    menu(fields)["Board"].trigger()
    assert choices == [BOARD]
    assert menu(fields)["Board"].isChecked()


def test_a_choice_by_hand_is_no_print_set_any_more(fields: PrintFields, workbench: Workbench) -> None:
    workbench.run(print_sets.keep(workbench.register_id, "Board", BOARD))
    menu(fields)["Board"].trigger()
    boxes = {box.text(): box for box in fields.columns.findChildren(QCheckBox)}
    boxes["Owner"].setChecked(False)
    assert fields.sets.text() == "Print settings"
    menu(fields)["&Save print settings…"].trigger()
    dialog = fields.sets.window().findChild(PrintSetDialog)
    assert (dialog.name(), dialog.yes.text()) == ("Board", "Replace")
    dialog.yes.click()
    (print_set,) = workbench.tree().print_sets
    assert print_set.columns == (PrintColumn.SCORE,)
    workbench.undo()
    assert workbench.tree().print_sets[0].how == BOARD
    assert fields.sets.text() == "Print settings"


def test_a_set_kept_with_ended_risks_prints_them_from_the_command_line(
    fields: PrintFields, workbench: Workbench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    risk = next(workbench.tree().risks)
    workbench.run(risks.edit(risk.id, status=RiskStatus.CLOSED, likelihood=5, impact=5))
    fields.show(MATRIX)
    fields.ended.click()
    menu(fields)["&Save print settings…"].trigger()
    answer(fields, "All")
    fields.ended.click()
    assert fields.sets.text() == "Print settings"
    menu(fields)["All"].trigger()
    assert fields.ended.isChecked()
    out = tmp_path / "all.pdf"
    assert run(["export", str(workbench.session.path), str(out), "--print-set", "All"]) == 0
    assert "left out" not in capsys.readouterr().out
    with closing(pypdfium2.PdfDocument(out)) as document:
        assert f"{risk.reference} Closed: " in document[0].get_textpage().get_text_range()


def test_the_picked_one_of_two_equal_print_sets_is_shown(fields: PrintFields, workbench: Workbench) -> None:
    for name in ("First", "Second"):
        workbench.run(print_sets.keep(workbench.register_id, name, BOARD))
    menu(fields)["Second"].trigger()
    assert fields.sets.text() == "Second"


def test_a_print_set_is_renamed_and_deleted(fields: PrintFields, workbench: Workbench) -> None:
    for name, how in {"Board": BOARD, "Matrix": MATRIX}.items():
        workbench.run(print_sets.keep(workbench.register_id, name, how))
    assert not menu(fields)["&Rename…"].isEnabled()
    menu(fields)["Board"].trigger()
    menu(fields)["&Rename…"].trigger()
    dialog = fields.sets.window().findChild(PrintSetDialog)
    dialog.findChild(QLineEdit).setText("Matrix")
    assert not dialog.yes.isEnabled()
    answer(fields, "Committee")
    assert names(workbench) == ["Committee", "Matrix"]
    assert fields.sets.text() == "Committee"
    menu(fields)["&Delete"].trigger()
    assert names(workbench) == ["Matrix"]
    assert fields.sets.text() == "Print settings"


def test_a_name_that_another_one_has_is_refused(workbench: Workbench, problems: list[Problem]) -> None:
    for name, how in {"Board": BOARD, "Matrix": MATRIX}.items():
        workbench.run(print_sets.keep(workbench.register_id, name, how))
    workbench.run(print_sets.rename(workbench.tree().print_sets[0].id, "Matrix"))
    assert "“Matrix” already" in str(problems[0])
    assert names(workbench) == ["Board", "Matrix"]


def test_a_name_is_shown_as_it_was_typed(fields: PrintFields, workbench: Workbench) -> None:
    workbench.run(print_sets.keep(workbench.register_id, "R&D <b>", BOARD))
    fields.show(BOARD)
    assert fields.sets.text() == "R&&D <b>"
    assert "R&&D <b>" in menu(fields)


def test_a_long_name_is_cut_where_the_room_ends(fields: PrintFields, workbench: Workbench) -> None:
    name = "R&D & Co " * 20
    workbench.run(print_sets.keep(workbench.register_id, name, BOARD))
    fields.show(BOARD)
    shown = fields.sets.text().replace("&&", "&")
    assert name.startswith(shown.removesuffix("…"))
    assert 22 * UNIT < fields.sets.fontMetrics().horizontalAdvance(shown) <= 24 * UNIT


def test_each_register_has_its_own(fields: PrintFields, workbench: Workbench) -> None:
    workbench.run(print_sets.keep(workbench.register_id, "Board", BOARD))
    fields.show(BOARD)
    workbench.run(registers.duplicate(workbench.register_id))
    assert names(workbench) == ["Board"]
    workbench.run(print_sets.delete(workbench.tree().print_sets[0].id))
    assert fields.sets.text() == "Print settings"
    workbench.open_register(workbench.registers()[0].id)
    assert fields.sets.text() == "Board"


def test_nothing_is_kept_where_nothing_can_be_written(qtbot: QtBot, session: Session) -> None:
    bench = Workbench(session, why_read_only="only to read")
    bench.open_register(session.registers()[0].id)
    parent = QWidget()
    qtbot.addWidget(parent)
    entries = menu(PrintFields(Print(), bench, parent))
    assert [action.isEnabled() for action in entries.values()] == [False, False, False]


def test_the_last_choice_holds_for_all_who_print(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    choice, changed = PrintChoice(settings), []
    choice.changed.connect(lambda: changed.append(choice.how()))
    choice.choose(BOARD)
    choice.choose(BOARD)
    assert changed == [BOARD]
    assert PrintChoice(Settings(tmp_path / "settings.json")).how() == BOARD
