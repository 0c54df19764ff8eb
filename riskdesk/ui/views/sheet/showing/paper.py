"""The paper: the lines of the open register, the one that is being written, and the place of each."""

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtWidgets import QAbstractScrollArea

from riskdesk.domain.text import is_blank
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.geometry import Geometry
from riskdesk.ui.views.sheet.layout.lines import Key, Pending, SheetLine
from riskdesk.ui.views.sheet.layout.mark import MarkPainter
from riskdesk.ui.views.sheet.layout.style import SheetStyle, style
from riskdesk.ui.views.sheet.showing.model import SheetModel

_SMALLEST, _LARGEST = 0.5, 3.0
# The key of a line, and a position in its text as Qt counts.
Caret: TypeAlias = tuple[Key, int]


@dataclass
class OpenLine:
    """The line that is being written: `stored` is its text in the register, `text` the one in its editor.

    A new line is `pending` until its text is stored. `changed_by` is who stored another text while this one was typed.
    `seam` is the text between it and the bullet above when it was split off from that, which joining them puts back.
    """

    key: Key
    stored: str = ""
    text: str = ""
    pending: Pending | None = None
    changed_by: str | None = None
    seam: str = " "

    @property
    def written(self) -> str:
        """The text in the editor, as it would be stored."""
        return unicodedata.normalize("NFC", self.text)

    @property
    def typed(self) -> bool:
        """Whether something is typed that is not stored; blanks alone do not count."""
        return self.written != self.stored and not (is_blank(self.written) and is_blank(self.stored))


class Paper:
    """The lines of a register, laid out in the width and with the palette of a widget."""

    def __init__(self, widget: QAbstractScrollArea) -> None:
        self._widget = widget
        self._zoom = 1.0
        self._style = self._wanted_style()
        self.lines = SheetModel(widget)
        self.open_line: OpenLine | None = None
        self.open_row: int | None = None
        self.geometry = self._new_geometry()

    @property
    def content(self) -> Content:
        return self.lines.content

    @property
    def open_sheet_line(self) -> SheetLine | None:
        """The open line as the sheet has it; None if none is open."""
        return None if self.open_row is None else self.content.lines[self.open_row]

    @property
    def zoom(self) -> float:
        """The zoom of the paper; 1 for its usual size."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Set the zoom within its limits; `renew` lays the lines out at it."""
        self._zoom = max(_SMALLEST, min(_LARGEST, zoom))

    def take(self, tree: RegisterTree | None, *, editable: bool) -> None:
        """Lay out a register as it is now; the open line stays open wherever it has moved to."""
        before = self.lines.register
        self.lines.show(tree, self.open_line.pending if self.open_line else None, editable=editable)
        if not _marked_alike(before, self.lines.register):
            self.geometry = self._new_geometry()
        self.geometry.take(self.content)
        self.enliven()

    @property
    def is_outdated(self) -> bool:
        """Whether the widget's palette, its width or the zoom differ from those that the lines are laid out for."""
        return self._style != self._wanted_style() or self.geometry.width != self._widget.viewport().width()

    def renew(self) -> None:
        """Lay the lines out with the present palette, width and zoom."""
        self._style = self._wanted_style()
        other = self._new_geometry()
        other.take_over(self.geometry)
        self.geometry = other

    def enliven(self) -> None:
        """Give the open line the room of the text in its editor, and all other lines the room of their stored text."""
        self.open_row = None if self.open_line is None else self.content.row_of(self.open_line.key)
        if self.open_line is None or self.open_row is None:
            self.geometry.rest()
        else:
            self.geometry.live(self.open_row, self.open_line.text)

    def _wanted_style(self) -> SheetStyle:
        return style(self._widget.palette(), self._zoom, self._widget.logicalDpiY())

    def _new_geometry(self) -> Geometry:
        register = self.lines.register
        marks = MarkPainter(register, self._style) if register else None
        return Geometry(self._style, self._widget.viewport().width(), marks, self.lines.invitation)


def _marked_alike(one: Register | None, other: Register | None) -> bool:
    """Whether the marks of two registers look the same."""
    return one is not None and other is not None and (one.scale, one.language) == (other.scale, other.language)
