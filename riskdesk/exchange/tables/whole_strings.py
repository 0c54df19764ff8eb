"""Opening workbooks with openpyxl, but with strings exactly as they are in the file."""

from io import BytesIO
from typing import Any

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse


def opened(data: bytes, *, formulas: bool = False) -> Any:
    """The workbook in these bytes, with the values of its cells or with their formulas."""
    # Given a path, openpyxl would refuse a workbook with another ending.
    reader = _Reader(BytesIO(data), data_only=not formulas, keep_links=False)
    reader.read()
    return reader.wb


class _Reader(ExcelReader):  # type: ignore[misc]
    """A reader of workbooks that leaves strings unchanged.

    WORKAROUND: https://foss.heptapod.net/openpyxl/openpyxl - its own reader removes each “x005F_”, typed or not.
    """

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == f"{{{SHEET_MAIN_NS}}}si":
                    self.shared_strings.append(Text.from_tree(node).content)
                    node.clear()
