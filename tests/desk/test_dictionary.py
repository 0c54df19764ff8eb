"""The dictionaries know what registers say in both languages, and find what was meant."""

import json
from collections.abc import Iterator
from functools import cache

import pytest

from riskdesk.desk.dictionary import MOST_SUGGESTIONS, Dictionary
from riskdesk.desk.templates import EXAMPLE
from riskdesk.domain.spelling import words
from riskdesk.domain.values import Language
from riskdesk.resource import resource

dictionary = cache(Dictionary)
TEMPLATES = sorted(resource("templates").glob("*.json"))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in texts(part))


@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_the_example_is_marked(language: Language) -> None:
    document = json.loads(resource(f"templates/{EXAMPLE}.{language.value}.json").read_text("utf-8"))
    del document["format"]
    document_words = [word.text for text in texts(document) for word in words(text)]
    assert len(document_words) > 1_000
    assert {word for word in document_words if not dictionary(language.value).knows(word)} == set()


@pytest.mark.parametrize(
    ("language", "word"),
    [
        *(
            ("en", word)
            for word in ("programme's", "don't", "co-operation", "co-ordinator", "pre-trial", "mitigations")
        ),
        *(("en", word) for word in ("organisation", "Stakeholders", "whistle-blower", "naïve", "vis-à-vis")),
        *(("en", word) for word in ("whistleblower's", "Roadmaps", "facto", "communiqué", "attaché's", "d'état")),
        *(("fr", word) for word in ("d'extrabudgétaires", "l'akim", "préadhésion")),
        *(("fr", word) for word in ("l'eau", "d'accord", "aujourd'hui", "qu'elles", "c'est-à-dire", "a-t-il")),
        *(("fr", word) for word in ("œuvre", "Évaluation", "événement", "évènement", "cofinancement", "peut-être")),
    ],
)
def test_right_words_are_known(language: str, word: str) -> None:
    assert dictionary(language).knows(word)


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("en", "judicary", "judiciary"),
        ("en", "benificiary", "beneficiary"),
        ("en", "decision-makng", "decision-making"),
        ("en", "mitigatons", "mitigations"),
        ("fr", "C'est-à-dir", "C'est-à-dire"),
        ("fr", "c’est-à-dir", "c’est-à-dire"),
        ("fr", "aujourd'hi", "aujourd'hui"),
        ("fr", "aujourd’hi", "aujourd’hui"),
        ("en", "dont’t", "don’t"),
        ("fr", "benificiaires", "bénéficiaires"),
        ("fr", "qu'evaluation", "qu'évaluation"),
        ("en", "programe's", "programme's"),
        ("fr", "evaluation", "évaluation"),
        ("fr", "oeuvre", "œuvre"),
    ],
)
def test_what_was_meant_is_suggested(language: str, word: str, meant: str) -> None:
    assert not dictionary(language).knows(word)
    suggestions = dictionary(language).suggestions(word)
    assert meant in suggestions
    assert len(suggestions) <= MOST_SUGGESTIONS


def test_the_word_in_several_parts_comes_last() -> None:
    assert dictionary("en").suggestions("ofice") == ["office", "orifice", "of ice", "of-ice"]


def test_the_likeliest_of_many_words_are_suggested() -> None:
    assert len(dictionary("en").suggestions("caze")) == 5


def test_what_has_no_suggestions_is_searched_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, suggested = list[str](), Dictionary._suggested

    def noted(self: Dictionary, word: str) -> list[str]:
        asked.append(word)
        return suggested(self, word)

    monkeypatch.setattr(Dictionary, "_suggested", noted)
    assert dictionary("en").suggestions("xqzvkjw") == []
    assert asked == ["xqzvkjw"]


def test_what_is_joined_to_a_word_with_a_capital_stays() -> None:
    assert "l'Institution" in dictionary("fr").suggestions("l'Institucion")


def test_what_is_joined_to_a_word_hides_no_suggestion() -> None:
    assert "l'enregistrement" in dictionary("fr").suggestions("l'enregistremant")


def test_what_is_joined_to_a_word_fits_each_suggestion() -> None:
    suggestions = dictionary("fr").suggestions("l'institucion")
    assert "l'institution" in suggestions
    assert {"l'constitution", "institution"} & {*suggestions} == set()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("word", ["", "-", "'", "x" * 200, "é" * 200, "\U0001f600", "-a-", "a" * 60 + "-" + "b" * 60])
def test_whatever_is_asked_gets_an_answer(language: str, word: str) -> None:
    assert dictionary(language).knows(word) in (True, False)
    dictionary(language).suggestions(word)
