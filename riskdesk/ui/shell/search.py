"""The search box: searches all text of the register, and steps through the hits."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from riskdesk.desk.find import Hit, RegisterSearch
from riskdesk.domain.step import Step
from riskdesk.kit.announce import say
from riskdesk.kit.search_bar import SearchBar
from riskdesk.ui.bench.language import ui_number
from riskdesk.ui.bench.workbench import Workbench

# The width of the field, also in a narrow and a very narrow tool bar.
WIDTH, NARROW, NARROWEST = 240, 180, 88

# The number of values that are searched at a time.
_AT_ONCE = 500

# Why the field gets the focus if the user gives it.
_COMING = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Search(NamedTuple):
    """A text that is searched for, and the number of the current hit, from 0."""

    text: str
    at: int


class SearchBox(SearchBar):
    """The field in the tool bar that searches the open register.

    `begun` is emitted when the user comes to the field. `hits_changed` carries the hits and the current one. `reached`
    carries the hit that the user went to; a change of the register goes to none. `missed` is emitted when a new text is
    not found. `left` carries the hit that was current when the user ended the search.
    """

    begun = Signal()
    hits_changed = Signal(object, object)
    reached = Signal(object)
    missed = Signal()
    left = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SearchBox", "Find in the register"), WIDTH, parent)
        self._workbench = workbench
        self._register_search = RegisterSearch("")
        self._work: Iterator[None] = iter(())
        self._hits: list[Hit] = []
        self._at = 0
        # Whether the text is a new one, whose first hit is to be gone to.
        self._is_new = False
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._search_on)
        self.setProperty("chapter", "Finding")
        self._field.textChanged.connect(self._from_start)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._on_opened)
        self._on_opened()

    @property
    def text(self) -> str:
        """The text that is searched for."""
        return self._field.text()

    @property
    def search(self) -> Search:
        """The search as it is now."""
        return Search(self.text, self._at)

    def resume(self, search: Search) -> None:
        """Show the hits of a search that was begun in another window, without going to one."""
        self._field.textChanged.disconnect(self._from_start)
        self._field.setText(search.text)
        self._field.textChanged.connect(self._from_start)
        self._at = search.at
        self._begin()

    @property
    def hits_text(self) -> str:
        """The words beside the field that say how many hits there are."""
        return self._hits_label.text()

    def next(self) -> None:
        """Go to the next hit, or from the last to the first."""
        self._go(self._at + 1)

    def previous(self) -> None:
        """Go to the hit before, or from the first to the last."""
        self._go(self._at - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _COMING:
            self.begun.emit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """End the search with Esc, too."""
        if event.key() != Qt.Key.Key_Escape:
            return super()._key(event)
        current = self._current()
        self._field.clear()
        self.left.emit(current)
        return True

    def _on_opened(self) -> None:
        """Search another register, or show that none is open."""
        is_open = self._workbench.register_id is not None
        self.setEnabled(is_open)
        self.hint_at(self._field.accessibleName() if is_open else self.tr("No register is open"))
        self._begin()

    def _on_stepped(self, _step: Step) -> None:
        self._look_through()

    def _from_start(self) -> None:
        self._at, self._is_new = 0, True
        self._begin()

    def _begin(self) -> None:
        """Search for another text, or in another register."""
        self._register_search, self._hits = RegisterSearch(self.text), []
        self._look_through()
        if self._later.isActive():
            self._hits_label.setText("…")
            self.hits_changed.emit([], None)

    def _look_through(self) -> None:
        """Search the open register as it is now; unchanged categories are not searched again."""
        tree = self._workbench.tree()
        self._work = iter(()) if tree is None else self._register_search.following(tree)
        self._search_on()

    def _search_on(self) -> None:
        """Search some of the texts; the rest follows when the window is idle."""
        if sum(1 for _ in islice(self._work, _AT_ONCE)) == _AT_ONCE:
            self._later.start()
            return
        self._later.stop()
        self._hits = [] if self._workbench.register_id is None else self._register_search.hits
        self._at = min(self._at, max(0, len(self._hits) - 1))
        self._tell()
        if self._is_new:
            self._is_new = False
            self._reach()
            if not self._hits:
                say(self._field, self._hits_label.text())
                self.missed.emit()

    def _go(self, at: int) -> None:
        if not self.text:
            self.focus()
        elif self._hits:
            self._at = at % len(self._hits)
            self._tell()
            self._reach()

    def _reach(self) -> None:
        if self._hits:
            self.reached.emit(self._hits[self._at])

    def _tell(self) -> None:
        if not self._field.text():
            self._hits_label.clear()
        elif self._hits:
            place = self.tr("{number} of {count}")
            self._hits_label.setText(place.format(number=ui_number(self._at + 1), count=ui_number(len(self._hits))))
        else:
            self._hits_label.setText(self.tr("No matches"))
        self.hits_changed.emit(self._hits, self._current())

    def _current(self) -> Hit | None:
        return self._hits[self._at] if self._hits else None
