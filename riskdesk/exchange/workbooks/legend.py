"""The legend: levels with their definitions, bands, rule and tolerance, and the words allowed in columns.

The formulas and lists of the register sheet refer to it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.register_sheet import LEGEND, level_word
from riskdesk.domain.scale import Assessment, Level, Rule
from riskdesk.domain.tree import RegisterTree
from riskdesk.exchange.workbooks.book import QUIET, TITLE_LOOKS, Book
from riskdesk.exchange.workbooks.lists import BAND_NAMES, BANDS, IMPACTS, LIKELIHOODS, SCORES, WORDS, named

# The last column on the left, and the first of the tables on the right.
_LEFT, _RIGHT = 2, 4
_RULES = {
    Rule.PRODUCT: Label("Score = likelihood × impact", "Score = probabilité × impact"),
    Rule.SUM: Label("Score = likelihood + impact", "Score = probabilité + impact"),
    Rule.TABLE: Label(
        "The band is looked up in the table below.", "Le niveau de risque est lu dans le tableau ci-dessous."
    ),
}
_DEFINITION = Label("Definition", "Définition")
_BAND, _RANGE, _TOLERATED = (
    Label("Band", "Niveau de risque"),
    Label("Scores", "Scores"),
    Label("Tolerated", "Toléré"),
)  # fmt: skip
_YES, _NO = Label("Yes", "Oui"), Label("No", "Non")
_TABLE_OF = {SCORES: Label("Scores", "Scores"), BANDS: Label("Bands", "Niveaux de risque")}
_NO_TOLERANCE = Label("The scale does not say what is tolerated.", "L’échelle ne dit pas ce qui est toléré.")


def write_legend(book: Book, tree: RegisterTree) -> None:
    """Add the sheet."""
    _Legend(book).write(tree)


class _Legend:
    """The sheet with the levels and bands on the left, and with the score and band of each pair of levels on the right.

    On the right are also the lists of words for other cells.
    """

    def __init__(self, book: Book) -> None:
        self._book, self._scale, self._sheet = book, book.scale, book.sheet(LEGEND)
        self._wording, self._row = words(book.language), 0

    def write(self, tree: RegisterTree) -> None:
        scale, say = self._scale, self._book.say
        lists = {name: (head, [say(label) for label in known.values()]) for name, (head, known) in WORDS.items()}
        lists |= named(tree)
        self._sheet.widths(26, 60, 12, 3, *[20] * max(len(scale.impact) + 1, len(lists)))
        self._line(say(scale.name), TITLE_LOOKS)
        self._line(say(_RULES[scale.rule]), QUIET)
        if scale.tolerance is None:
            self._line(say(_NO_TOLERANCE), QUIET)
        self._row += 1
        top = begin = self._row
        self._levels(self._wording.likelihood, scale.likelihood, LIKELIHOODS)
        self._levels(self._wording.impact, scale.impact, IMPACTS)
        self._bands()
        left = (0, 0), (self._row - 2, _LEFT)
        for name in (SCORES, BANDS) if scale.rule is not Rule.TABLE else (BANDS,):
            top = self._table(name, top)
        right = (begin, _RIGHT), (top - 2, _RIGHT + len(scale.impact))
        # Below both sides, so that long names in the lists make no row of them higher.
        top = max(top, self._row)
        for column, (name, (head, texts)) in enumerate(lists.items(), _RIGHT):
            self._list(top, column, name, [say(head), *texts])
        self._sheet.page()
        # Both sides and the lists on one page would have no readable text.
        self._book.print_only(self._sheet, left, right)

    def _line(self, text: str, looks: Mapping[str, Any]) -> None:
        self._sheet.heading(self._row, 0, text, _LEFT, **looks)
        self._row += 1

    def _heads(self, *heads: str) -> None:
        for column, head in enumerate(heads):
            self._sheet.text(self._row, column, head, self._book.head)
        self._row += 1

    def _levels(self, side: str, levels: tuple[Level, ...], name: str) -> None:
        book, first = self._book, self._row + 1
        self._heads(side, book.say(_DEFINITION))
        for number, level in enumerate(levels, 1):
            self._sheet.text(self._row, 0, level_word(levels, number, book.language), book.cell())
            self._sheet.text(self._row, 1, book.say(level.definition), book.cell())
            self._row += 1
        self._name(name, first)

    def _bands(self) -> None:
        """Write the bands from low to high, their scores and, if the scale says so, whether they are tolerated."""
        book, scale, first = self._book, self._scale, self._row + 1
        tolerated_head = () if scale.tolerance is None else (book.say(_TOLERATED),)
        self._heads(book.say(_BAND), book.say(_RANGE), *tolerated_head)
        for place, band in enumerate(scale.bands):
            scores = scale.ranges[place]
            range_text = (
                "" if scores is None else f"{scores[0]}–{scores[1]}" if scores[0] < scores[1] else str(scores[0])
            )
            self._sheet.text(self._row, 0, book.say(band.name), book.cell(**book.band_looks(band)))
            self._sheet.text(self._row, 1, range_text, book.cell())
            if scale.tolerance is not None:
                self._sheet.text(self._row, 2, book.say(_YES if place <= scale.tolerance else _NO), book.cell())
            self._row += 1
        self._name(BAND_NAMES, first)

    def _table(self, name: str, top: int) -> int:
        """Write a value for each pair of levels, likelihoods as rows, impacts as columns; return the next free row."""
        book, scale, sheet = self._book, self._scale, self._sheet
        sheet.text(top, _RIGHT, book.say(_TABLE_OF[name]), book.head)
        for impact in range(1, len(scale.impact) + 1):
            sheet.text(top, _RIGHT + impact, level_word(scale.impact, impact, book.language), book.head)
        for likelihood in range(1, len(scale.likelihood) + 1):
            sheet.text(top + likelihood, _RIGHT, level_word(scale.likelihood, likelihood, book.language), book.head)
        for pair in scale.cells:
            self._pair(name, pair, top)
        last = top + len(scale.likelihood)
        book.define(name, sheet, (top + 1, _RIGHT + 1), (last, _RIGHT + len(scale.impact)))
        return last + 2

    def _pair(self, name: str, pair: Assessment, top: int) -> None:
        band, likelihood, impact = self._scale.band(pair), pair.likelihood or 0, pair.impact or 0
        assert band is not None, "each pair of levels is in a band"
        looks = self._book.cell(**self._book.band_looks(band))
        if name == SCORES:
            self._sheet.raw.write_number(top + likelihood, _RIGHT + impact, self._scale.score(pair), looks)
        else:
            self._sheet.text(top + likelihood, _RIGHT + impact, self._book.say(band.name), looks)

    def _list(self, top: int, column: int, name: str, texts: Sequence[str]) -> None:
        """Write the words that a column may have, or suggests, below its head."""
        for row, text in enumerate(texts, top):
            self._sheet.text(row, column, text, self._book.head if row == top else self._book.cell())
        self._book.define(name, self._sheet, (top + 1, column), (top + len(texts) - 1, column))

    def _name(self, name: str, first: int) -> None:
        """Name the rows from `first` on, in the first column, and leave one free."""
        self._book.define(name, self._sheet, (first, 0), (self._row - 1, 0))
        self._row += 1


def look_up(table: str, likelihood: str, impact: str) -> str:
    """A formula for a value of two cells with levels, a score or the word of a band; empty if one of them is."""
    return f'IFERROR(INDEX({table},MATCH({likelihood},{LIKELIHOODS},0),MATCH({impact},{IMPACTS},0)),"")'
