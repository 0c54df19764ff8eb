"""The filters of lists, and the labels of their values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.folding import fold
from riskdesk.domain.label import Label
from riskdesk.domain.listing import LISTED, NO_TITLE, OWNERS, Listing, RowKind, usual_columns
from riskdesk.domain.remap import Remap

YES, NO = "yes", "no"
OVERDUE, SOON, NO_DATE = "overdue", "soon", "none"
# Something is due soon up to so many days from today.
SOON_DAYS = 30
# In French a word without a gender, as it is said of a likelihood and of an impact.
_NOTHING = Label("None", "Vide")
# Patterns of the number of a level or the index of a band, empty for none, and of a half of a cell.
_PLACE, _LEVEL = "[0-9]{0,3}", "(-|[0-9]{1,3})"


class FilterKind(Enum):
    """The ways in which a filter tells rows apart."""

    TEXT = auto()  # words that all stand somewhere in the texts of the row
    FIELD = auto()  # what a field holds, as text; empty for nothing
    DUE = auto()  # how far away a day is; what has ended is not due
    FLAG = auto()  # yes or no
    CELL = auto()  # a pair of levels, such as "4,3"


@dataclass(frozen=True, slots=True, eq=False)
class FilterField:
    """A filter by its name; `of` is the field of the list that it looks at, if there is one.

    `words` are the labels of its values if these are known beforehand.
    """

    name: str
    label: Label
    kind: FilterKind
    of: Field | None = None
    words: Mapping[str, Label] = field(default_factory=dict)

    @property
    def nothing(self) -> Label:
        """What its empty value is called."""
        return NO_TITLE if self.name == "category" else _NOTHING

    def admits(self, value: str) -> bool:
        """Whether a value is possible for this filter on some scale."""
        if self.kind in (FilterKind.FLAG, FilterKind.DUE):
            return value in self.words
        if self.kind is FilterKind.CELL:
            return re.fullmatch(f"{_LEVEL},{_LEVEL}", value) is not None
        if self.of is not None and self.of.type in (FieldType.LEVEL, FieldType.BAND):
            return re.fullmatch(_PLACE, value) is not None
        return True


_DUE_WORDS = {
    OVERDUE: Label("Overdue", "En retard"),
    SOON: Label("Within 30 days", "Sous 30 jours"),
    NO_DATE: Label("No date", "Sans date"),
}
_FIELDS = (FieldType.CHOICE, FieldType.PERSON, FieldType.LEVEL, FieldType.BAND)


def _of_field(field: Field) -> FilterField:
    return FilterField(field.name, field.label, FilterKind.FIELD, field, dict(field.codes))


def _flag(name: str, label: Label, yes: Label, no: Label) -> FilterField:
    return FilterField(name, label, FilterKind.FLAG, words={YES: yes, NO: no})


_TEXT = FilterField("text", Label("Text", "Texte"), FilterKind.TEXT)
_OF_RISKS = (
    FilterField("due", Label("Mitigations due", "Échéance des mesures"), FilterKind.DUE, words=_DUE_WORDS),
    FilterField("review", Label("Next review", "Prochain réexamen"), FilterKind.DUE, words=_DUE_WORDS),
    _flag(
        "escalated",
        Label("Escalation", "Remontée"),
        Label("Escalated", "Remonté"),
        Label("Not escalated", "Non remonté"),
    ),
    _flag(
        "assessed", Label("Assessment", "Évaluation"), Label("Assessed", "Évalué"), Label("Not assessed", "Non évalué")
    ),
    _flag(
        "ended",
        Label("Closed or rejected", "Clos ou rejeté"),
        Label("Closed or rejected", "Clos ou rejeté"),
        Label("Open", "Ouvert"),
    ),
    FilterField("cell", Label("Likelihood and impact", "Probabilité et impact"), FilterKind.CELL),
    FilterField(
        "residual_cell",
        Label("Residual likelihood and impact", "Probabilité et impact résiduels"),
        FilterKind.CELL,
    ),
    FilterField(
        "either_cell",
        Label("Likelihood and impact, inherent or residual", "Probabilité et impact, inhérents ou résiduels"),
        FilterKind.CELL,
    ),
)
_OF_MITIGATIONS = (FilterField("due", Label("Due date", "Échéance"), FilterKind.DUE, words=_DUE_WORDS),)


def _filters(rows: RowKind, more: tuple[FilterField, ...]) -> dict[str, FilterField]:
    fields = LISTED[rows]
    first = ("category", "band", OWNERS[rows], "status")
    others = [name for name, field in fields.items() if field.type in _FIELDS and name not in first]
    of_fields = {name: _of_field(fields[name]) for name in (*first, *others)}
    first_filters = {_TEXT.name: _TEXT} | {name: of_fields.pop(name) for name in first}
    return first_filters | {filter_.name: filter_ for filter_ in more} | of_fields


# The filters for each kind of rows by their names, in the order in which they are offered.
FILTERS = {
    RowKind.RISK: _filters(RowKind.RISK, _OF_RISKS),
    RowKind.MITIGATION: _filters(RowKind.MITIGATION, _OF_MITIGATIONS),
}


def of_rows(listing: Listing, rows: RowKind) -> Listing:
    """A listing of another kind of rows: filters that both kinds have are kept, columns are the usual ones."""
    if rows is listing.rows:
        return listing
    filters = tuple(
        filter_
        for filter_ in listing.filters
        if filter_.name in FILTERS[rows] and not _is_of_kind(filter_.name, listing.rows)
    )
    return replace(Listing(rows, usual_columns(rows)), filters=filters, group=listing.group)


def retitled(listing: Listing, old: str, new: str, titles: Iterable[str]) -> Listing:
    """The listing that goes on admitting a category by its `new` title.

    If another category has the `old` title, which is then among the `titles` of all, the listing stays as it is.
    """
    key = _folded(old)
    if key in map(_folded, titles):
        return listing
    values = (new if _folded(value) == key else value for value in listing.values("category"))
    return listing.filtered("category", *dict.fromkeys(values))


def remapped(listing: Listing, remap: Remap) -> Listing:
    """The listing that admits the levels that those of its filters become under another scale."""
    fields = FILTERS[listing.rows]
    filters = (replace(each, values=_remapped(fields.get(each.name), each.values, remap)) for each in listing.filters)
    return replace(listing, filters=tuple(filters))


def _remapped(filter_: FilterField | None, values: Sequence[str], remap: Remap) -> tuple[str, ...]:
    """The values of a filter under another scale; those that are no levels stay."""

    def becomes(value: str) -> str:
        if filter_ is not None and filter_.kind is FilterKind.CELL:
            levels = remap.pair(*map(_place, value.split(",")))
            return ",".join("-" if level is None else str(level) for level in levels)
        if filter_ is None or filter_.of is None or filter_.of.type is not FieldType.LEVEL:
            return value
        level = _place(value)
        pair = remap.pair(level, level)
        now = pair.likelihood if filter_.name.endswith("likelihood") else pair.impact
        return "" if now is None else str(now)

    return tuple(dict.fromkeys(map(becomes, values)))


def _folded(title: str) -> str:
    return fold(title).strip()


def _place(level: str) -> int | None:
    return int(level) if level.isdecimal() else None


def _is_of_kind(name: str, rows: RowKind) -> bool:
    """Whether the values of a filter mean something else in rows of another kind, as those of the status do."""
    filter_ = FILTERS[rows][name]
    return filter_.of is not None and bool(filter_.of.codes) and name != "language"
