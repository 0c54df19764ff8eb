"""The shipped scales in both languages, and those of older files as they are shown; those of the user stay theirs."""

from dataclasses import replace

import pytest

from riskdesk.desk import scales
from riskdesk.domain.label import Label
from riskdesk.domain.records import Record
from riskdesk.domain.scale import Band, BandColour, Level
from riskdesk.domain.scale_record import scale_from_record, scale_record
from riskdesk.domain.values import Language
from tests.domain.any_scale import labels


def in_one(value: object, language: Language) -> object:
    """A record of a scale as an older format had it: in one language."""
    if isinstance(value, list):
        return [in_one(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == set(Language):
        return value[language]
    return {name: in_one(item, language) for name, item in value.items()}


def older(name: str, language: Language) -> Record:
    record = in_one(scale_record(scales.profile(name)), language)
    assert isinstance(record, dict)
    return record


@pytest.mark.parametrize("name", scales.PROFILES)
def test_a_shipped_scale_says_all_in_both_languages(name: str) -> None:
    shipped = scales.profile(name)
    assert shipped.profile == name
    assert all(label.en and label.fr for label in labels(shipped))
    for steps in (shipped.likelihood, shipped.impact, shipped.bands):
        assert all(step.name.en != step.name.fr for step in steps[:1])


@pytest.mark.parametrize("name", scales.PROFILES)
def test_no_shipped_scale_is_called_the_council_of_europes(name: str) -> None:
    assert not any("urope" in text for label in labels(scales.profile(name)) for text in (label.en, label.fr))


@pytest.mark.parametrize("name", scales.PROFILES)
@pytest.mark.parametrize("language", Language)
def test_a_scale_of_an_older_format_is_shown_in_both_languages(name: str, language: Language) -> None:
    record = older(name, language)
    assert scales.in_both_languages(scale_from_record(record)) == scales.profile(name)
    assert scale_record(scale_from_record(record)) == record


@pytest.mark.parametrize("language", Language)
def test_words_that_are_not_shipped_are_shown_as_they_are(language: Language) -> None:
    shipped = scales.profile(scales.DEFAULT)
    before = scale_from_record(older(scales.DEFAULT, language))
    own, mine = Level(before.likelihood[1].name, Label.same("As an older Riskdesk put it.")), Level(Label.same("Mine"))
    changed = replace(
        before,
        likelihood=(before.likelihood[0], own, mine, *before.likelihood[3:], Level(Label.same("One more"))),
        bands=(Band(Label.same("Green"), 5, BandColour.BLUE), *before.bands[1:]),
        tolerance=1,
    )
    bilingual = scales.in_both_languages(changed)
    assert bilingual.likelihood == (
        shipped.likelihood[0],
        replace(own, name=shipped.likelihood[1].name),
        mine,
        *shipped.likelihood[3:],
        Level(Label.same("One more")),
    )
    assert bilingual.bands == (Band(Label.same("Green"), 5, BandColour.BLUE), *shipped.bands[1:])
    assert bilingual.tolerance == 1
    assert scales.in_both_languages(replace(changed, profile="")) == replace(changed, profile="")


def test_words_that_differ_in_both_languages_are_the_users_own() -> None:
    mine = replace(scales.profile(scales.DEFAULT), name=Label("5×5", "Cinq"))
    mine = replace(mine, bands=(replace(mine.bands[0], name=Label("Low", "Bas")), *mine.bands[1:]))
    assert scales.in_both_languages(mine) == mine
