"""How long the matrix of 31, 200 and 10,000 risks takes: a picture, a chip that moves, hundreds and all that move.

CPU time, until the picture is seen; ratios are to a picture of the matrix without any risk.
"""

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _timing import cpu
from generate import register
from PySide6.QtWidgets import QApplication

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain.scale import Assessment
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.matrix import Matrix

SIZES, SEED, ROUNDS = (31, 200, 10_000), 1, 5
HUNDREDS, THOUSAND = 300, 1_000


def main() -> None:
    """Measure one register after the other and print."""
    gc.disable()  # as the window does, which collects in quiet moments
    application = QApplication([])
    Theme(application)
    with tempfile.TemporaryDirectory() as folder, closing(Session.create(Path(folder) / "s.riskdesk", "me")) as session:
        for size in (0, *SIZES):
            session.run(registers.add(register(size, SEED)))
        _measure(session, Path(folder))


def _measure(session: Session, folder: Path) -> None:
    workbench = Workbench(session)
    view = Matrix(workbench, Settings(folder / "settings.json"))
    view.resize(1100, 800)
    view.show()
    empty, *others = (title.id for title in session.registers())
    workbench.open_register(empty)
    bare = min(cpu(view.grab) for _ in range(ROUNDS))
    print(f"matrix without risks, a picture: {1000 * bare:.1f} ms")
    for size, identity in zip(SIZES, others, strict=True):
        opened = cpu(lambda identity=identity: (workbench.open_register(identity), view.grab()))
        picture = min(cpu(view.grab) for _ in range(ROUNDS))
        print(
            f"{size:,} risks: open {1000 * opened:.0f} ms; a picture {1000 * picture:.1f} ms,"
            f" ratio {picture / bare:.1f};"
            f" {_moves(workbench, view, bare)}"
        )


def _moves(workbench: Workbench, view: Matrix, bare: float) -> str:
    """What it costs to move one chip, some and all, each as one step that is seen."""
    ids = [risk.id for risk in workbench.tree().risks]
    counts = sorted({1, *(size for size in (HUNDREDS, THOUSAND) if size < len(ids)), len(ids)})
    parts = []
    for count in counts:
        seconds = min(cpu(step) for step in _steps(workbench, view, ids[:count]))
        parts.append(f"move {count:,} {1000 * seconds:.0f} ms, ratio {seconds / bare:.1f}")
    return "; ".join(parts)


def _steps(workbench: Workbench, view: Matrix, ids: list[str]) -> Iterator[Callable[[], object]]:
    for level in (1, 2, 1):
        action = risks.assess_each(dict.fromkeys(ids, Assessment(level, level)))
        yield lambda action=action: (workbench.run(action), view.grab())


if __name__ == "__main__":
    main()
