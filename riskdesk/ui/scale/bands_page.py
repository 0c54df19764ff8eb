"""The page of the rule of a scale, its bands with their colours, and its tolerance."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from riskdesk.domain.label import Label
from riskdesk.domain.possible_scale import LARGEST_NUMBER
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.scale import BandColour, Rule, Shade
from riskdesk.domain.scale_draft import MOST, BandDraft, ScaleFault
from riskdesk.kit.fields.calm import CalmBox, CalmNumber
from riskdesk.kit.fields.note import Note
from riskdesk.kit.measures import FIELD_HEIGHT
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_text
from riskdesk.ui.dialogs.form import label_of
from riskdesk.ui.scale.bands import band_colour
from riskdesk.ui.scale.label_fields import LabelFields
from riskdesk.ui.scale.level_number import BandNumber
from riskdesk.ui.scale.swatch import SWATCH, swatch

_NUMBER, _COLOUR, _ENGLISH, _FRENCH, _START = range(5)
_RULES = {
    Rule.PRODUCT: QT_TRANSLATE_NOOP("BandsPage", "Likelihood × impact"),
    Rule.SUM: QT_TRANSLATE_NOOP("BandsPage", "Likelihood + impact"),
    Rule.TABLE: QT_TRANSLATE_NOOP("BandsPage", "A table, painted on the matrix"),
}
_COLOURS = {
    None: QT_TRANSLATE_NOOP("BandsPage", "By severity"),
    BandColour.GREEN: QT_TRANSLATE_NOOP("BandsPage", "Green"),
    BandColour.BLUE: QT_TRANSLATE_NOOP("BandsPage", "Blue"),
    BandColour.YELLOW: QT_TRANSLATE_NOOP("BandsPage", "Yellow"),
    BandColour.ORANGE: QT_TRANSLATE_NOOP("BandsPage", "Orange"),
    BandColour.RED: QT_TRANSLATE_NOOP("BandsPage", "Red"),
    BandColour.PURPLE: QT_TRANSLATE_NOOP("BandsPage", "Purple"),
    BandColour.GREY: QT_TRANSLATE_NOOP("BandsPage", "Grey"),
}


@dataclass
class _Row:
    """The fields of one band."""

    number: BandNumber
    colour: CalmBox
    name: LabelFields
    start: CalmNumber
    note: Note

    @property
    def shade(self) -> BandColour | None:
        """The chosen colour."""
        code = self.colour.currentData()
        return None if code is None else BandColour(code)

    @property
    def look(self) -> tuple[Label, BandColour | None]:
        """The name and the chosen colour."""
        return self.name.label(), self.shade

    @property
    def fields(self) -> tuple[QWidget, ...]:
        return (self.colour, *self.name.fields, self.start)

    def show_look(self, name: Label, shade: BandColour | None) -> None:
        """Show a name and a colour."""
        self.name.show_label(name)
        self.colour.setCurrentIndex(self.colour.findData(shade))


class BandsPage(QWidget):
    """The page on which the rule of a scale, its bands and its tolerance are entered.

    `changed` is emitted on each edit; `inserted` and `removed` with the place of a band that is to be.
    """

    changed = Signal()
    inserted, removed = Signal(int), Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule, self._count, self._tolerance = CalmBox(self), CalmNumber(self), CalmBox(self)
        self._head = PlainLabel(self.tr("From"), self)
        self._grid = QGridLayout()
        self._rows: list[_Row] = []
        self._table_note = Note(self)
        self._labels: list[QLabel] = []
        self._build()
        self._rule.currentIndexChanged.connect(self._on_count)
        self._count.valueChanged.connect(self._on_count)
        self._tolerance.currentIndexChanged.connect(self.changed)

    @property
    def first(self) -> QWidget:
        """The field that gets the focus first."""
        return self._rule

    @property
    def rule(self) -> Rule:
        # Qt stores a StrEnum as plain text.
        return Rule(self._rule.currentData())

    @property
    def tolerance(self) -> int | None:
        """The place of the highest tolerated band; None without a tolerance."""
        place: int | None = self._tolerance.currentData()
        return place

    def bands(self) -> tuple[BandDraft, ...]:
        """The bands as entered, the lowest first."""
        rows = self._rows[: self._count.value()]
        return tuple(BandDraft(row.name.label(), row.start.value(), row.shade) for row in rows)

    def show_bands(self, rule: Rule, bands: Sequence[BandDraft], tolerance: int | None) -> None:
        """Show a rule, its bands and the tolerance."""
        self._rule.setCurrentIndex(self._rule.findData(rule))
        self._count.setMaximum(max(MOST, len(bands)))
        for place in range(len(self._rows), self._count.maximum()):
            self._add(place)
        for place, row in enumerate(self._rows):
            band = bands[place] if place < len(bands) else BandDraft(Label.same(""), bands[-1].start + place)
            row.show_look(band.name, band.colour)
            row.start.setValue(band.start)
        self._count.setValue(len(bands))
        self._show_count()
        self._name_tolerances(tolerance)

    def tell(self, place: int, reason: str) -> None:
        """Show below a band what is wrong with it; hide the note if the reason is empty."""
        row = self._rows[place]
        row.note.tell(reason if place < self._count.value() else "")
        for field in row.fields:
            field.setAccessibleDescription(reason)

    def tell_of_table(self, reason: str) -> None:
        """Show below the bands what is wrong with the table."""
        self._table_note.tell(reason)

    def field(self, fault: ScaleFault) -> QWidget:
        """The field in which a fault can be corrected."""
        row = self._rows[fault.place]
        return row.start if fault.part == "start" else row.name.fields[0]

    def note(self, fault: ScaleFault) -> Note:
        """The note that says what the fault is."""
        return self._rows[fault.place].note

    @property
    def rows(self) -> int:
        """The number of bands that can have a note."""
        return len(self._rows)

    def follow(self, shades: Sequence[Shade]) -> None:
        """Show the colours of bands by severity, and their names among the choices of tolerance."""
        for row, shade in zip(self._rows, shades, strict=False):
            row.colour.setItemIcon(0, swatch(band_colour(shade), self))
        self._name_tolerances(self.tolerance)

    def _build(self) -> None:
        for rule, text in _RULES.items():
            self._rule.addItem(QCoreApplication.translate("BandsPage", text), rule)
        self._count.setRange(1, MOST)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * UNIT)
        form.setVerticalSpacing(UNIT)
        self._add_field(form, self.tr("&Score:"), self._rule)
        self._add_field(form, self.tr("Number of bands:"), self._count)
        below = QFormLayout()
        below.setHorizontalSpacing(2 * UNIT)
        self._add_field(below, self.tr("&Tolerated up to:"), self._tolerance)
        widest = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(widest)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        self._grid.addWidget(PlainLabel(self.tr("Colour"), self), 0, _COLOUR)
        for column, text in ((_ENGLISH, self.tr("English")), (_FRENCH, self.tr("French"))):
            self._grid.addWidget(PlainLabel(text, self), 0, column)
            self._grid.setColumnStretch(column, 1)
        self._grid.addWidget(self._head, 0, _START)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, UNIT // 2, 0)
        layout.setSpacing(2 * UNIT)
        layout.addLayout(form)
        layout.addLayout(self._grid)
        layout.addWidget(self._table_note)
        layout.addLayout(below)
        layout.addStretch(1)

    def _add_field(self, form: QFormLayout, text: str, field: QWidget) -> None:
        label = label_of(field, text, self)
        self._labels.append(label)
        form.addRow(label, field)

    def _add(self, place: int) -> None:
        number = place + 1
        name = LabelFields(
            self.tr("Band {number}: name in English").format(number=number),
            self.tr("Band {number}: name in French").format(number=number),
            self,
        )
        row = _Row(BandNumber(place, self), CalmBox(self), name, CalmNumber(self), Note(self))
        row.number.inserted.connect(self._insert)
        row.number.removed.connect(self._remove)
        row.colour.setAccessibleName(self.tr("Band {number}: colour").format(number=number))
        row.colour.setIconSize(SWATCH)
        row.colour.fit_choices()
        for colour, text in _COLOURS.items():
            picture = QIcon() if colour is None else swatch(band_colour(colour), self)
            row.colour.addItem(picture, QCoreApplication.translate("BandsPage", text), colour)
        row.start.setRange(0, LARGEST_NUMBER)
        row.start.setFixedSize(9 * UNIT, FIELD_HEIGHT)
        row.start.setAccessibleName(self.tr("Band {number}: lowest score").format(number=number))
        for column, field in enumerate((row.number, *row.fields)):
            self._grid.addWidget(field, 2 * number - 1, column)
        self._grid.addWidget(row.note, 2 * number, _ENGLISH, 1, 3)
        row.colour.currentIndexChanged.connect(self.changed)
        row.name.changed.connect(self.changed)
        row.start.valueChanged.connect(self.changed)
        self._rows.append(row)

    def _insert(self, place: int) -> None:
        again, *removed = self._removed_looks
        self.inserted.emit(place)
        self._show_removed(removed)
        self._rows[place].show_look(*again)
        self._rows[place].name.fields[0].setFocus()

    def _remove(self, place: int) -> None:
        removed = [self._rows[place].look, *self._removed_looks]
        self.removed.emit(place)
        self._show_removed(removed)
        self._rows[min(place, self._count.value() - 1)].number.setFocus()

    @property
    def _removed_looks(self) -> list[tuple[Label, BandColour | None]]:
        """The names and colours of bands that were removed, the last one first: they may be added again."""
        return [row.look for row in self._rows[self._count.value() :]]

    def _show_removed(self, looks: Sequence[tuple[Label, BandColour | None]]) -> None:
        for row, look in zip(self._rows[self._count.value() :], looks, strict=True):
            row.show_look(*look)

    def _on_count(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        count, has_scores = self._count.value(), self.rule is not Rule.TABLE
        for place, row in enumerate(self._rows):
            row.number.allow(more=count < self._count.maximum(), fewer=count > self._count.minimum())
            for field in (row.number, *row.fields):
                field.setVisible(place < count and (has_scores or field is not row.start))
        self._head.setVisible(has_scores)

    def _name_tolerances(self, tolerance: int | None) -> None:
        """Fill the choices of tolerance with "none" and the names of bands; the highest one tolerates everything."""
        with QSignalBlocker(self._tolerance):
            self._tolerance.clear()
            self._tolerance.addItem(self.tr("Not said"), None)
            for place, band in enumerate(self.bands()):
                self._tolerance.addItem(ui_text(band.name) or str(place + 1), place)
            self._tolerance.setCurrentIndex(max(0, self._tolerance.findData(tolerance)))
