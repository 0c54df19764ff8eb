"""What is chosen to be sent is what goes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk.domain.values import RegisterTitle
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.files.send_copy import SendCopyDialog
from tests.systems import not_on_windows
from tests.ui.conftest import Opened, action


def test_a_register_without_an_identity_is_not_all_of_them(qtbot: QtBot) -> None:
    """An older Riskdesk took any identity from a document."""
    titles = [RegisterTitle("r1", 0, "One", ""), RegisterTitle("", 1, "Two", "")]
    for current, expected in ((None, None), ("r1", "r1"), ("", ""), ("gone", None)):
        dialog = SendCopyDialog(titles, current)
        qtbot.addWidget(dialog)
        assert dialog.copy().register == expected


@not_on_windows("Windows says where documents lie, wherever the home of a test is")
@pytest.mark.parametrize("whole", [True, False])
def test_a_copy_is_offered_under_a_name_of_its_own_among_the_documents(
    open_window: Opened, workbench: Workbench, own_home: Path, *, whole: bool
) -> None:
    documents = own_home / "Documents"
    documents.mkdir()
    window = open_window()
    title = "Registers" if whole else workbench.tree().register.title
    for name in (f"{title} – copy.riskdesk", f"{title} – copy 2.riskdesk"):
        action(window, "send_copy").trigger()
        (copy_dialog,) = [box for box in window.findChildren(SendCopyDialog) if box.isVisible()]
        if whole:
            copy_dialog.findChild(QComboBox).setCurrentIndex(0)
        copy_dialog.accept()
        (dialog,) = [box for box in window.findChildren(QFileDialog) if box.isVisible()]
        assert [Path(file) for file in dialog.selectedFiles()] == [documents / name]
        dialog.fileSelected.emit(str(documents / name))
        dialog.close()
        assert (documents / name).exists()
