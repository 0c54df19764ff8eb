"""Dropping what is dragged on the sheet."""

from PySide6.QtCore import QPoint

from riskdesk.ui.views.sheet.input import dropping
from tests.ui.views.sheet.conftest import User


def drop(user: User, identity: str, target: str, *, below: bool) -> None:
    """Drop what is chosen on the upper or lower part of a line, as a drag of the sheet's own does."""
    user.sheet.dragging.place(drop_place(user, identity, target, below=below))


def drop_place(user: User, identity: str, target: str, *, below: bool) -> dropping.DropPlace:
    """Where something is shown to go that is chosen and held over the upper or lower part of a line."""
    user.choose(identity)
    row = user.row(target)
    room = user.sheet.layout_of_lines.rect(row)
    point = QPoint(room.center().x(), room.bottom() - 1 if below else room.top() + 1)
    kind = dropping.dragged_kind([user.sheet.lines.lines[user.row(identity)].kind])
    assert kind is not None
    place = dropping.drop_place(user.sheet.layout_of_lines, point, kind)
    assert place is not None
    return place
