"""The lines of the list as a Qt table model: a Python list, and a function for each column."""

from functools import cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from riskdesk.desk.listing import Group, ListRow
from riskdesk.desk.listing.values import Tell, teller
from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.listing import LISTED
from riskdesk.domain.telling import name_of
from riskdesk.kit.announce import fold_word
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.ui.bench.counts import items_text
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.views.list.listed import Listed, ListLine
from riskdesk.ui.views.runs import runs

_Role = Qt.ItemDataRole
_OF_ROWS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@cache
def alignment(field: Field) -> Qt.AlignmentFlag:
    """Where the texts of a column and its title stand: levels and scores in the middle."""
    is_number = field.type in (FieldType.LEVEL, FieldType.NUMBER)
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignHCenter if is_number else Qt.AlignmentFlag.AlignLeft)


class ListModel(QAbstractTableModel):
    """A Qt model of the lines of the list.

    `lines` and `fields` are those that the view knows of; `reset` and `follow` update them.
    """

    def __init__(self, listed: Listed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = listed
        self.lines: list[ListLine] = []
        self.fields: list[Field] = []
        self._tellers: list[Tell] = []

    def reset(self) -> None:
        """Take over all lines and columns."""
        self.beginResetModel()
        self._take()
        self.endResetModel()

    def follow(self) -> bool:
        """Take over the lines if none has moved; return False if one has, or the columns are others."""
        listed = self._listed
        same = len(self.lines) == len(listed.lines) and self._fields_now() == self.fields
        if not same:
            return False
        pairs = zip(self.lines, listed.lines, strict=True)
        changed_places = [place for place, (old, new) in enumerate(pairs) if old is not new]
        if any(_key(self.lines[place]) != _key(listed.lines[place]) for place in changed_places):
            return False
        self._take()
        for first, last in runs(changed_places):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.fields) - 1))
        return True

    def text(self, line: ListLine, column: int) -> str:
        """The text of a line in a column."""
        if isinstance(line, Group):
            return self.group_text(line) if column == 0 else ""
        return self.held_text(line, column) or self._tellers[column](line)

    def held_text(self, row: ListRow, column: int) -> str:
        """The text that is held for a cell because it could not be stored; empty if there is none."""
        return self._listed.held_text(row.item.id, self.fields[column].name)

    def group_text(self, group: Group) -> str:
        """The label of a group and the number of its rows."""
        return f"{group.label}, {items_text([self._listed.listing.rows.value] * len(group.rows))}"

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled if isinstance(self.lines[index.row()], Group) else _OF_ROWS

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self.text(line, column)
        if role == _Role.ToolTipRole:
            return as_tip(self.text(line, column)) or None
        if role == _Role.AccessibleTextRole:
            return self._spoken_text(line, column)
        if role == _Role.AccessibleDescriptionRole and isinstance(line, ListRow):
            return name_of(line.item)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.fields):
            return None
        field, language = self.fields[section], ui_language()
        if role == _Role.DisplayRole:
            return field.head.text(language)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return field.label.text(language)
        return alignment(field) if role == _Role.TextAlignmentRole else None

    def _spoken_text(self, line: ListLine, column: int) -> str:
        """What a screen reader says of a cell: its header, then its text, or that it is empty."""
        if isinstance(line, Group):
            return f"{self.group_text(line)}, {fold_word(is_open=not self._listed.is_folded(line))}"
        text = self.text(line, column) or self.tr("empty")
        if self.held_text(line, column):
            text = self.tr("{text}, not saved").format(text=text)
        level = self._level(line, self.fields[column])
        return self.tr("{field}: {value}").format(
            field=self.fields[column].label.text(ui_language()), value=level or text
        )

    def _level(self, row: ListRow, field: Field) -> str:
        """A level with its name; empty without one."""
        context, number = self._listed.context, getattr(row.item, field.name, None)
        if field.type is not FieldType.LEVEL or context is None or number is None:
            return ""
        return context.scale.level_text(field.name, number, context.language)

    def _take(self) -> None:
        listed = self._listed
        self.lines, self.fields = listed.lines, self._fields_now()
        context = listed.context
        rows = listed.listing.rows
        self._tellers = [teller(rows, field.name, context) for field in self.fields] if context is not None else []

    def _fields_now(self) -> list[Field]:
        catalogue = LISTED[self._listed.listing.rows]
        return [catalogue[column.field] for column in self._listed.listing.columns]


def _key(line: ListLine) -> str:
    return line.key if isinstance(line, Group) else line.item.id
