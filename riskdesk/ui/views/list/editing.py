"""Editing a cell of the list, with the fields of the inspector."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QVBoxLayout, QWidget

from riskdesk.desk import find
from riskdesk.desk.listing import ListRow
from riskdesk.domain.fields import FIELDS, Field, FieldType
from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step
from riskdesk.kit.fields import TextField, WrittenField
from riskdesk.kit.fields.note import Note
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import application, without
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.pages.page import FormField, offer_names
from riskdesk.ui.pages.shared import Shared
from riskdesk.ui.views.list.cell_field import CellFrame, begin_in, create_field, offered_columns
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.table import ListTable

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PASSING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_TO_ROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NARROWEST = {FieldType.LEVEL: 38 * UNIT, FieldType.TEXT: 44 * UNIT, FieldType.DATE: 20 * UNIT}
_NARROWEST_OF_ALL = 16 * UNIT


class CellEditing(QObject):
    """The editor of a cell of the list: a field over the cell.

    Enter, Esc and Tab store its value, as everywhere, and in a field of one line also keys that lead to other rows;
    except with Esc, it stays open if the value cannot be stored.
    """

    def __init__(self, workbench: Workbench, listed: Listed, table: ListTable) -> None:
        super().__init__(table)
        self._workbench, self._listed, self._table = workbench, listed, table
        self.fields: dict[str, FormField] = {}
        self._shared = Shared(workbench, self)
        self._writing = self._shared.writing
        self._frame: QWidget | None = None
        self._item = ""
        # Whether keys pass through levels, so that storing one does not end editing.
        self._is_passing = False
        workbench.typing.add(self._writing, self)
        # The text may have been stored or taken back in another field, which has the focus.
        workbench.typing.released.connect(self._on_focus)
        table.edit_wanted.connect(self.open)
        for moved in (table.scrolled, table.head.sectionResized):
            moved.connect(self._place)
        application().focusChanged.connect(self._on_focus)

    @property
    def field(self) -> QWidget | None:
        """The field in which the user writes, if any."""
        field = next(iter(self.fields.values()), None)
        return field if isinstance(field, QWidget) else None

    def can_edit(self, index: QModelIndex) -> bool:
        """Whether a cell holds a field of its row that can be changed."""
        line = self._table.line(index)
        if not isinstance(line, ListRow) or self._workbench.read_only:
            return False
        return self._table.fields()[index.column()].name in FIELDS[line.rows]

    def open(self, index: QModelIndex) -> None:
        """Edit a cell; if its column cannot be edited, another cell of the row (`offered_columns`)."""
        line = self._table.line(index)
        if not isinstance(line, ListRow) or self._workbench.read_only or not self.finish():
            return
        if not self.can_edit(index):
            cells = (index.siblingAtColumn(column) for column in offered_columns(self._table.fields()))
            first = next((cell for cell in cells if self.can_edit(cell)), None)
            if first is None:
                return
            index = first
        self._workbench.select([line.item.id])
        # Storing what was typed elsewhere may have moved the row to another line.
        place = self._listed.place(line.item.id)
        row = self._listed.row(line.item.id)
        if place is None or row is None:
            return
        index = index.sibling(place, index.column())
        self._table.choose([row.item.id])
        self._table.setCurrentIndex(index)
        self._table.scrollTo(index)
        self._make(row, self._table.fields()[index.column()])

    def finish(self) -> bool:
        """Store the value and close the field; if that fails, return False and leave it open."""
        if self._frame is None:
            return True
        if not self._writing.commit():
            return False
        self._close()
        return True

    def give_up(self) -> None:
        """Close the field; what could not be stored is held with its item."""
        if self._frame is not None:
            self._writing.commit()
            self._close()

    def leave(self) -> None:
        """Close the field, as another register is open; its value has been stored or held before."""
        if self._frame is not None:
            self._close()

    def is_about(self, problem: Problem) -> bool:
        """Whether a problem is about the value of the field."""
        return self._frame is not None and self._writing.field_of(problem) is not None

    def take_focus(self) -> None:
        """Scroll to the field, and give it the focus."""
        field, place, column = self.field, self._listed.place(self._item), self._column()
        if field is not None and place is not None and column is not None:
            self._table.scrollTo(self._table.lines.index(place, column))
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, step: Step) -> None:
        """Note what a step changes in the edited field, before the step is shown."""
        self._writing.follow(step)

    def show_again(self) -> None:
        """Move the field to where its cell is now, with the stored value; close it if the row is gone."""
        row = self._listed.row(self._item)
        if self._frame is None:
            return
        if row is None or self._listed.place(self._item) is None or self._column() is None:
            self._close()
            return
        self._writing.turn_to(self, row.item)
        for name, field in self.fields.items():
            field.set_value(getattr(row.item, name))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event, watched):
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self._is_passing = False
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and watched is self.field:
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent, watched: QObject) -> bool:
        """Handle a key that ends editing; return whether it is one. Esc only closes the names that are offered."""
        key, modifiers = event.key(), event.modifiers()
        if isinstance(watched, QAbstractItemView) and key not in (*_TABS, *ENTER_KEYS):
            return False
        self._is_passing = key in _PASSING
        if key == Qt.Key.Key_Escape:
            self.give_up()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in _TABS:
            self._go_on(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key in ENTER_KEYS and self._ends(modifiers):
            # Enter that is held may have opened the field, and would open it again.
            if not event.isAutoRepeat() and self.finish():
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in _TO_ROWS and isinstance(self.field, QLineEdit) and not without(modifiers, _KEYPAD):
            if self.finish():
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)
                QApplication.sendEvent(self._table, event)
        else:
            return False
        return True

    def _ends(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether Enter ends editing: in a text of several lines only with Ctrl."""
        return not isinstance(self.field, TextField) or bool(modifiers & Qt.KeyboardModifier.ControlModifier)

    def _go_on(self, by: int) -> None:
        """Edit the next cell that can be edited, or the one before; at the end of a row, go to the next row."""
        index = self._table.currentIndex()
        if not self.finish():
            return
        columns, rows = len(self._table.fields()), len(self._table.lines.lines)
        # Storing what was typed may have moved the row to another line.
        place = self._listed.place(self._item)
        start = (index.row() if place is None else place) * columns + index.column() + by
        for at in range(start, columns * rows if by > 0 else -1, by):
            cell = self._table.lines.index(*divmod(at, columns))
            if self.can_edit(cell):
                self.open(cell)
                return
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, row: ListRow, catalogue_field: Field) -> None:
        tree, context = self._workbench.tree(), self._listed.context
        assert tree is not None, "there is a row"
        assert context is not None, "there is a row"
        frame = CellFrame(self._table.viewport())
        field: Any = create_field(catalogue_field, row, context, frame)
        if catalogue_field.type is FieldType.PERSON:
            offer_names(field, find.owners(tree))
            # The names take keys first, and pass Tab and Enter on to the field behind its filters.
            field.completer().popup().installEventFilter(self)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Scrolled(field, frame) if catalogue_field.type is FieldType.TEXT else field)
        note = Note(frame)
        layout.addWidget(note)
        self.fields, self._frame, self._item = {catalogue_field.name: field}, frame, row.item.id
        self._writing.turn_to(self, None)
        self._workbench.typing.share(row.item.id)
        self._writing.turn_to(self, row.item)
        field.set_value(getattr(row.item, catalogue_field.name))
        self._writing.give_back()
        self._shared.watch([field], lambda: row.item.language)
        field.committed.connect(partial(self._store, catalogue_field.name))
        if isinstance(field, WrittenField):
            field.noted.connect(note.tell)
            field.noted.connect(self._place)
        for part in (field, *field.stops()):
            part.installEventFilter(self)
        frame.show()
        self._place()
        begin_in(field)

    def _store(self, name: str, value: object) -> None:
        problem = self._writing.store(name, value)
        if not isinstance(self.field, WrittenField) and problem is None and not self._is_passing:
            # A choice ends editing, but only after the signal, as the field is deleted.
            QTimer.singleShot(0, self, partial(self._end_choice, self._frame))

    def _end_choice(self, frame: QWidget | None) -> None:
        if self._frame is not None and self._frame is frame:
            self.give_up()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        frame, self._frame = self._frame, None
        self._writing.turn_to(self, None)
        fields, self.fields = self.fields, {}
        for field in fields.values():
            assert isinstance(field, QObject), "it is a widget"
            field.removeEventFilter(self)
        if frame is not None:
            if frame.isAncestorOf(QApplication.focusWidget() or self._table):
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            frame.hide()
            frame.deleteLater()

    def _column(self) -> int | None:
        names = [field.name for field in self._table.fields()]
        return next((names.index(name) for name in self.fields if name in names), None)

    def _place(self) -> None:
        """Place the field over its cell, as wide and as high as it needs to be."""
        frame, field, place, column = self._frame, self.field, self._listed.place(self._item), self._column()
        if frame is None or field is None or place is None or column is None:
            return
        room, cell = self._table.viewport().rect(), self._table.visualRect(self._table.lines.index(place, column))
        least = _NARROWEST.get(self._table.fields()[column].type, _NARROWEST_OF_ALL)
        width = min(max(cell.width(), least), room.width())
        frame.resize(width, frame.height())
        layout = frame.layout()
        assert layout is not None, "it has one"
        layout.activate()
        notes = [note for note in frame.findChildren(Note) if not note.isHidden()]
        needed = max(field.minimumHeight(), field.minimumSizeHint().height()) + sum(
            note.heightForWidth(width) for note in notes
        )
        height = min(max(cell.height(), needed), room.height())
        left = max(0, min(cell.left(), room.width() - width))
        top = max(0, min(cell.top(), room.height() - height)) if room.intersects(cell) else cell.top()
        frame.setGeometry(left, top, width, height)
        frame.raise_()

    def _on_focus(self, *_widgets: object) -> None:
        """Close the field when the focus leaves it, unless the value cannot be stored; select its row when back."""
        frame, now = self._frame, QApplication.focusWidget()
        if frame is None or now is None or now.window() is not frame.window():
            return
        if frame.isAncestorOf(now):
            self._choose_row()
        elif not self.finish():
            # Other fields that show the item then show the text, too.
            self._writing.let_go()

    def _choose_row(self) -> None:
        """Select the row that is being edited, and make its cell current."""
        place, column = self._listed.place(self._item), self._column()
        if self._workbench.selection != (self._item,) and place is not None and column is not None:
            self._workbench.select([self._item])
            self._table.choose([self._item])
            self._table.setCurrentIndex(self._table.lines.index(place, column))
