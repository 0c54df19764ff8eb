"""The common parts of the panels on the left: a heading over a list, and a hint if the list is empty."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.side.rows import SIDE


class Panel(QWidget):
    """A heading, a list, and a hint that is shown while the list is empty.

    `laid_out` says that the panel may need another height.
    """

    laid_out = Signal()

    _panel_list: PanelList

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chapter", "Registers and categories")
        self._heading, self._hint = heading_label("", self), hint_label("", self)
        self.setMinimumWidth(20 * UNIT)

    def sizeHint(self) -> QSize:
        return QSize(32 * UNIT, 30 * UNIT)

    def needed_height(self, most: int) -> int:
        """The height for the whole list, and a free area below it for the context menu; at most `most`."""
        layout, width = self.layout(), self.width()
        assert layout is not None, "it holds a list"
        above = layout.contentsMargins().top() + self._heading.sizeHint().height() + layout.spacing()
        hint = 0 if self._hint.isHidden() else self._hint.heightForWidth(width) + layout.spacing()
        other = above + hint + 2 * UNIT
        return min(other + self._panel_list.rows_height(most - other), most)

    def hold(self, list_: PanelList, heading: str, hint: str) -> None:
        """Add the list, which is named after the heading and gets the focus of the panel."""
        self._panel_list = list_
        self._heading.setText(heading)
        self._hint.setText(hint)
        list_.setAccessibleName(heading)
        list_.laid_out.connect(self.laid_out)
        self._heading.setBuddy(list_)
        self.setFocusProxy(list_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * UNIT, 0, 0)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(list_, 1)

    def show_hint(self, *, empty: bool) -> None:
        """Show the hint if the list is empty, else hide it."""
        self._hint.setVisible(empty)


def heading_label(text: str, parent: QWidget) -> QLabel:
    """The heading of a list."""
    label = _label(text, parent)
    font = label.font()
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def hint_label(text: str, parent: QWidget) -> QLabel:
    """The hint that is shown while a list is empty."""
    label = _label(text, parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    return label


def _label(text: str, parent: QWidget) -> QLabel:
    label = PlainLabel(text, parent)
    label.setContentsMargins(SIDE, 0, SIDE, 0)
    return label
