"""How long the list of a large register takes: a key in the filter, sorting, a step, scrolling; against a small one.

CPU time of what the user waits for, each until the rows are seen.
"""

import gc
import os
import tempfile
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _timing import cpu
from generate import register
from PySide6.QtWidgets import QApplication

from riskdesk.desk import registers, risks, together
from riskdesk.desk.action import in_turn
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list import RegisterList

RISKS, SEED, FRAMES, ROUNDS = 10_000, 1, 200, 3
# What is typed, a sign at a time: the first ones leave nearly every row.
TYPED = "lack of political will"
KEYS = ("reference", "description", "owner", "band", "next_review")


def main() -> None:
    """Measure one after the other and print."""
    gc.disable()  # as the window does, which collects in quiet moments
    application = QApplication([])
    Theme(application)
    with tempfile.TemporaryDirectory() as folder, closing(Session.create(Path(folder) / "s.riskdesk", "me")) as session:
        session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
        session.run(registers.add(register(RISKS, SEED)))
        path = session.path
        session.close()
        with closing(Session.open(path, "me")) as opened:
            _measure(opened, Path(folder))


def _measure(session: Session, folder: Path) -> None:
    workbench = Workbench(session)
    view = RegisterList(workbench, Settings(folder / "settings.json"))
    view.resize(1100, 800)
    view.show()
    small, large = (title.id for title in session.registers())
    times = {}
    for name, identity in (("few", small), ("many", large)):
        opened = cpu(lambda identity=identity: (workbench.open_register(identity), view.grab()))
        _prepare(view)
        times[name] = (opened, *_filtered(view), _sorted(view), _stepped(workbench, view))
    _print("open", *(figures[0] for figures in times.values()))
    _print("a key in the filter", *(figures[1] for figures in times.values()))
    _print("the slowest key", *(figures[2] for figures in times.values()))
    _print("sort", *(figures[3] for figures in times.values()))
    _print("show a step", *(figures[4] for figures in times.values()))
    _scroll(view)
    _together(workbench)


def _print(label: str, few: float, many: float) -> None:
    print(f"{label}: {1000 * many:.1f} ms for {RISKS:,} risks, {1000 * few:.1f} ms for 31; ratio {many / few:.1f}")


def _prepare(view: RegisterList) -> None:
    """What the list does between two keys."""
    while view.listed.fold_texts(200):
        pass


def _filtered(view: RegisterList) -> tuple[float, float]:
    """A key, in the middle and at worst."""
    times = []
    for _ in range(ROUNDS):
        times += [
            cpu(lambda end=end: (view.bar.field.setText(TYPED[:end]), view.table.viewport().grab()))
            for end in range(1, len(TYPED) + 1)
        ]
        view.bar.field.clear()
    return sum(times) / len(times), max(times)


def _sorted(view: RegisterList) -> float:
    ask = view.listed.ask
    return min(
        sum(
            cpu(lambda key=key: (ask(view.listed.listing.sorted_by(key)), view.table.viewport().grab())) for key in KEYS
        )
        for _ in range(ROUNDS)
    ) / len(KEYS)


def _stepped(workbench: Workbench, view: RegisterList) -> float:
    """Show what a step changed, without the step itself."""
    step = workbench.run(risks.edit(next(workbench.tree().risks).id, owner="Somebody")).step
    return min(cpu(lambda: (view._on_stepped(step), view.table.viewport().grab())) for _ in range(ROUNDS))


def _scroll(view: RegisterList) -> None:
    bar = view.table.verticalScrollBar()
    frame = cpu(lambda: [(bar.setValue(bar.value() + 300), view.grab()) for _ in range(FRAMES)]) / FRAMES
    still = cpu(lambda: [view.grab() for _ in range(FRAMES)]) / FRAMES
    print(f"scroll {RISKS:,} risks: {1000 * frame:.1f} ms a picture; standing still {1000 * still:.1f} ms")


def _together(workbench: Workbench) -> None:
    chosen = [*workbench.tree().risks]
    plan = cpu(lambda: together.planned(workbench.tree(), chosen, {"owner": "Anna"}))
    bulk = cpu(lambda: workbench.run(together.change(chosen[:1000], {"owner": "Anna"})))
    each = cpu(lambda: workbench.run(in_turn([risks.edit(risk.id, owner="Zoe") for risk in chosen[:1000]])))
    print(
        f"plan a change of {RISKS:,} risks: {1000 * plan:.0f} ms; change 1,000: {bulk:.2f} s, one by one {each:.2f} s"
    )


if __name__ == "__main__":
    main()
