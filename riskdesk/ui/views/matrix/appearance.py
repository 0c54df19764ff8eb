"""How a matrix looks apart from what is in it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from riskdesk.kit.colours import LIGHT, Colours
from riskdesk.ui.views.matrix.picture import Spot


@dataclass
class Appearance:
    """The look of a matrix apart from its content: colours, and what is selected, found, pointed at or dragged to.

    `selected` and `hits` are ids of risks, `hovered` that of the one under the mouse.
    """

    colours: Colours = LIGHT
    selected: Collection[str] = ()
    hits: Collection[str] = ()
    current_hit: str = ""
    hovered: str = ""
    focus: Spot | None = None
    target: Spot | None = None

    @property
    def unfocused(self) -> "Appearance":
        """The look without the focus."""
        return replace(self, focus=None)
