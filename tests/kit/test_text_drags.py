"""Text dragged out of a field: the drag is over when the mouse button is released."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser, QTextEdit
from pytestqt.qtbot import QtBot

import riskdesk
from riskdesk.kit.text_drags import end_drags

# A field that is made, or a class of fields.
_FIELD = re.compile(
    r"\bQ(?:PlainTextEdit|TextEdit|TextBrowser)\(|class \w+\(.*\bQ(?:PlainTextEdit|TextEdit|TextBrowser)\)"
)


class Drags(QObject):
    """Counts the drags out of a field; on the offscreen platform each of them ends at once, without a drop."""

    def __init__(self, field: QPlainTextEdit | QTextEdit) -> None:
        super().__init__(field)
        self.begun = 0
        field.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A drag is a child of what it begins in, and nothing else is added here.
        self.begun += event.type() == QEvent.Type.ChildAdded
        return False


def send(field: QPlainTextEdit | QTextEdit, kind: QEvent.Type, to: QPoint) -> None:
    """Send a mouse event with the left button to a field, while in truth no button is pressed, as after a drop."""
    place, where, left = QPointF(to), QPointF(field.viewport().mapToGlobal(to)), Qt.MouseButton.LeftButton
    QApplication.sendEvent(field.viewport(), QMouseEvent(kind, place, where, left, left, Qt.KeyboardModifier(0)))


def drag_out(field: QPlainTextEdit | QTextEdit, qtbot: QtBot) -> Drags:
    """Drag all text of a field out of it, at once, and wait for what its timer does."""
    qtbot.addWidget(field)
    field.setPlainText("Delays in procurement")
    end_drags(field)
    with qtbot.waitExposed(field):
        field.show()
    field.selectAll()
    inside, drags = field.cursorRect().center() - QPoint(20, 0), Drags(field)
    send(field, QEvent.Type.MouseButtonPress, inside)
    send(field, QEvent.Type.MouseMove, QPoint(inside.x(), -50))
    assert drags.begun == 1
    # Qt's timer makes up a move after a tenth of a second, and further ones at once.
    qtbot.wait(200)
    return drags


@pytest.mark.parametrize("kind", [QPlainTextEdit, QTextEdit, QTextBrowser])
def test_a_drag_that_leaves_its_field_at_once_is_the_only_one(
    qtbot: QtBot, kind: type[QPlainTextEdit | QTextEdit]
) -> None:
    field = kind()
    drags = drag_out(field, qtbot)
    assert drags.begun == 1
    assert field.textCursor().selectedText() == "Delays in procurement"


def test_the_end_of_a_drag_is_no_click_in_its_field(qtbot: QtBot) -> None:
    released: list[QMouseEvent] = []

    class Field(QPlainTextEdit):
        def mouseReleaseEvent(self, event: QMouseEvent) -> None:
            released.append(event)

    drags = drag_out(Field(), qtbot)
    assert (drags.begun, released) == (1, [])


def test_each_field_of_text_ends_its_drags() -> None:
    modules = {path: path.read_text("utf-8") for path in Path(riskdesk.__file__).parent.rglob("*.py")}
    with_fields = {path for path, code in modules.items() if _FIELD.search(code)}
    assert len(with_fields) >= 4
    assert [path.name for path in with_fields if "end_drags(" not in modules[path]] == []
