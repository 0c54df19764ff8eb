"""Files that are made to do harm, or that are broken."""

import io
import zipfile
from pathlib import Path

from openpyxl import Workbook

_LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'


def workbook(path: Path, *rows: list[object]) -> Path:
    """A sound workbook."""
    book = Workbook()
    for row in rows or (["Risk", "Likelihood", "Mitigation"], ["Floods", "High", "Boats"]):
        book.active.append(row)
    book.save(path)
    return path


def changed(path: Path, part: str, change, *, more: dict[str, bytes] | None = None) -> Path:
    """An archive with one part changed, and others added."""
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return path


def document(path: Path, body: str, before: str = "") -> Path:
    """A Word document with that in its body."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>",
        )
    return path
