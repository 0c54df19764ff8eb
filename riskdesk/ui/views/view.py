"""What the window asks of a view of the open register, whatever it looks like."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from riskdesk.desk.find import Hit
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree


class RegisterView(Protocol):
    """Shows the open register; `commands` are what it does, by the names of the window's actions."""

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]: ...

    @property
    def zoom(self) -> float:
        """How large it is; 1 for its usual size."""

    @zoom.setter
    def zoom(self, zoom: float) -> None: ...

    def show_tree(self, tree: RegisterTree | None) -> None:
        """Show a register; None for none."""

    def follow(self, step: Step) -> None:
        """Show what a step changed."""

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected items, in the order of the register."""

    def reveal_item(self, identity: str) -> None:
        """Scroll as little as brings an item into sight."""

    def scroll_to(self, identity: str) -> None:
        """Bring an item to the top of what is in sight."""

    def set_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what a search found."""

    def reveal_hit(self, hit: Hit) -> bool:
        """Select what a search found, and bring it into sight; whether its text stands here."""
