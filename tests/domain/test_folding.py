"""Folding: what a word processor writes by itself is found as it is typed, and each hit is known in the text itself."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.folding import Query, fold, replaced

# What makes folding hard: signs that become several or none, marks, and signs that are folded alike.
_HARD = st.sampled_from(
    [
        *"aeoszA -'\"\n",
        "œ",
        "Œ",
        "ß",
        "ﬁ",
        "…",
        "é",
        "e\u0301",
        "\u0301",
        "\u00ad",
        "\u200d",
        "İ",
        "½",
        "한",
        "’",
        "–",
        "″",
    ]
)
TEXTS = st.lists(_HARD | st.characters(exclude_categories=["Cs"]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Évaluation", "evaluation"),
        ("ŞTEFAN", "stefan"),
        ("Қазақстан", "қаз"),
        ("l’État", "l'etat"),
        ("l‘Etat lʼEtat l´Etat l′Etat", "l'etat l'etat l'etat l'etat"),
        ("« mot » “mot” „mot‟ ″mot″", '" mot " "mot" "mot" "mot"'),
        ("‹mot› ‚mot‛", "'mot' 'mot'"),
        ("2024–2027 — co‑operation − 3 ― fin ‒ 1", "2024-2027 - co-operation - 3 - fin - 1"),
        ("co\u00adopé\u00adra\u00adtion", "cooperation"),
        ("sans\u200bespace", "sansespace"),
        ("10\u202f000\u00a0€ : 5\u2009%\u2003!", "10 000 € : 5 % !"),
        ("une\nligne\u2028puis\u2029deux", "une ligne puis deux"),
        ("cœur, Œuvre, ex æquo, Æ", "coeur, oeuvre, ex aequo, ae"),
        ("Łódź, Tromsø, Đorđe, Iğdır, Straße, STRAẞE", "lodz, tromso, dorde, igdir, strasse, strasse"),
        ("eﬃcace, ﬁn, ﬂot", "efficace, fin, flot"),
        ("Et ensuite… ½ ﹣ ™", "et ensuite... 1/2 - tm"),
        ("τῷ δήμῳ", "τω δημω"),
        ("e\u0301le\u0300ve", "élève"),
        ("\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
    ],
)
def test_what_is_typed_finds_what_a_word_processor_writes(text: str, query: str) -> None:
    assert fold(query) in fold(text)
    assert list(Query(query).spans(text))
    assert list(Query(text).spans(f"– {text}")) == [(2, len(text) + 2)]


@pytest.mark.parametrize(
    ("text", "query", "hit"),
    [
        ("le cœur", "coeur", "cœur"),
        ("l’e\u0301tat", "etat", "e\u0301tat"),
        ("e\u0301", "e", "e\u0301"),
        ("co\u00adop", "coop", "co\u00adop"),
        ("co\u00adop", "co", "co"),
        ("Straße.", "strasse", "Straße"),
        ("𝒜 risk", "risk", "risk"),
        ("un\r\nrisque", "un\r\nrisque".replace("\r\n", " \n"), "un\r\nrisque"),
    ],
)
def test_a_hit_is_the_text_as_it_was_typed(text: str, query: str, hit: str) -> None:
    ((start, end),) = Query(query).spans(text)
    assert text[start:end] == hit


@pytest.mark.parametrize(("text", "query"), [("œuvre", "o"), ("œuvre", "e" + "u"), ("ß", "s"), ("…", "."), ("½", "1")])
def test_no_hit_is_half_a_sign(text: str, query: str) -> None:
    assert list(Query(query).spans(text)) == []


def test_line_ends_are_all_alike_in_what_is_looked_for() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert list(Query(f"a{end}b").spans("a\nb")) == [(0, 3)]


@pytest.mark.parametrize("nothing", ["", "\u0301", "\u00ad", "\u200b\ufe0f"])
def test_what_is_not_seen_is_found_nowhere(nothing: str) -> None:
    assert list(Query(nothing).spans(f"a{nothing}b")) == []


def test_case_tells_capitals_apart_and_nothing_else() -> None:
    text = "Œuvre œuvre OEUVRE Oeuvre"
    for query, starts in (("Oe", [0, 19]), ("oe", [6]), ("OE", [12]), ("œuvre", [6])):
        assert [start for start, _ in Query(query, case=True).spans(text)] == starts
    assert len(list(Query("oeuvre").spans(text))) == 4
    assert list(Query("δήμω", case=True).spans("τῷ δήμῳ")) == [(3, 7)]
    assert list(Query("l'etat", case=True).spans("l’état")) == [(0, 6)]


@pytest.mark.parametrize("capital", "ŒÆŁØĐÐĦŦẞ")
def test_a_capital_that_is_no_other_one_with_an_accent_is_a_capital_in_plain_letters(capital: str) -> None:
    plain = fold(capital, case=True)
    assert plain.isascii()
    assert plain[0].isupper()
    assert plain.lower() == fold(capital)


@pytest.mark.parametrize(
    ("text", "query", "count"),
    [
        ("risk risks brisk Risk-based", "risk", 2),
        ("l’État, d'état", "etat", 2),
        ("état_major étaté", "état", 0),
        ("e\u0301tat e\u0301tate\u0301", "etat", 1),
        ("C++ and C", "C++", 1),
        ("(a) a)", "a)", 2),
        ("हिन्दी", "ह", 0),
        ("risk\u00ading", "risk", 0),
    ],
)
def test_whole_words_are_no_parts_of_words(text: str, query: str, count: int) -> None:
    assert len(list(Query(query, words=True).spans(text))) == count


@given(TEXTS, TEXTS, st.booleans(), st.booleans())
def test_hits_lie_apart_and_hold_what_is_looked_for(text: str, query: str, case: bool, words: bool) -> None:  # noqa: FBT001
    spans = list(Query(query, case=case, words=words).spans(text))
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert 0 <= min(places, default=0) <= max(places, default=0) <= len(text)
    folded_query = fold(query.replace("\r\n", "\n").replace("\r", "\n"), case=case)
    for start, end in spans:
        assert start < end
        assert fold(text[start:end], case=case) == folded_query


@given(TEXTS, TEXTS, TEXTS)
def test_a_text_is_found_between_others_wherever_it_stands(before: str, text: str, after: str) -> None:
    text, after = text.replace("\r", "\n"), f"!{after}"
    if fold(text):
        assert list(Query(text).spans(before + text + after))


@given(TEXTS)
def test_composed_and_combining_text_are_alike(text: str) -> None:
    # Unicode composes no more of them than there are.
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


@given(TEXTS, st.sampled_from([*"aeoszœß", "é", " ", "'"]), st.text("xyw", max_size=3))
def test_nothing_is_found_again_once_it_is_replaced_by_something_else(text: str, sought: str, by: str) -> None:
    query = Query(sought)
    spans = list(query.spans(text))
    after = replaced(text, spans, by)
    assert list(query.spans(after)) == []
    assert len(after) == len(text) + sum(len(by) - (end - start) for start, end in spans)
    assert replaced(text, spans, "") == "".join(part for part in _outside(text, spans))


def _outside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    inside = {place for start, end in spans for place in range(start, end)}
    return [sign for place, sign in enumerate(text) if place not in inside]
