"""The ZIP archive of an office document, which is checked before anything in it is decompressed."""

import posixpath
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.exchange.tables import xml_tree

_MOST_PARTS = 2_000
# In bytes, the size of all decompressed parts and of one; XML is rarely compressed to less than a fiftieth.
_LARGEST, _LARGEST_PART, _RATIO, _SMALL = 100_000_000, 60_000_000, 100, 1_000_000


# What the standard library raises for a broken archive.
_UNREADABLE = (zipfile.BadZipFile, NotImplementedError, OSError, ValueError)


def sizes(path: Path, needed: str) -> dict[str, int]:
    """The decompressed sizes of the parts of an archive; InputProblem if it is none, or if they are too large.

    `needed` is the part that every document of its kind has.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except _UNREADABLE as error:
        raise _damaged(path) from error
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST or any(map(_is_bomb, parts)):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} would unpack to more than any register needs; keep the register alone in a copy of it and"
                " import that.",
            ),
            file=path,
        )
    if any(part.flag_bits & 1 for part in parts):
        raise locked(path)
    unpacked_sizes = {part.filename: part.file_size for part in parts}
    if needed not in unpacked_sizes:
        raise _damaged(path)
    return unpacked_sizes


def names(path: Path) -> list[str]:
    """The names of the parts of an archive, including duplicates; FileProblem if it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except _UNREADABLE as error:
        raise _damaged(path) from error


def part(path: Path, name: str) -> bytes:
    """The bytes of a part; empty if there is none. The content may not be longer than the archive says."""
    (data,) = each(path, [name])
    return data


def each(path: Path, names: Iterable[str]) -> Iterator[bytes]:
    """The bytes of several parts, as from `part`; the directory of the archive, which may be long, is read once."""
    try:
        with zipfile.ZipFile(path) as archive:
            archive_names = set(archive.namelist())
            for name in names:
                yield _unpacked(path, archive, name) if name in archive_names else b""
    except _UNREADABLE as error:
        raise _damaged(path) from error


def _unpacked(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            data = file.read(_LARGEST_PART + 1)
    except (*_UNREADABLE, zlib.error, EOFError) as error:
        raise _damaged(path) from error
    if len(data) > _LARGEST_PART:
        raise _damaged(path)
    return data


def related(path: Path, source: str = "") -> dict[str, str]:
    """The names of the parts to which a part refers, by their kinds, such as styles; without `source`, of the document.

    The main part of a document is of the kind officeDocument.
    """
    folder, name = posixpath.split(source)
    data = part(path, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        relation.get("Type").rpartition("/")[2]: posixpath.normpath(
            posixpath.join("/", folder, relation.get("Target"))
        ).lstrip("/")
        for relation in (xml_tree.read(data).all("Relationship") if data else ())
        if relation.get("TargetMode") != "External"
    }


def holds_macros(parts: Collection[str]) -> bool:
    """Whether a document contains macros."""
    return any(name.lower().endswith("vbaproject.bin") for name in parts)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    packed = max(1, part.compress_size)
    return part.file_size > _LARGEST_PART or (part.file_size > _SMALL and part.file_size / packed > _RATIO)


def locked(path: Path) -> FileProblem:
    """The problem that a document has a password."""
    return FileProblem(
        QT_TRANSLATE_NOOP("Problem", "{file} is protected by a password; save it without one and try again."),
        file=path,
    )


def unsuitable(path: Path) -> InputProblem:
    """The problem that a document has no tables that can be read, or none without a password."""
    return InputProblem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "{file} is a kind of document that cannot be imported; save it as .docx or .xlsx without a password and"
            " import that.",
        ),
        file=path,
    )


def _damaged(path: Path) -> FileProblem:
    return FileProblem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "{file} is damaged, or not the kind of file that its ending says; open it in the program that made it, save"
            " it again and try again.",
        ),
        file=path,
    )
