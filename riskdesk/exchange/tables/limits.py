"""Limits for reading files, so that no file takes all time or memory of the computer."""

from collections.abc import Iterable, Iterator

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.sheets import Block, Source, Table

# A register of ten thousand risks has 200,000 cells.
MOST_CELLS = 400_000
MOST_SIGNS = 20_000_000
LARGEST_FILE = 64_000_000
MOST_COLUMNS = 16_384
# Of columns with content: a register has a few dozen, a day-by-day plan for three years has a thousand.
WIDEST_TABLE = 1_200
MOST_ROWS = 1_048_576
# Characters of one text: a book of a hundred pages; Excel allows 32,767 in a cell.
LONGEST_TEXT = 200_000

_BEGINNING = 60


class Count:
    """A counter of the cells and characters of a file during reading; InputProblem if there are too many."""

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


def bounded(source: Source) -> Source:
    """A source whose tables are no wider, and texts no longer, than a register allows; InputProblem for larger ones."""
    long = next((text for text in _texts(source.blocks) if len(text) > LONGEST_TEXT), None)
    if long is not None:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The file has a text of more than {signs} characters that begins with “{beginning}”; shorten it in a"
                " copy of the file and import that.",
            ),
            signs=LONGEST_TEXT,
            beginning=" ".join(long[:_BEGINNING].split()),
        )
    if any(len({cell.column for cell in table.cells}) > WIDEST_TABLE for table in source.tables):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The file has a table of more than {columns} columns; keep the register alone in a copy of it and"
                " import that.",
            ),
            columns=WIDEST_TABLE,
        )
    return source


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """All texts, including those of tables inside cells."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield cell.text
                yield from _texts(cell.tables)
        else:
            yield block.text
