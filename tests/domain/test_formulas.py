"""What spreadsheets would take for a formula is text, and comes back as it was typed."""

import pytest
from hypothesis import given

from riskdesk.domain.formulas import guarded, unguarded, unseen_guarded, without_unseen_guards
from tests.domain.any_tree import TEXT

SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff20\uff0d"


@given(TEXT)
def test_each_text_comes_back_from_its_guarded_form(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set(SIGNS)
    assert without_unseen_guards(unseen_guarded(text)) == text
    assert unseen_guarded(text)[:1] not in set(SIGNS)


@pytest.mark.parametrize("sign", SIGNS)
def test_what_begins_as_a_formula_is_guarded(sign: str) -> None:
    assert guarded(f"{sign}1+1") == f"'{sign}1+1"
    assert guarded(f"'{sign}1+1") == f"''{sign}1+1", "else it could not be told from a guard"


@pytest.mark.parametrize("text", ["", "'", "'tis", "a=1", "1-2", "’=", " =1", "''tis"])
def test_a_text_that_is_no_formula_stays(text: str) -> None:
    assert guarded(text) == unguarded(text) == text
