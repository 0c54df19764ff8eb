"""The cells of the working register as text, for the PDF and for word processors."""

from collections.abc import Iterator

from riskdesk.domain.language import words
from riskdesk.domain.manuscript import CellText, Colour, Para, Role, RowText, Run
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.scale import Assessment
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import EntryTree
from riskdesk.domain.values import Language, Mitigation, Register, Risk
from riskdesk.report.actions import Actions
from riskdesk.report.cell import NOTHING, spoken
from riskdesk.report.columns import RiskColumn, risk_columns
from riskdesk.report.style import style
from riskdesk.report.text import is_blank

# The columns to the left of that of the risk itself.
_BEFORE = ("reference", "title")
# The cell for nothing.
EMPTY_CELL = CellText((Para((Run(NOTHING),)),))


class WorkingText:
    """The cells of a working register by columns: those before the risk, the risk, its mitigations, and others.

    `mitigations` is the index of the column of mitigations; None if it is not shown.
    """

    def __init__(self, register: Register, how: Print) -> None:
        self._register = register
        self._shown = set(how.columns)
        self.actions = Actions(register, self._shown)
        columns = list(risk_columns(register, how))
        self.before = [column for column in columns if column.code in _BEFORE]
        self.after = [column for column in columns if column.code not in _BEFORE]
        self.risk = len(self.before)
        self.mitigations = self.risk + 1 if "mitigations" in self._shown else None

    @property
    def note(self) -> str:
        """The note in the legend; empty if there is none."""
        return terms(self._register.language).highest_of_row if "score" in self._shown else ""

    def rows(self, entry: EntryTree | None) -> list[RowText]:
        """The rows of an entry: one for each risk, with the mitigations beside all of them."""
        risks = entry.risks if entry is not None and entry.risks else (None,)
        highest = self._highest(entry)
        rows = [self._row(risk, highest) for risk in risks]
        if self.mitigations is not None:
            paras = self._mitigation_paras(entry.mitigations if entry is not None else ())
            rows[0][self.mitigations] = CellText(paras, rows=len(rows))
        return [RowText(tuple(row)) for row in rows]

    def stripe(self, entry: EntryTree | None) -> Colour | None:
        """The colour of the highest assessment in an entry; None if there is none."""
        highest = self._highest(entry)
        return None if highest is None else self._colour(highest)

    def _row(self, risk: Risk | None, highest: Assessment | None) -> list[CellText | None]:
        cells: list[CellText | None] = [self._cell(column, risk) for column in self.before]
        cells.append(self._risk_cell(risk))
        if self.mitigations is not None:
            cells.append(None)
        for column in self.after:
            strong = column.code == "score" and self._is_highest(risk, highest)
            cells.append(self._cell(column, risk, strong=strong))
        return cells

    def _cell(self, column: RiskColumn, risk: Risk | None, *, strong: bool = False) -> CellText:
        if risk is None:
            return EMPTY_CELL
        text = column.text(risk)
        assessment = None if risk.ended else column.assessment(risk)
        fill = None if assessment is None else self._colour(assessment)
        language = risk.language if column.field.is_prose else None
        return CellText((_para(risk, text, language, strong=strong),), fill)

    def _risk_cell(self, risk: Risk | None) -> CellText:
        if risk is None:
            return EMPTY_CELL
        # The title is above the text unless it has a column of its own.
        above = "" if "title" in self._shown else risk.title
        text = spoken(risk.description) if is_blank(above) else risk.description
        end = words(self._register.language).end(risk)
        paras = (
            _para(risk, above, risk.language, strong=True),
            _para(risk, text, risk.language),
            _para(risk, end, None, strong=True),
        )
        return CellText(tuple(para for para in paras if not is_blank(para.runs[0].text)))

    def _mitigation_paras(self, mitigations: tuple[Mitigation, ...]) -> tuple[Para, ...]:
        return tuple(para for mitigation in mitigations for para in self._paras_of(mitigation)) or EMPTY_CELL.paras

    def _paras_of(self, mitigation: Mitigation) -> Iterator[Para]:
        yield Para((Run(spoken(mitigation.description), language=mitigation.language),), Role.BULLET)
        parts = tuple(Run(part) for part in self.actions.parts(mitigation))
        if parts:
            yield Para(parts, Role.NOTE)

    def _colour(self, assessment: Assessment) -> Colour | None:
        scale = self._register.scale
        place = scale.band_index(assessment)
        return None if place is None else style(DocumentKind.WORKING).band_colour(scale.shade(place))

    def _highest(self, entry: EntryTree | None) -> Assessment | None:
        """The highest assessment of the risks of an entry that are not ended, if scores are shown and there is one."""
        scale = self._register.scale
        risks = entry.risks if entry is not None and "score" in self._shown else ()
        assessments = [
            risk.assessment for risk in risks if not risk.ended and scale.band_index(risk.assessment) is not None
        ]
        return max(assessments, key=scale.rank, default=None)

    def _is_highest(self, risk: Risk | None, highest: Assessment | None) -> bool:
        rank = self._register.scale.rank
        if risk is None or risk.ended or highest is None:
            return False
        return rank(risk.assessment) == rank(highest)


def _para(risk: Risk, text: str, language: Language | None, *, strong: bool = False) -> Para:
    """A paragraph about a risk in a language, None for that of the document; in a quiet colour if the risk is ended."""
    return Para((Run(text, strong=strong, quiet=risk.ended, language=language),))
