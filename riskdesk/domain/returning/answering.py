"""Reads the answers of owners: the cells of a workbook that differ from what was sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from riskdesk.domain.courier import BESIDE, FORMAT, LOCKED, OPEN, VERSION
from riskdesk.domain.importing.messages import LeftOut, Message, Report
from riskdesk.domain.importing.remarks import report_additions
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.records import KINDS, defaults, field_value
from riskdesk.domain.register_sheet import BANDS, MITIGATION_ID, RISK_ID, SCORES, SheetColumn, sheet_columns
from riskdesk.domain.returning.cells import Cells
from riskdesk.domain.returning.finding import Returned, WorkbookLine, coded
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.sheets import FilePlace, Source
from riskdesk.domain.text import shortened

# One sheet of each kind was sent, but somebody may have copied them.
_MOST_SHEETS = 10
_CODES = {RISK_ID: "risk", MITIGATION_ID: "mitigation"}
# What else the rows say: the category and the other side of the entry.
_BESIDE = ("category", "entry")
_OTHER_VERSION = QT_TRANSLATE_NOOP(
    "Problem",
    "This owner's workbook has version {found}, and your version of Riskdesk reads version {known}; update Riskdesk to"
    " read it.",
)


@dataclass(frozen=True, slots=True)
class AnsweredCell:
    """A field that an owner changed, with its value in the workbook."""

    kind: str
    id: str
    field: str
    value: Any
    place: FilePlace


@dataclass(frozen=True, slots=True)
class LockedCell:
    """A locked cell with its text now and when it was sent; `base` is None if that is not known."""

    id: str
    column: SheetColumn
    base: str | None
    text: str
    place: FilePlace


@dataclass(frozen=True, slots=True)
class Answer:
    """A workbook that came back: its register, its owner, and what changed in it.

    `base` has the values of the open fields when it was sent, by the ids of items, `scale` the scale at that time.
    `locked` are the changed cells outside of the open fields.
    """

    register: str
    owner: str
    scale: Scale
    base: Mapping[str, Mapping[str, Any]]
    cells: tuple[AnsweredCell, ...]
    locked: tuple[LockedCell, ...]
    messages: tuple[Message, ...]
    left_out: tuple[LeftOut, ...]


def answer(source: Source) -> Answer | None:
    """The answer in a workbook; None if the workbook was not sent to an owner, or lost what was sent.

    InputProblem if another version of Riskdesk sent it in another form.
    """
    try:
        return _answer(source)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _answer(source: Source) -> Answer | None:
    report = Report()
    coded_sheets = ((kind, sheet) for code, kind in _CODES.items() for sheet in coded(source, {code}, FORMAT))
    sheets = list(islice(coded_sheets, _MOST_SHEETS + 1))
    if not 0 < len(sheets) <= _MOST_SHEETS:
        return None
    content = sheets[0][1].content
    if content["version"] != VERSION:
        raise InputProblem(_OTHER_VERSION, found=shortened(str(content["version"]), 60), known=VERSION)
    scale = scale_from_record(content["scale"])
    base = {
        identity: {name: field_value(kind, name, record[name]) for name in OPEN[kind]}
        for kind, sheet in sheets
        for identity, record in sheet.content["base"].items()
        if record.keys() == set(OPEN[kind])
    }
    readings = [_Reading(kind, sheet, scale, base, report) for kind, sheet in sheets]
    report_additions(source, [sheet.table for _, sheet in sheets], report)
    cells = tuple(cell for reading in readings for cell in reading.cells())
    return Answer(
        str(content["register"]),
        str(content["owner"]),
        scale,
        base,
        cells,
        tuple(cell for reading in readings for cell in reading.locked),
        tuple(report.messages),
        tuple(report.left_out),
    )


class _Reading:
    """Reads one sheet of a workbook that came back."""

    def __init__(
        self, kind: str, sheet: Returned, scale: Scale, base: Mapping[str, Mapping[str, Any]], report: Report
    ) -> None:
        self._kind, self._sheet, self._base, self._report = kind, sheet, base, report
        self._cells = Cells(sheet, scale, report)
        self._scale, self._empty = scale, defaults(KINDS[kind])
        columns = {column.code: column for column in (*sheet_columns(scale), *BESIDE[kind])}
        self._locked = [columns[code] for code in LOCKED[kind] if code in columns]
        self.locked: list[LockedCell] = []

    def cells(self) -> Iterator[AnsweredCell]:
        """The cells that were changed since they were sent.

        Everything else that was written, also in repeated rows, is reported as left out, and rows that were deleted.
        """
        seen: set[str] = set()
        for line in self._sheet.lines:
            identity = line.text(f"{self._kind}.id")
            if identity in self._base and identity not in seen:
                seen.add(identity)
                yield from self._changed(line.as_seen({self._kind, *_BESIDE}), identity)
            else:
                self._leave(line)
        for identity in (known for known in self._sheet.content["base"] if known not in seen):
            self._report_missing(identity)
        for table, cell in self._sheet.foreign:
            self._report.left_out.append(LeftOut.of_cell("rest", table.place_of(cell), cell))

    def _changed(self, line: WorkbookLine, identity: str) -> Iterator[AnsweredCell]:
        values = self._cells.fields(line, self._kind, identity)
        self.locked += self._changed_locked(line, identity, values)
        for name in OPEN[self._kind]:
            code, base = f"{self._kind}.{name}", self._base[identity][name]
            # A value that could not be read was reported, and does not empty the field; nor does a column that is gone.
            if name in values or (code in line.columns and code not in line.cells):
                value = values.get(name, self._empty[name])
                if value != base:
                    yield AnsweredCell(self._kind, identity, name, value, line.place(code))

    def _changed_locked(self, line: WorkbookLine, identity: str, values: Mapping[str, Any]) -> Iterator[LockedCell]:
        """The locked cells of a row that were changed, or may have been; results of formulas do not count."""
        texts = self._sheet.content.get("locked", {}).get(identity, {})
        for column in self._locked:
            text = self._sheet.whole(identity, column.code, line.text(column.code)).strip()
            base = texts.get(column.code)
            if column.code in (*SCORES, *BANDS):
                worked_out = self._worked_out(column.code, values)
                is_formula = column.code in line.cells and line.cells[column.code].formula
                base = text if is_formula or text in ("", *worked_out) else worked_out[0]
            if column.code in line.columns and (base is None or base.split() != text.split()):
                yield LockedCell(identity, column, base, text, line.place(column.code))

    def _worked_out(self, code: str, values: Mapping[str, Any]) -> tuple[str, ...]:
        """The texts that a score or band may have for the levels of its row."""
        halves = ("residual_likelihood", "residual_impact") if "residual" in code else ("likelihood", "impact")
        pair = Assessment(*(values.get(half) for half in halves))
        band, score = self._scale.band(pair), self._scale.score(pair)
        if code in SCORES:
            return ("" if score is None else str(score),)
        return (band.name.en, band.name.fr) if band else ("",)

    def _report_missing(self, identity: str) -> None:
        """Report that the row of a risk or mitigation was deleted, with its reference and text as they were sent."""
        texts = {**self._sheet.content.get("locked", {}).get(identity, {}), **self._sheet.content["base"][identity]}
        name = " ".join(filter(None, map(texts.get, ("risk.reference", "risk.description", "description"))))
        self._report.warn("row_missing", self._sheet.table.place(), name)

    def _leave(self, line: WorkbookLine) -> None:
        cells = [cell for cell in line.cells.values() if cell.text not in self._base]
        place = line.table.place_of(cells[0]) if cells else line.place()
        self._report.left_out.append(LeftOut("rest", place, " | ".join(cell.text.strip() for cell in cells)))
