"""Reads levels of risks: a word or number in a cell, two of them in one cell, or the column with an X."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.draft import DraftRisk
from riskdesk.domain.importing.messages import Question
from riskdesk.domain.importing.tables import level_pairs
from riskdesk.domain.importing.tables.regions import HeadedColumn
from riskdesk.domain.importing.values.ladder import Ladder
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.sheets import Cell, FilePlace


@dataclass(frozen=True)
class LevelReader:
    """Reads levels of risks; `ladders` are those of the four levels, by field."""

    ladders: Mapping[Field, Ladder | None]
    context: ImportContext

    def read(self, column: HeadedColumn, cell: Cell, place: FilePlace, risk: DraftRisk) -> None:
        """Read the level in a cell; what is none goes to the note, with a warning."""
        assert column.field is not None, "it is a level"
        text = cell.text.strip()
        ladder = self.ladders.get(column.field)
        position, rest = ladder.position(text) if ladder else (None, "")
        share = "%" in text or (isinstance(cell.value, float) and 0 < cell.value < 1)
        shown_text = (
            f"{round(cell.value * 100, 4):g}%" if share and "%" not in text and isinstance(cell.value, float) else text
        )
        if position is None:
            self.context.report.warn("unknown_level", place, shown_text)
            risk.remark(column.name, shown_text)
            if share:
                self.context.ask(Question(f"bands:{column.field.value}", "bands", place, shown_text))
            return
        risk.fields[column.field.value] = position
        if share:
            risk.remark(column.name, shown_text)
        if rest:
            before = risk.fields.get("reason", "")
            risk.fields["reason"] = f"{before}\n{rest}" if before else rest

    def read_pair(self, column: HeadedColumn, cell: Cell, place: FilePlace, risk: DraftRisk) -> None:
        """Read both levels in a cell, such as 3 x 4; if one is missing, the cell goes to the note, with a warning."""
        texts = level_pairs.level_texts(column, cell.text)
        positions = {
            field: ladder.position(text)[0] for field, text in texts.items() if (ladder := self.ladders[field])
        }
        risk.fields |= {field.value: position for field, position in positions.items() if position is not None}
        if len(texts) != sum(position is not None for position in positions.values()) or not texts:
            self.context.report.warn("unknown_level", place, cell.text)
            risk.remark_cell(column.name, cell)
        else:
            risk.remark(column.name, level_pairs.text_before(cell.text))

    def read_marks(
        self,
        marks: Mapping[str, Sequence[HeadedColumn]],
        cells: Mapping[int, Cell],
        where: Callable[[Cell], FilePlace],
        risk: DraftRisk,
    ) -> None:
        """Read the level of each side that is marked by an X, if only one is; `marks` are the columns with an X."""
        for side, columns in marks.items():
            ladder = self.ladders.get(Field(side))
            position = ladder.position(columns[0].name)[0] if ladder and len(columns) == 1 else None
            if position is not None:
                risk.fields[side] = position
            else:
                cell = cells[columns[0].column]
                self.context.report.warn("unknown_level", where(cell), cell.text, sentence="several_marks")
                risk.remark(columns[0].groups[-1], ", ".join(column.name for column in columns))
