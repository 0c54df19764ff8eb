"""Reads cells into the fields of a risk and its measures: one function for each field."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from riskdesk.domain.importing.context import ImportContext
from riskdesk.domain.importing.draft import DraftRisk, NoteLine
from riskdesk.domain.importing.entries.draft_row import DraftRow
from riskdesk.domain.importing.entries.level_reader import LevelReader
from riskdesk.domain.importing.messages import LeftOut, Question
from riskdesk.domain.importing.tables import titled_texts
from riskdesk.domain.importing.tables.regions import HeadedColumn
from riskdesk.domain.importing.values import dates, from_t0, month_ends
from riskdesk.domain.importing.values.dated import text_of
from riskdesk.domain.importing.words import heads, lines_below, splitting
from riskdesk.domain.importing.words.fields import DEADLINES, LEVELS, Field
from riskdesk.domain.importing.words.vocabulary import (
    MEASURE_STATES,
    PROXIMITIES,
    STATES,
    is_error,
    plain,
    responses,
    state,
)
from riskdesk.domain.sheets import Cell, FilePlace

# Columns whose values do not come in.
_LEFT = (Field.SCORE, Field.IGNORED, Field.KIND)
_YES = frozenset(["yes", "y", "oui", "o", "x", "true", "vrai", "escalated"])
_NO = frozenset(["no", "n", "non", "false", "faux"])


@dataclass
class CellReader:
    """Reads the content of each cell into the field that its column means."""

    levels: LevelReader
    month_first: Mapping[int, bool]
    context: ImportContext
    # Whether risks have a score but no levels, and whether that is so for the residual risk.
    unrated: bool = False
    score_alone: bool = False
    reported: set[tuple[str, str]] = field(default_factory=set)

    def read(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        """Read a cell into the field of its column; a cell with a word for “nothing” is reported as left out."""
        self.context.report.noted.add(cell.note)
        if cell.note and column.field not in (Field.DESCRIPTION, Field.TITLE):
            self.footnote(cell.note, place, draft.risk)
        if splitting.is_nothing(cell.text):
            self._leave_out("nothing", cell, place)
        elif column.field in LEVELS:
            self.levels.read(column, cell, place, draft.risk)
        else:
            _READERS.get(column.field or Field.NOTE, CellReader._note)(self, column, cell, place, draft)

    def is_missing(self, column: HeadedColumn, cell: Cell, place: FilePlace) -> bool:
        """Whether a cell holds an error instead of a value; the user is warned of that.

        In the text of a risk, even an error comes in.
        """
        if column.field in _LEFT or not is_error(cell.text):
            return False
        self._warn_once("no_value", cell.text.strip(), place)
        if column.field in (Field.DESCRIPTION, Field.TITLE):
            return False
        self._leave_out("no_value", cell, place)
        return True

    def _leave_out(self, reason: str, cell: Cell, place: FilePlace) -> None:
        self.context.report.left_out.append(LeftOut.of_cell(reason, place, cell))

    def _warn_once(self, kind: str, word: str, place: FilePlace) -> None:
        """Warn of a word only at its first place."""
        if (kind, plain(word)) not in self.reported:
            self.reported.add((kind, plain(word)))
            self.context.report.warn(kind, place, word)

    def _pair(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        self.levels.read_pair(column, cell, place, draft.risk)

    def _note(self, column: HeadedColumn, cell: Cell, _place: FilePlace, draft: DraftRow) -> None:
        draft.risk.remark_cell(column.name, cell, residual=column.head.residual and bool(column.groups))

    def _percent(self, column: HeadedColumn, cell: Cell, _place: FilePlace, draft: DraftRow) -> None:
        draft.risk.remark_cell(column.name, cell, residual=column.head.residual)

    def _text(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        name, text = ("title", cell.text) if column.field is Field.TITLE else ("description", cell.text)
        if column.titled and (parts := titled_texts.titled(text)):
            draft.risk.fields["title"], text = parts
        if name == "description":
            before, ended = lines_below.of_risk(text)
            # If the column of states says something else, the line stays in the text.
            if ended is not None and draft.risk.fields.setdefault("status", ended) is ended:
                text = before
        item = splitting.as_one(replace(cell, text=text))
        draft.risk.fields[name] = text_of(cell, item.text)
        if item.note:
            self.footnote(item.note, place, draft.risk)

    def footnote(self, note: str, place: FilePlace, risk: DraftRisk) -> None:
        """Keep a footnote in the note of its risk."""
        self.context.report.warn("footnote", place, note)
        risk.note.append(NoteLine(note))

    def _plain(self, column: HeadedColumn, cell: Cell, _place: FilePlace, draft: DraftRow) -> None:
        name = "reference" if column.field is Field.ID else (column.field or Field.NOTE).value
        text = text_of(cell, splitting.as_one(cell).text if name != "reason" else cell.text.strip())
        target = draft.measure_fields(column, text) if name == "action_owner" else draft.risk.fields
        between = {"reason": "\n", "trigger": "; ", "action_owner": "; "}.get(name)
        target[name] = f"{target[name]}{between}{text}" if between and target.get(name, text) != text else text

    def _response(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        named_responses = responses(cell.text)
        if len(named_responses) == 1:
            draft.risk.fields["response"] = named_responses.pop()
        else:
            self._warn_once("unknown_response", cell.text, place)
            draft.risk.remark_cell(column.name, cell)

    def _proximity(self, column: HeadedColumn, cell: Cell, _place: FilePlace, draft: DraftRow) -> None:
        proximity = state(cell.text, PROXIMITIES)
        if proximity is None:
            draft.risk.remark_cell(column.name, cell)
        else:
            draft.risk.fields["proximity"] = proximity

    def _status(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        risk_state = state(cell.text, STATES)
        if risk_state is None:
            self._warn_once("unknown_status", cell.text.strip(), place)
        # The text or another column may have given another state already.
        if risk_state is None or draft.risk.fields.setdefault("status", risk_state) is not risk_state:
            draft.risk.remark_cell(column.name, cell)

    def _measure_status(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        measure_state = state(cell.text, MEASURE_STATES)
        if measure_state is not None:
            draft.measure_fields(column, cell.text)["status"] = measure_state
        else:
            self._warn_once("unknown_status", cell.text.strip(), place)
            draft.risk.remark_cell(column.name, cell)

    def _day(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        assert column.field is not None, "it is one of days"
        day = self._read_day(column, cell, place)
        if day is not None:
            draft.risk.fields[column.field.value] = day
        else:
            self.context.report.warn("date_not_read", place, cell.text)
            draft.risk.remark_cell(column.name, cell)

    def _read_day(self, column: HeadedColumn, cell: Cell, place: FilePlace) -> datetime.date | None:
        """The day in a cell, with a warning if it is only a guess, as the last one of a month is."""
        first = self.month_first.get(column.column, False)
        month_end = month_ends.day(cell.text) if column.field in DEADLINES else None
        day = month_end or dates.day(cell, month_first=first)
        if day is not None and (month_end or dates.is_guess(cell, month_first=first)):
            self.context.report.warn("date_guess", place, cell.text, day)
        return day

    def _due(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        day = self._read_day(column, cell, place)
        if day is None and from_t0.is_one(cell.text):
            start = dates.read(self.context.ask(Question("t0", "t0", place, cell.text)))
            day = from_t0.day(cell.text, start)
        month_first = self.month_first.get(column.column, False)
        joined = day is None and heads.names_person(column.name)
        beside = dates.text_and_day(cell.text, month_first=month_first) if joined else None
        if beside is not None:
            self._owner_and_day(column, cell, place, beside, draft)
        elif day is not None:
            draft.measure_fields(column, day.isoformat(), day)["due_date"] = day
        else:
            self.context.report.warn("date_not_read", place, cell.text)
            draft.risk.remark_cell(column.name, cell)

    def _action_owner(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        beside = dates.text_and_day(cell.text) if heads.names_day(column.name) else None
        if beside is None:
            self._plain(column, cell, place, draft)
        else:
            self._owner_and_day(column, cell, place, beside, draft)

    def _owner_and_day(
        self, column: HeadedColumn, cell: Cell, place: FilePlace, beside: tuple[str, datetime.date], draft: DraftRow
    ) -> None:
        """Read the name and the day of a cell that holds both."""
        owner, day = " ".join(beside[0].split()), beside[1]
        if any(dates.text_and_day(cell.text, month_first=first) != beside for first in (True, False)):
            self.context.report.warn("date_guess", place, cell.text, day)
        fields = draft.measure_fields(column, ", ".join(filter(None, (day.isoformat(), owner))), day)
        # Another column may have given another name already.
        owners = dict.fromkeys(filter(None, (fields.get("action_owner"), owner)))
        fields.update(action_owner="; ".join(owners), due_date=day)

    def _escalated(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        word = plain(cell.text)
        if word in _NO:
            self._leave_out("no", cell, place)
        elif word in _YES:
            recipient = self.context.ask(Question("escalated_to", "escalated_to", place, cell.text))
            if recipient:
                draft.risk.fields["escalated_to"] = recipient
            else:
                draft.risk.remark_cell(column.name, cell)
        else:
            draft.risk.fields["escalated_to"] = text_of(cell, " ".join(cell.text.split()))

    def _score(self, column: HeadedColumn, cell: Cell, place: FilePlace, draft: DraftRow) -> None:
        if column.head.residual and self.score_alone:
            self._warn_once("residual_score_only", column.name, place)
            draft.risk.remark_cell(column.name, cell)
        elif self.unrated:
            self._warn_once("score_only", column.name, place)
            draft.risk.remark_cell(column.name, cell)
        else:
            self._leave_out("score", cell, place)

    def _ignored(self, _column: HeadedColumn, cell: Cell, place: FilePlace, _draft: DraftRow) -> None:
        self._leave_out("chosen", cell, place)

    def _kind(self, _column: HeadedColumn, _cell: Cell, _place: FilePlace, _draft: DraftRow) -> None:
        """Read nothing: the column only says that its rows are risks."""


_READERS: dict[Field, Callable[[CellReader, HeadedColumn, Cell, FilePlace, DraftRow], None]] = {
    Field.ID: CellReader._plain,
    Field.OWNER: CellReader._plain,
    Field.ACTION_OWNER: CellReader._action_owner,
    Field.REASON: CellReader._plain,
    Field.PROXIMITY: CellReader._proximity,
    Field.TRIGGER: CellReader._plain,
    Field.TITLE: CellReader._text,
    Field.DESCRIPTION: CellReader._text,
    Field.PERCENT: CellReader._percent,
    Field.RESPONSE: CellReader._response,
    Field.STATUS: CellReader._status,
    Field.MEASURE_STATUS: CellReader._measure_status,
    Field.IDENTIFIED_ON: CellReader._day,
    Field.LAST_REVIEW: CellReader._day,
    Field.NEXT_REVIEW: CellReader._day,
    Field.DUE: CellReader._due,
    Field.ESCALATED_TO: CellReader._escalated,
    Field.SCORE: CellReader._score,
    Field.PAIR: CellReader._pair,
    Field.KIND: CellReader._kind,
    Field.IGNORED: CellReader._ignored,
}
