"""Scores are derived by the scale's rule; what is not assessed has none."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.domain.label import Label
from riskdesk.domain.records import Record
from riskdesk.domain.scale import Assessment, BandColour, Level, Scale
from riskdesk.domain.scale_record import scale_from_record, scale_record
from riskdesk.domain.values import Language
from tests.domain.any_scale import labels, records_of_format_4, scale_values

LEVELS = st.none() | st.integers(1, 5)


@pytest.mark.parametrize("name", scales.PROFILES)
def test_every_cell_of_a_shipped_scale_has_a_band(name: str) -> None:
    scale = scales.profile(name)
    for likelihood in range(1, len(scale.likelihood) + 1):
        for impact in range(1, len(scale.impact) + 1):
            assert scale.band(Assessment(likelihood, impact)) in scale.bands


@given(LEVELS, LEVELS)
def test_a_half_assessed_risk_has_neither_score_nor_band(likelihood: int | None, impact: int | None) -> None:
    scale, assessment = scales.profile("5x5"), Assessment(likelihood, impact)
    assert (scale.score(assessment) is None) == (scale.band(assessment) is None) == (not assessment.complete)


@given(*[st.integers(1, 5)] * 4)
def test_more_of_both_never_ranks_lower(likelihood: int, impact: int, more: int, worse: int) -> None:
    scale = scales.profile("5x5")
    higher = Assessment(max(likelihood, more), max(impact, worse))
    assert scale.rank(higher) >= scale.rank(Assessment(likelihood, impact))


def test_a_level_beyond_the_scale_has_no_band() -> None:
    scale = scales.profile("eu-action-document-3x3")
    assert not scale.holds(Assessment(4, 1))
    assert scale.band(Assessment(4, 1)) is None


@pytest.mark.parametrize("name", scales.PROFILES)
def test_a_shipped_scale_follows_the_language(name: str) -> None:
    lowest = scales.profile(name).bands[0].name
    assert lowest.text(Language.ENGLISH) != lowest.text(Language.FRENCH)


@pytest.mark.parametrize(("tolerance", "expected"), [(None, None), (0, False), (1, False), (2, True), (3, True)])
def test_what_is_tolerated_ends_with_a_band(tolerance: int | None, expected: bool | None) -> None:  # noqa: FBT001
    scale = replace(scales.profile("5x5"), tolerance=tolerance)
    assert scale.is_tolerated(Assessment(3, 5)) is expected
    assert scale.is_tolerated(Assessment(3, None)) is None


def test_a_band_is_painted_by_its_place_or_in_its_own_colour() -> None:
    scale = scales.profile("5x5")
    assert [scale.shade(place) for place in range(4)] == [0, 1 / 3, 2 / 3, 1]
    blue = replace(scale, bands=(replace(scale.bands[0], colour=BandColour.BLUE), *scale.bands[1:]))
    assert [blue.shade(place) for place in range(4)] == [BandColour.BLUE, 1 / 3, 2 / 3, 1]


@given(scale_values())
def test_each_level_has_the_shade_of_the_band_that_it_gives(scale: Scale) -> None:
    for likelihood, impact in scale.cells:
        assessment = Assessment(likelihood, impact)
        place = scale.band_index(assessment)
        shade = None if place is None else scale.shade(place)
        assert scale.shades(assessment, of_impact=False)[(likelihood or 0) - 1] == shade
        assert scale.shades(assessment, of_impact=True)[(impact or 0) - 1] == shade
    nothing = [None] * len(scale.impact)
    assert scale.shades(Assessment(), of_impact=True) == nothing


@given(scale_values())
def test_a_scale_comes_back_as_it_was_written(scale: Scale) -> None:
    record = json.loads(json.dumps(scale_record(scale)))
    assert scale_from_record(record) == scale
    assert scale_record(scale_from_record(record)) == record


@given(records_of_format_4())
def test_a_record_of_an_older_format_is_written_as_it_was(record: Record) -> None:
    scale = scale_from_record(record)
    assert scale_record(scale) == record
    assert {label.en == label.fr for label in labels(scale)} == {True}
    assert scale.tolerance is None


@given(scale_values())
def test_a_language_that_is_left_empty_is_told_in_the_other(scale: Scale) -> None:
    for label in labels(scale):
        assert label.text("en") == (label.en or label.fr)
        assert label.text("fr") == (label.fr or label.en)


def test_a_level_is_written_by_its_number_and_name_and_by_its_number_alone_if_the_scale_does_not_have_it() -> None:
    scale = scales.profile("5x5")
    assert scale.level_text("residual_impact", 4, Language.ENGLISH) == f"4 {scale.impact[3].name.en}"
    assert scale.level_text("likelihood", 5, Language.FRENCH) == f"5 {scale.likelihood[4].name.fr}"
    assert [scale.level_text("impact", number, Language.FRENCH) for number in (0, 6)] == ["0", "6"]


@pytest.mark.parametrize(("name", "expected"), [("Likely", "4 Likely"), ("4", "4"), ("", "4"), ("14", "4 14")])
def test_the_number_of_a_level_is_written_once(name: str, expected: str) -> None:
    assert Level(Label.same(name)).numbered(4, Language.ENGLISH) == expected
