"""How long the sheet of a large register takes to open, to scroll and to write on, against that of a small one.

CPU time; a picture of the Kazakhstan register in the same window is the measure.
"""

import os
import tempfile
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _timing import cpu
from generate import register
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet import Sheet

RISKS, SEED, FRAMES = 10_000, 1, 200


def main() -> None:
    """Measure one after the other and print."""
    application = QApplication([])
    Theme(application)
    with tempfile.TemporaryDirectory() as folder, closing(Session.create(Path(folder) / "s.riskdesk", "me")) as session:
        session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
        session.run(registers.add(register(RISKS, SEED)))
        path = session.path
        session.close()
        with closing(Session.open(path, "me")) as opened:
            _measure(opened)


def _measure(session: Session) -> None:
    workbench = Workbench(session)
    sheet = Sheet(workbench)
    sheet.resize(760, 800)
    sheet.show()
    small, large = (title.id for title in session.registers())
    few, many = (cpu(lambda identity=identity: _open(workbench, sheet, identity)) for identity in (small, large))
    print(f"open {RISKS:,} risks: {many:.3f} s CPU; 31 risks {few:.3f} s; ratio {many / few:.1f}")
    bar = sheet.verticalScrollBar()
    frame = cpu(lambda: [(bar.setValue(bar.value() + 300), sheet.grab()) for _ in range(FRAMES)]) / FRAMES
    still = cpu(lambda: [sheet.grab() for _ in range(FRAMES)]) / FRAMES
    print(f"scroll {RISKS:,} risks: {1000 * frame:.1f} ms a picture; standing still {1000 * still:.1f} ms")
    sheet.choose(sheet.lines.content.rows[next(workbench.tree().risks).id])
    sheet.commands["edit_text"]()
    key = cpu(lambda: [QTest.keyClick(sheet.writing.editor, Qt.Key.Key_A) for _ in range(20)]) / 20
    enter = cpu(lambda: QTest.keyClick(sheet.writing.editor, Qt.Key.Key_Return))
    print(f"write in {RISKS:,} risks: {1000 * key:.1f} ms a key, {1000 * enter:.0f} ms to commit and open the next")


def _open(workbench: Workbench, sheet: Sheet, register_id: str) -> None:
    workbench.open_register(register_id)
    sheet.grab()


if __name__ == "__main__":
    main()
