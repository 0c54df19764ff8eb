"""The fields for how a register is printed: kind, paper, orientation, columns, and its print sets."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from riskdesk.domain import codes
from riskdesk.domain.codes import Codes
from riskdesk.domain.fields import DETAILS, column_names
from riskdesk.domain.layouts import LAYOUTS, Layout
from riskdesk.domain.printing import Orientation, Paper, Print, PrintColumn, Sides
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.sets import PrintSets

_BESIDE_EACH_OTHER = 3
# Boxes whose choices have at most this many letters are wide enough for all of them.
_SHORT = 9


class PrintFields(QObject):
    """The fields in which the user chooses how a register is printed; dialogs and the preview lay them out.

    `changed` is emitted when `chosen()` has changed.
    """

    changed = Signal()

    def __init__(self, how: Print, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = _choice(codes.DOCUMENTS, parent)
        self._printed = how.kind
        self.paper = _choice(codes.PAPERS, parent)
        self.orientation = _choice(codes.ORIENTATIONS, parent)
        self.sides = _choice(codes.SIDES, parent)
        self.columns = QWidget(parent)
        self._boxes = self._make_boxes()
        self.ended = QCheckBox(self.tr("Closed and rejected risks"), parent)
        self.ended.toggled.connect(self._on_changed)
        self.sets = PrintSets(workbench, parent)
        self.show(how)
        self.sets.picked.connect(self._take)
        self.kind.activated.connect(self._on_activated)
        for box in (self.kind, self.paper, self.orientation, self.sides):
            box.currentIndexChanged.connect(self._on_changed)

    @property
    def layout(self) -> Layout:
        """The chosen layout; those offered are the documents, unless others were set by `offer`."""
        return Layout(self.kind.currentData())

    def offer(self, layouts: Iterable[Layout]) -> None:
        """Offer these layouts: the user's is kept or comes back if it is among them, else the first is chosen."""
        before = self.layout
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for layout in layouts:
                self.kind.addItem(LAYOUTS[layout].text(ui_language()), layout.value)
            places = (self.kind.findData(layout.value) for layout in (self._wanted, before))
            self.kind.setCurrentIndex(next((place for place in places if place >= 0), 0))
        self._follow(before)

    def choose(self, layout: Layout) -> None:
        """Choose a layout if it is offered, with its usual orientation."""
        before, place = self.layout, self.kind.findData(layout.value)
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(place if place >= 0 else self.kind.currentIndex())
        self._wanted = self.layout
        self._follow(before)

    def chosen(self) -> Print:
        """Return how to print; a layout that is not one of the documents leaves the kind as it was."""
        self._printed = self.layout.kind or self._printed
        return Print(
            self._printed,
            Paper(self.paper.currentData()),
            Orientation(self.orientation.currentData()),
            tuple(column for column, box in self._boxes.items() if box.isChecked()),
            ended=self.ended.isChecked(),
            sides=Sides(self.sides.currentData()),
        )

    def show(self, how: Print) -> None:
        """Show a choice, without emitting `changed`."""
        kind, paper, turned = (self.kind, how.kind), (self.paper, how.paper), (self.orientation, how.orientation)
        for box, value in (kind, paper, turned, (self.sides, how.sides)):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value.value)))
        checks = [(check, column in how.columns) for column, check in self._boxes.items()]
        for check, checked in (*checks, (self.ended, how.ended)):
            with QSignalBlocker(check):
                check.setChecked(checked)
        # The layout that was asked for: it comes back after formats that do not have it.
        self._wanted = self.layout
        self._follow_mitigations()
        self.sets.show_choice(how)

    def _on_activated(self) -> None:
        self._wanted = self.layout
        self._turn()

    def _follow(self, before: Layout) -> None:
        if self.layout is not before:
            self._turn()
        self._on_changed()

    def _take(self, how: Print) -> None:
        """Apply a print set, which does not include the sides of a matrix."""
        self.show(replace(how, sides=self.chosen().sides))
        self.changed.emit()

    def _on_changed(self) -> None:
        self._follow_mitigations()
        self.sets.show_choice(self.chosen())
        self.changed.emit()

    def _make_boxes(self) -> dict[str, QCheckBox]:
        layout = QGridLayout(self.columns)
        # Aligns the first row with a label that is as high as a field.
        layout.setContentsMargins(0, UNIT // 2, 0, UNIT // 2)
        layout.setSpacing(UNIT)
        boxes = {}
        for place, (column, name) in enumerate(column_names(ui_language()).items()):
            box = boxes[column] = QCheckBox(name, self.columns)
            box.toggled.connect(self._on_changed)
            layout.addWidget(box, place // _BESIDE_EACH_OTHER, place % _BESIDE_EACH_OTHER)
        return boxes

    def _follow_mitigations(self) -> None:
        """Disable the columns that are details of mitigations if mitigations are not printed."""
        for column in DETAILS:
            self._boxes[column].setEnabled(self._boxes[PrintColumn.MITIGATIONS].isChecked())

    def _turn(self) -> None:
        """Set the orientation that the kind of document usually has."""
        usual = self.layout.orientation
        self.orientation.setCurrentIndex(self.orientation.findData(usual.value))


def _choice(known: Codes, parent: QWidget) -> CalmBox:
    box = CalmBox(parent)
    texts = {code: label.text(ui_language()) for code, label in known.items()}
    if max(map(len, texts.values())) <= _SHORT:
        box.fit_choices()
    for value, text in texts.items():
        box.addItem(text, str(value))
    return box
