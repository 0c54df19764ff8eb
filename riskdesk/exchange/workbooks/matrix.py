"""The matrix of a register with counts by formulas on the register sheet, before and after mitigation."""

from riskdesk.domain.codes import SIDES
from riskdesk.domain.label import Label
from riskdesk.domain.printing import Sides
from riskdesk.domain.register_sheet import BAND, MATRIX, RESIDUAL_BAND, RISK_ID, level_word, sheet_columns
from riskdesk.domain.scale import Assessment
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.exchange.workbooks.book import QUIET, TITLE_LOOKS, Book
from riskdesk.exchange.workbooks.lists import BAND_NAMES, ENDED, IMPACTS, LIKELIHOODS
from riskdesk.exchange.workbooks.wrapping import width

_UNCOUNTED = Label("Closed and rejected risks are not counted.", "Les risques clos ou rejetés ne sont pas comptés.")
_CORNER = Label("Likelihood ↓ / Impact →", "Probabilité ↓ / Impact →")
_UNASSESSED = Label("Not assessed", "Non évalués")
_TOTAL = Label("Total", "Total")
# In letters: all columns for impact together.
_ALL = 160
_COUNT = Label("Risks", "Risques")


def write_matrix(book: Book, tree: RegisterTree, table: str) -> None:
    """Add the sheet, which counts rows of the table with that name."""
    _Matrix(book, tree, table).write()


class _Matrix:
    def __init__(self, book: Book, tree: RegisterTree, table: str) -> None:
        self._book, self._table = book, table
        self._sheet = book.sheet(MATRIX)
        self._risks = [*tree.standing_risks]
        self._heads = {column.code: book.say(column.head) for column in sheet_columns(book.scale)}

    def write(self) -> None:
        scale = self._book.scale
        levels = [
            level_word(scale.likelihood, level, self._book.language) for level in range(1, len(scale.likelihood) + 1)
        ]
        words = [self._book.say(band.name) for band in scale.bands]
        count = max(2, len(scale.impact))
        self._sheet.widths(width(levels, 26), *[width(words, 16, _ALL // count)] * count)
        self._sheet.line(0, 0, self._book.say(MATRIX), **TITLE_LOOKS)
        self._sheet.line(1, 0, self._book.say(_UNCOUNTED), **QUIET)
        row = 3
        for side in (Sides.INHERENT, Sides.RESIDUAL):
            row = self._side(row, side)
        self._sheet.page(pages=1)

    def _side(self, top: int, side: Sides) -> int:
        """Write the matrix of one side, with the number of risks in each band below it; return the row after it."""
        book, scale, sheet = self._book, self._book.scale, self._sheet
        sheet.line(top, 0, book.say(SIDES[side]), bold=True, font_size=12)
        sheet.text(top + 1, 0, book.say(_CORNER), book.head)
        levels = range(1, len(scale.impact) + 1)
        for impact in levels:
            sheet.text(top + 1, impact, level_word(scale.impact, impact, book.language), book.head)
        for place in range(1, len(scale.likelihood) + 1):
            # The highest likelihood is at the top.
            likelihood, row = len(scale.likelihood) + 1 - place, top + 1 + place
            sheet.text(row, 0, level_word(scale.likelihood, likelihood, book.language), book.head)
            for impact in levels:
                self._pair(row, impact, Assessment(likelihood, impact), side)
        return self._bands(top + 3 + len(scale.likelihood), side)

    def _pair(self, row: int, column: int, pair: Assessment, side: Sides) -> None:
        """Write the number of risks in a cell, with the word of its band."""
        book, scale = self._book, self._book.scale
        band = scale.band(pair)
        assert band is not None, "each pair of levels is in a band"
        word = book.say(band.name).replace('"', "”")
        number_format = f'0"  {word}";;"–  {word}"'
        # A number that does not fit would be shown as ###.
        looks = book.cell(
            num_format=number_format, align="center", text_wrap=False, shrink=True, **book.band_looks(band)
        )
        halves = (("likelihood", LIKELIHOODS, pair.likelihood), ("impact", IMPACTS, pair.impact))
        conditions = (f"({self._column(side, half)}=INDEX({range_name},{level}))" for half, range_name, level in halves)
        count = sum(_pair_of(risk, side) == pair for risk in self._risks)
        self._formula(row, column, "*".join(conditions), looks, count)

    def _bands(self, top: int, side: Sides) -> int:
        """Write the number of risks in each band, without assessment, and in total; return the row after them."""
        book, scale, sheet = self._book, self._book.scale, self._sheet
        column = self._of(BAND if side is Sides.INHERENT else RESIDUAL_BAND)
        sheet.text(top, 0, self._heads[BAND], book.head)
        sheet.text(top, 1, book.say(_COUNT), book.head)
        band_indices = [scale.band_index(_pair_of(risk, side)) for risk in self._risks]
        for place in reversed(range(len(scale.bands))):
            top += 1
            looks = book.band_looks(scale.bands[place])
            sheet.text(top, 0, book.say(scale.bands[place].name), book.cell(**looks))
            self._formula(top, 1, f"({column}=INDEX({BAND_NAMES},{place + 1}))", book.cell(), band_indices.count(place))
        for label, condition, count in (
            (_UNASSESSED, f'({column}="")', band_indices.count(None)),
            (_TOTAL, "1", len(band_indices)),
        ):
            top += 1
            sheet.text(top, 0, book.say(label), book.cell())
            self._formula(top, 1, condition, book.cell(), count)
        return top + 3

    def _formula(self, row: int, column: int, condition: str, looks: object, count: int) -> None:
        """Write the number of rows that meet a condition and have a risk that has not ended, as a formula.

        It does not use COUNTIFS, which would take characters in the names of levels for wildcards.
        """
        standing = "*".join(f"({self._of('risk.status')}<>{state})" for state in ENDED)
        texts = "&".join(map(self._of, _TELLING))
        formula = f'=SUMPRODUCT(({texts}<>"")*{standing}*{condition})'
        self._sheet.raw.write_formula(row, column, formula, looks, count)

    def _column(self, side: Sides, half: str) -> str:
        """A reference to a column of levels, for formulas."""
        return self._of(f"risk.residual_{half}" if side is Sides.RESIDUAL else f"risk.{half}")

    def _of(self, code: str) -> str:
        return f"{self._table}[{self._heads[code]}]"


# Each risk has text in at least one of these, even one that was added in the workbook.
_TELLING = (RISK_ID, "risk.description", "risk.title")


def _pair_of(risk: Risk, side: Sides) -> Assessment:
    return risk.residual if side is Sides.RESIDUAL else risk.assessment
