"""Sorting rows by several keys, filtering and grouping them; a filter that gets narrower tests only the rows left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from riskdesk.desk.listing.passing import filter_words, test_of, with_words
from riskdesk.desk.listing.row import Context, ListRow
from riskdesk.desk.listing.values import Get, sort_key
from riskdesk.domain.folding import fold
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.listing import NO_TITLE, OWNERS, Filter, Listing, RowKind, Sort

_NO_OWNER = Label("No owner", "Sans responsable")
_Conditions: TypeAlias = tuple[RowKind, tuple[Filter, ...], Context]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of rows with a common value.

    `key` identifies it in a listing, `band` is the number of a group for a band.
    """

    key: str
    label: str
    rows: tuple[ListRow, ...]
    band: int | None = None


class Arranger:
    """A sorter, filter and grouper for the rows of a listing.

    It remembers how the rows were arranged last.
    """

    def __init__(self) -> None:
        self._rows: Sequence[ListRow] = ()
        self._sorted: list[ListRow] = []
        self._sorts: tuple[RowKind, tuple[Sort, ...], Context] | None = None
        self._passing: list[ListRow] = []
        self._conditions: _Conditions | None = None
        self._words: list[str] = []

    def take(self, rows: Sequence[ListRow]) -> None:
        """Set the rows to be arranged."""
        self._rows, self._sorts, self._conditions = rows, None, None

    def arranged(self, listing: Listing, context: Context) -> list[ListRow]:
        """The rows that a listing shows, in its order."""
        self._sort(listing, context)
        search_words = filter_words(listing.values("text"))
        conditions = (
            listing.rows,
            tuple(row_filter for row_filter in listing.filters if row_filter.name != "text"),
            context,
        )
        rows: Sequence[ListRow]
        if conditions == self._conditions and _narrows(search_words, self._words):
            rows = self._passing
        else:
            rows = self._sorted
            for row_filter in conditions[1]:
                rows = list(filter(test_of(listing.rows, row_filter, context), rows))
        self._conditions, self._words = conditions, search_words
        self._passing = with_words(rows, search_words)
        return list(self._passing)

    def _sort(self, listing: Listing, context: Context) -> None:
        sorts = listing.rows, listing.sorts, context
        if sorts == self._sorts:
            return
        self._sorted, self._sorts, self._conditions = list(self._rows), sorts, None
        for sort in reversed(listing.sorts):
            key = sort_key(listing.rows, sort.field, context)
            self._sorted = _sorted(self._sorted, key, descending=sort.descending)


def grouped(rows: Sequence[ListRow], by: str, context: Context) -> list[Group]:
    """The rows in groups by "category", "owner" or "band", each in the given order.

    Categories are in register order, owners in alphabetical order, bands highest first; rows without a value are last.
    """
    rows_by_key: dict[Any, list[ListRow]] = {}
    key = _KEYS[by]
    for row in rows:
        rows_by_key.setdefault(key(row), []).append(row)
    return _GROUPS[by](rows_by_key, context)


def _sorted(rows: list[ListRow], key: Get, *, descending: bool) -> list[ListRow]:
    """The rows sorted by a key, in either direction; those without a value are last."""
    keyed_rows = [(key(row), row) for row in rows]
    ranked = [pair for pair in keyed_rows if pair[0] is not None]
    ranked.sort(key=_first, reverse=descending)
    return [row for _, row in ranked] + [row for value, row in keyed_rows if value is None]


def _first(pair: tuple[Any, ListRow]) -> Any:
    return pair[0]


def _narrows(words: Sequence[str], before: Sequence[str]) -> bool:
    """Whether each row with these words also has the words `before`."""
    return all(any(old in new for new in words) for old in before)


def _owner(row: ListRow) -> str:
    name: str = getattr(row.item, OWNERS[row.rows])
    return fold(name).strip()


def _by_category(rows_by_key: dict[str, list[ListRow]], context: Context) -> list[Group]:
    firsts = sorted(rows_by_key.values(), key=lambda rows: rows[0].category.position)
    untitled = NO_TITLE.text(context.language)
    return [Group(rows[0].category.id, rows[0].category.title or untitled, tuple(rows)) for rows in firsts]


def _by_owner(rows_by_key: dict[str, list[ListRow]], context: Context) -> list[Group]:
    groups = []
    for name in sorted(rows_by_key, key=lambda name: (not name, name)):
        rows = rows_by_key[name]
        label = getattr(rows[0].item, OWNERS[rows[0].rows]) if name else _NO_OWNER.text(context.language)
        groups.append(Group(name, label, tuple(rows)))
    return groups


def _by_band(rows_by_key: dict[int, list[ListRow]], context: Context) -> list[Group]:
    bands, none = context.scale.bands, words(context.language).not_assessed
    groups = []
    for place in sorted(rows_by_key, reverse=True):
        label = bands[place].name.text(context.language) if place >= 0 else none
        groups.append(Group(str(place), label, tuple(rows_by_key[place]), place if place >= 0 else None))
    return groups


_KEYS: dict[str, Callable[[ListRow], Any]] = {
    "category": lambda row: row.category.id,
    "owner": _owner,
    "band": lambda row: row.rank[0],
}
_GROUPS: dict[str, Callable[[dict[Any, list[ListRow]], Context], list[Group]]] = {
    "category": _by_category,
    "owner": _by_owner,
    "band": _by_band,
}
