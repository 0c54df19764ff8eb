"""How much of a file is read, so that no file takes the time or the memory of the computer."""

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

# A register of ten thousand risks has 200,000 cells.
MOST_CELLS = 400_000
MOST_SIGNS = 20_000_000
# Excel holds no more in a cell.
LONGEST_CELL = 32_767
LARGEST_FILE = 64_000_000
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576


class Count:
    """Counts the cells and signs of a file while it is read; InputProblem if there are too many."""

    def __init__(self) -> None:
        self._cells = self._signs = 0

    def add(self, text: str) -> None:
        self._cells += 1
        self._signs += len(text)
        if self._cells > MOST_CELLS or self._signs > MOST_SIGNS:
            raise InputProblem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "The file has more than {cells} cells or {signs} characters; keep the register alone in a copy of"
                    " it and import that.",
                ),
                cells=MOST_CELLS,
                signs=MOST_SIGNS,
            )
