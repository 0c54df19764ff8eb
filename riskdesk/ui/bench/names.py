"""Names that tell registers and files with the same name apart, and the ending of register files."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from riskdesk.domain import telling
from riskdesk.domain.telling import alike
from riskdesk.domain.values import RegisterTitle
from riskdesk.ui.bench.language import ui_language

STORE = ".riskdesk"


def is_named_as_store(path: Path) -> bool:
    """Whether a file has the ending of a store."""
    return path.suffix.lower() == STORE


def register_names(registers: Sequence[RegisterTitle]) -> dict[str, str]:
    """The name of each register by its id, in the language of the window."""
    return telling.register_names(registers, ui_language())


def file_marks(paths: Iterable[Path]) -> dict[Path, str]:
    """A mark for each file that tells it from others of the same name: the nearest folder that differs, or nothing."""
    marks = dict.fromkeys(paths, "")
    for namesakes in alike((path.name.casefold(), path) for path in marks):
        for path in namesakes:
            others = [other for other in namesakes if other != path]
            depths = range(1, len(path.parts) - 1)
            folders = [path.parents[depth - 1].name for depth in depths]
            other_folders = [{_folder(other, depth) for other in others} for depth in depths]
            differing = (
                folder for folder, other_names in zip(folders, other_folders, strict=True) if folder not in other_names
            )
            marks[path] = next(differing, str(path.parent))
    return marks


def file_name_among(path: Path, others: Iterable[Path]) -> str:
    """The name of a file, with a folder if others have the same name."""
    mark = file_marks([path, *others])[path]
    return f"{path.name} ({mark})" if mark else path.name


def _folder(path: Path, depth: int) -> str:
    """The name of the folder that is `depth` levels above a file."""
    return path.parents[depth - 1].name if depth <= len(path.parents) else ""
