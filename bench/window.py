"""What the whole window costs with more and more risks: open and paint a register, end a bullet and open the next.

CPU time until it is seen, each size in a process of its own, as memory is counted too; ratios are to the smallest.
"""

import gc
import os
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _timing import cpu
from generate import register
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.desk import items, registers
from riskdesk.desk.session import Session
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow

SIZES, SEED, ROUNDS = (31, 310, 3_100, 10_000, 31_000), 1, 15


def main(sizes: list[str]) -> None:
    """Measure each size in a process of its own and print, or one size here."""
    if sizes:
        print(*_measured(int(sizes[0])))
        return
    base: list[float] = []
    for size in SIZES:
        output = subprocess.run(
            [sys.executable, __file__, str(size)], capture_output=True, text=True, check=True
        ).stdout
        opened, entered, deleted, memory = figures = [float(figure) for figure in output.split()]
        base = base or figures
        print(
            f"{size:,} risks: open and paint {1000 * opened:.0f} ms, ratio {opened / base[0]:.1f};"
            f" Enter {1000 * entered:.1f} ms, ratio {entered / base[1]:.1f};"
            f" delete ten {1000 * deleted:.0f} ms; memory {memory:.0f} MB, ratio {memory / base[3]:.1f}"
        )


def _measured(size: int) -> tuple[float, float, float, float]:
    """Seconds to open, to end a bullet, and to delete ten; the most memory in MB."""
    gc.disable()  # as the window does, which collects in quiet moments
    application = QApplication([])
    Theme(application)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.riskdesk"
        _fill(path, size)
        with closing(Session.open(path, "me")) as session:
            window, workbench = _window(application, session, Path(folder))
            opened = cpu(lambda: (workbench.open_register(session.registers()[1].id), _seen(application)))
            while not window._gaps_display.watch.is_done:
                application.processEvents()
            ids = [risk.id for risk in workbench.tree().risks]
            entered = _entered(application, window, ids[len(ids) // 2])
            ten = items.delete(ids[:10])
            deleted = cpu(lambda: (workbench.run(ten), _seen(application)))
            return opened, entered, deleted, getrusage(RUSAGE_SELF).ru_maxrss / 1024


def _fill(path: Path, size: int) -> None:
    """A file with a register without risks, and one of that size; made elsewhere, as memory is counted here."""
    if os.fork():
        os.wait()
        return
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(register(0, SEED)))
        session.run(registers.add(register(size, SEED)))
    os._exit(0)


def _window(application: QApplication, session: Session, folder: Path) -> tuple[MainWindow, Workbench]:
    workbench = Workbench(session)
    workbench.open_register(session.registers()[0].id)
    window = MainWindow(workbench, Settings(folder / "settings.json"), Home.inside(folder, "me", session.path))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    session.prepare()
    _seen(application)
    return window, workbench


def _entered(application: QApplication, window: MainWindow, risk: str) -> float:
    """The middle of several times: write some words in a risk, and end it so that the next opens."""
    sheet = window._sheet
    sheet.choose(sheet.lines.content.rows[risk])
    sheet.commands["edit_text"]()
    times = []
    for _ in range(ROUNDS):
        QTest.keyClicks(sheet.writing.editor, "Some words")
        _seen(application)
        times.append(cpu(lambda: (_enter(sheet.writing.editor), _seen(application))))
    return median(times)


def _enter(editor: object) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Return)


def _seen(application: QApplication) -> None:
    """Until all that waits for the next moment is done, and painted."""
    for _ in range(5):
        application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1:])
