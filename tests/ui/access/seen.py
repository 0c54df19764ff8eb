"""What Qt tells screen readers of a window: every part of it, as it is on the bus."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Name, Role = QAccessible.Text.Name, QAccessible.Role
# No list of thousands is walked whole.
_MOST = 60


def parts(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """A window and what is seen in it, to the last cell."""
    yield from _below(QAccessible.queryAccessibleInterface(widget))


def _below(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if part.state().invisible:
        return
    yield part
    for place in range(min(part.childCount(), _MOST)):
        child = part.child(place)
        if child is not None:
            yield from _below(child)


def name(part: QAccessibleInterface) -> str:
    """What a part is called."""
    return part.text(Name)


def described(part: QAccessibleInterface) -> str:
    """A part, for who reads that it is at fault."""
    widget = part.object()
    return f"{part.role().name} {name(part)!r} ({widget.metaObject().className() if widget else 'no widget'})"
