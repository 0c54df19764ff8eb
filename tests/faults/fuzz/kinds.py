"""The kinds of case: for each, what is put into a scene and which commands are tried on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.fuzz import beside, documents, home, pdfs, stores
from tests.faults.fuzz.commands import Course, on_beside, on_clipboard, on_source, on_store, on_window
from tests.faults.fuzz.ledger import Ledger
from tests.faults.fuzz.scene import Scene
from tests.faults.hostile import HOSTILE


@dataclass(frozen=True)
class Kind:
    """How a good scene is made a case, and what is tried on it."""

    make: Callable[[Scene, Random], Scene]
    courses: Callable[[Scene, Random], list[Course]]


def scene(kind: str, seed: int, root: Path) -> Scene:
    """The scene of a case, made anew."""
    chance = Random(f"{kind} {seed}")
    return KINDS[kind].make(Scene.laid(root, chance), chance)


def courses(kind: str, seed: int, case_scene: Scene) -> list[Course]:
    """What is tried on the scene of a case."""
    return KINDS[kind].courses(case_scene, Random(f"{seed} {kind}"))


def _store_of_bytes(scene: Scene, chance: Random) -> Scene:
    home.put_backup(scene.store)
    scene.store.write_bytes(stores.of_bytes(chance))
    return scene


def _crafted_store(scene: Scene, chance: Random, *, large: bool = False) -> Scene:
    scene.store.unlink()
    return replace(scene, register=stores.crafted(scene.store, chance, large=large))


def _hostile_store(scene: Scene, chance: Random) -> Scene:
    _rewrite(scene.store, steps=1)
    chance.choice(list(HOSTILE.values()))(scene.store)
    return scene


def _something_beside(scene: Scene, chance: Random) -> Scene:
    home.put_backup(scene.store)
    for path in (scene.store, scene.new, scene.out):
        if chance.random() < 0.7:
            beside.put_beside(path, chance)
    if chance.random() < 0.2:
        beside.put_thing(chance.choice([scene.new, scene.out]), chance)
    return scene


def _backups(scene: Scene, chance: Random) -> Scene:
    home.put_backups(scene.store, chance)
    return scene


def _locked_store(scene: Scene, chance: Random) -> Scene:
    beside.put_lock(scene.store, chance)
    return scene


def _document(scene: Scene, chance: Random) -> Scene:
    scene.source.write_bytes(chance.choice([documents.of_structure] * 3 + [documents.of_bytes])(chance))
    return _received(scene, chance)


def _pdf(scene: Scene, chance: Random) -> Scene:
    scene.source.unlink()
    source = scene.source.with_suffix(".pdf")
    source.write_bytes(chance.choice([pdfs.of_attachments, pdfs.of_bytes])(chance))
    return _received(replace(scene, source=source), chance)


def _received(scene: Scene, chance: Random) -> Scene:
    """Let a store be empty, so that what comes in is the register that is worked with, or leave it as it is."""
    if chance.random() < 0.7:
        _rewrite(scene.store, steps=0)
        scene = replace(scene, register="")
    return scene


def _rewrite(store: Path, steps: int) -> None:
    """Make a store that of its first steps."""
    ledger = Ledger.read(store)
    store.unlink()
    del ledger.steps[steps:]
    ledger.follow_the_journal()
    ledger.index()
    ledger.write(store)


def _good(scene: Scene, _chance: Random) -> Scene:
    return scene


def _drafts(scene: Scene, chance: Random) -> Scene:
    home.put_drafts(scene.store, chance)
    return scene


def _settings(scene: Scene, chance: Random) -> Scene:
    home.put_settings(chance)
    return scene


KINDS = {
    "store of bytes": Kind(_store_of_bytes, on_store),
    "crafted store": Kind(_crafted_store, on_store),
    "large crafted store": Kind(partial(_crafted_store, large=True), on_store),
    "hostile store": Kind(_hostile_store, on_store),
    "something beside": Kind(_something_beside, on_beside),
    "locked store": Kind(_locked_store, on_store),
    "backups": Kind(_backups, on_store),
    "document": Kind(_document, on_source),
    "pdf": Kind(_pdf, on_source),
    "window on a store of bytes": Kind(_store_of_bytes, on_window),
    "window on a crafted store": Kind(_crafted_store, on_window),
    "window on a large crafted store": Kind(partial(_crafted_store, large=True), on_window),
    "window on a hostile store": Kind(_hostile_store, on_window),
    "window with something beside": Kind(_something_beside, on_window),
    "window on a locked store": Kind(_locked_store, on_window),
    "window with backups": Kind(_backups, on_window),
    "window with a document": Kind(_document, on_window),
    "window with a pdf": Kind(_pdf, on_window),
    "window with drafts": Kind(_drafts, on_window),
    "window with settings": Kind(_settings, on_window),
    "window with a clipboard": Kind(_good, on_clipboard),
}
