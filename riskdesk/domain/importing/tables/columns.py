"""Decides what columns mean: by their heads, and by the values below where a head has several meanings."""

from collections.abc import Callable, Sequence

from riskdesk.domain.importing.tables import level_pairs, measure_columns, periods, scores, titled_texts
from riskdesk.domain.importing.tables.column_values import (
    are_states_of_measures,
    is_levels,
    is_number,
    is_percent,
    is_reference,
    is_word,
    length,
    share,
)
from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import MEASURES, RESIDUAL, SIDES, TEXTS, Field
from riskdesk.domain.importing.words.vocabulary import (
    KINDS,
    MEASURE_STATES,
    OPEN_STATES,
    RISK_WORDS,
    STATES,
    phrase,
    plain,
    responses,
    words,
)
from riskdesk.domain.sheets import Cell

MARKS = frozenset(["x", "✗", "✓", "✔", "✘", "×", "●", "•", "■", "☒", "☑", "1", "oui", "yes"])
_MOST = 0.6
_LONG_WORDS = 4.0
# Titles have so many words at most, on average.
_LONG_TITLE = 6.0
_SURE = 3
_EVENTS = ("event", "risk event", "evenement", "evenement redoute")
_TYPES_OF_RISKS = RISK_WORDS | {"type", "types"}
_ONCE = (
    Field.ID, Field.TITLE, Field.IDENTIFIED_ON, Field.LAST_REVIEW, Field.NEXT_REVIEW, Field.RESPONSE, Field.DUE,
    Field.ACTION_OWNER, Field.MEASURE_STATUS, Field.PROXIMITY, Field.ESCALATED_TO,
)  # fmt: skip


def assign_fields(region: Region, *, risk_is_text: bool = False) -> None:
    """Give each column of a region its field.

    With `risk_is_text`, a column called “risk” holds the texts of risks, however short: nothing else in the file does.
    """
    for column in region.columns:
        column.field = column.head.field if column.head.sure else None
    measure_columns.assign_texts(region)
    _assign_marks(region)
    cells = {column.column: list(region.values(column)) for column in region.columns}

    def values(column: HeadedColumn) -> Sequence[Cell]:
        return cells[column.column]

    level_pairs.assign_pairs(region, list(cells.values()))
    _assign_levels(region, values)
    _assign_numbers(region, values, risk_is_text=risk_is_text)
    for assign in (_assign_texts, _assign_kinds, _assign_responses):
        assign(region, values)
    single = measure_columns.assign_to_measures(region)
    periods.assign_periods(region, values)
    for assign_more in (_assign_people, _assign_states, _assign_dates, _assign_doubles, _assign_residuals):
        assign_more(region, values)
    level_pairs.turn_into_scores(region)
    for column, field in single:
        column.field = field


_Values = Callable[[HeadedColumn], Sequence[Cell]]


def _assign_marks(region: Region) -> None:
    """Find groups of columns that stand for a level each, with an X in one of them."""
    for column in region.columns:
        side = heads.read(column.groups[-1]).field if column.groups else None
        if side in SIDES and len(column.name) <= 15:
            texts = {plain(cell.text) for cell in region.values(column)}
            group_columns = [other for other in region.columns if other.groups == column.groups]
            if texts <= MARKS and len(group_columns) > 2:
                column.field, column.level = Field.LEVEL_MARK, side


def _assign_levels(region: Region, values: _Values) -> None:
    """Find columns with heads of levels that hold texts, or only repeat levels as numbers."""
    for column in region.of(*SIDES):
        if not is_levels(values(column)):
            column.field = Field.EFFECT if column.field is Field.IMPACT else Field.REASON
    for side in SIDES:
        side_columns = region.of(side)
        worded_columns = [other for other in side_columns if share(values(other), is_word) > _MOST]
        for column in side_columns:
            if any(other is not column and other.groups == column.groups for other in worded_columns):
                column.field = _repeated(values(column)) or column.field
    scores.assign_scores(region)


def _repeated(cells: Sequence[Cell]) -> Field | None:
    """The field of numbers beside the words of a level; None for other values."""
    if share(cells, is_percent) > _MOST:
        return Field.PERCENT
    return Field.SCORE if share(cells, is_number) > _MOST else None


