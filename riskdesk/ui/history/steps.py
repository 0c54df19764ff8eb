"""The steps of a register as a list by days, read page by page as it is scrolled."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont

from riskdesk.desk.item_names import Names
from riskdesk.desk.register_steps import read_page
from riskdesk.desk.session import Session
from riskdesk.domain.history import ANY, StepCriteria, subjects
from riskdesk.domain.step import LATEST, Step
from riskdesk.domain.story import Story
from riskdesk.domain.telling import record_name
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.apart import is_busy
from riskdesk.kit.fonts import bold_font
from riskdesk.kit.plain import as_tip
from riskdesk.kit.qt import NOWHERE, Index
from riskdesk.kit.spoken_row import spoken_row
from riskdesk.ui.bench.saving import reading
from riskdesk.ui.history.telling import day_text, time_text

TIME, WHAT, WHO = range(3)
# The number of steps that are listed at once, and of those searched at once where none is found: 20 milliseconds.
_PAGE, _LONGEST_PAGE = 200, 3_200
# After what time to try again while the window waits for something else.
_BUSY_MS = 50
# Up to so many items are named in the text of a step.
_FEW = 3


class StepRow(NamedTuple):
    """A step with its text, or the day on which the steps below were taken."""

    day: str
    step: Step | None = None
    head: str = ""


class StepsModel(QAbstractTableModel):
    """A Qt model of the filtered steps of a register, newest first, below the days on which they were taken.

    `looked` is emitted when another page of the journal was searched.
    """

    looked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._story: Story | None = None
        self._names: Names | None = None
        self._register, self._criteria = "", ANY
        self._before: int | None = None
        self._page = _PAGE
        self._rows: list[StepRow] = []
        self._undone: set[int] = set()
        self._again: set[int] = set()

    def show(self, session: Session, tree: RegisterTree, story: Story, criteria: StepCriteria) -> None:
        """List the steps of a register from the latest."""
        self.beginResetModel()
        self._session, self._register, self._story, self._criteria = session, tree.register.id, story, criteria
        self._names = Names(tree, session.history)
        self._before, self._rows, self._undone, self._again = LATEST, [], set(), set()
        self._page = _PAGE
        self.endResetModel()
        self.go_on()

    @property
    def is_whole(self) -> bool:
        """Whether the whole journal was searched."""
        return self._before is None

    @property
    def count(self) -> int:
        """The number of steps listed."""
        return sum(row.step is not None for row in self._rows)

    def step(self, row: int) -> Step | None:
        """The step of a row; None if the row is a day."""
        return self._rows[row].step if 0 <= row < len(self._rows) else None

    def go_on(self) -> None:
        """Read the next page, if there is one."""
        session, names, before, most = self._session, self._names, self._before, self._page
        if session is None or names is None or before is None:
            return
        if is_busy():
            QTimer.singleShot(_BUSY_MS, self, self.go_on)
            return
        page = reading(
            lambda _checkpoint: read_page(session.history, names, self._register, before, most, self._criteria)
        )
        if names is not self._names:
            # Other steps are listed by now.
            return
        self._before = page.before
        self._page = _PAGE if page.steps else min(2 * most, _LONGEST_PAGE)
        self._undone |= page.undone
        self._again |= page.again
        rows = self._as_rows(page.steps)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self.looked.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Time"), self.tr("What"), self.tr("Who"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].step is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()] if index.isValid() else None
        if row is not None and row.step is None and role == Qt.ItemDataRole.FontRole:
            return bold_font(QFont())
        if row is not None and row.step is not None and role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(row.head)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TIME:
            return spoken_row(index)
        if row is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if row.step is None:
            return row.day if index.column() == TIME else ""
        return (time_text(row.step.at), row.head, row.step.who or "–")[index.column()]

    def _as_rows(self, steps: list[Step]) -> list[StepRow]:
        last = next((day_text(row.step.at) for row in reversed(self._rows) if row.step is not None), "")
        rows = []
        for step in steps:
            day = day_text(step.at)
            rows += [StepRow(day)] if day != last else []
            rows.append(StepRow(day, step, self._head(step)))
            last = day
        return rows

    def _subjects(self, step: Step) -> str:
        """The items that a step changed, by reference or text, if they are few."""
        assert self._names is not None, "its steps are listed"
        texts: dict[str, str] = {}
        for change in subjects(step):
            record = change.after if change.before is None else self._names.last_record(change.kind, change.id)
            texts.setdefault(change.id, record_name(change.kind, record or change.before or {}))
        return ", ".join(filter(None, texts.values())) if len(texts) <= _FEW else ""

    def _head(self, step: Step) -> str:
        assert self._story is not None, "its steps are listed"
        head = self._story.head(step, again=step.number in self._again)
        subjects = self._subjects(step)
        head = self.tr("{action} · {items}").format(action=head, items=subjects) if subjects else head
        return self.tr("{step} (undone)").format(step=head) if step.number in self._undone else head
