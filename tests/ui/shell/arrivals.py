"""The places of a window in which text and files can arrive."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from riskdesk.kit.fields.line import WrittenLine
from riskdesk.kit.fields.text import TextField
from riskdesk.ui.shell.window import MainWindow
from riskdesk.ui.side.categories import CategoriesPanel
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.conftest import sheet

Field = QLineEdit | QPlainTextEdit
NOWHERE = "nowhere to be found.json"


def data_of(*addresses: str | Path) -> QMimeData:
    """What a file manager or a browser puts on the clipboard; as text as well, as some do."""
    data = QMimeData()
    data.setUrls(
        [QUrl(address) if isinstance(address, str) else QUrl.fromLocalFile(str(address)) for address in addresses]
    )
    data.setText("\n".join(map(str, addresses)))
    return data


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def fields(window: MainWindow) -> Sequence[Field]:
    """The fields of text of the window: search, inspector, an open line, and a title being renamed."""
    view = sheet(window)
    view.choose(next(row for row, line in enumerate(view.lines.lines) if line.kind is LineKind.RISK))
    all_fields = [field for kind in (QLineEdit, QPlainTextEdit) for field in window.findChildren(kind)]
    assert {WrittenLine, TextField} <= {base for field in all_fields for base in type(field).__mro__}
    return [field for field in all_fields if field is not view.writing.editor]


def opened_line(window: MainWindow, kind: LineKind) -> Field:
    view = sheet(window)
    view.writing.start(next(row for row, line in enumerate(view.lines.lines) if line.kind is kind and line.id))
    return view.writing.editor


def renamed_title(window: MainWindow) -> Field:
    panel = window.findChild(CategoriesPanel)
    assert panel is not None
    panel_list = panel.findChild(PanelList)
    assert panel_list is not None
    panel_list.setCurrentItem(panel_list.topLevelItem(1))
    panel_list.rename()
    assert panel_list.field is not None
    return panel_list.field
