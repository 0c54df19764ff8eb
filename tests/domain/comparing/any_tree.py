"""Registers of any content, and what somebody makes of one in another program."""

import datetime
from dataclasses import fields, replace
from typing import Any

from hypothesis import strategies as st

from riskdesk.desk import registers, scales
from riskdesk.domain.growing import grow
from riskdesk.domain.possible import admitted
from riskdesk.domain.records import parent_field
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import (
    Category,
    Entry,
    Mitigation,
    MitigationStatus,
    Register,
    Response,
    Risk,
    RiskStatus,
    Value,
    new_id,
)

_WORDS = (
    "Prosecutors leave the partner authority before the training ends",
    "Prosecutors leave the partner authority before the trainings end",
    "Courts do not share their data with the programme",
    "Courts share their data with the programme",
    "Funds from donors come later than planned",
    "Delay.",
    "Delay",
    "",
)
_TEXT = st.sampled_from(_WORDS) | st.text("ab •é", max_size=3)
_NAME = st.sampled_from(("", "Anna", "Marat", "Programme team"))
_LEVEL = st.none() | st.integers(1, 5)
_DAY = st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31))
_FIELDS: dict[type[Value], dict[str, st.SearchStrategy[Any]]] = {
    Register: {"title": _TEXT, "prepared_by": _NAME, "date": _DAY},
    Category: {"title": _TEXT},
    Entry: {},
    Risk: {
        "description": _TEXT,
        "title": _NAME,
        "likelihood": _LEVEL,
        "residual_impact": _LEVEL,
        "owner": _NAME,
        "response": st.none() | st.sampled_from(Response),
        "status": st.none() | st.sampled_from(RiskStatus),
        "next_review": _DAY,
        "note": st.lists(_TEXT, max_size=2).map("\n".join),
    },
    Mitigation: {
        "description": _TEXT,
        "action_owner": _NAME,
        "due_date": _DAY,
        "status": st.none() | st.sampled_from(MitigationStatus),
    },
}


@st.composite
def trees(draw: st.DrawFn) -> RegisterTree:
    """A register whose risks have references, as in a store; no entry is empty."""
    register = _value(draw, Register, scale=scales.profile(scales.DEFAULT))
    values: list[Value] = [register]
    for place in range(draw(st.integers(0, 3))):
        category = _value(draw, Category, register=register.id, position=place)
        values += [category]
        for at in range(draw(st.integers(0, 3))):
            values += _entry(draw, category, at)
    return registers.renumbered(grow(values))[0]


def _entry(draw: st.DrawFn, category: Category, position: int) -> list[Value]:
    entry = Entry(category=category.id, position=position)
    risks = [_value(draw, Risk, entry=entry.id, position=place) for place in range(draw(st.integers(0, 2)))]
    least = 0 if risks else 1
    count = draw(st.integers(least, 2))
    return [entry, *risks, *(_value(draw, Mitigation, entry=entry.id, position=place) for place in range(count))]


def _value(draw: st.DrawFn, kind: type[Any], **more: Any) -> Any:
    drawn = {name: draw(strategy) for name, strategy in _FIELDS[kind].items()}
    return admitted(kind(**drawn, **more))


@st.composite
def changed(draw: st.DrawFn, tree: RegisterTree) -> RegisterTree:
    """What comes back of a register: fields with other values, items that are gone, and new ones."""
    gone: set[str] = set()
    values: list[Value] = [_edited(draw, tree.register)]
    for item in tree.items:
        if getattr(item, parent_field(type(item)) or "") in gone or draw(st.integers(0, 7)) == 0:
            gone.add(item.id)
        else:
            values.append(_edited(draw, item))
    for category in [value for value in values if isinstance(value, Category)]:
        if draw(st.integers(0, 3)) == 0:
            values += _entry(draw, category, 99)
    return grow(values)


def _edited(draw: st.DrawFn, value: Any) -> Any:
    names = [name for name in _FIELDS[type(value)] if draw(st.integers(0, 5)) == 0]
    return admitted(replace(value, **{name: draw(_FIELDS[type(value)][name]) for name in names}))


def foreign(tree: RegisterTree, *, references: bool) -> RegisterTree:
    """The same register as a file of another program has it: without our ids, and with references or without."""
    ids = {value.id: new_id() for value in tree.values}
    return grow(_renamed(value, ids, references=references) for value in tree.values)


def _renamed(value: Value, ids: dict[str, str], *, references: bool) -> Value:
    names = {field.name: getattr(value, field.name) for field in fields(value)}
    changes: dict[str, Any] = {name: ids[old] for name, old in names.items() if isinstance(old, str) and old in ids}
    if isinstance(value, Risk) and not references:
        changes["reference"] = ""
    return replace(value, **changes)
