"""How much of a file becomes a register: more than any register has is refused at once, and not worked at."""

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

# Rows of heads in a file: a register of ten thousand risks that repeats them on each page has a thousand.
MOST_HEADS = 3_000
# Cells that are looked at as heads that may be misspelt, which takes time.
MOST_MISSPELT = 10_000
# Known heads of one table: a register has a few dozen.
MOST_KNOWN = 200
# Rows below heads, times these: a plan by days for three years beside fifteen hundred risks.
LARGEST_AREA = 2_000_000
# Risks, measures and remarks: half of the cells that a file may have.
MOST_ITEMS = 200_000


class HeadCount:
    """A counter of the heads in a file, and of the cells that are looked at as heads, up to a limit."""

    def __init__(self) -> None:
        self._heads = self._looked_at = 0

    def may_be_misspelt(self, cells: int) -> bool:
        """Whether so many more cells may be looked at as heads that are misspelt."""
        self._looked_at += cells
        return self._looked_at <= MOST_MISSPELT

    def add(self) -> None:
        """Count a row of heads; InputProblem if there are more than in any register."""
        self._heads += 1
        if self._heads > MOST_HEADS:
            raise InputProblem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "The file has more than {most} rows with heads of columns; keep the register alone in a copy of it"
                    " and import that.",
                ),
                most=MOST_HEADS,
            )


def require_columns(known: int, columns: int, rows: int) -> None:
    """InputProblem if a table has more known heads, or more rows below all of its heads, than a register."""
    if known > MOST_KNOWN or columns * rows > LARGEST_AREA:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The file has a table of {columns} columns and {rows} rows; keep what is of the register in a copy of"
                " it and import that.",
            ),
            columns=columns,
            rows=rows,
        )


def require_items(count: int) -> None:
    """InputProblem if cells are parted into more risks and measures than any register has, or warned of."""
    if count > MOST_ITEMS:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The file has more than {most} risks, mitigations or remarks on them; divide it and import each part.",
            ),
            most=MOST_ITEMS,
        )
