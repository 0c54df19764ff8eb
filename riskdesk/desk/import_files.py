"""Files that are opened to be imported, and imported again with the answers of the user."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from riskdesk.desk import importing, transfer
from riskdesk.domain.comparing.comparison import Comparison
from riskdesk.domain.growing import grow
from riskdesk.domain.importing.result import Import
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.remap import Remap
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Source
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Risk

# The endings of all files that a register can be read from.
ENDINGS = (*importing.ENDINGS, *transfer.ENDINGS)


@dataclass(frozen=True)
class UserAnswers:
    """The answers of a user for a file: a mapping of its columns, and answers to questions by their ids."""

    mapping: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenedFile:
    """A file that was read: its tables (None for a file of Riskdesk's own), and the import made of them.

    `renumbered` maps each reference that occurred twice in the file to the new one, `user_answers` are the answers
    used. If the file is compared with a register, `comparison` is the result; levels for which the file names no scale
    are then on the scale of the register, `known_scale`.
    """

    path: Path
    source: Source | None
    file_import: Import
    renumbered: tuple[tuple[str, str], ...]
    user_answers: UserAnswers = field(default_factory=UserAnswers)
    comparison: Comparison | None = None
    known_scale: Scale | None = None

    @property
    def is_known(self) -> bool:
        """Whether most risks of the file are in the register that it is compared with."""
        rows = [] if self.comparison is None else [row for row in self.comparison.rows if row.kind == "risk"]
        both = sum(row.here is not None and row.incoming is not None for row in rows)
        return both > 0 and 2 * both > sum(row.incoming is not None for row in rows)


@dataclass(frozen=True)
class Against:
    """A register to compare a file with; `remap` maps levels of the file's `scale` (None: as proposed)."""

    register: RegisterTree
    scale: Scale | None = None
    remap: Remap | None = None


def read(
    path: Path,
    language: Language,
    user_answers: UserAnswers,
    against: Against | None,
    checkpoint: Checkpoint = never_cancelled,
) -> OpenedFile:
    """Read a file, and compare it with the register if it may be a version of that.

    `checkpoint` may cancel it. FileProblem or InputProblem if it cannot be read.
    """
    opened = _open(path, language, user_answers, None, checkpoint)
    if against is None or not _may_be_known(opened.file_import, against.register):
        return opened
    beside = anew(opened, language, user_answers, against, checkpoint)
    return beside if beside.is_known else opened


def anew(
    before: OpenedFile,
    language: Language,
    user_answers: UserAnswers,
    against: Against | None,
    checkpoint: Checkpoint = never_cancelled,
) -> OpenedFile:
    """Make the import again from the tables that were read, or from the file itself if the encoding was changed."""
    return _compared(_anew(before, language, user_answers, against, checkpoint), against)


def rescaled(tree: RegisterTree, scale: Scale, remap: Remap) -> RegisterTree:
    """A register converted to another scale, with each level mapped by `remap`."""
    moved = grow(remap.risk(value) if isinstance(value, Risk) else value for value in tree.values)
    return replace(moved, register=replace(moved.register, scale=scale))


def _may_be_known(imported: Import, register: RegisterTree) -> bool:
    """Whether a register has more than half as many risks as the file, so that it can have most of its risks."""
    risks = 0 if imported.tree is None else sum(1 for _ in imported.tree.risks)
    return 2 * sum(1 for _ in register.risks) > risks


def _compared(opened: OpenedFile, against: Against | None) -> OpenedFile:
    if against is None or opened.file_import.tree is None:
        return replace(opened, comparison=None)
    # Answers may have changed the scale of the file, and `remap` was made for the former one.
    remap = against.remap if opened.file_import.tree.register.scale == against.scale else None
    return replace(opened, comparison=importing.compare(opened.file_import, against.register, remap=remap))


def _anew(
    before: OpenedFile, language: Language, user_answers: UserAnswers, against: Against | None, checkpoint: Checkpoint
) -> OpenedFile:
    """The import with the present answers; the same object if nothing that it depends on has changed."""
    known_scale = None if against is None else against.register.register.scale
    if before.source is None or (user_answers == before.user_answers and known_scale == before.known_scale):
        return before
    if user_answers.answers.get("encoding") != before.user_answers.answers.get("encoding"):
        return _open(before.path, language, user_answers, known_scale, checkpoint)
    return _import_of(before.path, before.source, language, user_answers, known_scale, checkpoint)


def _open(
    path: Path, language: Language, user_answers: UserAnswers, known_scale: Scale | None, checkpoint: Checkpoint
) -> OpenedFile:
    if path.suffix.lower() in transfer.ENDINGS:
        imported, renumbered = importing.read_own(path, language, checkpoint)
        return _shown(OpenedFile(path, None, imported, tuple(renumbered)))
    return _import_of(
        path, importing.source(path, user_answers.answers, checkpoint), language, user_answers, known_scale, checkpoint
    )


def _import_of(
    path: Path,
    source: Source,
    language: Language,
    user_answers: UserAnswers,
    known_scale: Scale | None,
    checkpoint: Checkpoint,
) -> OpenedFile:
    imported, renumbered = importing.made_of(
        source, path.stem, language, user_answers.mapping, user_answers.answers, checkpoint, known_scale
    )
    return _shown(OpenedFile(path, source, imported, tuple(renumbered), user_answers, known_scale=known_scale))


def _shown(opened: OpenedFile) -> OpenedFile:
    """The same, of which what the preview needs is worked out by now."""
    if opened.file_import.tree is not None:
        opened.file_import.tree.work_out()
    return opened
