"""A second program brings the first one to the front."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from riskdesk.kit.instance import Instance, show_other

ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from riskdesk.kit.instance import show_other
application = QCoreApplication([])
print(show_other(Path(sys.argv[1])))
"""


def test_the_first_program_is_shown(qtbot, tmp_path: Path) -> None:
    first = Instance()
    first.listen(tmp_path / "a.riskdesk")
    with qtbot.waitSignal(first.wanted):
        second = subprocess.Popen([sys.executable, "-c", ASK, tmp_path / "a.riskdesk"], stdout=subprocess.PIPE)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.communicate()[0] == b"True\n"
    first.close()


def test_none_answers_for_another_file_or_after_the_end(qapp: QApplication, tmp_path: Path) -> None:
    first = Instance()
    first.listen(tmp_path / "a.riskdesk")
    assert not show_other(tmp_path / "b.riskdesk")
    first.close()
    assert not show_other(tmp_path / "a.riskdesk")
