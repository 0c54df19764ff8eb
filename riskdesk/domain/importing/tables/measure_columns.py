"""Finds columns about measures: their texts and details below a head of measures, and those about one of several."""

from collections import Counter
from collections.abc import Iterator, Mapping

from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import MEASURES, Field
from riskdesk.domain.importing.words.vocabulary import ASSESSMENT_WORDS, RISK_WORDS, phrase, responses, words

_FIELDS = {
    Field.OWNER: Field.ACTION_OWNER,
    Field.RESPONSIBLE: Field.ACTION_OWNER,
    Field.ACTION_OWNER: Field.ACTION_OWNER,
    Field.DUE: Field.DUE,
    Field.DATE: Field.DUE,
    Field.STATUS: Field.MEASURE_STATUS,
    Field.MEASURE_STATUS: Field.MEASURE_STATUS,
}
_SURE = 3
# Heads that only a head above or beside them explains, and those that one above explains.
_WHAT = frozenset(["what", "quoi"])
_GENERAL = _WHAT | {"detail", "details", "text", "texte", "contenu", "content", "nature", "objet"}
_HEADS_ABOVE = (*MEASURES, Field.STRATEGY)
_BESIDE = (Field.ACTION_OWNER, Field.RESPONSIBLE, Field.OWNER, Field.DUE)


def assign_texts(region: Region) -> None:
    """Take descriptions and general heads below a head of measures for measures, and owners and states for theirs.

    “What” may also stand beside “who” or “when”, without a head above.
    """
    for column, after in zip(region.columns, [*region.columns[1:], None], strict=True):
        group = next(filter(None, map(_measures_above, reversed(column.groups))), None)
        general = phrase(column.name) in _GENERAL
        beside = phrase(column.name) in _WHAT and after is not None and _tells_of_measures(after, column)
        if _of_risks(column) or not (group or beside):
            continue
        if general or column.field in (Field.TITLE, Field.DESCRIPTION):
            others = (other for other in region.of(*MEASURES, Field.STRATEGY) if other.groups == column.groups)
            alike = any(not _are_responses(region, other) for other in others)
            column.field = Field.NOTE if alike else group or Field.MITIGATION
        elif group and column.field in (Field.OWNER, Field.STATUS, Field.DATE):
            column.field = _FIELDS[column.field]


def _tells_of_measures(after: HeadedColumn, column: HeadedColumn) -> bool:
    """Whether the column behind another one says who does what stands in that, or by when."""
    return after.field in _BESIDE and after.groups == column.groups and not _of_risks(after)


def _are_responses(region: Region, column: HeadedColumn) -> bool:
    """Whether a column only has words for responses, such as “Reduce”."""
    return all(responses(cell.text) for cell in region.values(column))


def _measures_above(group: str) -> Field | None:
    """The field of a head above others if that is one of measures."""
    head = heads.read(group, near=False)
    # “Before measures” is about an assessment.
    tells = head.field in _HEADS_ABOVE and head.sure == _SURE and ASSESSMENT_WORDS.isdisjoint(words(group))
    return head.field if tells else None


def assign_to_measures(region: Region) -> list[tuple[HeadedColumn, Field]]:
    """Find the columns that belong to one column of measures, such as the owner or day of that measure.

    The head of such a column stands behind each column of measures, or has the same number as one. The column gets
    `measure`, and `IGNORED` as its field for now, so that it is not taken for one of the risk. Returns these columns
    with their fields.
    """
    counted = heads.counted(column.cell.text for column in region.columns)
    pairs = list(_pairs(region, counted))
    names = {column.column: phrase(counted.get(column.cell.text, column.name)) for column, _ in pairs}
    often = Counter(name for name, _ in {(names[column.column], measure.column) for column, measure in pairs})
    by_measure: dict[tuple[int, Field], HeadedColumn] = {}
    for column, measure in pairs:
        field = _FIELDS.get(column.field) if column.field is not None else None
        if field is None or often[names[column.column]] < 2 or _of_risks(column):
            continue
        if by_measure.setdefault((measure.column, field), column) is column:
            column.measure, column.field = measure.column, Field.IGNORED
    return [(column, field) for (_, field), column in by_measure.items()]


def _pairs(region: Region, counted: Mapping[str, str]) -> Iterator[tuple[HeadedColumn, HeadedColumn]]:
    """Columns that may belong to one column of measures, each with that column."""
    measures = region.of(*MEASURES)
    measures_by_number = {_number(measure): measure for measure in measures if measure.cell.text in counted}
    last: HeadedColumn | None = None
    for column in region.columns:
        if column.field in MEASURES:
            last = column
        else:
            measure = measures_by_number.get(_number(column), last) if column.cell.text in counted else last
            if measure is not None:
                yield column, measure


def _number(column: HeadedColumn) -> str:
    """The number at the end of a column's name, as a text; empty if there is none."""
    return column.name[len(column.name.rstrip("0123456789")) :]


def _of_risks(column: HeadedColumn) -> bool:
    return not RISK_WORDS.isdisjoint(words(column.name))
