"""A field of the inspector while the file cannot be written to: it is asked once, and the window goes on."""

import sqlite3

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from riskdesk.kit import apart
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from tests.ui.inspector.conftest import field, first_risk, type_into


@pytest.mark.parametrize("way", ["the other program ends", "the user cancels"])
def test_the_bar_that_takes_the_focus_leaves_it_to_the_field_that_is_being_stored(
    inspector: Inspector,
    workbench: Workbench,
    other_program: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    monkeypatch.setattr(apart, "_PATIENCE_MS", 0)
    workbench.select([first_risk(workbench).id])
    owner, seen = field(inspector, "owner"), list[bool]()
    type_into(owner, "Marat")

    def look() -> None:
        bar = QApplication.activeWindow()
        if seen or not isinstance(bar, QProgressDialog):
            return
        seen.append(owner.hasFocus())
        if way == "the user cancels":
            bar.findChild(QPushButton).click()
        else:
            other_program.execute("ROLLBACK")

    timer = QTimer(inspector, interval=1)
    timer.timeout.connect(look)
    timer.start()
    QTest.keyClick(owner, Qt.Key.Key_Return)
    assert seen == [False]
    if way == "the user cancels":
        assert (owner.typed(), first_risk(workbench).owner) == ("Marat", "")
    else:
        assert (owner.typed(), first_risk(workbench).owner) == (None, "Marat")
    assert inspector.window().focusWidget() is owner


def test_a_text_is_no_draft_any_more_from_the_step_on_that_stores_it(
    inspector: Inspector, workbench: Workbench
) -> None:
    """The program may end with this step, and would offer the text again at the next start."""
    workbench.select([first_risk(workbench).id])
    owner, texts = field(inspector, "owner"), list[list[str]]()
    type_into(owner, "Marat")
    workbench.stepped.connect(lambda _step: texts.append([draft.text for draft in workbench.typing.drafts()]))
    assert workbench.commit()
    assert texts == [[]]
