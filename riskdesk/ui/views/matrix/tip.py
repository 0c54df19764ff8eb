"""The tooltips of a matrix."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from riskdesk.ui.views.matrix.grid import MatrixGrid


def show_tip(grid: "MatrixGrid", event: QHelpEvent) -> None:
    """Show a tooltip for the chip or the cell at a place, until the mouse leaves it."""
    picture, place = grid.picture, grid.to_picture(event.pos())
    spot = None if picture is None or grid.pointing.is_busy else picture.spot_at(place.x(), place.y())
    box = None if picture is None or spot is None else picture.box(spot)
    if picture is None or spot is None or box is None:
        QToolTip.hideText()
    else:
        # Qt wraps only the lines of paragraphs.
        text = "".join(f"<p style='margin: 0'>{escape(line)}</p>" for line in grid.speech.tip(picture, spot))
        QToolTip.showText(event.globalPos(), text, grid.viewport(), grid.to_view(box))
