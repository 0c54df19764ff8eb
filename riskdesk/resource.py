"""Finds the files that are shipped with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSIDE = _PACKAGE / "resources"
_FOLDER = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """The path of a shipped file or folder, such as ``fonts/NotoSans-Regular.ttf``.

    An installed wheel and a frozen bundle carry the folder inside the package, a checkout beside it.
    """
    return _FOLDER / name
