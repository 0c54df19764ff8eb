"""The levels of one half of a scale: their number, and the name and meaning of each in both languages."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.domain.label import Label
from riskdesk.domain.scale import Level
from riskdesk.domain.scale_draft import FEWEST, MOST, ScaleFault
from riskdesk.kit.fields.calm import CalmNumber
from riskdesk.kit.fields.note import Note
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.scale.label_fields import LabelFields
from riskdesk.ui.scale.level_number import LevelNumber

_NUMBER, _ENGLISH, _FRENCH = range(3)
# The rows of the grid for a level: its names, its definitions, a note, and a space.
_ROWS = 4


class LevelsPage(QWidget):
    """The page on which the levels of likelihood, or of impact, are entered.

    `changed` is emitted on each edit. If levels are removed and added again, their words are restored. `moved` is
    emitted, before that, with two places: the level at the first one is now at the second.
    """

    changed, moved = Signal(), Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._grid = CalmNumber(self), QGridLayout()
        self._numbers: list[LevelNumber] = []
        self._names: list[LabelFields] = []
        self._definitions: list[LabelFields] = []
        self._notes: list[Note] = []
        self._count.setRange(FEWEST, MOST)
        self._count.valueChanged.connect(self._on_count)
        self._build()

    @property
    def first(self) -> QWidget:
        """The field that gets the focus first."""
        return self._count

    def levels(self) -> tuple[Level, ...]:
        """The levels as entered."""
        pairs = self._pairs[: self._count.value()]
        return tuple(Level(name.label(), definition.label()) for name, definition in pairs)

    def show_levels(self, levels: Sequence[Level]) -> None:
        """Show levels, the lowest first."""
        # Older versions of Riskdesk allowed fewer and more levels.
        self._count.setRange(min(FEWEST, len(levels)), max(MOST, len(levels)))
        self._require(self._count.maximum())
        for place, (name, definition) in enumerate(self._pairs):
            level = levels[place] if place < len(levels) else Level(Label.same(""))
            name.show_label(level.name)
            definition.show_label(level.definition)
        self._count.setValue(len(levels))
        self._show_count()

    def tell(self, place: int, reason: str) -> None:
        """Show below a level what is wrong with its name; hide the note if the reason is empty."""
        self._notes[place].tell(reason if place < self._count.value() else "")
        self._names[place].describe(reason)

    def field(self, fault: ScaleFault) -> QWidget:
        """The field in which a fault can be corrected."""
        return self._names[fault.place].fields[0]

    def note(self, fault: ScaleFault) -> Note:
        """The note that says what the fault is."""
        return self._notes[fault.place]

    @property
    def rows(self) -> int:
        """The number of levels that can have a note."""
        return len(self._notes)

    def _build(self) -> None:
        counting = QHBoxLayout()
        label = PlainLabel(self.tr("Number of levels:"), self)
        label.setBuddy(self._count)
        self._count.setAccessibleName(self.tr("Number of levels"))
        counting.addWidget(label)
        counting.addWidget(self._count)
        counting.addStretch(1)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        for column, text in ((_ENGLISH, self.tr("English")), (_FRENCH, self.tr("French"))):
            self._grid.addWidget(PlainLabel(text, self), 0, column)
            self._grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, UNIT // 2, 0)
        layout.setSpacing(UNIT)
        layout.addLayout(counting)
        layout.addLayout(self._grid)
        layout.addStretch(1)

    def _require(self, count: int) -> None:
        for number in range(len(self._names) + 1, count + 1):
            self._add(number)

    def _add(self, number: int) -> None:
        top = 1 + _ROWS * (number - 1)
        button = LevelNumber(number - 1, self)
        name = LabelFields(
            self.tr("Level {number}: name in English").format(number=number),
            self.tr("Level {number}: name in French").format(number=number),
            self,
        )
        definition = LabelFields(
            self.tr("Level {number}: definition in English").format(number=number),
            self.tr("Level {number}: definition in French").format(number=number),
            self,
        )
        note = Note(self)
        definition.hint(self.tr("Definition"))
        button.inserted.connect(self._insert)
        button.removed.connect(self._remove)
        self._grid.addWidget(button, top, _NUMBER, Qt.AlignmentFlag.AlignCenter)
        for row, pair in ((top, name), (top + 1, definition)):
            for column, field in zip((_ENGLISH, _FRENCH), pair.fields, strict=True):
                self._grid.addWidget(field, row, column)
            pair.changed.connect(self.changed)
        self._grid.addWidget(note, top + 2, _ENGLISH, 1, 2)
        self._grid.setRowMinimumHeight(top + 3, UNIT // 2)
        self._numbers.append(button)
        self._names.append(name)
        self._definitions.append(definition)
        self._notes.append(note)

    def _insert(self, place: int) -> None:
        """Insert a level: the one that was removed last, or an empty one."""
        self._rearrange(self._count.value(), place, count=self._count.value() + 1)
        self._names[place].fields[0].setFocus()

    def _remove(self, place: int) -> None:
        """Remove a level; it goes behind the others, from where it can be inserted again."""
        self._rearrange(place, self._count.value() - 1, count=self._count.value() - 1)
        self._numbers[min(place, self._count.value() - 1)].setFocus()

    def _rearrange(self, at: int, to: int, *, count: int) -> None:
        words = [(name.label(), definition.label()) for name, definition in self._pairs]
        words.insert(to, words.pop(at))
        with QSignalBlocker(self):
            for pairs, labels in zip(self._pairs, words, strict=True):
                for pair, label in zip(pairs, labels, strict=True):
                    pair.show_label(label)
            self._count.setValue(count)
        self.moved.emit(at, to)
        self.changed.emit()

    @property
    def _pairs(self) -> list[tuple[LabelFields, LabelFields]]:
        """The name and the definition of each level, also of those that are not shown."""
        return list(zip(self._names, self._definitions, strict=True))

    def _on_count(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        count = self._count.value()
        for place, number in enumerate(self._numbers):
            number.setVisible(place < count)
            number.allow(more=count < self._count.maximum(), fewer=count > self._count.minimum())
            for field in (*self._names[place].fields, *self._definitions[place].fields):
                field.setVisible(place < count)
            self._grid.setRowMinimumHeight(_ROWS * (place + 1), UNIT // 2 if place < count else 0)
