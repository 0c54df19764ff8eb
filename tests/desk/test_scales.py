"""The shipped scales in the words of each language; those of the user stay in theirs."""

from dataclasses import replace

import pytest

from riskdesk.desk import scales
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
