"""Files that arrive in the window, pasted or dropped anywhere in it, or as the program starts."""

from collections.abc import Callable, Sequence
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.ui.bench.names import is_named_as_store

_MOST_NAMED = 3


def is_known(path: Path) -> bool:
    """Whether a file can be opened or imported."""
    return is_named_as_store(path) or is_document(path)


def is_document(path: Path) -> bool:
    """Whether a file is imported rather than opened, which its name says."""
    # The readers are imported only when a file comes in.
    from riskdesk.desk.import_files import ENDINGS

    return path.suffix.lower() in ENDINGS


def take(paths: Sequence[Path], open_path: Callable[[Path], object], fail: Callable[[Problem], object]) -> None:
    """Open or import files; one message names those that cannot be, however many they are."""
    known_paths = [path for path in paths if is_known(path)]
    others = [path.name for path in paths if not is_known(path)]
    if len(known_paths) > 1 and any(map(is_named_as_store, known_paths)):
        # It is not known into which of them the registers of the others should go.
        fail(InputProblem(_ALONE))
        return
    for path in known_paths:
        open_path(path)
    if others:
        names = ", ".join(others[:_MOST_NAMED]) + (" …" if len(others) > _MOST_NAMED else "")
        fail(InputProblem(_UNKNOWN, files=names))


_ALONE = QT_TRANSLATE_NOOP(
    "Problem", "A register file is opened by itself; paste or drop it without other files, and those afterwards."
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Problem",
    "Riskdesk takes in register files, documents of Word, workbooks, text, web pages, and registers as JSON or PDF of"
    " its own; left out: {files}.",
)
