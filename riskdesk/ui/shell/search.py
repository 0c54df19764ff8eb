"""The search box: finds in all text of the register, and steps through the hits."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from riskdesk.desk import find
from riskdesk.desk.find import Hit
from riskdesk.domain.step import Step
from riskdesk.kit.announce import say
from riskdesk.kit.search_bar import SearchBar
from riskdesk.ui.bench.workbench import Workbench

# Of the field, where room is short, and where it is shorter still.
WIDTH, NARROW, NARROWEST = 240, 180, 88


class SearchBox(SearchBar):
    """Says with `found` which hits there are and which is the current one.

    `reached` carries the hit that the user went to; a step of the register goes to none. `left` says that the user is
    done, and carries the hit that was the current one.
    """

    found = Signal(object, object)
    reached = Signal(object)
    left = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SearchBox", "Find in the register"), WIDTH, parent)
        self._workbench = workbench
        self._hits: list[Hit] = []
        self._at = 0
        self._field.setProperty("chapter", "Finding")
        self._field.textChanged.connect(self._from_start)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._on_opened)
        self._on_opened()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text()

    @property
    def told(self) -> str:
        """What is said of the hits."""
        return self._told.text()

    def next(self) -> None:
        """Go on to the next hit, after the last to the first."""
        self._go(self._at + 1)

    def previous(self) -> None:
        """Go back to the hit before, from the first to the last."""
        self._go(self._at - 1)

    def _key(self, event: QKeyEvent) -> bool:
        """End the search with Esc, too."""
        if event.key() != Qt.Key.Key_Escape:
            return super()._key(event)
        current = self._current()
        self._field.clear()
        self.left.emit(current)
        return True

    def _on_opened(self) -> None:
        """Search another register, or say that there is none."""
        is_open = self._workbench.register_id is not None
        self.setEnabled(is_open)
        self.hint_at(self._field.accessibleName() if is_open else self.tr("No register is open"))
        self._search()

    def _on_stepped(self, _step: Step) -> None:
        self._search()

    def _from_start(self) -> None:
        self._at = 0
        self._search()
        self._reach()
        if not self._hits:
            say(self._field, self._told.text())

    def _search(self) -> None:
        tree = self._workbench.tree()
        self._hits = [] if tree is None else find.hits(tree, self._field.text())
        self._at = min(self._at, max(0, len(self._hits) - 1))
        self._tell()

    def _go(self, at: int) -> None:
        if self._hits:
            self._at = at % len(self._hits)
            self._tell()
            self._reach()

    def _reach(self) -> None:
        if self._hits:
            self.reached.emit(self._hits[self._at])

    def _tell(self) -> None:
        if not self._field.text():
            self._told.clear()
        elif self._hits:
            self._told.setText(self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._hits)))
        else:
            self._told.setText(self.tr("No matches"))
        self.found.emit(self._hits, self._current())

    def _current(self) -> Hit | None:
        return self._hits[self._at] if self._hits else None
