"""Text: cleaned when typed, parted when pasted, ended when printed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.problems import InputProblem
from riskdesk.domain.text import bullets, clean, is_blank, punctuated, shortened, tidy, without_control


@pytest.mark.slow
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


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "Delays in transport, customs, etc.",
            "Smith et al.",
            "about 3 approx.",
            "Project No.",
            "voir l’art. ou art.",
        ),
        *("Acme Inc.", "Acme Ltd.", "Acme & Co.", "Dupont et Cie.", "Dupont et Cie. S.A.", "Mr. and Mrs.", "tél."),
        *("Withdrawal of the U.S.", "l’O.N.U.", "e.g.", "i. e.", "p. ex.", "p.ex.", "c. à d.", "av. J.-C.", "Ph.D."),
        *("M. X.", "Report by J. F. K.", "signed by A.", "M.", "d.o.o.", "S.p.A.", "bzw.", "usw.", "itd.", "ecc."),
        *("и т.д.", "и т. д.", "т.е.", "100 млн.", "2024 г.", "κ.λπ.", "κ. λπ.", "κλπ.", "ე.წ.", "in the EU/U.S."),
    ],
)
def test_an_abbreviation_keeps_its_full_stop_and_gets_no_second_one(typed: str) -> None:
    assert punctuated([typed, typed, f"{typed},", f"{typed}."]) == [f"{typed};", f"{typed};", f"{typed};", typed]
    assert punctuated([typed, typed], "\u202f;") == [f"{typed}\u202f;", typed]
    for text in (f"One ({typed})", f"by law ({typed})"):
        assert punctuated([text] * 2) == [f"{text};", f"{text}."]


@pytest.mark.parametrize(
    "typed",
    [
        *("One sentence", "The answer is no", "Fall back on plan B", "See Annex A", "The state of the art", "l’art"),
        *("It is 5 km", "in the WTC", "as it doesn’t", "see www.coe.int", "Il n’y en a", "Risque de vol", "comme tel"),
        *("by 2027", "Appendix II", "R&D", "one dry sky", "მოვლენა", "ნო", "конец", "Қазақстан", "COVID-19"),
    ],
)
def test_the_full_stop_of_a_sentence_gives_way(typed: str) -> None:
    assert punctuated([typed, f"{typed}.", f"{typed} ;", f"{typed},", f"{typed}."]) == [f"{typed};"] * 4 + [f"{typed}."]


@pytest.mark.parametrize(
    "typed",
    [
        *("Really?", "Yes!", "Really?!", "And…", "And...", "And . . .", "as follows:", "Vraiment\u202f?", "!?»"),
        *(
            "“Really?”",
            "«\u00a0Vraiment\u202f?\u00a0»",
            "„Wirklich?“",
            "»Wirklich?«",
            "(Really?)",
            "(“Yes!”)",
            "(and so on…)",
            "(and so on...)",
            "❗\ufe0f",
        ),
        *(
            "Հայերեն։",
            "هل؟",
            "نص۔",
            "نص؛",
            "هل؟\u200f",
            "हिन्दी।",
            "हिन्दी॥",
            "完了。",
            "真的？",
            "好！",
            "「はい。」",
            "；",
        ),
        *("ሰላም።", "Γιατί;", "Γιατί\u037e", "«Γιατί;»", "བོད།", "ខ្មែរ។", "မြန်မာ။", "Really‽", "Really⁇"),
    ],
)
def test_what_is_closed_in_any_script_gets_no_mark(typed: str) -> None:
    assert punctuated([typed, typed]) == [typed, typed]
    assert punctuated([f"{typed} ", f"{typed} "], "\u202f;") == [typed, typed]


def test_a_full_stop_inside_brackets_stays() -> None:
    assert punctuated(["(see Annex 2.)", "“We agree.”", "(see Annex 2.)"]) == [
        "(see Annex 2.);",
        "“We agree.”;",
        "(see Annex 2.)",
    ]


_WORDS = st.sampled_from(["etc", "U.S", "One", "no", "M", "B", "plan ", "т. д", "Γιατί", "نص", "2", "g\u0301", " "])
_MARKS = st.sampled_from([*'.;,:?!…)”»" \u00a0\u202f\u200f؟؛։।。', "...", "\n"])


@given(st.lists(_WORDS | _MARKS | st.characters(), max_size=9).map("".join), st.sampled_from([";", "\u202f;"]))
def test_closing_a_bullet_loses_no_letter_and_adds_one_mark_at_most(text: str, semicolon: str) -> None:
    closings = {
        semicolon: lambda bullet: punctuated([bullet, ""], semicolon)[0],
        ".": lambda bullet: punctuated([bullet], semicolon)[0],
    }
    for mark, close in closings.items():
        closed = close(text)
        assert [sign for sign in closed if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
        assert text.startswith((closed, closed.removesuffix(mark)))
        assert close(closed) == closed


@pytest.mark.parametrize("text", ["a\x00", "\x1b[31m", "\ufffe", "\x85a\x9f"])
def test_control_characters_are_named_with_their_place(text: str) -> None:
    with pytest.raises(InputProblem, match=r"U\+[0-9A-F]{4} at position \d"):
        clean(text)


@pytest.mark.parametrize(
    "text",
    ["x" + "\u0300\u0316" * 50, "." + "\u0301" * 100, "- " * 300, "…" * 500, "\u0301" * 100 + "a" + "\u0301" * 100],
)
def test_marks_that_some_text_may_have_are_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_marks_without_end_are_named_with_their_place() -> None:
    with pytest.raises(InputProblem, match="more than 100 combining marks in a row at position 3"):
        clean("ab" + "\u0300\u0316" * 200_000)


def test_what_comes_from_the_clipboard_loses_its_control_characters() -> None:
    assert without_control("a\x07\x0bb") == "a\nb"
    assert without_control("one\x0ctwo\x0bthree") == "one\ntwo\nthree"
    assert without_control("co\x1eordi\x1fnation") == "co\u2011ordination"
    assert without_control("d\u00e9\x1b\r\nlai\u2028\ufffe") == "d\u00e9\nlai\n"


@pytest.mark.parametrize("sign", ["a", ".", "\u0301", "\u0600", "\u2603", "\U0001f600"])
def test_what_is_seen_is_not_blank(sign: str) -> None:
    assert not is_blank(f" {sign}\u200b")


@given(st.text(st.characters(max_codepoint=0x7F), max_size=30), st.booleans())
def test_plain_letters_are_tidied_as_all_others(text: str, one_line: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    def tidied(raw: str) -> str:
        try:
            return tidy(raw, one_line=one_line)
        except InputProblem as problem:
            return problem.values["code"]

    # What joins on and is no letter of ASCII leads the long way.
    other = tidied(f"é{text}é")
    assert tidied(f"x{text}x") == (other if other.startswith("U+") else f"x{other[1:-1]}x")
    assert tidied(f" {text} ") == tidied(f"\u00a0{text}\u00a0") or not one_line


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("Floods", "Floods"), ("Floods!", "Floods…"), ("Flood in", "Flood…")]
)
def test_a_text_that_goes_on_says_so(text: str, shown: str) -> None:
    assert shortened(text, 6) == shown
