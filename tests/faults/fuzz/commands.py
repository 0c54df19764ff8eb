"""The commands of the command line that are tried on a scene, with what each may write."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from riskdesk.domain.fields import COLUMNS
from riskdesk.domain.printing import DocumentKind, Orientation, Paper
from tests.faults.fuzz import nonsense
from tests.faults.fuzz.scene import Scene


@dataclass(frozen=True)
class Command:
    """Words of the command line, and the file that it may write or make, which has to be readable then.

    One that `mends` may play back the journal that a crash has left beside that store. One that `agrees` ends as the
    one before it did and says the same.
    """

    words: tuple[str, ...]
    writes: Path | None = None
    mends: Path | None = None
    agrees: bool = False

    @classmethod
    def of(
        cls, *words: object, writes: Path | None = None, mends: Path | None = None, agrees: bool = False
    ) -> "Command":
        return cls(tuple(map(str, words)), writes, mends, agrees)


@dataclass(frozen=True)
class Ending:
    """How a process ended: its status, negative for a signal, its words, and the seconds and megabytes it took."""

    status: int
    out: bytes
    err: bytes
    seconds: float
    megabytes: float


# What is tried one after the other in one folder, until something is not written.
Course = tuple[Command, ...]


def on_store(scene: Scene, chance: Random) -> list[Course]:
    """Every command, on a store that is anything but good."""
    store, copy, new = scene.store, scene.copy, scene.new
    alone = [
        *_looks(scene, chance),
        *_exports(scene, chance),
        Command.of("check", store, "--repair", writes=store, mends=store),
        Command.of("backup", store, mends=store),
        Command.of("restore", store),
        Command.of("restore", store, 1, new, writes=new),
        Command.of("salvage", store, new, writes=new),
        Command.of("new", store, writes=store),
    ]
    return [
        *((command,) for command in alone),
        _import(scene),
        _merge(store, copy, chance),
        _merge(copy, store, chance),
    ]


def on_source(scene: Scene, chance: Random) -> list[Course]:
    """A register document or a PDF comes in, and what came in is worked with."""
    return [(*_import(scene), *_looks(scene, chance), *_exports(scene, chance))]


def on_beside(scene: Scene, chance: Random) -> list[Course]:
    """The commands that write, where something lies beside what they write."""
    new = scene.new
    commands = [
        Command.of("new", new, "--template", chance.choice(["blank", "coe", "kazakhstan-2024-2027"]), writes=new),
        Command.of("salvage", scene.copy, new, writes=new),
        Command.of("restore", scene.store, 1, new, writes=new),
        Command.of("export", scene.copy, new, "--register", scene.register, writes=new),
    ]
    return [*((command,) for command in commands), *on_store(scene, chance)]


def on_window(scene: Scene, chance: Random) -> list[Course]:
    """The whole program with a window on the store, in which the other files are opened, too."""
    return [(_visit(scene, chance, pastes=1),)]


def on_clipboard(scene: Scene, chance: Random) -> list[Course]:
    """A window in which little else is done but to paste."""
    return [(_visit(scene, chance, pastes=8),)]


def _visit(scene: Scene, chance: Random, pastes: int) -> Command:
    store = scene.store
    return Command.of("window", store, chance.random(), pastes, writes=store, mends=store)


def _looks(scene: Scene, chance: Random) -> Iterable[Command]:
    yield Command.of("show", scene.store, *_register(scene, chance))
    yield Command.of("show", scene.store, "--json", *_register(scene, chance))
    yield Command.of("check", scene.store, *_perhaps(chance, "--strict"), *_as_of(chance))


def _exports(scene: Scene, chance: Random) -> Iterable[Command]:
    for ending in (".json", *[".pdf"] * len(DocumentKind)):
        out = scene.out.with_suffix(ending)
        yield Command.of("export", scene.store, out, *_how(chance), *_register(scene, chance), writes=out)


def _import(scene: Scene) -> Course:
    words = ("import", scene.source, scene.store)
    return Command.of(*words, "--dry-run"), Command.of(*words, writes=scene.store, mends=scene.store, agrees=True)


def _merge(store: Path, copy: Path, chance: Random) -> Course:
    words = ("merge", store, copy, "--prefer", chance.choice(["mine", "theirs"]))
    return Command.of(*words, "--dry-run"), Command.of(*words, writes=store, mends=store, agrees=True)


def _how(chance: Random) -> Iterable[str]:
    """How to print."""
    choices = {
        "--kind": list(DocumentKind),
        "--paper": list(Paper),
        "--orientation": list(Orientation),
        "--language": ["en", "fr"],
        "--columns": [",".join(chance.sample(list(COLUMNS), chance.randint(1, 6))), ",", "evil\x1b[31m", ""],
        "--print-set": ["Committee", nonsense.text(chance)],
    }
    for option, values in choices.items():
        if chance.random() < 0.25:
            yield from (option, chance.choice(values))
    yield from (*_perhaps(chance, "--ended"), *_as_of(chance))


def _register(scene: Scene, chance: Random) -> Iterable[str]:
    if chance.random() < 0.05:
        return ("--register", nonsense.text(chance))
    return ("--register", scene.register) if scene.register else ()


def _as_of(chance: Random) -> Iterable[str]:
    days = ("2026-11-28", "9999-12-31", nonsense.day(chance))
    return ("--as-of", chance.choice(days)) if chance.random() < 0.2 else ()


def _perhaps(chance: Random, option: str) -> Iterable[str]:
    return (option,) if chance.random() < 0.2 else ()
