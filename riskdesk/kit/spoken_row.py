"""What screen readers say of a row of a list with columns: they report only its first cell."""

from collections.abc import Container

from PySide6.QtCore import Qt

from riskdesk.kit.qt import Index


def spoken_row(index: Index, with_heads: Container[int] = ()) -> str:
    """The texts of the row of an index, those of some columns after their heads; empty ones are left out."""
    model, texts = index.model(), []
    for column in range(model.columnCount(index.parent())):
        text = index.sibling(index.row(), column).data()
        if text and column in with_heads:
            text = f"{model.headerData(column, Qt.Orientation.Horizontal)}: {text}"
        texts.append(text)
    return ", ".join(filter(None, texts))
