"""How well registers of other programs come in, file by file, and how long ten thousand rows take."""

import tempfile
import time
from pathlib import Path

from bench._timing import cpu
from riskdesk.desk.importing import scale
from riskdesk.domain.document import to_document
from riskdesk.domain.importing.reading import read
from riskdesk.domain.json_text import loads
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import reading
from tests.domain.importing.scoring import Score, score, sources

ROWS = 10_000


def main() -> None:
    """Print a line a file, the totals, and the time for a long workbook as a multiple of calamine's."""
    total = Score()
    for path, expected in sources().items():
        found = read(reading.read(path), scale, Language.ENGLISH)
        one = score(expected, loads(to_document(found.tree)) if found.tree else None)
        total += one
        print(f"{path.name:42} {one}")
    print(f"{'all':42} {total}")
    with tempfile.TemporaryDirectory() as folder:
        _measure(_long(Path(folder) / "long.xlsx"))


def _measure(path: Path) -> None:
    import openpyxl
    import python_calamine

    def by_calamine() -> None:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        book.get_sheet_by_index(0).to_python()

    start = time.perf_counter()
    spent = cpu(lambda: read(reading.read(path), scale, Language.ENGLISH))
    speed = ROWS / (time.perf_counter() - start)
    print(f"{ROWS} rows of 12 cells: {speed:.0f} rows a second,", end=" ")
    print(f"{spent / cpu(lambda: openpyxl.load_workbook(path, data_only=True)):.2f} times openpyxl alone", end=", ")
    print(f"{spent / cpu(by_calamine):.0f} times calamine alone")


def _long(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Risks")
    sheet.append(["No.", "Category", "Risk", "Likelihood (1-5)", "Impact (1-5)", "Mitigation measures", "Risk owner",
                  "Status", "Date raised", "Next review", "Response", "Comments"])  # fmt: skip
    for number in range(ROWS):
        sheet.append([f"R-{number}", f"Category {number // 500}", f"Risk number {number} may happen", number % 5 + 1,
                      number % 4 + 1, f"- Measure {number}\n- Another one", f"Owner {number % 40}", "Approved",
                      "2026-01-31", "2026-06-30", "Reduce", "No comment"])  # fmt: skip
    book.save(path)
    return path


if __name__ == "__main__":
    main()
