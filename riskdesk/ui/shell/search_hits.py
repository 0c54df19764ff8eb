"""Showing the hits of a search: in the view in front, or in a field of the inspector."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from riskdesk.desk.find import Hit
from riskdesk.kit.announce import say
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.areas import CENTRE, Areas
from riskdesk.ui.shell.navigation import Navigation
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.stage import Stage
from riskdesk.ui.shell.status import StatusLine
from riskdesk.ui.views.centre import Centre

_PAUSE_MS = 400


class SearchHits(QObject):
    """The part of a window that shows what a search finds in the view in front, or in the inspector.

    It marks the hits, goes to the current one, and leaves the selection there when the search ends. If a text is not
    found any more when more of it is typed, it goes back to where the search began.
    """

    def __init__(
        self,
        workbench: Workbench,
        search: SearchBox,
        stage: Stage,
        areas: Areas,
        centre: Centre,
        status: StatusLine,
        navigation: Navigation,
    ) -> None:
        super().__init__(search)
        self._workbench, self._search, self._stage, self._areas = workbench, search, stage, areas
        self._centre, self._status, self._navigation = centre, status, navigation
        self._hits: tuple[Sequence[Hit], Hit | None] = ((), None)
        # The hit that this search went to last, and what was selected before.
        self._last_hit: Hit | None = None
        self._begun_at: Sequence[str] = ()
        # The current hit, if it is in a field of the inspector.
        self._in_field: Hit | None = None
        # A text that is half typed may be found elsewhere than the whole, so a hidden inspector opens after a pause.
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._on_pause)
        search.begun.connect(self._begin)
        search.hits_changed.connect(self._mark)
        search.reached.connect(self._go)
        search.missed.connect(self._go_back)
        search.left.connect(self._leave)
        centre.changed.connect(self._mark_in_front)

    def replace(self) -> None:
        """Ask what to replace, beginning with the text that is searched for."""
        from riskdesk.ui.find.replace import ReplaceDialog

        dialog = ReplaceDialog(self._workbench, self._search.text, self._search.window())
        dialog.open()

    def _begin(self) -> None:
        """Begin where the user is now, even if that is where an earlier search led."""
        self._last_hit = None

    def _mark_in_front(self) -> None:
        self._centre.front.set_hits(*self._hits)

    def _mark(self, hits: list[Hit], current: Hit | None) -> None:
        self._hits = (hits, current)
        self._mark_in_front()
        if current is None:
            self._pause.stop()
            self._status.clearMessage()

    def _go(self, hit: Hit) -> None:
        """Select the item of a hit and show its text, while the focus stays in the search box."""
        from riskdesk.ui.bench.values import place_of

        focused, inspector = QApplication.focusWidget(), self._navigation.inspector
        if self._last_hit is None or not self._is_selected(self._last_hit):
            self._begun_at = self._workbench.selection
        if inspector is not None:
            # An earlier hit may have selected a text there.
            inspector.deselect()
        self._stage.show_register()
        self._areas.show_area(CENTRE)
        is_shown = self._centre.front.reveal_hit(hit)
        self._last_hit = hit
        self._in_field = None if is_shown or not self._is_selected(hit) else hit
        self._pause.stop()
        if self._in_field is not None and not self._areas.is_seen("inspector"):
            self._pause.start()
        elif self._in_field is not None:
            self._show_in_inspector(hit)
        if focused is not None and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        place = place_of(hit.kind, hit.id, hit.field, self._workbench.tree())
        self._status.tell_place(place)
        spoken = (self._centre.front.spoken_text() if is_shown else "") or place
        say(self._centre, f"{self._search.hits_text}, {spoken}")

    def _go_back(self) -> None:
        """Select what was selected before the search, as the text is not found any more."""
        tree = self._workbench.tree()
        if tree is not None and self._last_hit is not None and self._is_selected(self._last_hit) and self._search.text:
            selection = [item for item in self._begun_at if tree.find(item) is not None]
            self._workbench.select(selection)
            for identity in selection[:1]:
                self._centre.front.reveal_item(identity)
        self._last_hit = None

    def _leave(self, hit: Hit | None) -> None:
        """Give the focus to the place of the last hit: the inspector's field, else the view in front."""
        self._pause.stop()
        self._last_hit = None
        if not self._areas.isVisible():
            self._stage.take_focus()
            return
        in_field = hit is not None and hit == self._in_field and self._is_selected(hit)
        if in_field:
            self._open_inspector()
        if hit is None or not in_field or not self._show_in_inspector(hit, write=True):
            if hit is not None and self._is_selected(hit):
                # Typing then begins behind it.
                self._centre.front.reveal_hit(hit)
            self._areas.go_to(CENTRE)

    def _on_pause(self) -> None:
        """Open the inspector, unless the user went elsewhere meanwhile, or the text was changed."""
        if self._in_field == self._hits[1] and self._in_field is not None and self._is_selected(self._in_field):
            self._open_inspector()

    def _open_inspector(self) -> None:
        if not self._areas.is_seen("inspector"):
            self._areas.show_area("inspector")
        if self._in_field is not None:
            # The view is narrower now, so its lines have moved.
            self._centre.front.reveal_item(self._in_field.id)
            self._show_in_inspector(self._in_field)

    def _show_in_inspector(self, hit: Hit, *, write: bool = False) -> bool:
        inspector = self._navigation.inspector
        return inspector is not None and inspector.reveal_part(hit.field, hit.start, hit.end, write=write)

    def _is_selected(self, hit: Hit) -> bool:
        return self._workbench.selection == (hit.id,)
