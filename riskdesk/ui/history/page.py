"""The second page of the inspector: the history of the selected item, and what of it can be restored."""

from functools import partial
from itertools import islice
from typing import NamedTuple

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.desk import history
from riskdesk.desk.item_names import Names
from riskdesk.desk.session import Session
from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.history import Event, Gone, before
from riskdesk.domain.possible import LEVELS
from riskdesk.domain.problems import Problem
from riskdesk.domain.records import Record, to_record
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.step import LATEST
from riskdesk.domain.story import Scales, Story, StoryLine
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Register, Risk, Value
from riskdesk.ui.bench.language import sentence, ui_words
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.bench.values import telling
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.restoring import Restoring
from riskdesk.ui.history.score import ScoreLine
from riskdesk.ui.history.telling import Link, day_text, restoring_words, time_text, write_event, write_item
from riskdesk.ui.history.text import ReadText

# The number of steps read at once, and of deleted items listed until the user asks for all.
_PAGE, _FEW = 60, 8


class _Past(NamedTuple):
    """What is written first of an item: its scores, its latest steps, and what was deleted from it (a register)."""

    scales: Scales
    points: list[history.ScorePoint]
    chapter: history.Chapter
    gone: list[Gone]
    has_more: bool


class HistoryPage(QWidget):
    """The page of the inspector with the history of the selected item.

    Older steps are read as the user scrolls to them.
    """

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("chapter", "What happened to a risk")
        self._workbench, self._restoring = workbench, Restoring(workbench, self)
        self._id = ""
        self._before: int | None = None
        self._story: Story | None = None
        self._scales: Scales | None = None
        # The item as it is now, and as it was before the steps written so far.
        self._now: Record = {}
        self._then: Record | None = None
        self._day = ""
        self._lists_all = self._is_stale = False
        self.line, self.text = ScoreLine(self), ReadText(self.tr("History"), self, self._write_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.text.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_item(self, identity: str) -> None:
        """Show the history of an item of the open register, or of the register itself, once this page is visible."""
        self._lists_all = self._lists_all and identity == self._id
        self._id, self._is_stale = identity, True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _read(self) -> None:
        """Read the latest steps of the item, and write them."""
        self._is_stale = False
        self._before, self._story = LATEST, None
        tree = self._workbench.tree()
        value = None if tree is None else tree.find(self._id)
        if tree is None or value is None:
            return
        self._now = self._then = to_record(value)
        try:
            self._open(tree, value)
        except Problem as problem:
            # A damaged journal is reported on this page only, so that everything else can still be used.
            self.line.hide()
            self.text.begin()
            self.text.paragraph().add(sentence(problem))

    def _open(self, tree: RegisterTree, value: Value) -> None:
        session, lists_all = self._workbench.session, self._lists_all
        past = reading(lambda _checkpoint: _look(session, tree.register, value, lists_all=lists_all))
        if self._id != value.id:
            # Another one is shown by now.
            return
        self._story, self._scales = Story(telling(), Names(tree).record, past.scales), past.scales
        self.line.show_points(past.points)
        self._write(past)

    def _write_again(self) -> None:
        if self._story is not None:
            self._read()

    def _write(self, past: _Past) -> None:
        self.text.begin()
        self._day = ""
        with self.text.at_once():
            self._write_gone(past)
            self._write_chapter(past.chapter)
        self.text.end()

    def _on_scrolled(self) -> None:
        if self._story is not None and self._before is not None and self.isVisible() and self.text.at_end():
            with self.text.at_once():
                self._write_more()

    def _write_more(self) -> None:
        """Write the steps before those written so far."""
        if self._before is None or self._story is None:
            return
        session, identity, before = self._workbench.session, self._id, self._before
        self._write_chapter(reading(lambda _checkpoint: history.chapter(session, identity, before, _PAGE)))

    def _write_chapter(self, chapter: history.Chapter) -> None:
        if self._story is None:
            return
        self._before = chapter.before
        for event in chapter.events:
            self._write_event(event, self._story)
            self._then = before(self._then, event)
        if self._before is None:
            self._write_beginning()

    def _write_event(self, event: Event, story: Story) -> None:
        if (day := day_text(event.step.at)) != self._day:
            self._day = day
            self.text.paragraph(3 if self.text.is_begun else 0).add(day, large=True)
        write_event(self.text, event, story, partial(self._value_link, event), self._item_links(event, self._then))

    def _value_link(self, event: Event, line: StoryLine) -> Link | None:
        """A link that restores the value before a step, if it differs from the present one and is still valid."""
        edit, kind = line.edit, event.change.kind
        if self._workbench.read_only or edit is None or self._scales is None:
            return None
        field, values, tree = FIELDS[kind][edit.field], {edit.field: edit.before}, self._workbench.tree()
        if field.type is FieldType.SCALE and tree is not None:
            values = values if history.may_return(scale_from_record(edit.before), tree) else self._now
        if edit.field in LEVELS:
            values = history.as_measured(values, self._now, self._scales.before(event.step.number), self._scales.now)
        if self._now.get(edit.field) == values[edit.field]:
            return None
        return restoring_words(line, field), partial(self._restoring.value, kind, self._id, edit.field, edit.before)

    def _item_links(self, event: Event, then: Record | None) -> list[Link]:
        """A link that restores the item as it was after the step, if it is different now."""
        kind = event.change.kind
        if self._workbench.read_only or then is None or self._scales is None:
            return []
        then = history.as_measured(then, self._now, self._scales.after(event.step.number), self._scales.now)
        if not history.differ(kind, then, self._now):
            return []
        return [(self.tr("Restore as it was then"), partial(self._restoring.item, kind, self._id, then))]

    def _write_beginning(self) -> None:
        began = history.beginning(self._workbench.session)
        if began is not None:
            text = self.tr("The history begins on {date}.").format(date=ui_words().date(began))
            self.text.paragraph(2).add(text, quiet=True)

    def _write_gone(self, past: _Past) -> None:
        """List the deleted items, the latest first."""
        if not past.gone:
            return
        self.text.paragraph().add(self.tr("Deleted items"), large=True)
        for gone in past.gone:
            self._write_one_gone(gone)
        if past.has_more:
            self.text.paragraph(1, 1).link(self.tr("Show all"), self._list_all)

    def _write_one_gone(self, gone: Gone) -> None:
        when_and_who = self.tr("{date} at {time} · {who}").format(
            date=day_text(gone.step.at), time=time_text(gone.step.at), who=gone.step.who or "–"
        )
        write_item(self.text.paragraph(1, 1), gone.top.kind, gone.record)
        self.text.paragraph(0, 1).add(when_and_who, quiet=True)
        if not self._workbench.read_only:
            self.text.paragraph(0.25, 1).link(self.tr("Bring back"), partial(self._restoring.gone, gone))

    def _list_all(self) -> None:
        self._lists_all = True
        self._read()


def _look(session: Session, register: Register, value: Value, *, lists_all: bool) -> _Past:
    scales = history.scales(session, register)
    points = history.score_points(session, value, scales) if isinstance(value, Risk) else []
    chapter = history.chapter(session, value.id, LATEST, _PAGE)
    deletions = session.history.deleted_items(register.id) if isinstance(value, Register) else []
    every = (gone for number, ids in deletions for gone in session.history.gone_in(number, ids))
    gone = list(every if lists_all else islice(every, _FEW))
    return _Past(scales, points, chapter, gone, next(every, None) is not None)
