"""Which risk is assessed next."""

import pytest

from riskdesk.domain.assessing import Pair, next_awaiting
from riskdesk.domain.label import Label
from riskdesk.domain.scale import Assessment, Rule, Scale
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Register, Risk, RiskStatus

STATES = {
    "o": {},
    "h": {"likelihood": 3},
    "x": {"likelihood": 3, "impact": 2},
    "b": {"likelihood": 3, "impact": 2, "residual_likelihood": 1, "residual_impact": 1},
    "c": {"status": RiskStatus.CLOSED},
    "r": {"status": RiskStatus.REJECTED},
}


def tree(states: str) -> RegisterTree:
    """A register with an entry for each pair of risks; the id of a risk is its place."""
    register = Register(scale=Scale(Label.same(""), (), (), Rule.SUM, ()))
    category = Category(register=register.id)
    risks = [Risk(id=str(place), entry="", **STATES[state]) for place, state in enumerate(states)]
    pairs = [tuple(risks[place : place + 2]) for place in range(0, len(risks), 2)]
    entries = tuple(EntryTree(Entry(category=category.id), pair) for pair in pairs)
    return RegisterTree(register, (CategoryTree(category, entries),))


@pytest.mark.parametrize(
    ("states", "pair", "after", "expected"),
    [
        ("ooo", Pair.INHERENT, "0", "1"),
        ("oxxo", Pair.INHERENT, "0", "3"),
        ("xhx", Pair.INHERENT, "0", "1"),
        ("oxxx", Pair.INHERENT, "2", "0"),
        ("ocro", Pair.INHERENT, "0", "3"),
        ("xcr", Pair.INHERENT, "0", None),
        ("oxx", Pair.INHERENT, "0", None),
        ("xxo", Pair.INHERENT, "gone", "2"),
        ("", Pair.INHERENT, "0", None),
        ("xbxo", Pair.RESIDUAL, "0", "2"),
        ("bbb", Pair.RESIDUAL, "1", None),
    ],
)
def test_the_next_one_is_not_assessed_and_not_ended(states, pair, after, expected):
    risk = next_awaiting(tree(states), pair, after)
    assert (risk.id if risk else None) == expected


@pytest.mark.parametrize("pair", Pair)
def test_a_pair_is_what_its_fields_hold(pair):
    risk = Risk(entry="", **pair.fields(Assessment(4, None)))
    assert pair.of(risk) == Assessment(4, None)
    assert [other.of(risk) for other in Pair if other is not pair] == [Assessment()]
