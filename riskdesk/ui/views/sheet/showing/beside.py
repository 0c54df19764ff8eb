"""What stands in the margin beside a risk that can be assessed: its mark, or the hint that invites to it."""

from PySide6.QtCore import QPoint, QRect

from riskdesk.domain.values import Risk
from riskdesk.ui.views.sheet.layout.geometry import Geometry
from riskdesk.ui.views.sheet.layout.lines import LineKind

# How high what is clicked is at least, and how far beside it a click still counts.
_TARGET, _NEAR = 24, 3


def beside(geometry: Geometry, row: int) -> QRect:
    """The room of a risk's mark, or where one would invite to assess it; empty for other lines."""
    mark, marks = geometry.mark_rect(row), geometry.marks
    if marks is None or not mark.isEmpty() or not isinstance(geometry.content.lines[row].value, Risk):
        return mark
    width = marks.hint_width(geometry.form)
    left = geometry.left - marks.gap(geometry.form) - width
    return QRect(left, geometry.rect(row).top(), width, geometry.plain.line_height)


def assessed_at(geometry: Geometry, point: QPoint) -> int | None:
    """The row of the risk that a point of the margin is beside, where it can be assessed."""
    content = geometry.content
    if not content.blocks or not geometry.paper_left <= point.x() < geometry.left:
        return None
    block = content.blocks[geometry.block_at(point.y())]
    rows = content.siblings(block.start, LineKind.RISK)
    return next((row for row in rows if _is_meant(geometry, row, point)), None)


def _is_meant(geometry: Geometry, row: int, point: QPoint) -> bool:
    """Whether a point lies on what stands beside a risk, or so near that it is meant."""
    room, value = beside(geometry, row), geometry.content.lines[row].value
    if not isinstance(value, Risk) or value.ended:
        return False
    room.setHeight(max(room.height(), min(_TARGET, geometry.rect(row).height() + geometry.style.gap)))
    return room.adjusted(-_NEAR, 0, _NEAR, 0).contains(point)