def _assign_texts(region: Region, values: _Values) -> None:
    """Decide which column has the descriptions of risks, and which their titles."""
    _leave_summaries(region, values)
    texts = region.of(Field.RISK, Field.DESCRIPTION)
    sure = [column for column in texts if column.head.sure == _SURE and values(column)] or texts
    # Beside a cause or an effect, the column called event is the risk, even if others are longer.
    events = [column for column in sure if phrase(column.name) in _EVENTS and region.of(Field.EFFECT)]
    sure = events[:1] or sure
    longest = max(sure, key=lambda column: (length(values(column)), column.field is Field.DESCRIPTION), default=None)
    for column in texts:
        if column is longest:
            column.field = Field.DESCRIPTION
        elif not region.of(Field.TITLE) and _may_be_titles(values(column), sure=column in sure):
            column.field = Field.TITLE
        else:
            column.field = Field.EFFECT
    if longest is None:
        for column in (region.of(Field.TITLE) or _types(region, values) or _longest_unknown(region, values))[:1]:
            column.field = Field.DESCRIPTION
    for column in () if region.of(Field.TITLE) else region.of(Field.DESCRIPTION):
        rated = region.of(*SIDES, Field.PAIR, Field.SCORE)
        column.titled = titled_texts.have_titles(values(column), sentences=not rated)


def _leave_summaries(region: Region, values: _Values) -> None:
    """Take a summary that is longer than the texts of the risks for a note: it says what was done about them."""
    risks = [length(values(column)) for column in region.of(Field.RISK) if values(column)]
    for column in region.of(Field.TITLE) if risks else ():
        if phrase(column.name) == "summary" and length(values(column)) > max(risks):
            column.field = Field.NOTE


def _may_be_titles(cells: Sequence[Cell], *, sure: bool) -> bool:
    """Whether texts beside those of the risks may be their titles: not levels or sentences below an unsure head."""
    return bool(length(cells)) and (sure or (length(cells) <= _LONG_TITLE and not is_levels(cells)))


def _assign_numbers(region: Region, values: _Values, *, risk_is_text: bool) -> None:
    """Find columns of numbers that hold titles, and columns called “risk” that hold references or scores."""
    for column in region.of(Field.ID):
        cells = values(column)
        if cells and not share(cells, is_reference) and not region.of(Field.TITLE, Field.RISK):
            column.field = Field.TITLE
    for column in () if risk_is_text else region.of(Field.RISK):
        cells = values(column)
        if cells and share(cells, is_reference) > _MOST:
            column.field = _numbered(region, cells)


def _numbered(region: Region, cells: Sequence[Cell]) -> Field:
    """The field of a column called “risk” with short values such as “R1”, “12” or “Fire 1”.

    Beside a column of numbers, they are scores; in a list of measures, references to the risks answered; and beside
    both levels, the risks themselves.
    """
    if not region.of(Field.ID):
        return Field.SCORE if any(cell.formula for cell in cells) else Field.ID
    lettered = share(cells, lambda cell: any(sign.isalpha() for sign in cell.text)) > _MOST
    if lettered and all(region.of(side) for side in SIDES):
        return Field.RISK
    measures = region.of(*MEASURES) and len(region.of(*TEXTS)) == 1
    return Field.LINK if lettered and measures else Field.SCORE


def _types(region: Region, values: _Values) -> list[HeadedColumn]:
    """The column of types of risks if these are the risks themselves: measures beside them, and no type twice."""
    if not region.of(*MEASURES) or region.of(Field.ID, Field.LINK):
        return []
    columns = [column for column in region.of(Field.CATEGORY) if set(words(column.name)) <= _TYPES_OF_RISKS]
    texts = {column.column: [plain(cell.text) for cell in values(column)] for column in columns}
    return [
        column
        for column in columns
        if len(texts[column.column]) == len(set(texts[column.column])) > 1 and length(values(column)) > 1
    ]


def _longest_unknown(region: Region, values: _Values) -> list[HeadedColumn]:
    """The columns without a known head, longest texts first, in a table that the user wants all the same."""
    if not region.anything:
        return []
    unknown = [column for column in region.columns if column.field is None]
    return sorted(unknown, key=lambda column: -length(values(column)))


def _assign_kinds(region: Region, values: _Values) -> None:
    kind_words = KINDS["risk"] | KINDS["other"]
    for column in region.of(Field.KIND):
        cells = values(column)
        if not (cells and share(cells, lambda cell: plain(cell.text) in kind_words) > _MOST):
            column.field = Field.NOTE if region.of(Field.CATEGORY) else Field.CATEGORY
    # Of several columns, the one called category is the category.
    for column in sorted(region.of(Field.CATEGORY), key=lambda column: "categor" not in phrase(column.name))[1:]:
        column.field = Field.NOTE


