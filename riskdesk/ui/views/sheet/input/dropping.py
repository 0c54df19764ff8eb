"""Where a drop on the sheet would go."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, QRect

from riskdesk.desk.branches import root
from riskdesk.desk.clip import Clip
from riskdesk.desk.items import BulletType
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Category, Entry, Mitigation, Risk
from riskdesk.ui.views.clipboard import items_in
from riskdesk.ui.views.sheet.layout.geometry import Geometry
from riskdesk.ui.views.sheet.layout.lines import BULLETS, LineKind

_LINE = 2
# In characters: a page that is read while it is dragged, in less than a tenth of a second.
_QUICK = 50_000
COLUMNS: dict[LineKind, BulletType] = {LineKind.RISK: Risk, LineKind.MITIGATION: Mitigation}
_KINDS: dict[type[Item], LineKind] = {
    Category: LineKind.CATEGORY,
    Entry: LineKind.ENTRY,
    Risk: LineKind.RISK,
    Mitigation: LineKind.MITIGATION,
}


class DropPlace(NamedTuple):
    """A place under a parent, after the items whose ids are `above`; the id of a line that is not stored yet is empty.

    `column` is for bullets; `mark` is the line drawn there, in coordinates of the sheet.
    """

    parent: str
    above: tuple[str, ...]
    mark: QRect
    column: BulletType | None = None


def drop_place(geometry: Geometry, point: QPoint, kind: LineKind) -> DropPlace | None:
    """The place for items of a kind that are dropped at a point of the sheet; None if they fit nowhere."""
    if not geometry.content.blocks:
        return None
    number = geometry.block_at(point.y())
    if kind in BULLETS:
        return _among_bullets(geometry, number, point)
    return _among_entries(geometry, number, point) if kind is LineKind.ENTRY else _among_categories(geometry, point)


def dragged_kind(kinds: Iterable[LineKind]) -> LineKind | None:
    """The kind as which items are dragged: bullets of either column, entries or categories; None for a mix."""
    distinct = {LineKind.RISK if kind in BULLETS else kind for kind in kinds}
    return distinct.pop() if len(distinct) == 1 else None


def kinds_in(data: QMimeData) -> set[LineKind]:
    """The kinds of the items in what is dragged over the sheet; empty for text for bullets, or a long page."""
    if len(data.html()) > _QUICK:
        return set()
    try:
        copied = items_in(data)
    except Problem:
        # The problem is reported if it is dropped.
        return set()
    return {_KINDS[type(root(branch))] for branch in copied.branches} if isinstance(copied, Clip) else set()


def _among_bullets(geometry: Geometry, number: int, point: QPoint) -> DropPlace | None:
    start = geometry.content.blocks[number].start
    entry = geometry.content.lines[start]
    if entry.kind is not LineKind.ENTRY or not entry.id:
        return None
    column = LineKind.RISK if point.x() < geometry.middle else LineKind.MITIGATION
    rooms = [geometry.rect(row) for row in geometry.content.siblings(start, column)]
    bullets = [row for row in geometry.content.siblings(start, column) if geometry.content.lines[row].kind in BULLETS]
    position = sum(point.y() > geometry.rect(row).center().y() for row in bullets)
    at = rooms[position].top() - _LINE if position < len(rooms) else rooms[-1].bottom()
    mark = QRect(rooms[0].left() + 4, at, rooms[0].width() - 8, _LINE)
    above = tuple(geometry.content.lines[row].id for row in bullets[:position])
    return DropPlace(entry.id, above, mark, COLUMNS[column])


def _among_entries(geometry: Geometry, number: int, point: QPoint) -> DropPlace | None:
    line, room = geometry.content.lines[geometry.content.blocks[number].start], geometry.block_rect(number)
    if line.kind is LineKind.ENTRY:
        below = point.y() > room.center().y()
        entries = [entry.id for entry in geometry.content.inside(LineKind.ENTRY, line.parent)]
        above = tuple(entries[: entries.index(line.id) + below])
        return DropPlace(line.parent, above, _rule(room, room.bottom() if below else room.top()))
    if line.kind is LineKind.CATEGORY and line.id:
        return DropPlace(line.id, (), _rule(room, room.bottom()))
    return DropPlace(line.parent, (), _rule(room, room.top())) if line.kind is LineKind.ADD_ENTRY else None


def _among_categories(geometry: Geometry, point: QPoint) -> DropPlace | None:
    lines, blocks = geometry.content.lines, geometry.content.blocks
    bands = [at for at, block in enumerate(blocks) if lines[block.start].kind is LineKind.CATEGORY]
    if not bands:
        return None
    position = sum(point.y() > geometry.block_rect(at).center().y() for at in bands)
    room = geometry.block_rect(bands[position] if position < len(bands) else len(blocks) - 1)
    above = tuple(lines[blocks[at].start].id for at in bands[:position])
    return DropPlace(lines[blocks[bands[0]].start].parent, above, _rule(room, room.top()))


def _rule(room: QRect, at: int) -> QRect:
    return QRect(room.left(), at - _LINE // 2, room.width(), _LINE)
