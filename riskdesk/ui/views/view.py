"""What the window asks of a view of the open register, whatever it looks like."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, SignalInstance
from PySide6.QtWidgets import QWidget

from riskdesk.desk.find import Hit

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent
    from riskdesk.ui.views.list.editing import CellEditing


class RegisterView(Protocol):
    """A widget that shows the open register of a workbench; `commands` are what it does, by the names of actions.

    It follows the workbench by itself, but not while another view stands in front of it: a step costs nothing there.
    `menu_wanted` carries where on the screen a menu comes up, `files_pasted` paths of files that were copied elsewhere.
    `editing` is a field of its own over the view, None if it has none.
    """

    menu_wanted: SignalInstance
    files_pasted: SignalInstance

    @property
    def widget(self) -> QWidget:
        """The view itself."""

    @property
    def editing(self) -> "CellEditing | None": ...

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]: ...

    def reveal_item(self, identity: str) -> None:
        """Scroll as little as brings an item into sight."""

    def scroll_to(self, identity: str) -> None:
        """Bring an item to the top of what is in sight."""

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what a search found."""

    def reveal_hit(self, hit: Hit) -> bool:
        """Select what a search found, and bring it into sight; whether its text stands here."""

    def list_content(self) -> "ListContent | None":
        """What is listed, as it is seen; None if this is no list, or one that is not in sight."""

    def rect_of(self, identity: str) -> QRect | None:
        """Where an item is in the view; None if it is not in sight."""

    def spoken_text(self) -> str:
        """The words that a screen reader says of the item that has the keyboard; empty for none."""
