"""The interface by which the window uses a view of the open register."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, SignalInstance
from PySide6.QtWidgets import QWidget

from riskdesk.desk.find import Hit

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent
    from riskdesk.ui.views.list.editing import CellEditing


# The commands that act on the selected items.
OF_ITEMS = frozenset({"cut", "copy", "duplicate", "delete", "move_up", "move_down"})


class RegisterView(Protocol):
    """A widget that shows the open register of a workbench; `commands` are what it does, by the names of actions.

    It follows the workbench by itself, but not while another view stands in front of it: a step costs nothing then.
    `menu_wanted` carries the place on the screen for a menu, `files_pasted` paths of files that were copied elsewhere.
    `editing` is the editor of its cells, None if it has none.
    """

    menu_wanted: SignalInstance
    files_pasted: SignalInstance

    @property
    def widget(self) -> QWidget:
        """The view itself, as a widget."""

    @property
    def editing(self) -> "CellEditing | None": ...

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]: ...

    @property
    def can(self) -> Callable[[str], bool]:
        """Tells whether one of the commands has something to act on."""

    def reveal_item(self, identity: str) -> None:
        """Scroll just far enough to make an item visible."""

    def scroll_to(self, identity: str) -> None:
        """Scroll an item to the top of the visible part."""

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark the hits of a search."""

    def reveal_hit(self, hit: Hit) -> bool:
        """Select a hit of a search and make it visible; return whether the view shows its text."""

    def list_content(self) -> "ListContent | None":
        """The content of a list as it is shown; None if the view is no list, or is not visible."""

    def rect_of(self, identity: str) -> QRect | None:
        """The rectangle of an item in the view; None if it is not visible."""

    def spoken_text(self) -> str:
        """What a screen reader says of the current item; empty if there is none."""
