"""The notices of a window: shown one at a time over the views and announced; the last ones are kept."""

import datetime
from collections import deque
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from riskdesk.domain.problems import Problem
from riskdesk.domain.step import Step, UndoDirection
from riskdesk.domain.text import short
from riskdesk.kit.announce import say
from riskdesk.kit.apart import unwritten
from riskdesk.kit.incoming import not_pasted
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.bench.language import label, sentence
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.bar import NoticeBar
from riskdesk.ui.notices.spot import room_in, spot
from riskdesk.ui.notices.words import step_text
from riskdesk.ui.views.centre import Centre

_SHOWN_MS = 10_000
_MOST = 20
_MOVES = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide}


class TimedNotice(NamedTuple):
    """A notice and the time at which it was shown."""

    at: datetime.datetime
    notice: Notice


class LeftNotices(NamedTuple):
    """The last notices of a window, oldest first, and the one that it showed."""

    last: tuple[TimedNotice, ...]
    shown: Notice | None


class Notices(QObject):
    """The part of a window that shows its notices, one at a time, and keeps the last ones.

    `changed` is emitted for a new notice, and when buttons may have become useless or useful. A notice disappears
    after a while, but not while it is pointed at or has the focus.
    """

    changed = Signal()

    def __init__(self, window: QMainWindow, workbench: Workbench, centre: Centre) -> None:
        super().__init__(window)
        self._window, self._workbench, self._centre = window, workbench, centre
        self._history: deque[TimedNotice] = deque(maxlen=_MOST)
        self._notice: Notice | None = None
        self._came_from: QWidget | None = None
        self._timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._on_time_over)
        workbench.stepped_here.connect(self._on_stepped_here)
        workbench.notice_posted.connect(self.tell)
        unwritten.found.connect(self._on_unwritten)
        not_pasted.found.connect(self._on_not_pasted)
        workbench.stepped.connect(self._on_stepped)
        workbench.typing.released.connect(self._on_released)
        workbench.file_opened.connect(self._on_file_opened)
        workbench.selected.connect(self._place)
        centre.changed.connect(self._place)
        centre.sheet.verticalScrollBar().valueChanged.connect(self._place)
        centre.sheet.selectionModel().currentChanged.connect(self._place)

    @property
    def last_notices(self) -> list[TimedNotice]:
        """The last notices, newest first."""
        return list(reversed(self._history))

    def can(self, notice: Notice) -> bool:
        """Whether the button of a notice still works."""
        if notice.step is not None:
            return not self._workbench.read_only and self._workbench.way_back(notice.step) is not None
        return bool(notice.button) and (notice.owner is None or isValid(notice.owner))

    def do(self, notice: Notice) -> None:
        """Run the action of the button of a notice."""
        if notice is self._notice:
            self._dismiss()
        if notice.step is None:
            notice.work()
        else:
            self._workbench.take_back(notice.step)

    @property
    def left(self) -> LeftNotices:
        """The notices that another window, which replaces this one, is to have."""
        return LeftNotices(tuple(self._history), self._notice)

    def resume(self, left: LeftNotices) -> None:
        """Keep the notices of the window that this one replaces, and go on showing the one that it showed."""
        self._history.extendleft(reversed(left.last))
        if self._notice is None and left.shown is not None:
            self._show(left.shown)
        if left.last:
            self.changed.emit()

    def tell(self, notice: Notice) -> None:
        """Show a notice in place of the previous one, and announce it."""
        if notice.step is not None:
            # Taking it back needs none of its changes, which may be those of a whole register.
            notice = replace(notice, step=replace(notice.step, changes=()))
        self._history.append(TimedNotice(datetime.datetime.now().astimezone(), notice))
        self._show(notice)
        say(self._window, notice.text)
        self.changed.emit()

    def _show(self, notice: Notice) -> None:
        self._notice = notice
        self._bar.fill(notice)
        self._enable()
        self._watch(on=True)
        self._place()
        self._bar.show()
        self._bar.raise_()
        self._timer.start()

    def go(self) -> bool:
        """Give the focus to the notice that is shown; False if there is none."""
        if self._notice is None:
            return False
        self._came_from = QApplication.focusWidget()
        button = self._bar.button if self._bar.button.isEnabled() and self._notice.button else self._bar.cross
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the notice when the views or the line being edited on the sheet move."""
        # While a window is destroyed, its children get hide events.
        if event.type() in _MOVES and isValid(self._window):
            self._place()
        return super().eventFilter(watched, event)

    @cached_property
    def _bar(self) -> NoticeBar:
        bar = NoticeBar(self._window)
        bar.pressed.connect(self._on_pressed)
        bar.dismissed.connect(self._dismiss)
        return bar

    def _on_stepped_here(self, step: Step) -> None:
        text, redo = step_text(step, self._workbench), self._workbench.way_back(step) is UndoDirection.REDO
        taken_back = self.tr("Undone: {action}") if redo else self.tr("Redone: {action}")
        if not text and step.undoes is not None:
            # The sheet scrolls to the change, which is not announced; matrix and list may not show the field at all.
            if self._centre.sheet.isVisible():
                say(self._window, taken_back.format(action=label(step.label)))
            else:
                text = taken_back.format(action=label(step.label))
        if text:
            self.tell(Notice(text, self.tr("Redo") if redo else self.tr("Undo"), step=step))

    def _on_unwritten(self, text: str) -> None:
        """Show a text in a notice that was typed during a wait, and for which there is no field any more."""
        self.tell(Notice(self.tr("Typed while you waited, and written nowhere: “{text}”").format(text=short(text))))

    def _on_not_pasted(self, problem: Problem) -> None:
        self.tell(Notice(sentence(problem).removesuffix(".")))

    def _on_stepped(self, _step: Step) -> None:
        self._enable()
        self._place()
        self.changed.emit()

    def _on_released(self, item: str, field: str) -> None:
        if self._notice is not None and self._notice.unsaved == (item, field):
            self._dismiss()

    def _on_file_opened(self) -> None:
        """Drop notices with a step, as it was taken in another file and cannot be undone here."""
        self._history = deque((timed for timed in self._history if timed.notice.step is None), maxlen=_MOST)
        if self._notice is not None and self._notice.step is not None:
            self._dismiss()
        self.changed.emit()

    def _on_pressed(self) -> None:
        if self._notice is not None:
            self.do(self._notice)

    def _on_time_over(self) -> None:
        if self._bar.is_wanted:
            self._timer.start()
        else:
            self._dismiss()

    def _dismiss(self) -> None:
        """Hide the notice, and give the focus back to the widget that had it, if that is visible."""
        self._timer.stop()
        self._notice = None
        places = [
            widget
            for widget in (self._came_from, self._centre)
            if widget is not None and isValid(widget) and widget.isVisible()
        ]
        self._came_from = None
        if places and self._bar.isAncestorOf(QApplication.focusWidget() or self._window):
            places[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._watch(on=False)
        self._bar.hide()

    def _enable(self) -> None:
        """Disable the button if another step was taken since."""
        if self._notice is None:
            return
        can = self.can(self._notice)
        key = QKeySequence(ACTIONS["go_notice"].shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        tip = self.tr("{key} leads to the notice").format(key=key) if can else self.tr("Something else was done since")
        self._bar.button.setEnabled(can)
        self._bar.button.setToolTip(tip)

    def _watch(self, *, on: bool) -> None:
        """While a notice is shown, watch all widgets whose moves may require another place for it."""
        sheet = self._centre.sheet
        for widget in (self._window, self._centre, sheet, sheet.viewport(), sheet.writing.editor):
            widget.removeEventFilter(self)
            if on:
                widget.installEventFilter(self)

    def _place(self) -> None:
        if self._notice is None:
            return
        room = room_in(self._window, self._centre, self._workbench.selection)
        at_top = self._bar.isVisible() and self._bar.y() == room.area.top() + room.head
        self._bar.fit(room.area.width())
        self._bar.setGeometry(spot(self._bar.size(), room, was_at_top=at_top))
