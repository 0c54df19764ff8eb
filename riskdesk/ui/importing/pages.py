"""The pages beside the preview, and the bar that leads to them."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from riskdesk.domain.importing.messages import LeftOut
from riskdesk.domain.importing.result import Import
from riskdesk.domain.sheets import FilePlace, Source, Table, letters
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.tabs import Tabs
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_number, ui_words
from riskdesk.ui.importing.columns_page import ColumnsPage
from riskdesk.ui.importing.levels_page import ImportLevelsPage
from riskdesk.ui.importing.placed_list import PlacedList, PlacedRemark
from riskdesk.ui.importing.questions_page import QuestionsPage
from riskdesk.ui.importing.wishes import Wishes
from riskdesk.ui.importing.words import sentence_of, where

PREVIEW, WARNINGS, QUESTIONS, COLUMNS, LEVELS, LEFT_OUT = range(6)


class Pages(QWidget):
    """The pages of the import dialog below a bar with their names, one of them shown.

    The preview becomes one of them if there is no room beside. `place_chosen` is emitted with the place in the file of
    the current line of a list.
    """

    place_chosen = Signal(object)

    def __init__(self, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._counts: dict[int, int] = {}
        self._is_narrow = False
        self._titles = [
            self.tr("Preview"),
            self.tr("Warnings"),
            self.tr("Questions"),
            self.tr("Columns"),
            self.tr("Levels"),
            self.tr("Left out"),
        ]
        self.tabs, self._stack = Tabs(self._titles, self), QStackedWidget(self)
        self.tabs.setAccessibleName(self.tr("Pages"))
        place, what = self.tr("Place"), self.tr("Warning")
        self.warnings = PlacedList(self._titles[WARNINGS], (place, what), self)
        self.questions, self.columns, self.levels = (
            QuestionsPage(wishes, self),
            ColumnsPage(wishes, self),
            ImportLevelsPage(self),
        )
        heads = (place, self.tr("Why"), self.tr("How it begins"))
        self.left_out = PlacedList(self._titles[LEFT_OUT], heads, self)
        self._room = QWidget(self)
        self._build()

    def follow(self, file_import: Import, source: Source | None) -> None:
        """Show the messages, questions and omissions of an import."""
        self.warnings.show_remarks(list(_warnings(file_import)))
        self.left_out.show_remarks([_left_out(item, source) for item in sorted(file_import.left_out, key=_order)])
        self.questions.follow()
        self.columns.follow(file_import)
        for page in (WARNINGS, QUESTIONS, COLUMNS, LEFT_OUT):
            # There is nothing to say of a file of Riskdesk, nor of columns where there is no table.
            self.tabs.setTabVisible(page, source is not None and (page != COLUMNS or bool(file_import.roles)))
        self._counts = {
            WARNINGS: len(file_import.messages),
            QUESTIONS: len(self._wishes.questions),
            LEFT_OUT: len(file_import.left_out),
        }
        self._tell_counts()

    def take_in(self, preview: QWidget) -> None:
        """Make the preview a page of its own."""
        layout = self._room.layout()
        assert layout is not None, "it was given one"
        layout.addWidget(preview)
        preview.show()
        self.tabs.setTabVisible(PREVIEW, True)
        self.turn_to(PREVIEW)
        self._fit(is_narrow=True)

    def let_go(self) -> None:
        """Give the preview back, to stand beside the pages."""
        if self.tabs.currentIndex() == PREVIEW:
            self.turn_to(QUESTIONS if self.tabs.isTabVisible(QUESTIONS) else LEVELS)
        self.tabs.setTabVisible(PREVIEW, False)
        self._fit(is_narrow=False)

    def call_preview(self, *, is_comparison: bool) -> None:
        """Set the name of the page of the preview."""
        self.tabs.setTabText(PREVIEW, self.tr("Comparison") if is_comparison else self._titles[PREVIEW])

    def turn_to(self, page: int) -> None:
        """Show a page."""
        self.tabs.setCurrentIndex(page)

    def _build(self) -> None:
        within = QVBoxLayout(self._room)
        within.setContentsMargins(0, 0, 0, 0)
        pages: Sequence[QWidget] = (
            self._room,
            self.warnings,
            Scrolled(self.questions, self),
            Scrolled(self.columns, self),
            Scrolled(self.levels, self),
            self.left_out,
        )
        for page in pages:
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.warnings.chosen.connect(self.place_chosen)
        self.left_out.chosen.connect(self.place_chosen)

    def _fit(self, *, is_narrow: bool) -> None:
        layout, self._is_narrow = self.layout(), is_narrow
        assert layout is not None, "it was given one"
        layout.setContentsMargins(0 if is_narrow else 2 * UNIT, 0, 0, 0)
        self._tell_counts()

    def _tell_counts(self) -> None:
        """Show the number of lines of each page beside its name, if there is room."""
        for page, count in self._counts.items():
            title = self._titles[page]
            self.tabs.setTabText(page, f"{title} ({ui_number(count)})" if count and not self._is_narrow else title)


def _warnings(file_import: Import) -> Iterator[PlacedRemark]:
    for message in file_import.messages:
        text = sentence_of(message)
        whole = [f"{where(message.place)}{ui_words().colon} {text}", *filter(None, [message.excerpt.strip()])]
        yield PlacedRemark(message.place, (text,), partial("\n\n".join, whole))


def _order(item: LeftOut) -> tuple[bool, int, int, int, int]:
    """A sort key of omissions: in the order of the file, tables first."""
    place = item.place
    return place.kind is None, place.table, place.row, place.column, place.paragraph


def _left_out(item: LeftOut, source: Source | None) -> PlacedRemark:
    return PlacedRemark(item.place, (sentence_of(item), item.excerpt), lambda: "\n".join(_whole(item, source)))


def _whole(item: LeftOut, source: Source | None) -> Iterator[str]:
    """The texts of all cells that are left out, with their names; for other omissions, the text itself."""
    table = _table(item.place, source)
    rows = {row for row, _ in item.cells}
    found = () if table is None else table.cells
    cells = {(cell.row, cell.column): cell.text for cell in found if cell.row in rows}
    texts = [(row, column, cells[row, column]) for row, column in item.cells if cells.get((row, column))]
    yield f"{where(item.place)}{ui_words().colon} {sentence_of(item)}\n"
    if not texts:
        yield item.excerpt
    for row, column, text in texts:
        yield f"{letters(column)}{row}  {text}"


def _table(place: FilePlace, source: Source | None) -> Table | None:
    tables = () if source is None else source.tables
    return next((table for table in tables if (table.kind, table.number) == (place.kind, place.table)), None)
