"""For how long steps of a whole register hold the window, in each view: CPU time of its thread between two heart beats.

What another thread does meanwhile is not counted; the least of several rounds.
"""

import gc
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from generate import register
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from riskdesk.desk import find_and_replace, items, registers, risks, together
from riskdesk.desk.action import Action
from riskdesk.desk.clip import copy
from riskdesk.desk.session import Session
from riskdesk.domain.folding import Query
from riskdesk.domain.scale import Assessment
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import Theme
from riskdesk.ui.bench.home import Home
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.window import MainWindow

RISKS, SEED, ROUNDS, VIEWS = 10_000, 1, 2, ("sheet", "list", "matrix")
# Between two beats, in milliseconds; and after what time without anything to do all is over, in seconds.
BEAT, QUIET = 2, 0.3


def main(size: int) -> None:
    """Take each step in each view, take it back, make it again, and print."""
    gc.disable()  # as the window does, which collects in quiet moments
    application = QApplication([])
    Theme(application)
    with tempfile.TemporaryDirectory() as folder, closing(Session.create(Path(folder) / "s.riskdesk", "me")) as session:
        session.run(registers.add(register(size, SEED)))
        workbench = Workbench(session)
        workbench.open_register(session.registers()[0].id)
        window = MainWindow(
            workbench, Settings(Path(folder) / "settings.json"), Home.inside(Path(folder), "me", session.path)
        )
        window.resize(1280, 800)
        window.show()
        session.prepare()
        heart = Heart(application, window)
        heart.longest_hold(lambda: None)
        for view in VIEWS:
            window._commands.run(f"view_{view}")
            times = defaultdict(list)
            for number in range(ROUNDS):
                for name, seconds in _steps(workbench, heart, number):
                    times[name].append(seconds)
            print(f"{view}:", "; ".join(f"{name} {1000 * min(seconds):.0f} ms" for name, seconds in times.items()))
        window.close()


class Heart:
    """Beats whenever the window answers."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self._application, self._window = application, window
        self._last, self._longest = time.thread_time(), 0.0
        self._timer = QTimer(interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def longest_hold(self, work: Callable[[], object]) -> float:
        """For how long work, and all that comes of it, holds the window at a time, in seconds."""
        self._settle()
        self._last, self._longest = time.thread_time(), 0.0
        work()
        self._settle()
        return self._longest

    def _beat(self) -> None:
        now = time.thread_time()
        self._longest, self._last = max(self._longest, now - self._last), now

    def _has_settled(self) -> bool:
        return "_gaps_display" in vars(self._window) and self._window._gaps_display.watch.is_done

    def _settle(self) -> None:
        end = time.monotonic() + QUIET
        while time.monotonic() < end or not self._has_settled():
            self._application.processEvents()


def _steps(workbench: Workbench, heart: Heart, number: int) -> Iterator[tuple[str, float]]:
    """What is done with all risks, each time something else, with its name and how long it holds the window."""
    for name, action in _actions(workbench, number):
        yield name, heart.longest_hold(lambda action=action: workbench.run(action))
        yield f"undo {name}", heart.longest_hold(workbench.undo)
        yield f"redo {name}", heart.longest_hold(workbench.redo)
        heart.longest_hold(workbench.undo)


def _actions(workbench: Workbench, number: int) -> Iterator[tuple[str, Action]]:
    tree = workbench.tree()
    assert tree is not None, "a register is open"
    ids = [risk.id for risk in tree.risks]
    yield "change", together.change([*tree.risks], {"owner": f"Anna {number}"})
    yield "move", risks.assess_each(dict.fromkeys(ids, Assessment(1 + number, 2)))
    places = find_and_replace.places(tree, Query(" "), "  ", ("risk", "description"))
    yield "replace", find_and_replace.replace_in([place for place in places if place.problem is None])
    yield "delete", items.delete(ids)
    yield "paste", items.paste(copy(tree, ids), tree.categories[0].category.id)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else RISKS)
