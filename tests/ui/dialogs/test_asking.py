"""The dialog of Qt's own, which asks for a file where the system has none, cuts nothing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.ui.dialogs.asking import ask_new_store


@pytest.mark.usefixtures("undressed")
def test_sizes_and_dates_are_whole(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Registers.riskdesk").write_bytes(bytes(729_100))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ask_new_store(parent, "Restore as a new file", tmp_path / "Registers.riskdesk", lambda _path: None)
    (view,) = [view for view in dialog.findChildren(QTreeView) if view.isVisible()]
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) == 1)
    columns = [column for column in range(view.header().count()) if not view.isColumnHidden(column)]
    assert len(columns) == 3
    for column in columns[1:]:
        assert view.header().sectionResizeMode(column) == QHeaderView.ResizeMode.ResizeToContents
        qtbot.waitUntil(lambda column=column: view.columnWidth(column) >= view.sizeHintForColumn(column) > 0)
    dialog.reject()