def _assign_responses(region: Region, values: _Values) -> None:
    for column in region.of(Field.STRATEGY, Field.MITIGATION, Field.RESPONSE):
        cells = values(column)
        worded = share(cells, lambda cell: bool(responses(cell.text))) >= _MOST
        if column.field is Field.STRATEGY:
            column.field = Field.RESPONSE if worded or not cells else Field.MITIGATION
        elif worded and cells and column.field is Field.MITIGATION:
            column.field = Field.RESPONSE
        elif column.field is Field.RESPONSE and cells and not worded and length(cells) > _LONG_WORDS:
            column.field = Field.MITIGATION
    if not region.of(Field.MITIGATION):
        for column in region.of(Field.EXISTING):
            if phrase(column.name) in ("controls", "security controls", "key controls"):
                column.field = Field.MITIGATION


def _assign_people(region: Region, _values: _Values) -> None:
    for column in region.of(Field.RESPONSIBLE, Field.OWNER):
        if heads.names_day(column.name) and RISK_WORDS.isdisjoint(words(column.name)):
            column.field = Field.ACTION_OWNER
    for column in region.of(Field.RESPONSIBLE):
        place = region.columns.index(column)
        neighbours = region.columns[max(0, place - 1) : place + 2]
        due = any(other.field is Field.DUE for other in neighbours)
        column.field = Field.ACTION_OWNER if due or region.of(Field.OWNER) else Field.OWNER
    for column in _besides(region, Field.OWNER):
        column.field = Field.NOTE if region.of(Field.ACTION_OWNER) else Field.ACTION_OWNER


def _assign_states(region: Region, values: _Values) -> None:
    for column in region.of(Field.STATUS):
        words = {plain(cell.text) for cell in values(column)}
        measures = are_states_of_measures(values(column))
        if not region.of(*TEXTS) or (measures and not words & (OPEN_STATES | STATES.keys())):
            column.field = Field.MEASURE_STATUS
        elif words and not words & (OPEN_STATES | STATES.keys() | MEASURE_STATES.keys()) and length(values(column)) > 3:
            column.field = Field.NOTE
    for column in region.of(Field.NOTE):
        if are_states_of_measures(values(column)) and not region.of(Field.MEASURE_STATUS):
            column.field = Field.MEASURE_STATUS
    for column in _besides(region, Field.STATUS):
        column.field = Field.NOTE if region.of(Field.MEASURE_STATUS) else Field.MEASURE_STATUS


def _assign_dates(region: Region, _values: _Values) -> None:
    second = {column.groups[:1] for column in region.of(*SIDES) if column.groups and column.head.residual}
    first = next((column.groups[:1] for column in region.of(*SIDES)), ())
    for column in region.of(Field.DATE):
        if column.groups[:1] in second and column.groups[:1] != first:
            column.field = Field.LAST_REVIEW
        else:
            column.field = Field.NOTE if region.of(Field.IDENTIFIED_ON) else Field.IDENTIFIED_ON


def _assign_doubles(region: Region, _values: _Values) -> None:
    """Of several columns of a field that a risk has once, keep one; the others go to the note."""
    if len(region.of(Field.ID)) > 1 and region.of(*MEASURES) and not region.of(*TEXTS, Field.LINK):
        # A list of measures numbers these, and names the risks.
        for column in region.of(Field.ID):
            column.field = Field.ID if RISK_WORDS.isdisjoint(words(column.name)) else Field.LINK
    for field in _ONCE:
        for column in _besides(region, field):
            column.field = Field.NOTE
    for column in region.columns:
        if column.field is None:
            column.field = Field.NOTE


def _besides(region: Region, field: Field) -> list[HeadedColumn]:
    """The columns of a field but for the one with the surest head."""
    return sorted(region.of(field), key=lambda column: -column.head.sure)[1:]


def _assign_residuals(region: Region, _values: _Values) -> None:
    """Take the second of two columns of the same level for the residual one, whatever its head says."""
    for side in SIDES:
        columns = region.of(side)
        explicit = [column for column in columns if column.head.residual]
        if len(explicit) == len(columns) > 1:
            explicit = columns[1:]
        residual = explicit or columns[1:]
        for column in residual[:1]:
            column.field = RESIDUAL[side]
        for column in [column for column in columns if column.field is side][1:] + residual[1:]:
            column.field, column.name, column.groups = Field.NOTE, column.path, ()
    marks = region.of(Field.LEVEL_MARK)
    for side in SIDES:
        groups = list(dict.fromkeys(column.groups for column in marks if column.level == side))
        for column in marks:
            if column.level == side and column.groups in groups[1:2]:
                column.level = RESIDUAL[side]
