"""A Qt model of a table whose rows Qt counts itself, so that lists of many thousands of rows are laid out at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel

from riskdesk.kit.qt import Index

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class CountedTable(QStandardItemModel):
    """A table without items, of which Qt has the heads and the number of rows; subclasses have the data.

    A view that lays out a list asks for the index of each row, which needs both numbers: two calls of Python for each
    row where `rowCount` and `columnCount` are written in it. To show other rows, set their number to 0 in between.
    `setHorizontalHeaderLabels` sets the heads, and with them the number of columns.
    """

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags
