"""Registers as hypothesis makes them: any that may be in a store, with something in each field of the catalogue."""

import datetime
from functools import partial
from typing import Any

from hypothesis import strategies as st

from riskdesk.desk import registers, scales
from riskdesk.domain.fields import FIELDS, Field, FieldType
from riskdesk.domain.possible import FIRST_DAY, LAST_DAY, admitted
from riskdesk.domain.records import field_value
from riskdesk.domain.scale import Scale
from riskdesk.domain.text import tidy
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Language, Mitigation, PrintSet, Register, Risk, SavedView, Waiver
from tests.domain.any_scale import scale_values

NOW = datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC)
_LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)
# What CSV, spreadsheets, HTML and Markdown make something else of.
_SIGNS = st.text(st.sampled_from("=+-@'\"\n,;|\t<&>*_[`\\#~é\u00a0\u202f\uff1d •1R"), max_size=12)
TEXT = st.one_of(_LETTERS, _SIGNS, st.builds("{}{}".format, _SIGNS, _LETTERS))


@st.composite
def any_trees(draw: st.DrawFn, *, kept: bool = True) -> RegisterTree:
    """A register with its references given; `kept` asks for what stands beside its categories, too."""
    scale = draw(st.one_of(scale_values(), st.sampled_from([scales.profile(name) for name in scales.PROFILES])))
    fields = _fields(draw, "register", scale)
    register = admitted(Register(**fields | {"scale": scale, "language": draw(st.sampled_from(Language))}))
    count = partial(draw, st.integers(0, 3))
    beside = (
        [
            tuple(admitted(kind(register=register.id, position=place, **more())) for place in range(count()))
            for kind, more in (
                (PrintSet, lambda: {"name": draw(TEXT)}),
                (SavedView, lambda: {"name": draw(TEXT)}),
                (Waiver, lambda: {"gap": draw(TEXT), "reason": draw(TEXT)}),
            )
        ]
        if kept
        else []
    )
    categories = tuple(_category(draw, register, place) for place in range(count()))
    return registers.renumbered(RegisterTree(register, categories, *beside))[0]


def _category(draw: st.DrawFn, register: Register, position: int) -> CategoryTree:
    category = admitted(Category(register=register.id, position=position, title=draw(TEXT)))
    entries = (_entry(draw, register.scale, category.id, place) for place in range(draw(st.integers(0, 3))))
    return CategoryTree(category, tuple(entries))


def _entry(draw: st.DrawFn, scale: Scale, category: str, position: int) -> EntryTree:
    entry = Entry(category=category, position=position)
    risks, mitigations = (
        tuple(
            admitted(kind(entry=entry.id, position=place, **_fields(draw, name, scale)))
            for place in range(draw(st.integers(0, 3)))
        )
        for name, kind in (("risk", Risk), ("mitigation", Mitigation))
    )
    return EntryTree(entry, risks, mitigations)


def _fields(draw: st.DrawFn, kind: str, scale: Scale) -> dict[str, Any]:
    optional_fields = {
        name: field for name, field in FIELDS[kind].items() if field.type is not FieldType.SCALE and not field.required
    }
    return {name: draw(_values(kind, field, scale)) for name, field in optional_fields.items()}


def _values(kind: str, field: Field, scale: Scale) -> st.SearchStrategy[Any]:
    if field.type is FieldType.DATE:
        return st.none() | st.dates(FIRST_DAY, LAST_DAY)
    if field.type is FieldType.LEVEL:
        side = scale.likelihood if field.name.endswith("likelihood") else scale.impact
        return st.none() | st.integers(1, len(side))
    if field.type is FieldType.NUMBER:
        return st.integers(0, 999)
    if field.type is FieldType.CHOICE:
        return st.none() | st.sampled_from(list(field.codes)).map(partial(field_value, kind, field.name))
    return TEXT.map(partial(tidy, one_line=True)) if field.type is not FieldType.TEXT else TEXT
