"""Find and replace: the search text, its replacement, and the places with the text before and after."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from riskdesk.desk import find_and_replace
from riskdesk.desk.find import TEXTS
from riskdesk.desk.find_and_replace import Replacement, replace_in
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.folding import Query
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.records import kind_name
from riskdesk.kit.announce import say
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.flow import Flow
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.letter_size import grown
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.pressing import ENTER_KEYS
from riskdesk.kit.row_table import read_by_rows
from riskdesk.kit.tasks import LatestTask
from riskdesk.kit.theme import UNIT
from riskdesk.kit.ticked_table import RowTicks
from riskdesk.ui.bench.language import sentence, ui_language, ui_number
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.form import FormDialog
from riskdesk.ui.find.places import AFTER, BEFORE, FIELD, ITEM, PlacesModel
from riskdesk.ui.find.texts import PlaceText

_SIZE = (100 * UNIT, 68 * UNIT)
# The number of rows that are visible on the smallest screen.
_LEAST_ROWS = 4
_WIDTHS = {ITEM: 17 * UNIT, FIELD: 15 * UNIT}


class ReplaceDialog(FormDialog):
    """The dialog of find and replace, which shows each place in the open register before the text is replaced."""

    def __init__(self, workbench: Workbench, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find and replace"))
        self.setProperty("chapter", "Finding")
        self.yes.setText(self.tr("&Replace"))
        self._workbench, self._replace_search = workbench, LatestTask(self)
        self._places: list[Replacement] | None = None
        self._query, self._by = QLineEdit(text, self), QLineEdit(self)
        for field in (self._query, self._by):
            IntoLine(field)
        self._only = self._fields()
        self._case, self._words = QCheckBox(self.tr("Match &case"), self), QCheckBox(self.tr("Whole &words"), self)
        self._all, self._count = QCheckBox(self.tr("&All"), self), PlainLabel(parent=self)
        self._model, self._view = PlacesModel(self), QTableView(self)
        self._before, self._after = PlaceText(self.tr("Before"), self), PlaceText(self.tr("After"), self)
        self._build()
        self._connect()
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter after a new search text must not replace anything yet: it moves on to the replacement.
        if event.key() in ENTER_KEYS and self._query.hasFocus():
            self._by.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Replace the text at the ticked places and close; stay open if that fails, which was already reported."""
        # Text typed elsewhere is stored first, which starts a new search.
        if not self._workbench.commit() or self._places is None:
            return
        problem = self._workbench.run(replace_in(self._model.chosen)).problem
        if problem is None or isinstance(problem, Conflict):
            super().accept()

    def done(self, result: int) -> None:
        self._replace_search.drop()
        super().done(result)

    def _fields(self) -> CalmBox:
        """The choice of one field of one kind, or of all fields."""
        box = CalmBox(self)
        box.addItem(self.tr("All texts"), None)
        box.setMinimumContentsLength(len(box.itemText(0)))
        for kind, names in TEXTS.items():
            code = kind_name(kind)
            for name in names:
                label = self.tr("{item}: {field}").format(
                    item=VALUE_KINDS[code].label.text(ui_language()),
                    field=FIELDS[code][name].label.in_sentence.text(ui_language()),
                )
                box.addItem(label, (code, name))
        return box

    def _build(self) -> None:
        self.add(self.tr("&Find:"), self._query)
        self.add(self.tr("Re&place with:"), self._by)
        self.add(self.tr("&In:"), self._only, self._choices())
        self._view.setModel(self._model)
        RowTicks(self._view)
        self._view.setAccessibleName(self.tr("What would be replaced"))
        read_by_rows(self._view)
        header, row_height = self._view.horizontalHeader(), self._view.verticalHeader().defaultSectionSize()
        self._view.setMinimumHeight(header.sizeHint().height() + _LEAST_ROWS * row_height)
        for column in (BEFORE, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self._view.setColumnWidth(column, grown(width, self._view))
        results, texts = QVBoxLayout(), QGridLayout()
        for column, text in enumerate((self._before, self._after)):
            texts.addWidget(PlainLabel(text.accessibleName(), self), 0, column)
            texts.addWidget(text, 1, column)
        results.setSpacing(UNIT)
        results.setContentsMargins(0, 0, 0, UNIT)
        results.addWidget(_row(self, self._all, self._count))
        results.addWidget(self._view, 3)
        results.addLayout(texts, 1)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout), "a form lies in one"
        layout.insertLayout(1, results, 1)
        layout.setSpacing(UNIT)
        self.resize(*_SIZE)

    def _choices(self) -> QWidget:
        """The search options, one below another if they do not fit side by side."""
        both = QWidget(self)
        middle = QVBoxLayout(both)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addLayout(Flow(2 * UNIT, self._case, self._words))
        middle.addStretch(1)
        return both

    def _connect(self) -> None:
        self._query.textChanged.connect(self._search)
        self._by.textChanged.connect(self._search)
        self._only.currentIndexChanged.connect(self._search)
        self._case.toggled.connect(self._search)
        self._words.toggled.connect(self._search)
        self._replace_search.done.connect(self._show)
        self._model.ticked.connect(self._tell)
        self._all.clicked.connect(self._tick_all)
        self._view.selectionModel().currentRowChanged.connect(self._show_current)
        self._workbench.stepped.connect(self._search)
        self._workbench.register_opened.connect(self._search)

    def _tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - as a check box tells it
        self._model.tick_all(ticked=ticked)

    def _search(self) -> None:
        """Start the search; until it has found the places, nothing can be replaced."""
        tree = self._workbench.tree()
        if tree is None:
            self.reject()
            return
        self._places = None
        self.yes.setEnabled(False)
        query = Query(self._query.text(), self._case.isChecked(), self._words.isChecked())
        by, only = self._by.text(), self._only.currentData()
        self._replace_search.start(partial(find_and_replace.places, tree, query, by, only))

    def _show(self, found: list[Replacement]) -> None:
        row = max(0, self._view.currentIndex().row())
        self._places = found
        self._model.show(found)
        self._view.setCurrentIndex(self._model.index(min(row, len(found) - 1), ITEM))
        if not found:
            self._before.clear()
            self._after.clear()
        self._tell()
        say(self._view, self._count.text())

    def _tell(self) -> None:
        """Show how many places were found, and how many of them are ticked."""
        if self._places is None:
            return
        chosen, possible = self._model.chosen, self._model.possible
        text = self.tr("{count} found in {places}").format(**self._counts(self._places))
        if len(chosen) < len(self._places):
            text = self.tr("{found}; {count} ticked in {places}").format(found=text, **self._counts(chosen))
        self._count.setText(text if self._query.text() else "")
        self._all.setEnabled(bool(possible))
        some = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        self._all.setCheckState(Qt.CheckState.Checked if chosen and len(chosen) == len(possible) else some)
        self.yes.setEnabled(bool(chosen))

    def _counts(self, places: list[Replacement]) -> dict[str, object]:
        count = sum(len(place.spans) for place in places)
        return {"count": ui_number(count), "places": self.tr("%Ln place(s)", "", len(places))}

    def _show_current(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            place = self._model.place(row)
            self._before.show_text(place.before, place.spans)
            problem_text = "" if place.problem is None else sentence(place.problem)
            self._after.show_text(problem_text or place.after, () if problem_text else place.spans_after)


def _row(parent: QWidget, *widgets: QWidget) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * UNIT)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row
