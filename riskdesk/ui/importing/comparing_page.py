"""The page for comparing a file with a register: the differences, field by field, and which side to take."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from riskdesk.domain.comparing.comparison import Choices, Comparison, DifferenceLine, State
from riskdesk.domain.sheets import FilePlace
from riskdesk.kit.cut import CutLabel
from riskdesk.kit.flow import Flow
from riskdesk.kit.letter_size import grown
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import without_arguments
from riskdesk.kit.shown_text import ShownText
from riskdesk.kit.splitter import Splitter
from riskdesk.kit.theme import UNIT
from riskdesk.kit.ticked_table import RowTicks
from riskdesk.ui.importing.differences import FIELD, ITEM, DifferencesModel
from riskdesk.ui.importing.words import where_in_short


class _Counts(QObject):
    # Plurals are looked up in the context of the exact class, so a page with subclasses cannot have them.
    def summary(self, counts: Counter[State]) -> str:
        parts = (
            (counts[State.NEW], self.tr("%Ln new risk(s)", "", counts[State.NEW])),
            (counts[State.DIFFERENT], self.tr("%Ln risk(s) differ(s)", "", counts[State.DIFFERENT])),
            (counts[State.EQUAL], self.tr("%Ln risk(s) the same", "", counts[State.EQUAL])),
            (counts[State.MISSING], self.tr("%Ln risk(s) not in the file, kept", "", counts[State.MISSING])),
        )
        return " · ".join(words for count, words in parts if count)


class ComparingPage(QWidget):
    """The page that lists how a file differs from the register, and lets the user choose a side of each difference.

    Both texts of the current difference are shown in full below the list. `changed` is emitted when choices change.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = DifferencesModel(self)
        self._places: Mapping[str, FilePlace] = {}
        self.view, self._summary = QTreeView(self), PlainLabel("", self, wraps=True)
        self._place = CutLabel(Qt.TextElideMode.ElideRight, self)
        self._here, self._file = _text(self.tr("In the register"), self), _text(self.tr("In the file"), self)
        self._take, self._keep = QPushButton(self.tr("T&ake all"), self), QPushButton(self.tr("&Keep all"), self)
        self._build()
        self._connect()

    @property
    def choices(self) -> Choices:
        """The choices of the user, by the keys of the comparison."""
        return self.model.choices

    @property
    def current_line(self) -> DifferenceLine | None:
        """The difference whose texts are shown in full."""
        row = self.view.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def show_comparison(self, comparison: Comparison | None, places: Mapping[str, FilePlace]) -> None:
        """Show the differences with their places in the file; the same difference stays current."""
        self._places = places
        current = self.current_line
        self.model.show_comparison(comparison)
        lines = enumerate(self.model.lines)
        at = next((at for at, line in lines if current is not None and line.key == current.key), 0)
        if self.model.lines:
            self.view.setCurrentIndex(self.model.index(at, FIELD))
        self._summary.setText("" if comparison is None else self._summary_text(comparison))
        for button in (self._take, self._keep):
            button.setEnabled(bool(self.model.lines))
        self._show_current()

    def _summary_text(self, comparison: Comparison) -> str:
        counts: Counter[State] = Counter()
        for (kind, state), count in comparison.counts().items():
            counts[state] += count if kind == "risk" else 0
        if not self.model.lines:
            return self.tr("The register and the file say the same; there is nothing to import.")
        return _Counts().summary(counts)

    def _build(self) -> None:
        view = self.view
        view.setModel(self.model)
        RowTicks(view)
        view.setAccessibleName(self.tr("Differences"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.header().setSectionsMovable(False)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((ITEM, 17 * UNIT), (FIELD, 22 * UNIT)):
            view.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            view.setColumnWidth(column, grown(width, view))
        view.setMinimumHeight(10 * UNIT)
        buttons = Flow(UNIT, self._take, self._keep)
        listed, layout = QWidget(self), QVBoxLayout(self)
        within = QVBoxLayout(listed)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(UNIT)
        within.addWidget(self._summary)
        within.addWidget(view, 1)
        within.addLayout(buttons)
        parts = Splitter(Qt.Orientation.Vertical, self)
        parts.addWidget(listed)
        parts.addWidget(self._both())
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)

    def _both(self) -> QWidget:
        both = QWidget(self)
        grid = QGridLayout(both)
        grid.setContentsMargins(0, UNIT, 0, 0)
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(PlainLabel(self._here.accessibleName(), both), 0, 0)
        grid.addWidget(self._place, 0, 1)
        for column, box in enumerate((self._here, self._file)):
            grid.setColumnStretch(column, 1)
            grid.addWidget(box, 1, column)
        return both

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.model.ticked.connect(self.changed)
        for button, ticked in ((self._take, True), (self._keep, False)):
            button.setAutoDefault(False)
            button.clicked.connect(without_arguments(partial(self.model.tick_all, ticked=ticked)))

    def _show_current(self, _now: QModelIndex | None = None) -> None:
        line = self.current_line
        sides = ("", "") if line is None else self.model.sides(line)
        place = None if line is None or line.row.incoming is None else self._places.get(line.row.incoming.id)
        named = [self._file.accessibleName(), *([] if place is None else [where_in_short(place)])]
        self._place.setText(" · ".join(named))
        for box, text in zip((self._here, self._file), sides, strict=True):
            box.setPlainText(text)


def _text(name: str, parent: QWidget) -> ShownText:
    text = ShownText(name, parent)
    text.setMinimumHeight(7 * UNIT)
    return text
