"""Try cases of the fuzzer, each command in a process of its own, and say what came of them.

    python -m tests.faults.fuzz FOLDER KIND SEED

tries one case again, tells each command, and leaves the case in FOLDER. Without a kind, each line of standard input
names a kind, the first seed, how many cases, and how many courses of each are tried, and is answered with JSON.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.fuzz import disk, kinds, oracle, reading
from tests.faults.fuzz.child import ended
from tests.faults.fuzz.commands import Command, Course, Ending
from tests.faults.fuzz.oracle import Fault
from tests.faults.fuzz.scene import Picture, Scene
from tests.faults.kills import say

_XDG = ("CONFIG", "DATA", "STATE", "CACHE")
Found = tuple[Command, Ending, list[Fault]]


class Trials:
    """Tries cases in a folder."""

    def __init__(self, folder: Path) -> None:
        self._root, self._words = folder / "case", folder / "words"
        self._words.mkdir(parents=True, exist_ok=True)
        self._costs: dict[str, Ending] = {}
        home = self._root / "home"
        os.environ |= {"HOME": str(home), "TMPDIR": str(self._root / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
        os.environ |= {f"XDG_{name}_HOME": str(home / name.lower()) for name in _XDG}
        os.environ["XDG_RUNTIME_DIR"] = str(home)
        reading.load_everything()

    def case(self, kind: str, seed: int, most: int = 0) -> Iterator[Found]:
        """Each command of a case, how it ended and what was wrong; `most` courses, all where that is 0."""
        usual = self._usual(kind)
        scene = kinds.scene(kind, seed, self._root)
        courses = kinds.courses(kind, seed, scene)
        chosen = Random(seed).sample(courses, most) if 0 < most < len(courses) else courses
        left = fresh = scene.picture()
        for course in chosen:
            if left != fresh:
                scene = kinds.scene(kind, seed, self._root)
                fresh = scene.picture()
            left = yield from self._course(course, scene, fresh, usual)

    def _usual(self, kind: str) -> Ending:
        """How the first command of a kind ends where nothing is wrong: what it costs."""
        scene = Scene.laid(self._root, Random(0))
        command = kinds.courses(kind, 0, scene)[0][0]
        if command.words[0] not in self._costs:
            self._costs[command.words[0]] = self._ended(command, scene)
        return self._costs[command.words[0]]

    def _course(self, course: Course, scene: Scene, after: Picture, usual: Ending) -> Generator[Found, None, Picture]:
        """Try commands one after the other; returns what lies there then."""
        ending = None
        for command in course:
            rehearsal, before = ending, after
            # A window shows a large store before it is looked through, and lets it be written to until then.
            sound = command.words[0] != "window" or ended(partial(reading.look, command), self._words).status == 0
            ending = self._ended(command, scene)
            after = scene.picture()
            faults = [
                *oracle.faults(command, ending, usual),
                *oracle.disagreement(command, ending, rehearsal),
                *oracle.changes(command, ending, scene, before, after),
            ]
            if sound and ending.status == 0 and disk.is_written(command, scene, before, after):
                again = ended(partial(reading.again, command, scene.copy), self._words)
                faults += oracle.unreadable(command, again)
            yield command, ending, faults
            if command.writes is not None and ending.status:
                break
        return after

    def _ended(self, command: Command, scene: Scene) -> Ending:
        return ended(partial(reading.run, command, scene), self._words)


def answer(trials: Trials, kind: str, first: int, count: int, most: int) -> dict[str, object]:
    """What was counted in some cases, and each sort of fault with the case that showed it first."""
    counts, faults = Counter[str](), dict[Fault, dict[str, object]]()
    for seed in range(first, first + count):
        counts["cases"] += 1
        for command, ending, wrong in trials.case(kind, seed, most):
            counts.update(["commands", {0: "done", 1: "refused"}.get(ending.status, "otherwise")])
            for fault in wrong:
                known = faults.setdefault(fault, {**asdict(fault), "times": 0, "case": f"{kind} {seed}"})
                known["times"] += 1
                known.setdefault("command", " ".join(command.words))
    return {"counts": counts, "faults": list(faults.values())}


def tell(trials: Trials, kind: str, seed: int) -> None:
    """Try a case again, and tell what was said and what is wrong."""
    for command, ending, wrong in trials.case(kind, seed):
        say(f"{' '.join(map(ascii, command.words))} → {ending.status} ({ending.seconds:.2f} s)")
        for fault in wrong:
            say(f"  ! {fault.what} {fault.where}")
        if wrong:
            say(ending.err.decode("utf-8", "backslashreplace"))


def main(folder: Path, arguments: list[str]) -> None:
    trials = Trials(folder.absolute())
    if arguments:
        tell(trials, " ".join(arguments[:-1]), int(arguments[-1]))
        return
    for line in sys.stdin:
        kind, *numbers = json.loads(line)
        say(json.dumps(answer(trials, kind, *numbers)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
