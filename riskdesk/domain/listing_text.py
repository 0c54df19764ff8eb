"""A listing as JSON text, as it is kept with a register under a name."""

import json
from collections.abc import Mapping
from typing import Any

from riskdesk.domain import json_text
from riskdesk.domain.list_filters import FILTERS
from riskdesk.domain.listing import GROUPS, LISTED, Filter, ListColumn, Listing, RowKind, Sort
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

VERSION = 1
# How wide a column is at most, in pixels.
WIDEST = 2_000
# How many characters a listing has at most: what it is filtered by may be as long as any text of a register.
LARGEST = 1_000_000
_MOST_VALUES, _SHOWN = 1_000, 60


def to_text(listing: Listing) -> str:
    """The listing as JSON text, which `from_text` reads."""
    content = {
        "version": VERSION,
        "rows": listing.rows.value,
        "columns": [{"field": column.field, "width": column.width} for column in listing.columns],
        "sorts": [{"field": sort.field, "descending": sort.descending} for sort in listing.sorts],
        "filters": [{"name": told.name, "values": list(told.values)} for told in listing.filters],
        "group": listing.group,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str, name: str) -> Listing:
    """The listing of a JSON text that is kept under a name, the usual one if it is empty.

    InputProblem if it is newer, broken or of fields that are gone.
    """
    if not text:
        return Listing()
    try:
        if len(text) > LARGEST:
            raise ValueError("too long")
        content = _object(json_text.loads(text))
        version = content["version"]
        if type(version) is not int or version < 1:
            raise ValueError("no version")
        if version > VERSION:
            raise InputProblem(_NEWER, name=name)
        return _read(content, name)
    except (ValueError, TypeError, KeyError):
        raise InputProblem(_BROKEN, name=name) from None


def require_known(listing: Listing, name: str) -> None:
    """InputProblem if a listing kept under a name asks for a field that there is not."""
    known, filters = LISTED[listing.rows], FILTERS[listing.rows]
    asked = [column.field for column in listing.columns] + [sort.field for sort in listing.sorts]
    gone = [it for it in asked if it not in known] + [it.name for it in listing.filters if it.name not in filters]
    if gone:
        raise InputProblem(_GONE, name=name, field=gone[0][:_SHOWN])


def _read(content: Mapping[str, Any], name: str) -> Listing:
    group = _text(content["group"])
    listing = Listing(
        RowKind(content["rows"]),
        tuple(ListColumn(_text(it["field"]), _width(it["width"])) for it in map(_object, _list(content["columns"]))),
        tuple(Sort(_text(it["field"]), _flag(it["descending"])) for it in map(_object, _list(content["sorts"]))),
        tuple(Filter(_text(it["name"]), _values(it["values"])) for it in map(_object, _list(content["filters"]))),
        group,
    )
    named = (
        [it.field for it in listing.columns],
        [it.field for it in listing.sorts],
        [it.name for it in listing.filters],
    )
    if not listing.columns or any(len(set(names)) < len(names) for names in named) or group not in ("", *GROUPS):
        raise ValueError("twice, or nothing")
    require_known(listing, name)
    filters = FILTERS[listing.rows]
    if not all(filters[it.name].admits(value) for it in listing.filters for value in it.values):
        raise ValueError("a value that a filter cannot have")
    return listing


def _values(told: Any) -> tuple[str, ...]:
    values = tuple(map(_text, _list(told)))
    if not values:
        raise ValueError("a filter without values")
    return values


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise ValueError("no text")
    return told


def _width(told: Any) -> int:
    if type(told) is not int or not 0 <= told <= WIDEST:
        raise ValueError("no width")
    return told


def _flag(told: Any) -> bool:
    if not isinstance(told, bool):
        raise TypeError("neither true nor false")
    return told


def _list(told: Any) -> list[Any]:
    if not isinstance(told, list) or len(told) > _MOST_VALUES:
        raise ValueError("no list")
    return told


def _object(told: Any) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        raise TypeError("no object")
    return told


_NEWER = QT_TRANSLATE_NOOP(
    "Problem",
    "The saved view “{name}” was made by a newer version of Riskdesk; update Riskdesk to use it. Nothing was changed.",
)
_GONE = QT_TRANSLATE_NOOP(
    "Problem",
    "The saved view “{name}” uses the field “{field}”, which does not exist in this version of Riskdesk; delete the"
    " view, or save another one under its name.",
)
_BROKEN = QT_TRANSLATE_NOOP(
    "Problem", "The saved view “{name}” cannot be read; delete it, or save another one under its name."
)
