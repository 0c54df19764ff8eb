"""A scale while it is edited: what comes out of it, and what is told of what is wrong."""

from dataclasses import replace

import pytest
from hypothesis import assume, given

from riskdesk.desk import scales
from riskdesk.domain.label import Label
from riskdesk.domain.possible_scale import admitted_scale
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.scale import Assessment, Level, Rule, Scale
from riskdesk.domain.scale_draft import BandDraft, ScaleDraft, with_moved_level
from tests.domain.any_scale import scale_values

FIVE = ScaleDraft.of(scales.profile("5x5"))
THREE = ScaleDraft.of(scales.profile("eu-action-document-3x3"))


def findings_of(draft: ScaleDraft) -> list[tuple[str, int, str]]:
    return [(fault.part, fault.place, str(fault.problem)) for fault in draft.faults]


def blocked(draft: ScaleDraft) -> bool:
    return not all(fault.hint for fault in draft.faults)


@pytest.mark.parametrize("name", scales.PROFILES)
def test_a_shipped_scale_comes_out_as_it_went_in(name: str) -> None:
    draft = ScaleDraft.of(scales.profile(name))
    assert draft.faults == []
    assert scales.recognised(draft.scale) == scales.profile(name)


@given(scale_values())
def test_any_scale_comes_out_with_each_cell_in_the_band_it_was_in(scale: Scale) -> None:
    out = ScaleDraft.of(scale).scale
    assert [out.band(cell).name for cell in out.cells] == [scale.band(cell).name for cell in scale.cells]  # type: ignore[union-attr]
    assert (out.name, out.likelihood, out.impact, out.rule) == (scale.name, scale.likelihood, scale.impact, scale.rule)
    assert [(band.name, band.colour) for band in out.bands] == [(band.name, band.colour) for band in scale.bands]
    assert out.tolerance == scale.tolerance


@given(scale_values())
def test_what_has_only_hints_may_enter_a_store_and_is_shown_as_it_assesses(scale: Scale) -> None:
    draft = ScaleDraft.of(scale)
    assume(not blocked(draft))
    out = admitted_scale(draft.scale)
    for cell in out.cells:
        assert cell.likelihood is not None and cell.impact is not None  # noqa: PT018
        assert draft.place(cell.likelihood, cell.impact) == out.band_index(cell)


@given(scale_values(), scale_values())
def test_what_a_store_refuses_is_told(scale: Scale, other: Scale) -> None:
    """Names and bands of one with levels and rule of another: many of these are wrong."""
    draft = replace(ScaleDraft.of(scale), bands=ScaleDraft.of(other).bands, rule=other.rule, tolerance=None)
    refused = False
    try:
        admitted_scale(draft.scale)
    except InputProblem:
        refused = True
    assert blocked(draft) or not refused


LONGER = "has more than 100 characters; shorten it."


