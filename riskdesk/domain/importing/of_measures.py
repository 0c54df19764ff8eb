"""Columns that tell of one measure each, where there are several: the owner, day and state beside each of them."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from riskdesk.domain.importing import heads
from riskdesk.domain.importing.fields import MEASURES, Field
from riskdesk.domain.importing.regions import Column, Region
from riskdesk.domain.importing.vocabulary import phrase, words

_FIELDS = {
    Field.OWNER: Field.ACTION_OWNER,
    Field.RESPONSIBLE: Field.ACTION_OWNER,
    Field.ACTION_OWNER: Field.ACTION_OWNER,
    Field.DUE: Field.DUE,
    Field.DATE: Field.DUE,
    Field.STATUS: Field.MEASURE_STATUS,
    Field.MEASURE_STATUS: Field.MEASURE_STATUS,
}
_OF_RISKS = frozenset(["risk", "risks", "risque", "risques"])


def settle(region: Region) -> list[tuple[Column, Field]]:
    """Tell each such column its measures by `Column.measure`; gives what it means, which is none of the risk’s own.

    They stand behind their measures under heads that come again behind others, with or without a number.
    """
    counted = heads.counted(column.cell.text for column in region.columns)
    spans = list(_spans(region))
    names = {column.column: phrase(counted.get(column.cell.text, column.name)) for column in region.columns}
    often = Counter(name for _, span in spans for name in {names[column.column] for column in span})
    found = []
    for measure, span in spans:
        seen: set[Field] = set()
        for column in span:
            field = _FIELDS.get(column.field) if column.field is not None else None
            if field is not None and often[names[column.column]] > 1 and field not in seen and not _of_risks(column):
                seen.add(field)
                column.measure, column.field = measure.column, Field.IGNORED
                found.append((column, field))
    return found


def _spans(region: Region) -> Iterator[tuple[Column, list[Column]]]:
    """Each column of measures with those behind it, up to the next one."""
    places = [place for place, column in enumerate(region.columns) if column.field in MEASURES]
    for place, end in pairwise([*places, len(region.columns)]):
        yield region.columns[place], region.columns[place + 1 : end]


def _of_risks(column: Column) -> bool:
    return not _OF_RISKS.isdisjoint(words(column.name))
