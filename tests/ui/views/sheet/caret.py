"""Writing at the caret of an open bullet."""

import pytest
from PySide6.QtGui import QTextCursor

from riskdesk.domain.values import Mitigation, Risk
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.views.sheet.conftest import User

BOTH = pytest.mark.parametrize("kind", [LineKind.RISK, LineKind.MITIGATION])


def bullets(user: User, kind: LineKind, number: int = 0) -> tuple[Risk | Mitigation, ...]:
    entry = user.entry(number)
    return entry.risks if kind is LineKind.RISK else entry.mitigations


def texts(user: User, kind: LineKind) -> list[str]:
    return [bullet.description for bullet in bullets(user, kind)]


def put_caret(user: User, place: int, anchor: int | None = None) -> None:
    cursor = user.sheet.writing.editor.textCursor()
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    user.sheet.writing.editor.setTextCursor(cursor)


def caret(user: User) -> int:
    return user.sheet.writing.editor.textCursor().position()


def write(user: User, identity: str, text: str, place: int) -> None:
    """Open a bullet with a text in it that is not stored, the caret at a place."""
    user.edit(identity)
    user.sheet.writing.editor.selectAll()
    user.sheet.writing.editor.insertPlainText(text)
    put_caret(user, place)
