"""A document with which the program is started, as by “Open with”, is imported into the user's own file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from riskdesk.app.program import Program
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.document import to_document
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home
from tests.ui.programs import ready, speak, window_of


@pytest.fixture
def program(qapp: QApplication, session: Session, home: Home, settings: Settings, undressed: None) -> Iterator[Program]:
    new_program = Program(qapp, home, settings)
    yield new_program
    if new_program._window is not None:
        window_of(new_program).give_way()
    new_program.close()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "Report.JSON"
    path.write_text(to_document(template("coe", Language.FRENCH)), "utf-8")
    return path


def titles(program: Program) -> list[str]:
    assert program._workbench is not None
    return [register.title for register in program._workbench.registers()]


def test_it_comes_into_the_users_own_file_once(
    program: Program, document: Path, session: Session, qtbot: QtBot
) -> None:
    title = template("coe", Language.FRENCH).register.title
    before = [register.title for register in session.registers()]
    program.start(document)
    ready(program, qtbot)
    qtbot.waitUntil(lambda: titles(program) == [*before, title])
    speak(program, "fr", qtbot)
    assert titles(program) == [*before, title]


def test_if_the_users_own_file_is_open_elsewhere_the_user_is_told_how_it_gets_there(
    program: Program, document: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program._opening, "open_own", program._opening.shown_elsewhere.emit)
    program.start(document)
    (box,) = [box for box in qapp.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert "To import Report.JSON, drop it on the window" in box.text()
    box.blockSignals(True)
    box.close()
