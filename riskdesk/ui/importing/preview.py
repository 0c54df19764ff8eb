"""The preview: the new register on a sheet, with the place in the file of each line."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from riskdesk.desk.session import Session
from riskdesk.domain.sheets import FilePlace
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.importing.places_strip import PlacesStrip
from riskdesk.ui.importing.still_bench import StillBench
from riskdesk.ui.importing.words import where
from riskdesk.ui.views.sheet import Sheet


class Preview(QWidget):
    """A read-only sheet, or a sentence if there is nothing to show."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: Mapping[str, FilePlace] = {}
        self._bench = StillBench(session, self)
        self.sheet = Sheet(self._bench, self)
        self._strip, self._line = PlacesStrip(self.sheet, self), PlainLabel("", self, quiet=True)
        self._nothing, self._stack = PlainLabel("", self, wraps=True), QStackedWidget(self)
        self._build()
        self._bench.selected.connect(self._tell_place)

    def show_register(self, tree: RegisterTree | None, places: Mapping[str, FilePlace], instead: str = "") -> None:
        """Show a register, or a sentence instead; scrolling and selection are kept."""
        bar = self.sheet.verticalScrollBar()
        top, before = bar.value(), self._current_place()
        self._places = places
        self._bench.show_tree(tree)
        bar.setValue(top)
        self._strip.show_places(places)
        self._nothing.setText(instead)
        self._stack.setCurrentIndex(1 if tree is None else 0)
        again = next((item for item, place in places.items() if place == before), None)
        if again is not None:
            self._bench.select([again])
        self._tell_place()

    def go_to(self, place: FilePlace) -> None:
        """Scroll to and select the item from a place in the file, if there is one."""
        rows = [item for item, other in self._places.items() if (other.kind, other.table) == (place.kind, place.table)]
        places = ((item, self._places[item]) for item in rows if place.row)
        match = next((item for item, other in places if place.covers(other.row) or other.covers(place.row)), None)
        if match is not None:
            self._bench.select([match])
            self.sheet.reveal_item(match)

    def _build(self) -> None:
        self.sheet.setBackgroundRole(QPalette.ColorRole.Mid)
        self.sheet.setAutoFillBackground(True)
        self.sheet.setAccessibleName(self.tr("What will be created"))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(3 * UNIT)
        panel = QWidget(self)
        beside, layout = QHBoxLayout(), QVBoxLayout(panel)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._strip)
        beside.addWidget(self.sheet, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT // 2)
        layout.addLayout(beside, 1)
        layout.addWidget(self._line)
        self._stack.addWidget(panel)
        self._stack.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _current_place(self) -> FilePlace | None:
        chosen = self._bench.selection[:1]
        return self._places.get(chosen[0]) if chosen else None

    def _tell_place(self) -> None:
        """Show the place in the file of the selected line."""
        place = self._current_place()
        text = "" if place is None else self.tr("From the file: {place}").format(place=where(place))
        self._line.setText(text or self.tr("Choose a line to see where in the file it comes from."))
        self.sheet.setAccessibleDescription(text)
