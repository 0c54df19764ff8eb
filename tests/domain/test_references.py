"""References: their form, and the next that is free."""

import pytest

from riskdesk.domain.references import folded, free, highest, reference


@pytest.mark.parametrize(("number", "told"), [(1, "R-01"), (99, "R-99"), (100, "R-100")])
def test_a_number_has_two_digits_at_least(number: int, told: str) -> None:
    assert reference(number) == told


@pytest.mark.parametrize("told", ["R-05", "r-05", " R-05\u00a0", "\u200bR-05"])
def test_blanks_and_case_make_no_other_reference(told: str) -> None:
    assert folded(told) == folded("R-05")


@pytest.mark.parametrize(
    ("found", "number"), [([], 0), (["R-07", "X-99"], 7), (["r-12 ", "R-3"], 12), (["R-9999999999", "R-٣"], 0)]
)
def test_the_highest_is_that_of_our_form(found: list[str], number: int) -> None:
    assert highest(found) == number


def test_what_is_taken_is_passed_over() -> None:
    assert free(3, ["R-02"], 2) == [4, 5]
    assert free(3, ["r-31"], 2) == [32, 33]
    assert free(10**9 - 1, ["R-1000000000"], 1) == [10**9 + 1]
