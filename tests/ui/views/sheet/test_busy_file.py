"""Typed text while the file cannot be written to: it waits, and goes on being written where it was."""

import sqlite3

from PySide6.QtCore import Qt, QTimer

from riskdesk.desk.session import Session
from riskdesk.domain.problems import Problem
from tests.systems import needs_moves
from tests.ui.views.sheet.conftest import User


def test_the_window_is_painted_until_the_text_is_stored_once(
    user: User, other_program: sqlite3.Connection, problems: list[Problem]
) -> None:
    risks, risk = user.risks(0), user.entry(0).risks[0]
    user.edit(risk.id)
    user.type(" of late")
    # A timer of the window goes off only while that is not held.
    QTimer.singleShot(0, lambda: other_program.execute("ROLLBACK"))
    user.press(Qt.Key.Key_Return)
    user.type("next")
    assert user.sheet.writing.finish()
    assert user.risks(0) == [f"{risks[0]} of late", "next", *risks[1:]]
    assert problems == []


def test_a_line_is_stored_once_although_its_editor_is_asked_again_meanwhile(
    user: User, other_program: sqlite3.Connection
) -> None:
    risks = user.risks(0)
    user.edit(user.entry(0).risks[0].id)
    user.press(Qt.Key.Key_Return)
    user.type("next")

    def leave() -> None:
        assert user.workbench.typing.commit()
        other_program.execute("ROLLBACK")

    QTimer.singleShot(0, leave)
    assert user.workbench.commit()
    assert user.risks(0) == [risks[0], "next", *risks[1:]]


@needs_moves
def test_a_click_elsewhere_leaves_the_keys_to_a_line_that_cannot_be_stored(
    user: User, session: Session, problems: list[Problem]
) -> None:
    first, second = user.entry(0).risks[:2]
    user.edit(first.id)
    user.type(" of")
    away = session.path.rename(session.path.with_suffix(".away"))
    user.click(second.id)
    assert len(problems) == 1
    assert user.sheet.window().focusWidget() is user.sheet.writing.editor
    away.rename(session.path)
    user.type(" late")
    user.click(second.id)
    assert user.risks(0)[0] == f"{first.description} of late"
    assert user.writes == second.description
