"""What is clicked is at least 24 pixels high and wide, rows of lists are as high."""

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QSpinBox, QWidget

LEAST = 24


def small(widget: QWidget) -> list[str]:
    """What is seen in a window and smaller; buttons within a field have the room around them that makes up for it."""
    targets = (*widget.findChildren(QAbstractButton), *widget.findChildren(QSpinBox))
    visible = [part for part in targets if part.isVisible() and not isinstance(part.parent(), QLineEdit)]
    return [
        *(
            f"{part.metaObject().className()} {part.accessibleName()} {part.size()}"
            for part in visible
            if is_small(part)
        ),
        *(f"a row of {view.accessibleName()}" for view in widget.findChildren(QAbstractItemView) if has_low_rows(view)),
    ]


def is_small(part: QWidget) -> bool:
    return min(part.width(), part.height()) < LEAST


def has_low_rows(view: QAbstractItemView) -> bool:
    model = view.model()
    return view.isVisible() and 0 < view.visualRect(model.index(0, 0)).height() < LEAST
