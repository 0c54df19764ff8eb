"""References: their form, and the next that is free."""

import pytest

from riskdesk.domain.possible import MOST_ROWS
from riskdesk.domain.possible_scale import LARGEST_NUMBER
from riskdesk.domain.references import folded, free, highest, reference


@pytest.mark.parametrize(("number", "expected"), [(1, "R-01"), (99, "R-99"), (100, "R-100")])
def test_a_number_has_two_digits_at_least(number: int, expected: str) -> None:
    assert reference(number) == expected


@pytest.mark.parametrize("text", ["R-05", "r-05", " R-05\u00a0", "\u200bR-05"])
def test_blanks_and_case_make_no_other_reference(text: str) -> None:
    assert folded(text) == folded("R-05")


@pytest.mark.parametrize(
    ("references", "number"),
    [
        ([], 0),
        (["R-07", "X-99"], 7),
        (["r-12 ", "R-3"], 12),
        (["R-1000000000", "R-2026011501", "R-٣"], 0),
        (["R-999999999", "R-1000000000"], 999_999_999),
        (["R-0000000012", "R-000"], 12),
    ],
)
def test_the_highest_is_that_of_our_form(references: list[str], number: int) -> None:
    assert highest(references) == number


def test_each_number_that_is_counted_leaves_room_for_as_many_as_a_store_holds() -> None:
    assert highest(["R-999999999"]) + MOST_ROWS < LARGEST_NUMBER


def test_references_that_are_taken_are_passed_over() -> None:
    assert free(3, ["R-02"], 2) == [4, 5]
    assert free(3, ["r-31"], 2) == [32, 33]
    assert free(10**9 - 1, ["R-1000000000"], 1) == [10**9 + 1]
