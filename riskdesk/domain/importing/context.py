"""What every stage of an import gets: the wishes of the user, and where it records what it read, asked and left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from riskdesk.domain.importing.messages import Question, Report
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.sheets import Cell


class Ledger:
    """The cells of the tables that came in or were reported as left out; all others are reported at the end.

    `checkpoint` may cancel the import.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        self._done: set[tuple[int, int, int]] = set()
        self._checkpoint = checkpoint

    def use(self, table: int, cells: Iterable[Cell]) -> None:
        self._checkpoint()
        self._done |= {(table, cell.row, cell.column) for cell in cells}

    def keep_only(self, left_out: Iterable[tuple[int, int, int]]) -> None:
        """Forget all cells but those reported as left out, as nothing comes in after all."""
        self._done = set(left_out)

    def is_done(self, table: int, cell: Cell) -> bool:
        return (table, cell.row, cell.column) in self._done


@dataclass(frozen=True, slots=True)
class ImportContext:
    """The wishes of the user (`mapping` and `answers`), and what the stages of the import record (the others)."""

    mapping: Mapping[str, Any]
    answers: Mapping[str, str]
    report: Report
    ledger: Ledger

    def ask(self, question: Question) -> str:
        """Ask the user, and return the answer that was given already, else the default."""
        self.report.ask(question)
        return self.answers.get(question.id, question.default)
