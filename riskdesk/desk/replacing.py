"""What an export may replace: a file of its own format, and nothing else.

A store may be called anything, such as “register.json”, and a link may lead to the lock or the journal beside one.
"""

from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, unreadable
from riskdesk.files import is_same, require_file
from riskdesk.system import real_path

# How a file of each format begins, after a mark of its encoding and blanks.
_STARTS = {
    ".pdf": b"%PDF-",
    ".json": b"{",
    ".svg": b"<",
    ".png": b"\x89PNG",
    ".html": b"<",
    # Packages of parts, as ZIP has them.
    ".docx": b"PK",
    ".xlsx": b"PK",
    # No more is known of these than that they are text.
    ".csv": b"",
    ".md": b"",
}
_BEFORE = b"\xef\xbb\xbf \t\r\n"
_LOOKED_AT = 1024


def require_replaceable(out: Path, ending: str, open_store: Path | None = None) -> None:
    """FileProblem if a file of another kind lies where one of that ending (such as “.pdf”) is to be written.

    `open_store` is the store that this program has open. It is not looked into, as that would drop SQLite's locks
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


def _is_file(path: Path) -> bool:
    """Whether there is a plain file; for anything else, the write that follows says what is wrong."""
    try:
        return path.is_file()
    except OSError:
        return False


def _begins_as(path: Path, start: bytes) -> bool:
    """Whether a file is empty or begins as one of its format does."""
    try:
        with path.open("rb") as file:
            first_bytes = file.read(_LOOKED_AT)
    except OSError as error:
        raise unreadable(path, error) from None
    return not first_bytes or (
        first_bytes.lstrip(_BEFORE).startswith(start) and (bool(start) or b"\0" not in first_bytes)
    )
