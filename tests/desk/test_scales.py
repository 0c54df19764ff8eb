"""The shipped scales in the words of each language; those of the user stay in theirs."""

from dataclasses import replace

import pytest

from riskdesk.desk import scales
from riskdesk.domain.scale import Band, Level
from riskdesk.domain.values import Language


@pytest.mark.parametrize("name", scales.PROFILES)
@pytest.mark.parametrize("language", Language)
def test_a_shipped_scale_comes_into_another_language(name: str, language: Language) -> None:
    shipped = scales.profile(name, language)
    assert shipped.profile == name
    for other in Language:
        assert scales.translated(shipped, other) == scales.profile(name, other)
    assert len({scales.profile(name, other).likelihood[0].name for other in Language}) == len(Language)


@pytest.mark.parametrize("change", [{"name": "Mine"}, {"profile": "mine"}, {"profile": ""}])
def test_a_scale_that_was_changed_stays_as_it_is(change: dict[str, str]) -> None:
    mine = replace(scales.profile(scales.DEFAULT, Language.ENGLISH), **change)
    assert scales.translated(mine, Language.FRENCH) is mine


def test_a_scale_under_the_name_of_another_stays_as_it_is() -> None:
    mine = replace(scales.profile("pm2-risk-log", Language.ENGLISH), profile=scales.DEFAULT)
    assert scales.translated(mine, Language.FRENCH) is mine


@pytest.mark.parametrize("name", scales.PROFILES)
@pytest.mark.parametrize("language", Language)
def test_a_shipped_scale_is_shown_in_any_language(name: str, language: Language) -> None:
    wanted = scales.profile(name, language)
    for other in Language:
        shown = scales.named(scales.profile(name, other), language)
        assert (shown.likelihood, shown.impact, shown.bands) == (wanted.likelihood, wanted.impact, wanted.bands)


def test_words_that_are_not_shipped_are_shown_as_they_are() -> None:
    english, french = (scales.profile(scales.DEFAULT, language) for language in (Language.ENGLISH, Language.FRENCH))
    older = Level("Low", "As an older Riskdesk put it.")
    mine = replace(
        english,
        likelihood=(english.likelihood[0], older, Level("Mine"), *english.likelihood[3:], Level("One more")),
        bands=(Band("Green", 5), *english.bands[1:]),
    )
    shown = scales.named(mine, Language.FRENCH)
    assert shown.likelihood == (
        french.likelihood[0],
        replace(older, name=french.likelihood[1].name),
        Level("Mine"),
        *french.likelihood[3:],
        Level("One more"),
    )
    assert shown.bands == (Band("Green", 5), *french.bands[1:])
    assert scales.named(replace(mine, profile=""), Language.FRENCH) == replace(mine, profile="")
