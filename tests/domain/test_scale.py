"""Scores are derived by the scale's rule; what is not assessed has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.domain.scale import Assessment
from riskdesk.domain.values import Language

LEVELS = st.none() | st.integers(1, 5)


@pytest.mark.parametrize("name", scales.PROFILES)
def test_every_cell_of_a_shipped_scale_has_a_band(name: str) -> None:
    scale = scales.profile(name, Language.ENGLISH)
    for likelihood in range(1, len(scale.likelihood) + 1):
        for impact in range(1, len(scale.impact) + 1):
            assert scale.band(Assessment(likelihood, impact)) in scale.bands


@given(LEVELS, LEVELS)
def test_a_half_assessed_risk_has_neither_score_nor_band(likelihood: int | None, impact: int | None) -> None:
    scale, assessment = scales.profile("5x5", Language.ENGLISH), Assessment(likelihood, impact)
    assert (scale.score(assessment) is None) == (scale.band(assessment) is None) == (not assessment.complete)


@given(*[st.integers(1, 5)] * 4)
def test_more_of_both_never_ranks_lower(likelihood: int, impact: int, more: int, worse: int) -> None:
    scale = scales.profile("5x5", Language.ENGLISH)
    higher = Assessment(max(likelihood, more), max(impact, worse))
    assert scale.rank(higher) >= scale.rank(Assessment(likelihood, impact))


def test_a_level_beyond_the_scale_has_no_band() -> None:
    scale = scales.profile("eu-action-document-3x3", Language.ENGLISH)
    assert not scale.holds(Assessment(4, 1))
    assert scale.band(Assessment(4, 1)) is None


@pytest.mark.parametrize("name", scales.PROFILES)
def test_a_shipped_scale_follows_the_language(name: str) -> None:
    english, french = (scales.profile(name, language) for language in (Language.ENGLISH, Language.FRENCH))
    assert scales.translated(english, Language.FRENCH) == french
    assert english.bands[0].name != french.bands[0].name
