"""A listing as JSON text, as it is kept with a register under a name."""

import json
from collections.abc import Mapping
from typing import Any

from riskdesk.domain import json_text
from riskdesk.domain.list_filters import FILTERS
from riskdesk.domain.listing import GROUPS, LISTED, Filter, ListColumn, Listing, RowKind, Sort
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.text import shortened

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
        "filters": [{"name": filter_.name, "values": list(filter_.values)} for filter_ in listing.filters],
        "group": listing.group,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str, name: str) -> Listing:
    """The listing of a JSON text that is kept under a name; the usual listing if the text is empty.

    Raise InputProblem if it is newer, broken, or has fields that do not exist any more.
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
        return _listing(content, name)
    except (ValueError, TypeError, KeyError):
        raise InputProblem(_BROKEN, name=name) from None


def require_known(listing: Listing, name: str) -> None:
    """Raise InputProblem if a listing kept under a name has a field that does not exist."""
    known_fields, filters = LISTED[listing.rows], FILTERS[listing.rows]
    fields = [column.field for column in listing.columns] + [sort.field for sort in listing.sorts]
    unknown_fields = [field for field in fields if field not in known_fields] + [
        filter_.name for filter_ in listing.filters if filter_.name not in filters
    ]
    if unknown_fields:
        raise InputProblem(_GONE, name=name, field=shortened(unknown_fields[0], _SHOWN))


def _listing(content: Mapping[str, Any], name: str) -> Listing:
    group = _text(content["group"])
    listing = Listing(
        RowKind(content["rows"]),
        tuple(
            ListColumn(_text(column["field"]), _width(column["width"]))
            for column in map(_object, _list(content["columns"]))
        ),
        tuple(Sort(_text(sort["field"]), _flag(sort["descending"])) for sort in map(_object, _list(content["sorts"]))),
        tuple(
            Filter(_text(filter_["name"]), _values(filter_["values"]))
            for filter_ in map(_object, _list(content["filters"]))
        ),
        group,
    )
    name_lists = (
        [column.field for column in listing.columns],
        [sort.field for sort in listing.sorts],
        [filter_.name for filter_ in listing.filters],
    )
    if not listing.columns or any(len(set(names)) < len(names) for names in name_lists) or group not in ("", *GROUPS):
        raise ValueError("twice, or nothing")
    require_known(listing, name)
    filters = FILTERS[listing.rows]
    if not all(filters[filter_.name].admits(value) for filter_ in listing.filters for value in filter_.values):
        raise ValueError("a value that a filter cannot have")
    return listing


def _values(value: Any) -> tuple[str, ...]:
    values = tuple(map(_text, _list(value)))
    if not values:
        raise ValueError("a filter without values")
    return values


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _width(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= WIDEST:
        raise ValueError("no width")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > _MOST_VALUES:
        raise ValueError("no list")
    return value


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


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
