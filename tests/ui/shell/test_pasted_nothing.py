"""What has no plain text on the clipboard: HTML alone comes in as its text, and a picture is told not to."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.kit.incoming import text_menu
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.notices import Notices
from riskdesk.ui.shell.window import MainWindow
from tests.ui import keys
from tests.ui.conftest import Opened, action, inspector_field, sheet, tree_of

NOTHING = "Nothing was pasted, as there is no text on the clipboard"


@pytest.fixture
def window(open_window: Opened, workbench: Workbench, qtbot: QtBot) -> MainWindow:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    workbench.select([next(tree_of(workbench).risks).id])
    return window


def copy_html(html: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def copy_picture() -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)


def copy_nothing() -> None:
    QGuiApplication.clipboard().clear()


def text_of(field: QWidget) -> str:
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize(("name", "text"), [("owner", "Anna B. in charge"), ("note", "Anna\xa0B.\n\nin charge")])
@pytest.mark.parametrize("way", ["key", "command"])
def test_html_alone_comes_into_a_field_as_its_text(window: MainWindow, name: str, text: str, way: str) -> None:
    field = inspector_field(window, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.clear()
    field.setFocus()
    copy_html("<style>p {color: red}</style><p><b>Anna</b>&nbsp;B.<p>in charge")
    if way == "key":
        keys.press(field, "Ctrl+V")
    else:
        window._commands.run("paste")
    assert text_of(field).replace("\xa0", " ") == text.replace("\xa0", " ")


def test_html_alone_comes_into_a_title_as_one_line(window: MainWindow, workbench: Workbench) -> None:
    category = tree_of(workbench).categories[0].category.id
    writing = sheet(window).writing
    writing.open(sheet(window).lines.content.rows[category])
    writing.editor.selectAll()
    copy_html("<table><tr><td>Courts</td><td>and judges</td></tr></table>")
    keys.press(writing.editor, "Ctrl+V")
    assert writing.editor.toPlainText() == "Courts and judges"


def test_the_menu_of_a_line_offers_to_paste_html_alone(window: MainWindow) -> None:
    field = inspector_field(window, "owner")
    assert isinstance(field, QLineEdit)
    for copy, is_offered in ((copy_picture, False), (lambda: copy_html("<p>Anna"), True)):
        copy()
        pasting = next(act for act in text_menu(field).actions() if act.objectName() == "edit-paste")
        assert pasting.isEnabled() == is_offered


@pytest.mark.parametrize("place", ["sheet", "list", "line", "text", "writing"])
@pytest.mark.parametrize("copy", [copy_picture, copy_nothing])
def test_that_nothing_was_pasted_is_told(
    window: MainWindow, workbench: Workbench, place: str, copy: Callable[[], None]
) -> None:
    if place == "list":
        action(window, "view_list").trigger()
    fields = {
        "sheet": lambda: sheet(window),
        "list": lambda: window._centre.front.table,
        "line": lambda: inspector_field(window, "owner"),
        "text": lambda: inspector_field(window, "note"),
        "writing": lambda: sheet(window).writing.editor,
    }
    if place == "writing":
        sheet(window).writing.open(sheet(window).lines.content.rows[next(tree_of(workbench).risks).id])
    field = fields[place]()
    field.setFocus()
    before = workbench.session.undoable(workbench.register_id)
    copy()
    keys.press(field, "Ctrl+V")
    notices = window.findChild(Notices)
    assert isinstance(notices, Notices)
    assert [timed.notice.text for timed in notices.last_notices] == [NOTHING]
    assert workbench.session.undoable(workbench.register_id) == before
