"""What is in the margin beside a risk: its mark, or the hint that it can be assessed."""

from PySide6.QtCore import QPoint, QRect

from riskdesk.domain.values import Risk
from riskdesk.ui.views.sheet.layout.geometry import Geometry
from riskdesk.ui.views.sheet.layout.lines import LineKind

# The least height of what can be clicked, and how far beside it a click still counts.
_TARGET, _NEAR = 24, 3


def beside(geometry: Geometry, row: int) -> QRect:
    """The rectangle of a risk's mark, or of the hint in its place; empty for other lines."""
    mark, marks = geometry.mark_rect(row), geometry.marks
    if marks is None or not mark.isEmpty() or not isinstance(geometry.content.lines[row].value, Risk):
        return mark
    width = marks.hint_width(geometry.form)
    left = geometry.left - marks.gap(geometry.form) - width
    return QRect(left, geometry.rect(row).top(), width, geometry.plain.line_height)


def assessed_at(geometry: Geometry, point: QPoint) -> int | None:
    """The row of the risk that a click at a point of the margin would assess, if any."""
    content = geometry.content
    if not content.blocks or not geometry.paper_left <= point.x() < geometry.left:
        return None
    block = content.blocks[geometry.block_at(point.y())]
    rows = content.siblings(block.start, LineKind.RISK)
    return next((row for row in rows if _is_meant(geometry, row, point)), None)


def _is_meant(geometry: Geometry, row: int, point: QPoint) -> bool:
    """Whether a point is on the mark or hint of a risk that is not ended, or near enough to it."""
    room, value = beside(geometry, row), geometry.content.lines[row].value
    if not isinstance(value, Risk) or value.ended:
        return False
    room.setHeight(max(room.height(), min(_TARGET, geometry.rect(row).height() + geometry.style.gap)))
    return room.adjusted(-_NEAR, 0, _NEAR, 0).contains(point)
