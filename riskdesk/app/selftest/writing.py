"""The part of the self-test that checks spelling in each language, and that a wrong word gets a right suggestion."""

from collections.abc import Iterator
from functools import partial

from riskdesk.app.selftest.trying import Trial, require
from riskdesk.domain.values import Language

# A right word, a wrong one, and what that should be.
_SAMPLES = {
    Language.ENGLISH: ("programme's", "judicary", "judiciary"),
    Language.FRENCH: ("l’œuvre", "benificiaires", "bénéficiaires"),
}


def parts() -> Iterator[tuple[str, Trial]]:
    """The trials."""
    for language, sample in _SAMPLES.items():
        yield f"spelling: {language.value}", partial(_spelling, language, *sample)


def _spelling(language: Language, right: str, wrong: str, meant: str) -> None:
    from riskdesk.desk.dictionary import Dictionary

    dictionary = Dictionary(language.value)
    require(dictionary.knows(right), f"{right} is wrong")
    require(not dictionary.knows(wrong), f"{wrong} is right")
    require(meant in dictionary.suggestions(wrong), f"{meant} is not suggested")
