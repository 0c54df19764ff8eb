"""The history of the open register: its steps by days, filters, and what each step did."""

import datetime
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QModelIndex, QRect, QSize, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from riskdesk.desk import history
from riskdesk.desk.item_names import Names
from riskdesk.desk.register_steps import ReadStep, read_step
from riskdesk.domain.history import Event, StepCriteria, every_event
from riskdesk.domain.problems import Problem
from riskdesk.domain.story import Story
from riskdesk.domain.text import short
from riskdesk.kit.announce import say
from riskdesk.kit.fields import DateField
from riskdesk.kit.letter_size import grown
from riskdesk.kit.plain import label_name
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.second_window import SecondWindow
from riskdesk.kit.settings import Settings
from riskdesk.kit.splitter import Splitter
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import sentence, ui_words
from riskdesk.ui.bench.names import register_names
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.bench.values import telling
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.filters import Filters
from riskdesk.ui.history.looking_back import LookingBack
from riskdesk.ui.history.steps import TIME, StepsModel
from riskdesk.ui.history.steps_view import StepsView
from riskdesk.ui.history.telling import day_text, write_head, write_item, write_line
from riskdesk.ui.history.text import ReadText
from riskdesk.ui.printing.choice import PrintChoice

_SIZE = QSize(960, 600)
# The number of steps listed at once, and of items described for a step.
_ENOUGH, _MOST = 60, 100


@dataclass(frozen=True)
class HistoryPlace:
    """Where the window of the history is on the screen, the steps that it lists, and the number of the current one."""

    room: QRect
    criteria: StepCriteria
    step: int


