"""What checking spelling costs a key stroke: a long bullet is written with it and without it.

CPU time of this process alone, which is what the user waits for; the dictionaries lie in another one.
"""

import os
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _timing import cpu
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.spelling import Marks, Spelling
from riskdesk.ui.views.sheet import Sheet

ROUNDS, WAIT_S = 5, 20
RIGHT = "The judiciary and other beneficiaries may not be ready for the reform of the programme in time. "
# As long as the longest bullets are, with three wrong words.
TEXT = RIGHT.replace("judiciary", "judicary").replace("programme", "programe") + RIGHT * 2 + "Staff rotatets. "


def main() -> None:
    """Measure with and without it in turn and print."""
    application = QApplication([])
    Theme(application)
    with tempfile.TemporaryDirectory() as folder:
        with closing(Session.create(Path(folder) / "s.riskdesk", "me")) as session:
            session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
            _measure(session, Path(folder))
        application.aboutToQuit.emit()


def _measure(session: Session, folder: Path) -> None:
    workbench = Workbench(session)
    workbench.open_register(session.registers()[0].id)
    risk = next(workbench.tree().risks).id
    workbench.run(risks.edit(risk, description=TEXT))
    sheet = Sheet(workbench)
    sheet.resize(760, 800)
    sheet.show()
    sheet.writing.open(sheet.lines.content.rows[risk])
    without = _key(sheet)
    spelling = Spelling(workbench, Settings(folder / "settings.json"), folder / "words.txt", workbench)
    spelling.changed.connect(lambda: sheet.mark_wrong(spelling.wrong))
    marks = Marks(sheet.writing.editor, spelling, lambda: None)
    sheet.mark_wrong(spelling.wrong)
    began = time.monotonic()
    while not sheet.writing.editor.extraSelections() and time.monotonic() < began + WAIT_S:
        QApplication.processEvents()
    first = time.monotonic() - began
    checked = _key(sheet)
    spelling.toggle()
    off = _key(sheet)
    print(f"first marks after {first:.2f} s, in another process")
    for name, before, now, then in zip(("a key", "its picture"), without, checked, off, strict=True):
        print(f"{name}: {before:.2f} ms without spelling, {now:.2f} ms with it, {then:.2f} ms switched off")
        print(f"  ratio with to without {now / before:.2f}; {now - before:+.2f} ms")
    assert marks is not None


def _key(sheet: Sheet) -> tuple[float, float]:
    """How long a key stroke takes, and drawing the sheet after it, in ms: the best of some rounds."""
    return min(_round(sheet) for _ in range(ROUNDS))


def _round(sheet: Sheet) -> tuple[float, float]:
    editor, key, picture = sheet.writing.editor, 0.0, 0.0
    for sign in RIGHT:
        key += cpu(partial(QTest.keyClicks, editor, sign))
        picture += cpu(sheet.grab)
    for _ in RIGHT:
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
    return 1000 * key / len(RIGHT), 1000 * picture / len(RIGHT)


if __name__ == "__main__":
    main()
