"""The check that an export replaces only a file of its own format.

A store may have any name, such as “register.json”, and a link may lead to the lock or the journal beside one.
"""

from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, unreadable
from riskdesk.files import is_same, is_there, require_file
from riskdesk.system import real_path

# The first bytes of each format, after a byte order mark and blanks.
_STARTS = {
    ".pdf": b"%PDF-",
    ".json": b"{",
    ".svg": b"<",
    ".png": b"\x89PNG",
    ".html": b"<",
    # ZIP archives.
    ".docx": b"PK",
    ".xlsx": b"PK",
    # Any text, which has no NUL bytes.
    ".csv": b"",
    ".md": b"",
}
_BEFORE = b"\xef\xbb\xbf \t\r\n"
_LOOKED_AT = 1024


def require_replaceable(out: Path, ending: str, open_store: Path | None = None) -> None:
    """FileProblem if the file to be written, with that ending (such as “.pdf”), exists and is of another kind.

    `open_store` is the store that this program has open. It is not read, as closing it would drop SQLite's locks
    (POSIX).
    """
    require_file(out)
    target = real_path(out)
    if target.suffix.lower() != out.suffix.lower():
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} leads to {other}, which has another ending; choose another name."),
            file=out,
            other=target,
        )
    if not _is_file(target):
        return
    if (open_store is not None and is_same(target, open_store)) or not _begins_as(target, _STARTS[ending]):
        raise FileProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "{file} is there already and is no {format} file; choose another name. It was left as it is."
            ),
            file=out,
            format=ending.removeprefix(".").upper(),
        )


def is_replacing(out: Path, ending: str, open_store: Path) -> bool:
    """Whether a file to be written takes the place of another one; FileProblem as in `require_replaceable`."""
    require_replaceable(out, ending, open_store)
    return is_there(out)


def _is_file(path: Path) -> bool:
    """Whether it is a plain file; for anything else, writing reports the error."""
    try:
        return path.is_file()
    except OSError:
        return False


def _begins_as(path: Path, start: bytes) -> bool:
    """Whether a file is empty or begins like one of its format."""
    try:
        with path.open("rb") as file:
            first_bytes = file.read(_LOOKED_AT)
    except OSError as error:
        raise unreadable(path, error) from None
    return not first_bytes or (
        first_bytes.lstrip(_BEFORE).startswith(start) and (bool(start) or b"\0" not in first_bytes)
    )
