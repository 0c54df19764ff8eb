"""Where pages lie below each other, without a window."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from riskdesk.ui.printing.preview.stack import GAP, Fit, Stack

SIZES = st.lists(st.tuples(st.floats(50, 1_200), st.floats(50, 1_200)), min_size=1, max_size=12)


@given(SIZES, st.floats(0.25, 4))
def test_pages_lie_below_each_other_with_air_around_them(sizes, zoom):
    stack = Stack(sizes, zoom)
    everything = QRect(0, 0, stack.width, stack.height)
    places = [place for _, place in stack.in_sight(everything)]
    assert len(places) == len(sizes)
    assert all(everything.adjusted(GAP, GAP, -GAP, -GAP).contains(place) for place in places)
    assert [place.top() for place in places] == stack.tops[:-1]
    for above, below in pairwise(places):
        assert below.top() - above.bottom() - 1 == GAP


@given(SIZES, st.integers(0, 3_000), st.integers(1, 900))
def test_what_is_seen_is_what_the_view_meets(sizes, scrolled, height):
    stack = Stack(sizes, 1)
    view = QRect(0, scrolled, stack.width, height)
    numbers = {number for number, _ in stack.in_sight(view)}
    every = stack.in_sight(QRect(0, 0, stack.width, stack.height))
    assert numbers == {number for number, place in every if place.intersects(view)}


@given(SIZES, st.integers(200, 2_000), st.integers(200, 2_000))
def test_what_fits_is_no_larger_than_the_view(sizes, width, height):
    wide = Stack(sizes).resized(1, Fit.WIDTH, QSize(width, height))
    whole = Stack(sizes).resized(1, Fit.PAGE, QSize(width, height))
    assert 0.1 <= whole.zoom <= wide.zoom <= 4
    assert wide.width <= width or wide.zoom == 0.1
    tallest = max(place.height() for _, place in whole.in_sight(QRect(0, 0, whole.width, whole.height)))
    assert tallest <= height - 2 * GAP + 1 or whole.zoom == 0.1


@pytest.mark.parametrize(("asked_zoom", "zoom"), [(0.01, 0.25), (1.5, 1.5), (99, 4)])
def test_a_size_that_nobody_can_read_is_not_taken(asked_zoom, zoom):
    assert Stack(((100, 100),)).resized(asked_zoom, Fit.NOTHING, QSize(500, 500)).zoom == zoom


def test_without_pages_there_is_nothing_to_see():
    assert Stack().count == 0
    assert list(Stack().in_sight(QRect(0, 0, 500, 500))) == []
    assert Stack().resized(1, Fit.WIDTH, QSize(500, 500)).zoom == 1