def bands(*starts: int) -> tuple[BandDraft, ...]:
    return tuple(BandDraft(Label.same(f"Band {place}"), start) for place, start in enumerate(starts))


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (replace(FIVE, name=Label("", "")), [("name", 0, "The scale needs a name.")]),
        (
            replace(FIVE, likelihood=(FIVE.likelihood[0], Level(Label("", "")))),
            [
                ("likelihood", 1, "A name is needed here."),
                *[("start", 3, "No score of this scale falls into this band.")],
            ],
        ),
        (
            replace(THREE, impact=(Level(Label("Low", "Bas")), Level(Label("Middle", "BAS")), *THREE.impact[2:])),
            [("impact", 1, "Another one has this name.")],
        ),
        (replace(FIVE, name=Label("Five", "5" * 101)), [("name", 0, f"This name {LONGER}")]),
        (
            replace(FIVE, likelihood=(*FIVE.likelihood[:4], Level(Label("w" * 30_000, "Haut")))),
            [("likelihood", 4, f"This name {LONGER}")],
        ),
        (
            replace(FIVE, impact=(Level(Label.same("Least"), Label("", "d" * 1001)), *FIVE.impact[1:])),
            [("impact", 0, "The definition has more than 1,000 characters; shorten it.")],
        ),
        (
            replace(FIVE, bands=(replace(FIVE.bands[0], name=Label("", "b" * 101)), *FIVE.bands[1:])),
            [("band", 0, f"This name {LONGER}")],
        ),
        (replace(FIVE, bands=bands(1, 5, 10)), []),
        (replace(FIVE, bands=bands(3, 5)), [("start", 0, "The scores from 1 to 2 are in no band.")]),
        (replace(FIVE, rule=Rule.SUM, bands=bands(2, 5)), []),
        (replace(FIVE, rule=Rule.SUM, bands=bands(4, 5)), [("start", 0, "The scores from 2 to 3 are in no band.")]),
        (
            replace(FIVE, bands=bands(1, 9, 9, 5)),
            [
                ("start", 2, "It has to begin above 9, where the band below begins."),
                ("start", 3, "It has to begin above 9, where the band below begins."),
            ],
        ),
        (replace(FIVE, bands=bands(1, 17, 20)), [("start", 1, "No score of this scale falls into this band.")]),
        (replace(FIVE, bands=bands(1, 26)), [("start", 1, "No score of this scale falls into this band.")]),
        (
            replace(THREE, table=((0, 0, 1), (0, 0, 1), (1, 1, 1))),
            [("start", 2, "No cell of the matrix is in this band.")],
        ),
        (
            replace(THREE, table=((0, 0, 2), (0, 1, 1), (1, 2, 2))),
            [("table", 0, "The cell of likelihood 2 and impact 3 is in a lower band than one below it.")],
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_is(draft: ScaleDraft, expected: list[tuple[str, int, str]]) -> None:
    assert findings_of(draft) == expected


def test_a_rule_that_is_changed_to_a_table_begins_with_the_bands_there_are() -> None:
    painted = replace(FIVE, rule=Rule.TABLE).scale
    for cell in painted.cells:
        assert painted.band_index(cell) == FIVE.scale.band_index(cell)
        assert painted.score(cell) is None


def test_a_cell_of_a_band_that_is_gone_is_seen_in_the_highest() -> None:
    fewer = replace(THREE, bands=THREE.bands[:2])
    assert fewer.place(3, 3) == 1
    assert fewer.scale.band_index(Assessment(3, 3)) == 1


def test_a_table_that_becomes_numbers_has_bands_that_rise_and_share_the_scores() -> None:
    assert not blocked(replace(THREE, rule=Rule.SUM))
    assert replace(THREE, rule=Rule.PRODUCT).faults == []


@pytest.mark.parametrize(
    ("at", "to", "rows"),
    [
        (1, 2, "132"),
        (2, 0, "312"),
        # One that comes between is like the one in whose place it comes, and one above all like the highest.
        (3, 1, "1223"),
        (3, 3, "1233"),
        (4, 0, "11233"),
        (3, 4, "12333"),
    ],
)
def test_what_is_painted_goes_with_a_level_that_moves(at: int, to: int, rows: str) -> None:
    table = tuple((int(row), 0) for row in "123")
    moved = tuple((int(row), 0) for row in rows)
    assert with_moved_level(table, "likelihood", at, to) == moved
    turned = tuple(zip(*table, strict=True))
    assert with_moved_level(turned, "impact", at, to) == tuple(zip(*moved, strict=True))


def band_names(draft: ScaleDraft) -> list[list[str]]:
    """The band of each cell by its name."""
    rows, columns = range(1, len(draft.likelihood) + 1), range(1, len(draft.impact) + 1)
    places = [[draft.place(one, other) for other in columns] for one in rows]
    return [["-" if place is None else draft.bands[place].name.en for place in row] for row in places]


@pytest.mark.parametrize("rule", [Rule.PRODUCT, Rule.TABLE])
@pytest.mark.parametrize("place", range(4))
def test_what_was_in_a_band_that_is_removed_is_in_the_next_higher_one_and_all_else_where_it_was(
    rule: Rule, place: int
) -> None:
    draft = replace(FIVE, rule=rule)
    names = [band.name.en for band in draft.bands]
    after = draft.without_band(place)
    heir = names[place + 1] if place < 3 else names[2]
    assert [band.name.en for band in after.bands] == names[:place] + names[place + 1 :]
    assert band_names(after) == [[heir if it == names[place] else it for it in row] for row in band_names(draft)]


@pytest.mark.parametrize("place", range(5))
def test_a_band_that_is_inserted_leaves_the_cells_of_a_table_in_their_bands(place: int) -> None:
    draft = replace(FIVE, rule=Rule.TABLE, table=((0, 1, 2, 3, 9),) * 5)
    after = draft.with_band(place)
    assert [band.name for band in after.bands] == [
        *(band.name for band in draft.bands[:place]),
        Label.same(""),
        *(band.name for band in draft.bands[place:]),
    ]
    assert band_names(after) == band_names(draft)


@pytest.mark.parametrize("place", range(5))
def test_a_band_that_is_inserted_begins_where_there_are_scores_for_it(place: int) -> None:
    after = FIVE.with_band(place)
    starts = [band.start for band in after.bands]
    assert starts[0] == 1
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("tolerance", "place", "without", "more"),
    [(None, 1, None, None), (1, 0, 0, 2), (1, 1, 0, 2), (1, 2, 1, 1), (0, 0, None, 1), (3, 3, 2, 4)],
)
def test_what_is_tolerated_stays_so(tolerance: int | None, place: int, without: int | None, more: int | None) -> None:
    draft = replace(FIVE, tolerance=tolerance)
    assert draft.without_band(place).tolerance == without
    assert draft.with_band(place).tolerance == more
