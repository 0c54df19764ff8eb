"""Which words of a text a dictionary is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.spelling import core, plain, words


def word_texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The risk of delays.", ["The", "risk", "of", "delays"]),
        ("L’eau manque aujourd’hui", ["L'eau", "manque", "aujourd'hui"]),
        ("faute d'accord, l'eau", ["faute", "d'accord", "l'eau"]),
        ("the programme's results; the partners’ staff", ["the", "programme's", "results", "the", "partners", "staff"]),
        ("co-ordinated, peut‑être, multi‐annual", ["co-ordinated", "peut-être", "multi-annual"]),
        ("and/or, hommes/femmes", ["and", "or", "hommes", "femmes"]),
        ("(low) “high” «\u00a0moyen\u00a0»", ["low", "high", "moyen"]),
        ("co\u00adoperation cafe\u0301", ["cooperation", "café"]),
        ("Œuvrer à l’œuvre", ["Œuvrer", "l'œuvre"]),
        ("bullet\nNext line", ["bullet", "Next", "line"]),
        ("Delays happen. Next comes more", ["Delays", "happen", "Next", "comes", "more"]),
        ("Really? Yes! “Quoted” text", ["Really", "Yes", "Quoted", "text"]),
    ],
)
def test_words_are_found_with_what_belongs_to_them(text: str, expected: list[str]) -> None:
    assert word_texts(text) == expected


@pytest.mark.parametrize(
    "ignored",
    [
        "NGO",
        "NGOs",
        "NGO's",
        "l’ONU",
        "OSCE/ODIHR",
        "R-01",
        "COVID-19",
        "2024-2027",
        "1er",
        "5x5",
        "PM²",
        "m2",
        "someone@coe.int",
        "https://www.coe.int/en/web",
        "www.coe.int",
        "coe.int",
        "/home/me/filez",
        "C:\\Users\\me\\filez",
        "\\\\server\\filez",
        "./a/b/filez",
        "budgett.xlsx",
        "e.g.",
        "eTwinning",
        "HELPdesk",
        "snake_caze",
        "Nazarbayev",
        "d’Astana",
        "Ust-Kamenogorsk",
        "Mr. Nazarbayev",
        "тәуекел",
        "ռիսկ",
        "خطر",
        "a",
        "z" * 61,
    ],
)
def test_names_numbers_addresses_are_left_alone(ignored: str) -> None:
    assert word_texts(f"with {ignored} and") == ["with", "and"]


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    assert word_texts("Mispelt words. Wroong ones. L’Union europeenne")[0] == "Mispelt"
    assert "Wroong" in word_texts("Mispelt words. Wroong ones.")
    assert word_texts("L’Union europeenne") == ["europeenne"]


@pytest.mark.parametrize(
    ("word", "inside"),
    [
        ("l'eau", "eau"),
        ("qu'il", "il"),
        ("Jusqu'à", "à"),
        ("programme's", "programme"),
        ("aujourd'hui", "aujourd'hui"),
        ("don't", "don't"),
        ("s's", "s"),
    ],
)
def test_what_is_joined_to_a_word_is_told_from_it(word: str, inside: str) -> None:
    assert core(word) == inside


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert plain(text[word.start : word.end]) == word.text
        last = word.end


@given(st.lists(st.sampled_from(["risk", "l’eau", "co-operation", "NGO", "R-01", "x@y.zz", "and/or", ".", "\n", "É"])))
def test_parts_are_found_as_alone_wherever_they_stand(parts: list[str]) -> None:
    alone = [word for part in parts for word in word_texts(f"so {part}")[1:]]
    assert word_texts("so " + " ".join(parts))[1:] == alone
