"""Workbooks that are sent to owners, and their answers."""

import datetime
import re
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from riskdesk.desk import courier

SENT = datetime.datetime(2026, 11, 28, 9, 30, tzinfo=datetime.UTC)
SAVED = datetime.datetime(2026, 12, 3, 14, 3)
FIRST = 6
CORE = "docProps/core.xml"
DUPONT = "A. Dupont"


def sent(tree, folder: Path, owner: str = DUPONT) -> Path:
    """The workbook for an owner."""
    parcel = next(parcel for parcel in courier.parcels(tree) if parcel.owner == owner)
    path = folder / f"{owner}.xlsx"
    (written_path,) = courier.send(tree, [(parcel, path)], SENT)
    return written_path


def answered(path: Path, cells: dict[tuple[str, int, str], object], who: str = "Anna Dupont", when=SAVED) -> Path:
    """A workbook once its owner filled in cells, by sheet, row and head."""
    book = load_workbook(path)
    for (name, row, head), value in cells.items():
        sheet = book[name]
        place = next(cell.column for cell in sheet[5] if cell.value == head)
        assert not sheet.cell(row, place).protection.locked
        sheet.cell(row, place).value = value
    book.properties.lastModifiedBy = who
    book.save(path)
    return stamped(path, when)


def stamped(path: Path, when: datetime.datetime | str) -> Path:
    """The workbook as if it had been saved then: openpyxl writes the time that it is."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    written = when if isinstance(when, str) else f"{when.isoformat()}Z"
    modified_tag = f'W3CDTF">{written}</dcterms:modified>'.encode()
    parts[CORE] = re.sub(rb"W3CDTF\">[^<]*</dcterms:modified>", modified_tag, parts[CORE])
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
