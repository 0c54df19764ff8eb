"""Where the files that travel with the program lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of a shipped file or folder, such as ``fonts/NotoSans-Regular.ttf``.

    An installed wheel and a frozen bundle carry the folder inside the package, a checkout beside it.
    """
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name