class HistoryWindow(SecondWindow):
    """The window with the history of the open register; there is only one, which is reused."""

    def __init__(self, workbench: Workbench, settings: Settings, choice: PrintChoice) -> None:
        super().__init__()
        self.setProperty("chapter", "The history of the register")
        self._workbench = workbench
        # The step that was current before others were listed.
        self._number = 0
        self._names: Names | None = None
        self._story: Story | None = None
        self._looking = LookingBack(self, workbench, settings, choice)
        self._filters, self._model = Filters(self), StepsModel(self)
        self._view = StepsView(self._model, self)
        self._text = ReadText(self.tr("What the step did"), self, self._show_current)
        self._count, self._date = PlainLabel(parent=self), DateField(self)
        self._show_day = QPushButton(self.tr("&Show"), self)
        # Reads the journal page by page until enough steps are listed.
        self._next = QTimer(self, interval=0, singleShot=True)
        self._arrange()
        self._connect()

    def sizeHint(self) -> QSize:
        return _SIZE

    def come_up(self) -> None:
        """Show the history of the open register, and bring the window to the front."""
        if self.isHidden():
            self.take_size()
            # Who opens it anew looks for what was done last.
            self._leave_step()
        self.open_up()
        self._follow()
        self.come_to_front()
        self._view.setFocus()

    @property
    def place(self) -> HistoryPlace:
        """Where the window is, and what it shows."""
        return HistoryPlace(self.geometry(), self._filters.criteria(), self._current_number())

    def show_again(self, place: HistoryPlace) -> None:
        """Show what another window of the history has shown, without taking the focus."""
        self.show_aside(place.room)
        self._follow()
        self._filters.choose(place.criteria)
        self._number = place.step
        self._choose()

    def _arrange(self) -> None:
        listed, splitter = QWidget(self), Splitter(parent=self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._view, 1)
        column.addWidget(self._count)
        self._count.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        splitter.addWidget(listed)
        splitter.addWidget(self._text)
        splitter.setSizes([_SIZE.width() // 2, _SIZE.width() // 2])
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._filters)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._foot())
        self.setCentralWidget(whole)

    def _foot(self) -> QHBoxLayout:
        """Return the row with the field for the day to look back to."""
        row, label = QHBoxLayout(), PlainLabel(self.tr("The register as it &was on:"), self)
        row.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        row.setSpacing(UNIT)
        label.setBuddy(self._date)
        self._date.setAccessibleName(label_name(label.text()))
        self._date.setMaximumWidth(grown(22 * UNIT, self))
        for part in (label, self._date, self._show_day):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._filters.changed.connect(self._list)
        self._model.looked.connect(self._on_looked)
        self._next.timeout.connect(self._model.go_on)
        self._view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._view.selectionModel().currentChanged.connect(self._show_current)
        self._show_day.clicked.connect(self._look_back_to_day)
        self._date.returnPressed.connect(self._look_back_to_day)
        self._date.committed.connect(self._keep_day)
        self._workbench.file_opened.connect(self._leave_step)
        for signal in (self._workbench.stepped, self._workbench.register_opened):
            signal.connect(self._follow)
        closing = QAction(self)
        closing.setShortcut("Esc")
        closing.triggered.connect(self.close)
        self.addAction(closing)

    def _follow(self) -> None:
        """Show the present open register, if the window is visible."""
        tree = self._workbench.tree()
        if tree is None or not self.isVisible():
            self.close()
            return
        name = register_names(self._workbench.registers())[tree.register.id]
        self.setWindowTitle(self.tr("History of “{register}”").format(register=short(name)))
        session, register = self._workbench.session, tree.register
        self._names = Names(tree, session.history)
        try:
            scales, people = reading(
                lambda _checkpoint: (history.scales(session, register), session.history.people(register.id))
            )
            self._story = Story(telling(), self._names.record, scales)
            self._filters.offer_people(people)
            self._list()
        except Problem as problem:
            self._tell(problem)

    def _list(self) -> None:
        """List the filtered steps, and select the step that was current before."""
        tree = self._workbench.tree()
        if tree is None or self._story is None:
            return
        self._number = self._current_number()
        try:
            self._model.show(self._workbench.session, tree, self._story, self._filters.criteria())
        except Problem as problem:
            self._tell(problem)

    def _leave_step(self) -> None:
        """Let no step be the current one, so that the first will be: in another file its number is that of another."""
        self._view.setCurrentIndex(QModelIndex())

    def _current_number(self) -> int:
        """The number of the current step; 0 if there is none."""
        step = self._model.step(self._view.currentIndex().row())
        return 0 if step is None else step.number

    def _on_scrolled(self, value: int) -> None:
        """Read older steps when the end of the list is near."""
        bar = self._view.verticalScrollBar()
        if self.isVisible() and bar.maximum() and value >= bar.maximum() - bar.pageStep():
            self._next.start()

    def _choose(self) -> None:
        """Make the step that was current before the current one, else the first."""
        rows = {step.number: row for row in range(self._model.rowCount()) if (step := self._model.step(row))}
        if rows:
            row = rows.get(self._number, next(iter(rows.values())))
            self._view.setCurrentIndex(self._model.index(row, TIME))
        else:
            self._text.begin()

    def _on_looked(self) -> None:
        """Show how many steps are listed, and read on until there are enough."""
        count = self.tr("%Ln step(s)", "", self._model.count)
        if self._model.is_whole:
            began = history.beginning(self._workbench.session)
            text = self.tr("{steps}; the history begins on {date}")
            count = count if began is None else text.format(steps=count, date=ui_words().date(began))
            say(self._view, count)
        elif self._model.count < _ENOUGH:
            count = self.tr("{steps} so far; the search goes on…").format(steps=count)
            self._next.start()
        else:
            count = self.tr("{steps}, and more below").format(steps=count)
        self._count.setText(count)
        if not self._view.currentIndex().isValid():
            self._choose()

    def _show_current(self) -> None:
        """Write what the current step did; nothing for a day, as no step is selected then, or if nobody sees it."""
        # Another file may be open by then, in which this is another step, or none.
        if not self.isVisible():
            return
        current = self._view.currentIndex()
        step = self._model.step(current.row())
        past, names = self._workbench.session.history, self._names
        if step is None and current.isValid():
            self._text.begin()
        if step is None or names is None or self._story is None:
            return
        try:
            read = reading(lambda _checkpoint: read_step(past, names, step.number, _MOST))
            # Otherwise, another step has become the current one meanwhile.
            if names is self._names and self._model.step(self._view.currentIndex().row()) is step:
                self._write(read, self._story)
        except Problem as problem:
            self._tell(problem)

    def _write(self, read: ReadStep, story: Story) -> None:
        step = read.step
        self._text.begin()
        with self._text.at_once():
            self._text.paragraph().add(day_text(step.at), quiet=True)
            write_head(self._text, step, story.head(step, again=read.again), read.undone)
            paragraph = self._text.paragraph(0.5)
            paragraph.link(
                self.tr("Show the register as it was after this step"), lambda: self._looking.to(step.number)
            )
            for event in islice(every_event(step), _MOST):
                self._write_item(event, story)
            if read.items > _MOST:
                self._text.paragraph(1.5).add(self.tr("and %Ln more item(s)", "", read.items - _MOST), quiet=True)
        self._text.end()

    def _write_item(self, event: Event, story: Story) -> None:
        assert self._names is not None, "a register is shown"
        change = event.change
        record = self._names.last_record(change.kind, change.id) or change.before or change.after or {}
        write_item(self._text.paragraph(1.5), change.kind, record)
        for line in story.lines(event):
            write_line(self._text, line)

    def _keep_day(self, day: datetime.date | None) -> None:
        self._date.set_value(day)
        self._date.restore()

    def _look_back_to_day(self) -> None:
        """Show the register as it was at the end of the day entered; if there is no such state, say why."""
        self._date.commit()
        day, tree = self._date.value(), self._workbench.tree()
        if self._date.reason or day is None or tree is None:
            self._date.setFocus()
            self._write_words(self._date.reason)
            return
        try:
            self._looking.to(history.step_on(self._workbench.session, tree.register.id, day))
        except Problem as problem:
            self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        self._write_words(sentence(problem))
        say(self._text, sentence(problem), assertive=True)

    def _write_words(self, words: str) -> None:
        """Write a message in place of a step."""
        if words:
            self._text.begin()
            self._text.paragraph().add(words)
