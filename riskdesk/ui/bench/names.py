"""Names that tell registers and files with the same name apart."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.telling import short
from riskdesk.domain.values import RegisterTitle

T = TypeVar("T")
_LONGEST = 20


def register_names(registers: Sequence[RegisterTitle]) -> dict[str, str]:
    """The title of each register by its id, with its reference or a number if several have the same title."""
    untitled = QCoreApplication.translate("Names", "Untitled register")
    titles = {register.id: register.title or untitled for register in registers}
    return {
        identity: f"{titles[identity]} · {mark}" if mark else titles[identity]
        for identity, mark in register_marks(registers).items()
    }


def register_marks(registers: Sequence[RegisterTitle]) -> dict[str, str]:
    """By its id, what tells each register from others of the same title: reference or number; empty without others."""
    marks = {register.id: "" for register in registers}
    for alike in _groups((register.title.casefold(), register) for register in registers):
        references = [_cut(register.reference) for register in alike]
        differ = len(set(references)) == len(references) and all(references)
        marks |= {it.id: references[at] if differ else str(at + 1) for at, it in enumerate(alike)}
    return marks


def file_marks(paths: Iterable[Path]) -> dict[Path, str]:
    """The nearest folder name that tells a file from others of the same name; empty without others."""
    marks = dict.fromkeys(paths, "")
    for alike in _groups((path.name.casefold(), path) for path in marks):
        for path in alike:
            others = [other for other in alike if other != path]
            depths = range(1, len(path.parts) - 1)
            folders = [path.parents[depth - 1].name for depth in depths]
            other_folders = [{_folder(other, depth) for other in others} for depth in depths]
            differing = (folder for folder, taken in zip(folders, other_folders, strict=True) if folder not in taken)
            marks[path] = next(differing, str(path.parent))
    return marks


def file_name_among(path: Path, others: Iterable[Path]) -> str:
    """The name of a file, with the folder that tells it from those of the same name."""
    mark = file_marks([path, *others])[path]
    return f"{path.name} ({mark})" if mark else path.name


def _cut(reference: str) -> str:
    """A reference as far as it has room beside a title."""
    text = short(reference)
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"


def _folder(path: Path, depth: int) -> str:
    """The name of the folder so far above a file."""
    return path.parents[depth - 1].name if depth <= len(path.parents) else ""


def _groups(named: Iterable[tuple[Hashable, T]]) -> list[list[T]]:
    """Those that share a name with others."""
    groups = defaultdict[Hashable, list[T]](list)
    for name, item in named:
        groups[name].append(item)
    return [items for items in groups.values() if len(items) > 1]
