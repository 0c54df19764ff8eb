"""Positions: siblings rise by them, as many as can keep theirs, and between two there is room for another."""

from collections.abc import Callable
from itertools import combinations, pairwise
from math import inf, nextafter

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from riskdesk.domain.order import positions

PLACES = some.lists(some.none() | some.integers(-3, 8) | some.floats(-3, 8, width=16), max_size=8)


def rises(numbers: list[float]) -> bool:
    return all(one < next_ for one, next_ in pairwise(numbers))


@given(PLACES)
@example([1, 2, 3, 0, 4])
@example([0, 2, 1, 3])
def test_positions_rise_and_as_many_as_can_stay(now: list[float | None]) -> None:
    numbers = positions(now)
    assert len(numbers) == len(now)
    assert rises(numbers)
    known_places = [at for at, position in enumerate(now) if position is not None]
    most = max(
        (
            len(chosen)
            for count in range(len(known_places) + 1)
            for chosen in combinations(known_places, count)
            if rises([position for at in chosen if (position := now[at]) is not None])
        ),
        default=0,
    )
    assert sum(one == other for one, other in zip(numbers, now, strict=True)) >= most


@given(some.lists(some.integers(0, 1000), unique=True, max_size=30).map(sorted), some.data(), some.integers(1, 5))
def test_what_comes_between_others_moves_none_of_them(now: list[int], data: some.DataObject, count: int) -> None:
    at = data.draw(some.integers(0, len(now)))
    numbers = positions([*now[:at], *[None] * count, *now[at:]])
    assert [*numbers[:at], *numbers[at + count :]] == now
    assert positions(numbers) == numbers


def test_where_no_number_is_left_few_are_moved() -> None:
    moved = 0
    for at in (0, 1, 2):
        now: list[float] = [0, 1, 2, 3]
        for _ in range(300):
            numbers = positions([*now[:at], None, *now[at:]])
            moved += sum(one != other for one, other in zip([*numbers[:at], *numbers[at + 1 :]], now, strict=True))
            now = numbers
            assert rises(now)
    # Six hundred were put between two others; if all behind them moved, that would be ninety thousand.
    assert 0 < moved < 3_000


@pytest.mark.parametrize("low", [2.0**30, 2.0**30 + 2.0**-22])
def test_far_from_zero_there_are_fewer_numbers(low: float) -> None:
    # Half way to the next number is rounded to the one or to the other.
    numbers = positions([low, None, nextafter(low, inf)])
    assert numbers == [low, 2**30 + 1, 2**30 + 2]


def test_numbers_are_short_and_those_that_are_moved_have_room() -> None:
    assert positions([0, None, 2.0**-39]) == [0, 2.0**-40, 2.0**-39]
    assert positions([0, None, 2.0**-40]) == [0, 1, 2]
    # Two are put three times three millionths apart, if these are there.
    assert positions([0, None, 2.0**-40, 9 * 2.0**-20]) == [0, 2.0**-19, 2.0**-18, 9 * 2.0**-20]
    assert positions([0, None, 2.0**-40, 8 * 2.0**-20]) == [-1, 0, 2.0**-40, 8 * 2.0**-20]


def test_those_before_are_moved_where_they_are_fewer() -> None:
    assert positions([0, None, 2.0**-40, 2.0**-39, 1]) == [-1, 0, 2.0**-40, 2.0**-39, 1]
    assert positions([-1, -(2.0**-39), -(2.0**-40), None, 0]) == [-1, -(2.0**-39), -(2.0**-40), 0, 1]


@pytest.mark.parametrize(
    "place",
    [
        lambda _number, _there: 100,
        lambda _number, there: there - 100,
        lambda number, _there: 100 + number // 2 + number % 2,
        lambda _number, there: there // 2,
        lambda number, there: 100 if number // 100 % 2 else there - 100,
    ],
    ids=["after one", "before one", "between the last two", "in the middle", "in two places in turn"],
)
def test_however_many_come_between_the_same_two_few_others_are_moved(place: Callable[[int, int], int]) -> None:
    now, moved = [float(number) for number in range(200)], 0
    for number in range(1200):
        at = place(number, len(now))
        numbers = positions([*now[:at], None, *now[at:]])
        moved += sum(one != other for one, other in zip([*numbers[:at], *numbers[at + 1 :]], now, strict=True))
        now = numbers
    assert rises(now)
    assert moved < 3 * 1200


def test_the_first_of_several_items_in_one_place_stays() -> None:
    assert positions([1, 1, 1]) == [1, 2, 3]
    assert positions([0, 1, 1, 2]) == [0, 1, 1.5, 2]
    assert positions([0, 1, 5, 1, 2]) == [0, 1, 1.25, 1.5, 2]


def test_the_first_are_counted_and_what_comes_last_stands_on_a_whole_number() -> None:
    assert positions([None, None, None]) == [0, 1, 2]
    assert positions([0, 4.25, None, None]) == [0, 4.25, 5, 6]
    assert positions([None, None, 0.5]) == [-1, 0, 0.5]
    assert positions([0, None, 1]) == [0, 0.5, 1]


@given(PLACES)
def test_whole_ones_have_no_point(now: list[float | None]) -> None:
    present = [position for position in now if position is not None]
    assert not any(
        isinstance(position, float) and position.is_integer() for position in positions(now) if position not in present
    )
