"""Files that are opened to be imported, and read anew as the user answers."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from riskdesk.desk import importing, transfer
from riskdesk.desk.unwanted import until_unwanted
from riskdesk.domain.comparing.comparison import Comparison
from riskdesk.domain.growing import grow
from riskdesk.domain.importing.result import Import
from riskdesk.domain.progress import Look
from riskdesk.domain.remap import Remap
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Source
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Risk

Steps = Generator[tuple[int, int], None, "Opened"]
# Of all files that a register is read from.
ENDINGS = (*importing.ENDINGS, *transfer.ENDINGS)


@dataclass(frozen=True)
class Told:
    """What a user says of a file: a mapping, and answers to questions by their ids."""

    mapping: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Opened:
    """A file that was read: its tables, None if it is Riskdesk's own, and the import that was made of them.

    `renumbered` is what each reference that was given twice is now, `told` what a user had said by then. With a
    register to compare it with, `comparison` has both beside each other, and on the scale of that, which is `known`,
    stand the levels of which the file does not say more.
    """

    path: Path
    source: Source | None
    found: Import
    renumbered: tuple[tuple[str, str], ...] = ()
    told: Told = field(default_factory=Told)
    comparison: Comparison | None = None
    known: Scale | None = None

    @property
    def is_known(self) -> bool:
        """Whether most risks of the file are in the register that it is compared with."""
        rows = [] if self.comparison is None else [row for row in self.comparison.rows if row.kind == "risk"]
        both = sum(row.here is not None and row.found is not None for row in rows)
        return both > 0 and 2 * both > sum(row.found is not None for row in rows)


@dataclass(frozen=True)
class Against:
    """A register that a file is compared with, and what becomes there of levels of a scale; None by their places."""

    register: RegisterTree
    scale: Scale | None = None
    remap: Remap | None = None


def opening(path: Path, language: Language, told: Told, against: Against | None, unwanted: Callable[[], bool]) -> Steps:
    """Read a file step by step, and compare it where it may be known; once it is `unwanted`, yield without end.

    FileProblem or InputProblem if it cannot be read.
    """

    def work(look: Look) -> Opened:
        opened = _open(path, language, told, None, look)
        if against is None or not _may_be_known(opened.found, against.register):
            return opened
        beside = _compared(_anew(opened, language, told, against, look), against)
        return beside if beside.is_known else opened

    return until_unwanted(work, unwanted)


def anew(
    before: Opened, language: Language, told: Told, against: Against | None, unwanted: Callable[[], bool]
) -> Steps:
    """Make the import anew of the tables of a file that was read, or of the file where its encoding is another one."""

    return until_unwanted(lambda look: _compared(_anew(before, language, told, against, look), against), unwanted)


def rescaled(tree: RegisterTree, scale: Scale, remap: Remap) -> RegisterTree:
    """A register on another scale, each level as the table says."""
    moved = grow(remap.risk(it) if isinstance(it, Risk) else it for it in tree.values)
    return replace(moved, register=replace(moved.register, scale=scale))


def _may_be_known(found: Import, register: RegisterTree) -> bool:
    """Whether a register has as many risks as could be most of those in a file."""
    risks = 0 if found.tree is None else sum(1 for _ in found.tree.risks)
    return 2 * sum(1 for _ in register.risks) > risks


def _compared(opened: Opened, against: Against | None) -> Opened:
    if against is None or opened.found.tree is None:
        return replace(opened, comparison=None)
    # The levels may be those of another scale by now, of which nothing was said.
    remap = against.remap if opened.found.tree.register.scale == against.scale else None
    return replace(opened, comparison=importing.compare(opened.found, against.register, remap=remap))


def _anew(before: Opened, language: Language, told: Told, against: Against | None, look: Look) -> Opened:
    """The import as a user wants it by now, and where it is to go; the same one where that is as before."""
    known = None if against is None else against.register.register.scale
    if before.source is None or (told == before.told and known == before.known):
        return before
    if told.answers.get("encoding") != before.told.answers.get("encoding"):
        return _open(before.path, language, told, known, look)
    return _made(before.path, before.source, language, told, known, look)


def _open(path: Path, language: Language, told: Told, known: Scale | None, look: Look) -> Opened:
    if path.suffix.lower() in transfer.ENDINGS:
        found, renumbered = importing.read_own(path, language, look)
        return Opened(path, None, found, tuple(renumbered))
    return _made(path, importing.source(path, told.answers, look), language, told, known, look)


def _made(path: Path, source: Source, language: Language, told: Told, known: Scale | None, look: Look) -> Opened:
    found, renumbered = importing.made_of(source, path.stem, language, told.mapping, told.answers, look, known)
    return Opened(path, source, found, tuple(renumbered), told, known=known)
