"""Levels under another scale: none is lost or changed that the table does not name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.domain.label import Label
from riskdesk.domain.remap import Remap, Shift, emptied, is_assessed_otherwise, proposed, shifts
from riskdesk.domain.scale import BandColour, Level, Rule, Scale
from riskdesk.domain.values import Risk

FIVE, FOUR, THREE = (scales.profile(name) for name in ("5x5", "probability-severity-4x4", "eu-action-document-3x3"))
LEVEL = st.none() | st.integers(1, 12)
RISKS = st.builds(
    lambda *halves: Risk(
        entry="e",
        note="kept",
        **dict(zip(("likelihood", "impact", "residual_likelihood", "residual_impact"), halves, strict=True)),  # type: ignore[arg-type]
    ),
    *[LEVEL] * 4,
)
TABLE = st.lists(st.none() | st.integers(1, 12), max_size=12).map(tuple)


def sized(count: int) -> Scale:
    return named(*(f"Level {number} of {count}" for number in range(count)))


def named(*names: str) -> Scale:
    levels = tuple(Level(Label.same(name)) for name in names)
    return replace(FIVE, likelihood=levels, impact=levels)


@pytest.mark.parametrize(
    ("old", "new", "table"),
    [
        (5, 5, (1, 2, 3, 4, 5)),
        (5, 3, (1, 2, 2, 3, 3)),
        (3, 5, (1, 3, 5)),
        (5, 4, (1, 2, 3, 3, 4)),
        (4, 5, (1, 2, 4, 5)),
        (2, 10, (1, 10)),
        (10, 2, (1, 1, 1, 1, 1, 2, 2, 2, 2, 2)),
        (1, 5, (1,)),
        (5, 1, (1, 1, 1, 1, 1)),
        (12, 10, (1, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 10)),
    ],
)
def test_levels_are_proposed_by_their_place(old: int, new: int, table: tuple[int, ...]) -> None:
    assert proposed(sized(old), sized(new)) == Remap(table, table)


@pytest.mark.parametrize(
    ("old", "new", "table"),
    [
        ("abcde", "abcdef", (1, 2, 3, 4, 5)),
        ("abcde", "axbcde", (1, 3, 4, 5, 6)),
        ("abc", "axbyc", (1, 3, 5)),
        ("abcde", "abcd", (1, 2, 3, 4, 4)),
        ("abcde", "abd", (1, 2, 3, 3, 3)),
        ("abcde", "a", (1, 1, 1, 1, 1)),
        ("abcde", "badec", (2, 1, 5, 3, 4)),
        # The lowest is another one, the order is, or so are some on both sides: it may be a scale of its own.
        ("bcd", "abcde", (1, 3, 5)),
        ("abcde", "bcd", (1, 2, 2, 3, 3)),
        ("acb", "abcde", (1, 3, 5)),
        ("abx", "abcde", (1, 3, 5)),
        ("aab", "abcde", (1, 3, 5)),
        # One name twice tells no level.
        ("aab", "aab", (1, 2, 3)),
        ("aab", "aabcd", (1, 3, 5)),
    ],
)
def test_levels_stay_what_they_are_called_where_some_were_only_added_or_taken_away(
    old: str, new: str, table: tuple[int, ...]
) -> None:
    assert proposed(named(*old), named(*new)) == Remap(table, table)


def test_who_takes_the_lowest_level_away_keeps_the_others_where_they_mean_the_same() -> None:
    without = replace(FIVE, likelihood=FIVE.likelihood[1:], impact=FIVE.impact[1:])
    assert proposed(FIVE, without) == Remap((1, 1, 2, 3, 4), (1, 1, 2, 3, 4))
    assert proposed(without, FIVE) == Remap((2, 3, 4, 5), (2, 3, 4, 5))
    other = replace(FIVE.likelihood[2], definition=Label.same("Another meaning"))
    scale_of_its_own = replace(FIVE, likelihood=(FIVE.likelihood[1], other, *FIVE.likelihood[3:]))
    assert proposed(FIVE, scale_of_its_own).likelihood == (1, 2, 3, 3, 4)


@given(st.integers(1, 12), st.integers(1, 12))
def test_what_is_proposed_keeps_the_order_and_is_in_the_scale(old: int, new: int) -> None:
    table = proposed(sized(old), sized(new)).likelihood
    assert len(table) == old
    assert list(table) == sorted(table)  # type: ignore[type-var]
    assert {1, new} >= {table[0], table[-1]} if old > 1 else table == (1,)
    assert all(1 <= level <= new for level in table if level is not None)


@given(RISKS, TABLE, TABLE)
def test_no_level_changes_that_the_table_does_not_name(
    risk: Risk, likelihood: tuple[int | None, ...], impact: tuple[int | None, ...]
) -> None:
    moved = Remap(likelihood, impact).risk(risk)
    for table, name in (
        (likelihood, "likelihood"),
        (likelihood, "residual_likelihood"),
        (impact, "impact"),
        (impact, "residual_impact"),
    ):
        before, after = getattr(risk, name), getattr(moved, name)
        has_line = before is not None and before <= len(table)
        assert after == (table[before - 1] if has_line else before)
    halves = dict.fromkeys(("likelihood", "impact", "residual_likelihood", "residual_impact"))
    assert replace(moved, **halves) == replace(risk, **halves)  # type: ignore[arg-type]


@given(st.lists(RISKS, max_size=4), TABLE, TABLE)
def test_what_becomes_empty_is_counted(
    risks: list[Risk], likelihood: tuple[int | None, ...], impact: tuple[int | None, ...]
) -> None:
    remap = Remap(likelihood, impact)
    lost = sum(
        getattr(risk, name) is not None and getattr(remap.risk(risk), name) is None
        for risk in risks
        for name in ("likelihood", "impact", "residual_likelihood", "residual_impact")
    )
    assert emptied(risks, remap) == lost


def risk(*halves: int | None) -> Risk:
    names = ("likelihood", "impact", "residual_likelihood", "residual_impact")
    return Risk(id="r", entry="e", **dict(zip(names, halves, strict=True)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("halves", "remap", "expected"),
    [
        ((5, 5, 1, 1), proposed(FIVE, THREE), [(False, "Very high", "High")]),
        ((3, 3, None, None), proposed(FIVE, THREE), []),
        (
            (5, 5, 5, 4),
            Remap((1, 2, 2, 3, None), (1, 2, 2, 3, 3)),
            [(False, "Very high", None), (True, "Very high", None)],
        ),
        ((None, 5, None, None), proposed(FIVE, THREE), []),
        ((1, 4, 2, 5), proposed(FIVE, THREE), [(False, "Low", "Medium")]),
    ],
)
def test_a_risk_whose_band_changes_is_listed_with_both_bands(
    halves: tuple[int | None, ...], remap: Remap, expected: list[tuple[bool, str, str | None]]
) -> None:
    bands = [
        (
            shift.residual,
            None if shift.before is None else shift.before.en,
            None if shift.after is None else shift.after.en,
        )
        for shift in shifts([risk(*halves)], FIVE, THREE, remap)
    ]
    assert bands == expected


def test_a_shift_knows_its_risk() -> None:
    assessed = risk(5, 5, None, None)
    assert list(shifts([assessed], FIVE, FOUR, proposed(FIVE, FOUR))) == [
        Shift(assessed, residual=False, before=FIVE.bands[-1].name, after=FOUR.bands[-1].name)
    ]


@pytest.mark.parametrize(
    ("change", "otherwise"),
    [
        ({}, False),
        ({"name": Label.same("Ours"), "profile": "", "tolerance": 1}, False),
        (
            {
                "bands": tuple(
                    replace(band, name=Label.same(band.name.fr), colour=BandColour.RED) for band in FIVE.bands
                )
            },
            False,
        ),
        ({"likelihood": tuple(Level(Label.same(f"L{number}")) for number in range(5))}, False),
        ({"likelihood": FIVE.likelihood[:4]}, True),
        ({"likelihood": FIVE.likelihood[::-1]}, True),
        ({"impact": (*FIVE.impact[:4], Level(Label.same("Another"))), "likelihood": FIVE.likelihood}, False),
        ({"impact": FIVE.impact[:4]}, True),
        ({"rule": Rule.SUM}, True),
        ({"bands": FIVE.bands[1:]}, True),
        ({"bands": (replace(FIVE.bands[0], upto=3), *FIVE.bands[1:])}, True),
    ],
)
def test_words_and_colours_assess_nothing_otherwise(change: dict[str, object], *, otherwise: bool) -> None:
    assert is_assessed_otherwise(FIVE, replace(FIVE, **change)) is otherwise  # type: ignore[arg-type]


def test_what_becomes_of_a_pair_of_levels_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out: list[tuple[int | None, int | None]] = []
    pair = Remap.pair
    monkeypatch.setattr(Remap, "pair", lambda remap, *levels: (worked_out.append(levels), pair(remap, *levels))[1])
    many = [Risk(entry="e", likelihood=1 + place % 5, impact=1) for place in range(100)]
    assert len(list(shifts(many, FIVE, THREE, proposed(FIVE, THREE)))) > 10
    assert len(worked_out) == 6
    assert emptied(many, Remap((None, 1, 1, 1, 1), (1, 1, 1, 1, None))) == 20
    assert len(worked_out) == 12
