"""What may have changed on the disk when a command is over: what it was to write, and nothing else."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tests.faults.fuzz.commands import Command, Ending
from tests.faults.fuzz.scene import Picture, Scene, name_of

# What a visitor of the window may have made; a private folder, with a table that was pasted, is cleared away by the
# next program where one is broken off.
_MADE = re.compile(r"^folder/.*\.(pdf|json|riskdesk)$|^tmp/riskdesk-[\w-]+(/[^/]+\.(tsv|html))?$")
# In its own folders the program may do with what is its own as it likes; this it never leaves there, and this is not.
_UNFINISHED, _NOT_OURS = re.compile(r"^home/.*\.part$"), re.compile(r"^home/.*letter")


def is_written(command: Command, scene: Scene, before: Picture, after: Picture) -> bool:
    """Whether a command has written the file that it may write, and not only played back what a crash has left."""
    if command.writes is None:
        return False
    name = _real_name(scene, command.writes)
    played_back = command.words[0] == "window" and f"{name}-journal" in before.keys() - after.keys()
    return before.get(name) != after.get(name) and not played_back


def unexpected(command: Command, ending: Ending, scene: Scene, before: Picture, after: Picture) -> Iterator[str]:
    """What changed and ought not to have: what happened to a file, and its name."""
    may = _written(command, ending, scene) | _mended(command, scene, before) | _set_aside(ending, before, after)
    files = {before[name][0] for name in may if name in before}
    for name in sorted(before.keys() | after.keys()):
        # A file may have several names.
        if before.get(name) == after.get(name) or name in may or (name in before and before[name][0] in files):
            continue
        if name.startswith("home/") and not _is_wrong_at_home(name, before, after):
            continue
        if command.words[0] == "window" and name not in before and _MADE.search(name):
            continue
        change = "appeared" if name not in before else "is gone" if name not in after else "changed"
        yield f"{_known(name, scene)} {change}"


def _written(command: Command, ending: Ending, scene: Scene) -> set[str]:
    """What a command was to write, where it says that it did."""
    if command.writes is None or ending.status:
        return set()
    names = {name_of(scene, command.writes), _real_name(scene, command.writes)}
    # The visitor opens the copy, too.
    return names | ({name_of(scene, scene.copy)} if command.words[0] == "window" else set())


def _mended(command: Command, scene: Scene, before: Picture) -> set[str]:
    """A store whose journal may be played back, and that journal; the locks that a visitor may take over."""
    names = {name for name in before if name.endswith(".lock")} if command.words[0] == "window" else set()
    if command.mends is not None:
        store = _real_name(scene, command.mends)
        _, sort, *_ = before.get(f"{store}-journal", ("", ""))
        # A journal is a file, and no folder or link.
        names |= {store, f"{store}-journal"} if str(sort).startswith("-") else set()
    return names


def _set_aside(ending: Ending, before: Picture, after: Picture) -> set[str]:
    """The old and the new names of what was given another one, and of what lies in it, where the new one was said."""
    output = (ending.out + ending.err).decode("utf-8", "replace")
    now = {file: name for name, (file, *_) in after.items() if name not in before}
    moved = [(name, now[file]) for name, (file, *_) in before.items() if name not in after and file in now]
    prefixes = tuple(f"{name}/" for pair in moved if Path(pair[1]).name in output for name in pair)
    return {name for name in before.keys() | after.keys() if f"{name}/".startswith(prefixes)}


def _is_wrong_at_home(name: str, before: Picture, after: Picture) -> bool:
    files = {file for file, *_ in after.values()}
    gone = name in before and before[name][0] not in files
    return bool((name not in before and _UNFINISHED.search(name)) or (gone and _NOT_OURS.search(name)))


def _real_name(scene: Scene, path: Path) -> str:
    return name_of(scene, Path(os.path.realpath(path)))


def _known(name: str, scene: Scene) -> str:
    """A name without what chance put into it, so that one cause is known again."""
    return re.sub(r"[0-9a-f-]{8,}(?=\.part)|\d{8}T\d{6}Z.*(?=\.)", "*", name.replace(scene.store.name, "STORE"))
