"""Text: cleaned when typed, parted when pasted, ended when printed, folded when searched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.problems import InputProblem
from riskdesk.domain.text import bullets, clean, fold, punctuated, without_control


@given(st.text(max_size=40))
def test_what_is_pasted_can_always_be_kept(text: str) -> None:
    for bullet in bullets(without_control(text)):
        assert clean(bullet) == unicodedata.normalize("NFC", bullet)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (["One", "Two"], ["One;", "Two."]),
        (["One;", "Two."], ["One;", "Two."]),
        (["One.", "Two ; "], ["One;", "Two."]),
        (["Really?", "Yes!", "And…"], ["Really?", "Yes!", "And…"]),
        (["One"], ["One."]),
        ([], []),
    ],
)
def test_the_bullets_of_a_cell_end_as_the_source_prints_them(typed: list[str], printed: list[str]) -> None:
    assert punctuated(typed) == printed


@pytest.mark.parametrize(("text", "query"), [("Évaluation", "evaluation"), ("ŞTEFAN", "stefan"), ("Қазақстан", "қаз")])
def test_searching_folds_accents_and_case(text: str, query: str) -> None:
    assert fold(query) in fold(text)


@pytest.mark.parametrize("text", ["a\x00", "\x1b[31m", "\ufffe", "\x85a\x9f"])
def test_control_characters_are_named_with_their_place(text: str) -> None:
    with pytest.raises(InputProblem, match=r"U\+[0-9A-F]{4} at position \d"):
        clean(text)
