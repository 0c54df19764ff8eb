"""A Qt model of the differences between a file and a register: a line for each field and each item of one side."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from riskdesk.domain.comparing.comparison import CATEGORY, Choice, Comparison, DifferenceLine, State
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.scale import Scale
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.text import short
from riskdesk.domain.values import Category, Mitigation, Register, Risk
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import Index
from riskdesk.kit.spoken_row import spoken_row
from riskdesk.kit.ticked_table import TickedTable
from riskdesk.ui.bench.language import ui_language, ui_words
from riskdesk.ui.bench.values import telling

ITEM, FIELD, HERE, FILE = range(4)
_Role = Qt.ItemDataRole
# So many characters fit into a column of any width.
_SEEN = 24


class DifferencesModel(TickedTable):
    """A Qt model of the differences between file and register, each with a tick that takes the file's side.

    Choices are kept when a new comparison is shown, as the keys of differences stay the same.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, box=FIELD)
        heads = self.tr("Item"), self.tr("Take from the file"), self.tr("In the register"), self.tr("In the file")
        self.setHorizontalHeaderLabels(heads)
        self.choices: dict[str, Choice] = {}
        self.lines: Sequence[DifferenceLine] = []
        self._scale: Scale | None = None

    def show_comparison(self, comparison: Comparison | None) -> None:
        """List the differences of a comparison."""
        self.setRowCount(0)
        self.lines = [] if comparison is None else comparison.lines
        self._scale = None if comparison is None else comparison.here.register.scale
        self.setRowCount(len(self.lines))

    def is_ticked(self, row: int) -> bool:
        line = self.lines[row]
        return self.choices.get(line.key, line.usual) is Choice.TAKE

    def remember(self, rows: range, *, ticked: bool) -> None:
        self.choices.update((self.lines[row].key, _choice(ticked)) for row in rows)

    def tick_all(self, *, ticked: bool) -> None:
        """Take all of the file but for losses, or keep all of the register."""
        self.choices.update((line.key, _choice(ticked and not line.is_loss)) for line in self.lines)
        self.tell(range(len(self.lines)))

    def sides(self, line: DifferenceLine) -> tuple[str, str]:
        """The full texts of the register and of the file for a line."""
        if line.difference is None:
            return _text(line.row.here), _text(line.row.incoming)
        return self.value(line, line.difference.here), self.value(line, line.difference.incoming)

    def value(self, line: DifferenceLine, value: Any) -> str:
        """A value of the field of a line in words."""
        difference = line.difference
        if difference is None or difference.field == CATEGORY:
            return "" if value is None else str(value)
        field = FIELDS[line.row.kind][difference.field]
        if field.type is FieldType.LEVEL and self._scale is not None and value is not None:
            return self._scale.level_text(field.name, value, ui_language())
        return ui_words().value(field, value)

    def named(self, line: DifferenceLine) -> str:
        """The item that a line is about."""
        value = line.row.here or line.row.incoming
        if isinstance(value, Register):
            return self.tr("Register")
        text = (
            " ".join(filter(None, (value.reference, value.title or value.description)))
            if isinstance(value, Risk)
            else _text(value)
        )
        return short(text) or "–"

    def what(self, line: DifferenceLine) -> str:
        """The field of a line, or which side has its item."""
        if line.difference is not None:
            name = telling().field(line.row.kind, line.difference.field)
            return name[:1].upper() + name[1:]
        return self.tr("New") if line.row.state is State.NEW else self.tr("Delete: not in the file")

    def cell(self, index: Index, role: int) -> Any:
        line, column = self.lines[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._cell_text(index.row(), column)
        if role == _Role.ToolTipRole:
            return as_tip(self._whole(line, column))
        if role == _Role.AccessibleTextRole and column in (ITEM, FIELD):
            # The list shows an item once, above all its lines.
            unseen = "" if self._cell_text(index.row(), ITEM) else f"{self.named(line)}, "
            return f"{unseen}{spoken_row(index, with_heads=(HERE, FILE))}"
        return None

    def _cell_text(self, at: int, column: int) -> str:
        line = self.lines[at]
        if column == ITEM:
            again = at > 0 and self.lines[at - 1].row is line.row
            return "" if again else self.named(line)
        if column == FIELD:
            return self.what(line)
        return side_by_side(*self.sides(line), room=_SEEN)[column - HERE] or "–"

    def _whole(self, line: DifferenceLine, column: int) -> str:
        if column in (HERE, FILE):
            return self.sides(line)[column - HERE]
        return self.named(line) if column == ITEM else self.what(line)


def _choice(taken: bool) -> Choice:  # noqa: FBT001 - it says all
    return Choice.TAKE if taken else Choice.KEEP


def _text(value: object) -> str:
    if isinstance(value, Risk | Mitigation):
        return value.description
    return value.title if isinstance(value, Category | Register) else ""
