"""How a register is listed: its rows and columns, in which order, filtered and grouped."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from riskdesk.domain.fields import COLUMNS, FIELDS, Field, FieldType
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.label import Label


class RowKind(StrEnum):
    """The kinds of rows that a list can have; each is the name of a kind of value."""

    RISK = "risk"
    MITIGATION = "mitigation"


# What a list of each kind of rows is called.
ROWS = {RowKind.RISK: VALUE_KINDS["risk"].plural, RowKind.MITIGATION: COLUMNS["mitigations"].label}
# What rows may be grouped by, besides nothing.
GROUPS = ("category", "owner", "band")

_CATEGORY = Field("category", FieldType.LINE, VALUE_KINDS["category"].label)
_SCORE = Field("score", FieldType.NUMBER, Label("Score", "Score"))
_BAND = Field("band", FieldType.BAND, Label("Band", "Niveau de risque"), short=Label("Band", "Niveau"))
_RESIDUAL_SCORE = Field(
    "residual_score",
    FieldType.NUMBER,
    Label("Residual score", "Score résiduel"),
    short=Label("Res. score", "Score rés."),
)
_RESIDUAL_BAND = Field(
    "residual_band",
    FieldType.BAND,
    Label("Residual band", "Niveau de risque résiduel"),
    short=COLUMNS["residual"].label,
)
_RISKS = Field("risks", FieldType.TEXT, VALUE_KINDS["risk"].plural)
# Columns that are no field of a row's value, by the field that they follow.
_BESIDE: Mapping[RowKind, Mapping[str, tuple[Field, ...]]] = {
    RowKind.RISK: {
        "description": (_CATEGORY,),
        "title": (COLUMNS["mitigations"],),
        "impact": (_SCORE, _BAND),
        "residual_impact": (_RESIDUAL_SCORE, _RESIDUAL_BAND),
    },
    RowKind.MITIGATION: {"description": (_RISKS, _CATEGORY, _BAND)},
}
_USUAL = {
    RowKind.RISK: ("reference", "description", "category", "band", "residual_band", "owner", "status", "next_review"),
    RowKind.MITIGATION: ("description", "risks", "category", "action_owner", "due_date", "status"),
}
# What a category without a title is called.
NO_TITLE = Label("Untitled category", "Catégorie sans titre")
# The field with the person who is responsible for a row.
OWNERS = {RowKind.RISK: "owner", RowKind.MITIGATION: "action_owner"}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a field; `width` is in pixels, 0 for the usual one."""

    field: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Sort:
    """A field to sort by."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that admits the rows whose field has one of some values.

    `list_filters.FILTERS` has all filters.
    """

    name: str
    values: tuple[str, ...]


def _usual_columns() -> tuple[ListColumn, ...]:
    return usual_columns(RowKind.RISK)


@dataclass(frozen=True, slots=True)
class Listing:
    """A way to list a register.

    The first of the `sorts` matters most; a row passes all `filters`.
    """

    rows: RowKind = RowKind.RISK
    columns: tuple[ListColumn, ...] = field(default_factory=_usual_columns)
    sorts: tuple[Sort, ...] = ()
    filters: tuple[Filter, ...] = ()
    group: str = ""

    def values(self, name: str) -> tuple[str, ...]:
        """The values that a filter admits; none if there is no such filter."""
        return next((filter_.values for filter_ in self.filters if filter_.name == name), ())

    def filtered(self, name: str, *values: str) -> "Listing":
        """The listing with other values for a filter, or without the filter if there are none."""
        replacement = Filter(name, values)
        if any(filter_.name == name for filter_ in self.filters):
            filters = tuple(replacement if filter_.name == name else filter_ for filter_ in self.filters)
        else:
            filters = (*self.filters, replacement)
        return replace(self, filters=tuple(filter_ for filter_ in filters if filter_.values))

    def resized(self, place: int, width: int) -> "Listing":
        """The listing with another width of a column; 0 for the usual one."""
        columns = list(self.columns)
        columns[place] = replace(columns[place], width=width)
        return replace(self, columns=tuple(columns))

    def sorted_by(self, name: str, *, further: bool = False) -> "Listing":
        """Sorted by a field alone, or `further` by it; the second time in reverse order, the third time not by it.

        Fields of assessments are sorted from the highest at first.
        """
        first = name in _HIGHEST_FIRST
        current = next((sort for sort in self.sorts if sort.field == name), None)
        if current is None:
            now: tuple[Sort, ...] = (Sort(name, first),)
        else:
            now = (Sort(name, not current.descending),) if current.descending == first else ()
        if not further:
            return replace(self, sorts=now if current is None or len(self.sorts) == 1 else (Sort(name, first),))
        if current is None:
            return replace(self, sorts=self.sorts + now)
        return replace(self, sorts=tuple(each for sort in self.sorts for each in (now if sort is current else (sort,))))


_HIGHEST_FIRST = {
    *("likelihood", "impact", "residual_likelihood", "residual_impact"),
    *("score", "band", "residual_score", "residual_band"),
}


def usual_columns(rows: RowKind) -> tuple[ListColumn, ...]:
    """The columns for a kind of rows if no others are chosen."""
    return tuple(map(ListColumn, _USUAL[rows]))


def _fields(rows: RowKind) -> dict[str, Field]:
    beside = _BESIDE[rows]
    fields = (field for own in FIELDS[rows].values() for field in (own, *beside.get(own.name, ())))
    ordered = {field.name: field for field in fields}
    # The reference names a row, so it comes first.
    return {name: ordered[name] for name in sorted(ordered, key=lambda name: name != "reference")}


# The fields that can be columns, by the kind of rows and the name of the field.
LISTED = {rows: _fields(rows) for rows in RowKind}
