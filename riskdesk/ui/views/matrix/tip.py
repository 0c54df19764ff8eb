"""The tooltips of a matrix."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from riskdesk.ui.views.matrix.grid import MatrixGrid


def in_lines(lines: Iterable[str]) -> str:
    """Lines as the text of a tooltip."""
    # Qt wraps only the lines of paragraphs.
    return "".join(f"<p style='margin: 0'>{escape(line)}</p>" for line in lines)


def show_tip(grid: "MatrixGrid", event: QHelpEvent) -> None:
    """Show a tooltip for the chip or the cell at a place, until the mouse leaves it."""
    picture, place = grid.picture, grid.to_picture(event.pos())
    spot = None if picture is None or grid.pointing.is_busy else picture.spot_at(place.x(), place.y())
    box = None if picture is None or spot is None else picture.box(spot)
    if picture is None or spot is None or box is None:
        QToolTip.hideText()
    else:
        text = in_lines(grid.speech.tip(picture, spot))
        QToolTip.showText(event.globalPos(), text, grid.viewport(), grid.to_view(box))
