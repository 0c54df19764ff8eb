"""The matrix of likelihood by impact, in which one click or two digits choose a pair of levels."""

from itertools import pairwise, product

from PySide6.QtCore import QEvent, QLineF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.domain.matrix import Border, tolerance_line
from riskdesk.domain.scale import Assessment
from riskdesk.kit.choice_group import ChoiceGroup
from riskdesk.kit.colours import colours_of
from riskdesk.kit.digits import digit
from riskdesk.kit.own_keys import is_command
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.cell import CellButton
from riskdesk.ui.assess.heads import Heads
from riskdesk.ui.assess.shown import ShownScale

# How a key changes likelihood and impact.
_WAYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
# The usual width and height of a cell; the first number is the largest number of levels they are for.
_SIZES = ((5, 64, 36), (7, 48, 30), (9, 36, 26), (99, 28, 24))
LEAST = 3 * UNIT
# The width of the tolerance line: the gap between the faces of two cells.
_LIMIT = 3


class AssessmentMatrix(ChoiceGroup):
    """A group of radio buttons, one for each pair of levels, with the highest likelihood on top; one Tab stop.

    `chosen` carries the Assessment, and whether Shift was held; after the first digit, the matrix waits for the second.
    `meant` carries the pair that is pointed at or typed, else the cell reached by keys (if `led`), else None;
    `worded` carries whether cells have room for the names of bands. The arrow keys, Home and End move
    between cells, `take` and Space choose the cell with the focus, Delete clears the assessment.
    """

    chosen = Signal(object, bool)
    meant = Signal(object)
    worded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._scale: ShownScale | None = None
        self._heads: Heads | None = None
        self._rows, self._columns = 0, 0
        self._tolerance_line: list[Border] = []
        # A hidden widget, behind which all cells come in the tab order, even if they are created later.
        self.first = QWidget(self)
        self.first.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.first.hide()
        # Whether the cells show the names of their bands.
        self.names_bands = True
        self._cells: dict[tuple[int, int], CellButton] = {}
        self._at = (1, 1)
        self._pointed: Assessment | None = None
        # The first of two digits, and whether Shift was held with it.
        self._begun: tuple[int, bool] | None = None
        self.led = False

    def show_scale(self, scale: ShownScale) -> None:
        """Offer the levels of a scale."""
        if scale == self._scale:
            return
        focused, old_cells = self.has_focus, self._cells
        self._scale, self._heads, self._begun, self._pointed = scale, Heads(scale, self.font()), None, None
        self._rows, self._columns = len(scale.likelihood), len(scale.impact)
        self._tolerance_line = tolerance_line(scale.scale)
        # In reading order, from the top left to the bottom right.
        places = product(reversed(range(1, self._rows + 1)), range(1, self._columns + 1))
        self._cells = {place: self._cell(Assessment(*place), scale) for place in places}
        for before, after in pairwise([self.first, *self._cells.values()]):
            QWidget.setTabOrder(before, after)
        self._at = ((self._rows + 1) // 2, (self._columns + 1) // 2)
        self._stop_at(self._at)
        self.updateGeometry()
        self.arrange()
        if focused:
            self.setFocus()
        # Only now: Qt asks for the widget behind one that has the focus and is removed, as Tab does.
        for cell in old_cells.values():
            cell.setParent(None)
            cell.deleteLater()

    def show_pair(self, assessment: Assessment) -> None:
        """Mark the cell of a pair, and give it the focus unless the user has moved the focus with the keys."""
        row, column = assessment.likelihood or self._at[0], assessment.impact or self._at[1]
        if self.led:
            row, column = self._at
        for cell in self._cells.values():
            cell.check(is_held=cell.assessment == assessment)
        # An assessment on a larger scale may be outside this one.
        self._go((min(row, self._rows), min(column, self._columns)))
        self._tell()

    def start(self) -> None:
        """Forget the position reached by keys and the digit typed, as another risk is assessed now."""
        self._begun, self.led = None, False
        self.update()

    def take(self, *, shift: bool) -> None:
        """Choose the cell that has the focus; nothing while the second digit is awaited, as no impact was chosen."""
        if self._begun is None:
            self._choose(Assessment(*self._at), shift=shift)

    def drop_digit(self) -> bool:
        """Forget the first digit; True if one was typed."""
        was_there = self._begun is not None
        self._begun = None
        self._tell()
        self.update()
        return was_there

    @property
    def has_focus(self) -> bool:
        """Whether one of the cells has the focus."""
        return any(cell.hasFocus() for cell in self._cells.values())

    @property
    def begun(self) -> int | None:
        """The likelihood that was typed while the impact is still to be typed."""
        return None if self._begun is None else self._begun[0]

    def sizeHint(self) -> QSize:
        if self._heads is None:
            return QSize()
        _, width, height = next(size for size in _SIZES if size[0] >= max(self._rows, self._columns))
        across, high = width * self._columns, height * self._rows
        return QSize(self._heads.side(2 * across) + across, high + self._heads.line + self._heads.foot(width))

    def minimumSizeHint(self) -> QSize:
        if self._heads is None:
            return QSize()
        return QSize(self._heads.least_side + LEAST * self._columns, self._rows * LEAST + 2 * self._heads.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift, number = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier), digit(event)
        if is_command(event) or not self._cells:
            event.ignore()
        elif event.key() in _WAYS:
            self._lead(*_WAYS[event.key()])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._lead(0, -99 if event.key() == Qt.Key.Key_Home else 99)
        elif event.isAutoRepeat():
            # Auto-repeat of a held key would assess one risk after another.
            event.ignore()
        elif number is not None:
            self._type(number, shift=shift)
        elif event.key() == Qt.Key.Key_Space:
            self.take(shift=shift)
        elif event.key() == Qt.Key.Key_Delete:
            self._choose(Assessment(), shift=shift)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names of the levels and the tolerance line; no frame: the group box is for screen readers only."""
        if self._heads is not None:
            painter = QPainter(self)
            rows = [self._cells[row, 1].geometry() for row in range(1, self._rows + 1)]
            columns = [self._cells[1, column].geometry() for column in range(1, self._columns + 1)]
            self._heads.paint(painter, self.rect(), rows, columns, self.begun)
            self._paint_tolerance(painter)
            painter.end()

    def _paint_tolerance(self, painter: QPainter) -> None:
        """Paint the tolerance line in the gaps between the faces of the cells."""
        painter.setPen(
            QPen(QColor(colours_of(self.palette()).ink), _LIMIT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
        )
        for cell, way in self._tolerance_line:
            room = self._cells[cell].geometry().toRectF()
            corner = room.bottomRight() if way == (1, 0) else room.topLeft()
            painter.drawLine(QLineF(corner, room.topRight()))

    def arrange(self) -> None:
        """Set the geometry of all cells for the present size."""
        if self._heads is None:
            return
        heads = self._heads
        side = min(heads.side(self.width()), max(5 * UNIT, self.width() - LEAST * self._columns))
        width = max(1, (self.width() - side) // self._columns)
        foot = heads.foot(width)
        if (self.height() - heads.line - foot) // self._rows < LEAST:
            foot = heads.line
        height = max(1, (self.height() - heads.line - foot) // self._rows)
        names_bands = heads.names_bands(width, height)
        for (row, column), cell in self._cells.items():
            cell.setGeometry(side + (column - 1) * width, heads.line + (self._rows - row) * height, width, height)
            cell.name_band(named=names_bands)
        self.names_bands = names_bands
        self.worded.emit(names_bands)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        # The positions of the cells depend on the widths of the names beside them.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._scale is not None:
            self._heads = Heads(self._scale, self.font())
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def _cell(self, assessment: Assessment, scale: ShownScale) -> CellButton:
        cell = CellButton(assessment, scale, self)
        cell.pressed_with.connect(lambda shift: self._press(cell, shift=shift))
        cell.pointed.connect(lambda there: self._point(assessment if there else None))
        cell.focus_changed.connect(self._tell)
        cell.show()
        return cell

    def _press(self, cell: CellButton, *, shift: bool) -> None:
        self._go((cell.assessment.likelihood or 1, cell.assessment.impact or 1))
        self._choose(cell.assessment, shift=shift)

    def _type(self, number: int, *, shift: bool) -> None:
        """Handle a digit, first for the likelihood, then for the impact; ignore one above the highest level."""
        likelihood = self._begun[0] if self._begun is not None and self._begun[1] == shift else None
        if likelihood is not None and number <= self._columns:
            self._go((likelihood, number))
            self._choose(Assessment(likelihood, number), shift=shift)
        elif likelihood is None and number <= self._rows:
            self._go((number, self._at[1]))
            self._begun = number, shift
            self.led = True
            self._tell()
        self.update()

    def _choose(self, assessment: Assessment, *, shift: bool) -> None:
        self.start()
        self.chosen.emit(assessment, shift)

    def _lead(self, up: int, right: int) -> None:
        """Move to another cell, if there is one in that direction."""
        row = max(1, min(self._at[0] + up, self._rows))
        column = max(1, min(self._at[1] + right, self._columns))
        self._begun, self.led = None, True
        self._go((row, column))
        self._tell()
        self.update()

    def _go(self, place: tuple[int, int]) -> None:
        """Make a cell the Tab stop of the matrix, and give it the focus if the matrix has it."""
        focused = self.has_focus
        self._stop_at(place)
        if focused and not self._cells[place].hasFocus():
            self._cells[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, place: tuple[int, int]) -> None:
        if self._at in self._cells:
            self._cells[self._at].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = place
        self._cells[place].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._cells[place])

    def _point(self, assessment: Assessment | None) -> None:
        self._pointed = assessment
        self._tell()

    def _tell(self) -> None:
        """Emit `meant` with the pair that is pointed at or typed."""
        assessment = self._pointed
        if assessment is None and self._begun is not None:
            assessment = Assessment(self._begun[0])
        if assessment is None and self.led and self.has_focus:
            assessment = Assessment(*self._at)
        self.meant.emit(assessment)
