"""Pasted text: list signs and numbers taken off, wrapped lines joined, names and words kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.pasting import rows
from riskdesk.domain.text import bullets

WORD = re.compile("[bcdéœЖ]{2,}")


@pytest.mark.parametrize(
    ("pasted", "items"),
    [
        ("• One\n• Two", ["One", "Two"]),
        ("•\tOne\r\n•\tTwo\r\n", ["One", "Two"]),
        ("\uf0b7One\n\uf0a7 Two\n\uf0d8\tThree", ["One", "Two", "Three"]),
        ("- One\n– Two\n* Three", ["One", "Two", "Three"]),
        ("•\tOne\no\tTwo\n■\tThree\n▪ Four\n§\tFive\no   Six", ["One", "Two", "Three", "Four", "Five", "Six"]),
        ("⦁ One\n⚫ Two\n❑\tThree\n☑ Four\n◼Five", ["One", "Two", "Three", "Four", "Five"]),
        ("⇒ One\n➔ Two\n➡\tThree", ["One", "Two", "Three"]),
        ("☐ One\n☒ Two\n✗ Three\n✘\tFour\n\ue00c Five", ["One", "Two", "Three", "Four", "Five"]),
        ("⇒5 % of all\n▲ 5 %\n⚠ Four\n» cité «", ["⇒5 % of all", "▲ 5 %", "⚠ Four", "» cité «"]),
        ("•\nOne\n•\n  Two", ["One", "Two"]),
        ("• • One", ["• One"]),
        ("One\x0bTwo\n\n  \nThree ", ["One", "Two", "Three"]),
        ("2024-2027 priorities\nCo-operation\n-5 degrees", ["2024-2027 priorities", "Co-operation", "-5 degrees"]),
        ("o sole mio\nO\u2019Brien", ["o sole mio", "O\u2019Brien"]),
        ("<b>bold</b> & =1+1", ["<b>bold</b> & =1+1"]),
        ("-\n•\n", []),
        ("", []),
    ],
)
def test_signs_that_are_never_words_are_taken_off(pasted: str, items: list[str]) -> None:
    assert bullets(pasted) == items


@pytest.mark.parametrize(
    ("pasted", "items"),
    [
        ("1. One\n2) Two\n(3) Three", ["One", "Two", "Three"]),
        ("a) One\nb) Two", ["One", "Two"]),
        ("i. One\nii. Two\niii. Three\niv. Four\nv. Five", ["One", "Two", "Three", "Four", "Five"]),
        ("A. One\nB. Two", ["One", "Two"]),
        ("1. One\n1.1 Two\n1.2 Three\n2. Four", ["One", "Two", "Three", "Four"]),
        ("1. One\na) Two\nb) Three\n2. Four\na) Five", ["One", "Two", "Three", "Four", "Five"]),
        ("9. One\n10. Two", ["One", "Two"]),
        ("1.\tOne", ["One"]),
        ("1.1\tOne", ["One"]),
        ("1\tOne\n2\tTwo", ["One", "Two"]),
        ("A.\tOne\nB.\tTwo", ["One", "Two"]),
        ("1. One\nand more\n2. Two", ["One", "and more", "Two"]),
    ],
)
def test_numbers_that_count_are_taken_off(pasted: str, items: list[str]) -> None:
    assert bullets(pasted) == items


@pytest.mark.parametrize(
    "pasted",
    [
        "M. Dupont quitte le ministère",
        "A. Smith leaves",
        "C. difficile outbreak",
        "M. Dupont leaves\nA. Smith leaves\nC. difficile outbreak",
        "M. Dupont leaves\nN. Durand comes",
        "I. Ivanov leaves\nI. Petrov comes",
        "1. One alone",
        "3. One\n1. Another",
        "2.5 % of staff leave\n3.9 % of staff come",
        "1. One\nA. Smith leaves",
        "iv. One\nv. Another",
        "i. One\nII. Another",
    ],
)
def test_numbers_and_initials_that_do_not_count_are_kept(pasted: str) -> None:
    assert bullets(pasted) == pasted.split("\n")


@pytest.mark.parametrize(
    ("pasted", "items"),
    [
        ("The partner may not\nsign in time.", ["The partner may not sign in time."]),
        ("The budget of the project is\nnot known before the end of\nthe year.\nStaff leave.", 2),
        ("The reform of the co-\noperation is late", 1),
        ("Reform of the civil-\nservice is late", ["Reform of the civil-service is late"]),
        (
            "- The partner may not sign\n  in time\n- Funds are late",
            ["The partner may not sign in time", "Funds are late"],
        ),
        (
            "• The partner may not\nsign in time because of\nthe elections\n• Funds are late",
            ["The partner may not sign in time because of the elections", "Funds are late"],
        ),
        ("1. The partner may not\nsign in time\n2. Funds are late", 2),
        ("- the partner may not\nsign in time\n- funds are late", 3),
        ("The partner may not sign;\nfunds are late", 2),
        ("The partner may not sign\nFunds are late", 2),
        ("The partner may not sign\n\nin time", 2),
        ("The partner may not sign\n•\nin time", 2),
        ("Funds come late\nthis year", 2),
        ("Funds came later\nthis year", 1),
        ("The partner leaves\nfunds\nA line that is much longer than those two before it", 3),
        ("late funds for partners\nloss of key staff", 2),
        ("One\ntwo\nthree", 3),
        ("- The partner may not sign\n- in time", 2),
    ],
)
def test_lines_are_joined_only_where_they_were_wrapped(pasted: str, items: list[str] | int) -> None:
    joined = bullets(pasted)
    assert joined == items or len(joined) == items


@pytest.mark.parametrize(
    ("pasted", "cells"),
    [
        ("R\tM\nS\tN\n", [["R", "M"], ["S", "N"]]),
        ('"R\nS"\tM', [["R\nS", "M"]]),
        ('"a ""b"" c\nd"\nx', [['a "b" c\nd'], ["x"]]),
        ('"Key" staff\tx', [['"Key" staff', "x"]]),
        ('"Key"\tx', [['"Key"', "x"]]),
        ('"Key staff\tx\ny\tz', [['"Key staff', "x"], ["y", "z"]]),
        ("\tM\nR\t", [["", "M"], ["R", ""]]),
        ("R\tM\n \t\u00a0\nS\tN", [["R", "M"], ["S", "N"]]),
        ("Title\nR\tM", [["Title"], ["R", "M"]]),
        ("1\tR\n2\tS", [["R"], ["S"]]),
        ("1.5\t2.5", [["1.5", "2.5"]]),
        ("1. R\t1. M\n2. S\t2. N", [["1. R", "1. M"], ["2. S", "2. N"]]),
        ("\tR\n\tS", [["\tR\n\tS"]]),
        ("Dear all,\nsee:\nName\tValue\nRegards", [["Dear all,"], ["see:"], ["Name"], ["Value"], ["Regards"]]),
    ],
)
def test_cells_are_read_as_excel_writes_them(pasted: str, cells: list[list[str]]) -> None:
    assert rows(pasted) == cells


def test_a_table_gives_the_bullets_of_its_cells() -> None:
    assert bullets('Risk\tMeasure\r\n"- One\n- Two"\t"1. A\n2. B"\r\n') == ["Risk", "Measure", "One", "Two", "A", "B"]


PIECES = st.one_of(
    st.text("bcdéœЖ", min_size=2, max_size=5),
    st.sampled_from(["\n", "\n\n", "\t", " ", "  ", "\u00a0", '"', '""', '"\n', '\t"', "-", ".", ";", "("]),
    st.sampled_from(["• ", "\n• ", "\n•\t", "\no\t", "\n- ", "\n1. ", "\n2. ", "\na) ", "\nb) ", "\n1.1 ", "\ni. "]),
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_word_of_pasted_text_disappears(text: str) -> None:
    assert WORD.findall("\n".join(bullets(text))) == WORD.findall(text)
