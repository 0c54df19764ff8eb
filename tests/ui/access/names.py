"""What a widget is called: whatever the focus can be in has a name, and no name hides what is seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QTreeView, QWidget

from tests.ui.access.seen import described, name, parts


def names_are_whole(widget: QWidget) -> None:
    nameless = [
        described(part)
        for part in parts(widget)
        if not name(part).strip() and (part.state().focusable or isinstance(part.object(), QAbstractButton))
    ]
    assert nameless == []
    # Qt takes what it does not know for a client, of which screen readers say nothing.
    unknown = (QAccessible.Role.NoRole, QAccessible.Role.Client)
    assert [described(part) for part in parts(widget) if part.state().focusable and part.role() in unknown] == []
    hidden = [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and not is_told(label)]
    assert hidden == []
    assert missing_parts(widget) == []
    trees = (part.object() for part in parts(widget) if isinstance(part.object(), QTreeView))
    assert [tree.accessibleName() for tree in trees if not tells_rows(tree)] == []
    # On Linux a box of choices is called what is chosen: only its label says what for.
    labelled = QAccessible.RelationFlag.Label
    boxes = [part for part in parts(widget) if isinstance(part.object(), QComboBox)]
    assert [described(box) for box in boxes if not box.relations(labelled)] == []


def missing_parts(widget: QWidget) -> list[str]:
    """What is seen in a window and cannot be found by who goes from part to part, but for windows of their own."""
    found = [part.object() for part in parts(widget)]
    seen = (part for part in widget.findChildren(QWidget) if part.isVisible() and part.window() is widget.window())
    return [
        f"{type(part).__name__} {part.accessibleName()!r}"
        for part in seen
        if part not in found and not part.visibleRegion().isEmpty() and is_reachable(part)
    ]


def is_reachable(widget: QWidget) -> bool:
    """Whether a widget is read, or reached by Tab; not the part of a larger one that has the focus for it."""
    return isinstance(widget, QLabel) or (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget.parent(), QAbstractSpinBox)
    )


def tells_rows(view: QTreeView) -> bool:
    """Whether the cell that is all that is heard of a row, as the keyboard goes there, tells the others, too."""
    model = view.model()
    heard_cell = model.index(model.rowCount() - 1, max(0, view.currentIndex().column()))
    texts = [heard_cell.siblingAtColumn(column).data() for column in range(model.columnCount())]
    spoken_text = heard_cell.data(Qt.ItemDataRole.AccessibleTextRole) or heard_cell.data()
    return all(text in spoken_text for text in texts if text)


def is_told(label: QLabel) -> bool:
    """Whether the name of a label holds its text, as far as that is not cut for want of room."""
    spoken_name = name(QAccessible.queryAccessibleInterface(label)).casefold()
    return all(part.casefold() in spoken_name for part in label.text().replace("&", "").split("…"))
