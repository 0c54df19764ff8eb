"""How well registers of other programs come in, file by file, and how long ten thousand rows take."""

import csv
import gc
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench._timing import cpu
from riskdesk.desk.importing import scale
from riskdesk.domain import flat
from riskdesk.domain.document import to_document
from riskdesk.domain.importing.own import own as own_table
from riskdesk.domain.importing.reading import read
from riskdesk.domain.json_text import loads
from riskdesk.domain.values import Language, Register
from riskdesk.exchange import csv_file
from riskdesk.exchange.tables import reading
from tests.domain.importing.scoring import Score, score, sources

ROWS = 10_000


def main() -> None:
    """Print a line a file and the totals, then how long ten thousand rows take in each format, in and out."""
    total = Score()
    for path, expected in sources().items():
        imported = read(reading.read(path), scale, Language.ENGLISH)
        file_score = score(expected, loads(to_document(imported.tree)) if imported.tree else None)
        total += file_score
        print(f"{path.name:42} {file_score}")
    print(f"{'all':42} {total}")
    # What is there by now is no part of it, as it is none in the window.
    gc.collect()
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        long = _long(Path(folder) / "long.xlsx")
        _measure(long, {"openpyxl": _by_openpyxl, "calamine": _by_calamine})
        tree = read(reading.read(long), scale, Language.ENGLISH).tree
        assert tree is not None, "it holds a register"
        own = Path(folder) / "own.csv"
        start = time.perf_counter()
        own.write_bytes(csv_file.written(flat.heads(Language.ENGLISH), flat.lines(tree, Language.ENGLISH), ","))
        print(f"own.csv: {ROWS / (time.perf_counter() - start):.0f} rows a second out")
        _measure(own, {"the csv module": _by_csv})


def _measure(path: Path, others: dict[str, Callable[[Path], object]]) -> None:
    """Print how fast a file comes in, as a multiple of what libraries take to read its cells alone."""
    named = Register(scale=scale((), ()), title=path.stem)
    start = time.perf_counter()

    def come_in() -> None:
        source = reading.read(path)
        assert own_table.read(source, named) or read(source, scale, Language.ENGLISH), "it holds a register"

    spent = cpu(come_in)
    speed = ROWS / (time.perf_counter() - start)
    times = ", ".join(f"{spent / cpu(partial(other, path)):.1f} times {name}" for name, other in others.items())
    print(f"{path.name}: {speed:.0f} rows a second in, {times} alone")


def _by_openpyxl(path: Path) -> None:
    import openpyxl

    openpyxl.load_workbook(path, data_only=True)


def _by_calamine(path: Path) -> None:
    import python_calamine

    python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def _by_csv(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for _ in csv.reader(file):
            pass


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
