"""Any registers, for properties."""

import json
from functools import partial

from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.domain.fields import COLUMNS
from riskdesk.domain.possible import FIRST_DAY, LAST_DAY
from riskdesk.domain.printing import DocumentKind, Orientation, Paper
from riskdesk.domain.scale import Assessment
from riskdesk.domain.text import tidy
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import (
    Category,
    Entry,
    Language,
    Mitigation,
    MitigationStatus,
    PrintSet,
    Proximity,
    Register,
    Response,
    Risk,
    RiskStatus,
    SavedView,
    Waiver,
)
from tests.domain.any_scale import scale_values

SCALE = scales.profile("5x5")
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=20).map(partial(tidy, one_line=True))
LISTING = st.dictionaries(TEXT, TEXT | st.integers(-(10**9), 10**9) | st.none(), max_size=3).map(json.dumps) | st.just(
    ""
)
LEVEL, DAY = st.none() | st.integers(1, 5), st.none() | st.dates(FIRST_DAY, LAST_DAY)


@st.composite
def trees(draw: st.DrawFn) -> RegisterTree:
    scale = draw(scale_values())
    register = Register(
        title=draw(TEXT),
        handling_mark=draw(TEXT),
        date=draw(DAY),
        language=draw(st.sampled_from(Language)),
        scale=scale if scale.holds(Assessment(5, 5)) else SCALE,
        references=draw(st.integers(0, 99)),
    )
    return RegisterTree(
        register,
        tuple(_category(draw, register.id, place) for place in range(draw(st.integers(0, 2)))),
        tuple(_print_set(draw, register.id, place) for place in range(draw(st.integers(0, 2)))),
        tuple(
            SavedView(register=register.id, position=place, name=draw(TEXT), listing=draw(LISTING))
            for place in range(draw(st.integers(0, 2)))
        ),
        tuple(
            Waiver(register=register.id, position=place, gap=draw(TEXT), reason=draw(TEXT))
            for place in range(draw(st.integers(0, 2)))
        ),
    )


def _print_set(draw: st.DrawFn, register: str, position: int) -> PrintSet:
    return PrintSet(
        register=register,
        position=position,
        name=draw(TEXT),
        kind=draw(st.sampled_from(DocumentKind)),
        paper=draw(st.sampled_from(Paper)),
        orientation=draw(st.sampled_from(Orientation)),
        columns=tuple(draw(st.lists(st.sampled_from(list(COLUMNS)), unique=True))),
        ended=draw(st.booleans()),
    )


def _category(draw: st.DrawFn, register: str, position: int) -> CategoryTree:
    category = Category(register=register, position=position, title=draw(TEXT))
    return CategoryTree(category, tuple(_entry(draw, category.id, at) for at in range(draw(st.integers(0, 2)))))


def _entry(draw: st.DrawFn, category: str, position: int) -> EntryTree:
    entry = Entry(category=category, position=position)
    risk = Risk(
        entry=entry.id,
        description=draw(TEXT),
        likelihood=draw(LEVEL),
        impact=draw(LEVEL),
        response=draw(st.none() | st.sampled_from(Response)),
        status=draw(st.none() | st.sampled_from(RiskStatus)),
        proximity=draw(st.none() | st.sampled_from(Proximity)),
        next_review=draw(DAY),
        note=draw(TEXT),
    )
    status = draw(st.none() | st.sampled_from(MitigationStatus))
    mitigation = Mitigation(entry=entry.id, description=draw(TEXT), due_date=draw(DAY), status=status)
    return EntryTree(entry, (risk,), (mitigation,))
