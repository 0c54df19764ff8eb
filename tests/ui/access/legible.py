"""What is written in a window, and how much it differs from its ground."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.kit.pictures import colours_in, commonest_of, strongest_of
from tests.ui.access.seen import described, name, parts

TEXT, ICON = 4.5, 3


_EDGE = 4


Role = QAccessible.Role


# What has its name written in it.
WRITTEN = {
    *(Role.StaticText, Role.Button, Role.CheckBox, Role.RadioButton, Role.ListItem, Role.TreeItem, Role.Cell),
    *(Role.PageTab, Role.ColumnHeader, Role.RowHeader, Role.ButtonMenu, Role.Link),
}


def unread(widget: QWidget) -> list[str]:
    """What is written in a window and hardly differs from its ground."""
    image = widget.grab().toImage()
    corner = widget.mapToGlobal(QPoint())
    faint_parts = []
    for part in written(widget):
        room = visible_rect(part).translated(-corner) & image.rect()
        if part.role() != Role.StaticText:
            # Without its edge and what tells of the focus.
            room.adjust(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if room.isEmpty() or len(colours := colours_in(image, room)) == 1:
            continue
        contrast = strongest_of(colours, commonest_of(colours))
        if contrast < (TEXT if has_words(part) else ICON):
            faint_parts.append(f"{described(part)} {contrast:.2f}")
    return faint_parts


def visible_rect(part: QAccessibleInterface) -> QRect:
    """What is seen of a part, on the screen: it may be scrolled below an edge."""
    widget, view = part.object(), part.parent().object()
    if isinstance(widget, QWidget):
        return on_screen(widget)
    return part.rect() & on_screen(view.viewport()) if isinstance(view, QAbstractItemView) else part.rect()


def on_screen(widget: QWidget) -> QRect:
    room = QRect(widget.mapToGlobal(QPoint()), widget.size())
    above = None if widget.isWindow() else widget.parentWidget()
    return room if above is None else room & on_screen(above)


def has_words(part: QAccessibleInterface) -> bool:
    widget = part.object()
    text = getattr(widget, "text", None)
    return text is None or bool(text())


def written(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """The parts whose name is seen, but for those that cannot be used."""
    for part in parts(widget):
        if part.role() in WRITTEN and name(part).strip() and not part.state().disabled:
            yield part
