"""What a child does: carry a command out, or read what one has written."""

import os
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random

import riskdesk
from riskdesk.app.main import main
from riskdesk.desk import health, scales
from riskdesk.desk.session import Session
from riskdesk.domain.document import from_document, to_document
from riskdesk.domain.printing import DocumentKind
from riskdesk.domain.problems import Problem
from tests.faults.fuzz import pdfs
from tests.faults.fuzz.commands import Command
from tests.faults.fuzz.scene import Scene
from tests.faults.fuzz.visitor import visit


def load_everything() -> None:
    """Load what the program loads at first use, such as the fonts of each kind of document, once for all children."""
    for module in walk_packages(riskdesk.__path__, "riskdesk."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for kind in DocumentKind:
        pdfs.good(kind)


def run(command: Command, scene: Scene) -> int:
    """Carry a command out, now and then in French."""
    os.environ["LC_ALL"] = Random(str(command.words[:3])).choice(["C.UTF-8"] * 4 + ["fr_FR.UTF-8"])
    if command.words[0] == "window":
        _, store, seed, pastes = command.words
        return visit(Path(store), seed, int(pastes), (scene.source, scene.copy, scene.store), scene.made)
    return main(command.words)


def look(command: Command) -> int:
    """Look the store through that a command may write, before it does."""
    assert command.writes is not None, "it may write something"
    return 1 if health.check(command.writes) else 0


def again(command: Command, store: Path) -> int:
    """Read what a command has written: a store as whoever writes to it, a register as what comes into another store."""
    assert command.writes is not None, "it has written something"
    if command.words[0] == "export":
        return main(["import", str(command.writes), str(store), "--dry-run"])
    try:
        problems = health.check(command.writes)
        with closing(Session.open(command.writes, "A. Reader")) as session:
            for register in session.registers():
                came = _came_in(to_document(session.tree(register.id)))
                assert _came_in(came) == came, "what came in once comes in as it is"
    except Problem as problem:
        problems = [problem]
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


def _came_in(document: str) -> str:
    """A register document as it is once it came in, where texts are tidied."""
    return to_document(from_document(document, scales.profile(scales.DEFAULT)))
