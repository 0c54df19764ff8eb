"""Upper limits for an import: a file with more than any register has is refused at once, as reading it takes long."""

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

# The most rows of heads in a file: a register of ten thousand risks with heads on each page has a thousand.
MOST_HEADS = 3_000
# Cells that are compared with misspelt heads, which takes time.
MOST_MISSPELT = 10_000
# The most known heads of one table: a register has a few dozen.
MOST_KNOWN = 200
# Rows times columns: a plan by days for three years beside fifteen hundred risks.
LARGEST_AREA = 2_000_000
# The most risks, measures and remarks: half of the most cells of a file.
MOST_ITEMS = 200_000


class HeadCount:
    """Counts the rows of heads in a file, and the cells compared with misspelt heads, up to a limit."""

    def __init__(self) -> None:
        self._heads = self._looked_at = 0

    def may_be_misspelt(self, cells: int) -> bool:
        """Whether so many more cells may be compared with misspelt heads."""
        self._looked_at += cells
        return self._looked_at <= MOST_MISSPELT

    def add(self) -> None:
        """Count a row of heads; raise InputProblem if there are more than in any register."""
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
    """Raise InputProblem if a table has more known heads, or more rows times columns, than any register."""
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
    """Raise InputProblem if there are more risks, measures or remarks than any register has."""
    if count > MOST_ITEMS:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The file has more than {most} risks, mitigations or remarks on them; divide it and import each part.",
            ),
            most=MOST_ITEMS,
        )
