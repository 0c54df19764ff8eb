"""The command palette: a field in the middle of the window, and below it the results."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QMarginsF, QModelIndex, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QMenuBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from riskdesk.desk.goal import Goal
from riskdesk.desk.goals import Goals
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit import shapes
from riskdesk.kit.announce import say
from riskdesk.kit.colours import colours_of
from riskdesk.kit.icons import icon
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.qt import application
from riskdesk.kit.roles import give_role
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_number
from riskdesk.ui.shell.palette.recent import note, recent
from riskdesk.ui.shell.palette.results import Results
from riskdesk.ui.shell.palette.row import GoalDelegate, row_height
from riskdesk.ui.shell.palette.words import spoken

_WIDTH, _MOST_ROWS = 70 * UNIT, 7
# So many results are listed; typing more finds others.
_MOST = 200
_END = object()
# As menus do, so that what is typed elsewhere stays open.
_LIKE_A_MENU = Qt.FocusReason.PopupFocusReason
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Palette(QFrame):
    """The command palette: a field over the window, with a list of what can be gone to.

    `chosen` carries the Goal that the user wants to go to. `read` reads registers that are not open by their ids, a
    piece at a time while the window is idle.

    It takes the focus as a menu does: what is typed elsewhere stays, with its caret and selection.
    """

    chosen = Signal(object)

    def __init__(self, window: QMainWindow, settings: Settings, read: Callable[[str], RegisterTree]) -> None:
        super().__init__(window)
        self.hide()
        self._window, self._settings, self._read = window, settings, read
        self.goals = Goals(read)
        self._last_text = ""
        self._came_from: QWidget | None = None
        self._pieces: Iterator[None] = iter(())
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_on)
        self._field, self._note, self._results = QLineEdit(self), PlainLabel(parent=self, quiet=True), Results(self)
        self._list = self._make_list()
        self._set_up()
        self._arrange()
        self._field.textChanged.connect(self._search)
        self._list.clicked.connect(self._choose)
        application().focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)

    def come_up(self, tree: RegisterTree | None, others: Iterable[Goal]) -> None:
        """Take the focus, and show all goals: in the open register, and others such as commands."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
            self._field.clear()
        self.know(tree, others)
        self.show()
        self.raise_()
        self._field.setFocus(_LIKE_A_MENU)
        self._field.selectAll()

    def know(self, tree: RegisterTree | None, others: Iterable[Goal]) -> None:
        """Show the goals that there are now."""
        self._pieces = self.goals.follow(tree, others)
        self._read_on()
        self._reading.start()
        self._search()

    def forget(self) -> None:
        """Forget everything, as another file is open."""
        self._reading.stop()
        self._pieces, self.goals = iter(()), Goals(self._read)

    def leave(self) -> None:
        """Close, and give the focus back to the widget that had it."""
        if not self.isVisible():
            return
        back, self._came_from = self._came_from, None
        if back is None or not isValid(back) or not back.isVisible():
            back = self._window.centralWidget()
        if back is not None:
            back.setFocus(_LIKE_A_MENU)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        body = QRectF(self.rect()).marginsRemoved(QMarginsF(*(4 * (shapes.SHADE,))))
        shapes.floating(QPainter(self), body, colours.window, colours.edge)

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self._results)
        view.setItemDelegate(GoalDelegate(view, self._results))
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # The keys of the field control it.
        view.setFocusProxy(self._field)
        view.viewport().setAutoFillBackground(False)
        return view

    def _set_up(self) -> None:
        name = self.tr("Go to anything")
        help_text = self.tr("> commands   @ owners   # references")
        self.setProperty("chapter", "Going to anything")
        self.setAccessibleName(name)
        give_role(self, QAccessible.Role.ComboBox)
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(help_text)
        self._field.setPlaceholderText(self.tr("Type words of a risk, a register or a command"))
        self._field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition).setText(name)
        self._field.setMinimumHeight(5 * UNIT)
        self._field.installEventFilter(self)
        IntoLine(self._field)
        self._list.setAccessibleName(self.tr("Results"))
        self._note.setContentsMargins(UNIT, 0, UNIT, 0)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * (shapes.SHADE + UNIT,)))
        layout.setSpacing(UNIT)
        for part in (self._field, self._list, self._note):
            layout.addWidget(part)

    def _place(self) -> None:
        """Place the palette in the middle of the window, near its top, as high as its rows need if there is room."""
        window, centre = self._window, self._window.centralWidget()
        assert centre is not None, "a window has a centre"
        top = centre.geometry().top()
        row = row_height(self._list.font())
        rows = min(len(self._results.goals), _MOST_ROWS) * row
        self._list.setVisible(bool(rows))
        around = self._field.sizeHint().height() + self._note.sizeHint().height() + 4 * UNIT + 2 * shapes.SHADE
        self._list.setFixedHeight(max(row, min(rows, window.height() - top - around - 6 * UNIT)))
        width = min(_WIDTH, window.width() - 2 * UNIT) + 2 * shapes.SHADE
        layout = self.layout()
        assert layout is not None, "it is made with one"
        layout.invalidate()
        self.setGeometry((window.width() - width) // 2, top + UNIT, width, layout.sizeHint().height())

    def _read_on(self) -> None:
        """Read another piece of the goals; once all are read, search them for the typed text."""
        try:
            if next(self._pieces, _END) is not _END:
                return
        except Problem:
            # It is reported where the file is looked after; known goals can be found.
            self._pieces = iter(())
        if self._reading.isActive():
            self._reading.stop()
            self._search()

    def _search(self) -> None:
        """Show the goals that match the typed text; the current row stays if the text is the same."""
        typed = self._field.text()
        current = self._results.current(self._list.currentIndex()) if typed == self._last_text else ""
        self._last_text = typed
        matches = self.goals.find(typed, _MOST, recent(self._settings))
        goals = [goal for goal in map(self.goals.goal, matches.keys) if goal is not None]
        self._results.show(goals, typed)
        self._note.setText(self._tell(typed, matches.all))
        row = next((place for place, goal in enumerate(goals) if goal.key == current), 0)
        self._list.setCurrentIndex(self._results.index(row))
        if not row:
            self._list.scrollToTop()
        self._place()
        if self.isVisible():
            say(self._field, ", ".join([self._note.text(), *map(spoken, goals[row : row + 1])]))

    def _tell(self, typed: str, count: int) -> str:
        if not typed:
            return self._field.accessibleDescription()
        if self.goals.is_empty and not count:
            return self.tr("There is no register yet: only commands are found")
        return self.tr("%Ln result(s)", "", count) if count else self.tr("Nothing found")

    def _key(self, event: QKeyEvent) -> bool:
        """Move through the list, go to the current row, or close; True if the key was handled."""
        key = event.key()
        if key in _WAYS:
            self._step(_WAYS[Qt.Key(key)])
        elif key in _PAGES:
            self._page(_PAGES[Qt.Key(key)])
        elif key in ENTER_KEYS:
            # Enter that is held may have chosen the palette in the menu.
            if not event.isAutoRepeat():
                self._choose(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """Go a row on or back, across the ends of the list."""
        if self._results.goals:
            self._go((self._list.currentIndex().row() + by) % len(self._results.goals))

    def _page(self, by: int) -> None:
        rows, last = max(1, self._list.height() // row_height(self._list.font()) - 1), len(self._results.goals) - 1
        self._go(max(0, min(last, self._list.currentIndex().row() + by * rows)))

    def _go(self, row: int) -> None:
        if self._results.goals:
            self._list.setCurrentIndex(self._results.index(row))
            place = self.tr("{number} of {count}")
            position = place.format(number=ui_number(row + 1), count=ui_number(len(self._results.goals)))
            say(self._field, f"{spoken(self._results.goals[row])}, {position}", assertive=True)

    def _choose(self, index: QModelIndex) -> None:
        """Go to the goal of a row, after giving the focus back."""
        if index.isValid():
            goal = self._results.goals[index.row()]
            note(self._settings, goal.key)
            self.leave()
            self.chosen.emit(goal)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Close when the focus goes elsewhere, but not for a menu or another program, which give it back."""
        if not self.isVisible() or now is None or self.isAncestorOf(now) or isinstance(now, QMenu | QMenuBar):
            return
        if now.window() is self._window:
            self.hide()
        else:
            # So that the focus is not in a hidden field when this window is active again.
            self.leave()
