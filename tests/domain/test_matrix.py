"""The board of a matrix: which chip stands where, what is counted, and where tolerance ends."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from riskdesk.desk import scales
from riskdesk.domain.language import words
from riskdesk.domain.matrix import board, borders, tolerance_line
from riskdesk.domain.printing import Sides
from riskdesk.domain.values import Language, Risk

Pair = tuple[int | None, int | None]
NO: Pair = (None, None)
SCALE = scales.profile("5x5")


def risk(reference: str, before: Pair, after: Pair = NO) -> Risk:
    (likelihood, impact), (residual_likelihood, residual_impact) = before, after
    return Risk(
        id=reference,
        entry="e",
        reference=reference,
        likelihood=likelihood,
        impact=impact,
        residual_likelihood=residual_likelihood,
        residual_impact=residual_impact,
    )


RISKS = [
    risk("moved", (4, 3), (2, 3)),
    risk("kept", (2, 3), (2, 3)),
    risk("before", (2, 3)),
    risk("after", NO, (1, 1)),
    risk("half", (2, None), (None, 5)),
    risk("none", NO),
    risk("beyond", (6, 3), (3, 6)),
]


@pytest.mark.parametrize(
    ("sides", "cells", "unassessed"),
    [
        (Sides.INHERENT, {(4, 3): ["moved"], (2, 3): ["kept", "before"]}, ["after", "half", "none", "beyond"]),
        (Sides.RESIDUAL, {(2, 3): ["moved+", "kept+"], (1, 1): ["after+"]}, ["before+", "half+", "none+", "beyond+"]),
        (
            Sides.BOTH,
            {(4, 3): ["moved"], (2, 3): ["moved+", "kept+", "before"], (1, 1): ["after+"]},
            ["after", "half", "none", "beyond"],
        ),
    ],
)
def test_risks_stand_by_the_side_that_is_shown(
    sides: Sides, cells: dict[tuple[int, int], Sequence[str]], unassessed: Sequence[str]
) -> None:
    def labels(chips):
        return [chip.risk.reference + "+" * chip.residual for chip in chips]

    matrix = board(RISKS, sides, SCALE)
    assert {cell: labels(chips) for cell, chips in matrix.cells.items()} == cells
    assert labels(matrix.unassessed) == unassessed
    assert {key: cell for key, cell in matrix.where.items() if cell is None}.keys() == {
        chip.key for chip in matrix.unassessed
    }
    assert len(matrix.chips) == sum(map(len, cells.values())) + len(unassessed)


@pytest.mark.parametrize(
    ("sides", "likelihoods", "impacts"),
    [
        (Sides.INHERENT, ({2: 2, 4: 1}, {}), ({3: 3}, {})),
        (Sides.RESIDUAL, ({}, {1: 1, 2: 2}), ({}, {1: 1, 3: 2})),
        (Sides.BOTH, ({2: 2, 4: 1}, {1: 1, 2: 2}), ({3: 3}, {1: 1, 3: 2})),
    ],
)
def test_each_side_is_counted_by_itself(sides: Sides, likelihoods: object, impacts: object) -> None:
    matrix = board(RISKS, sides, SCALE)
    counted = [tuple(dict(+counts) for counts in matrix.counts(half)) for half in (0, 1)]
    assert counted == [likelihoods, impacts]


def test_only_what_stands_in_two_cells_moves() -> None:
    assert [risk.id for risk in board(RISKS, Sides.BOTH, SCALE).moves] == ["moved"]
    assert board(RISKS, Sides.INHERENT, SCALE).moves == board(RISKS, Sides.RESIDUAL, SCALE).moves == []


def test_nothing_stands_nowhere() -> None:
    matrix = board([], Sides.BOTH, SCALE)
    assert (matrix.cells, list(matrix.unassessed), matrix.moves, matrix.where) == ({}, [], [], {})


@pytest.mark.parametrize("name", scales.PROFILES)
def test_the_line_of_tolerance_parts_what_is_tolerated_from_what_is_not(name: str) -> None:
    scale = scales.profile(name)
    places = {(pair.likelihood, pair.impact): scale.band_index(pair) for pair in scale.cells}
    for tolerance in range(len(scale.bands)):
        line = set(tolerance_line(replace(scale, tolerance=tolerance)))
        for likelihood, impact in places:
            for way, other in (((1, 0), (likelihood, impact + 1)), ((0, 1), (likelihood + 1, impact))):
                parted = other in places and (places[likelihood, impact] <= tolerance) != (places[other] <= tolerance)
                assert (((likelihood, impact), way) in line) == parted
    for none in (None, len(scale.bands) - 1):
        assert tolerance_line(replace(scale, tolerance=none)) == []


def test_borders_are_only_between_cells_of_which_something_is_known() -> None:
    tolerated = {(1, 1): True, (1, 2): False, (2, 2): False}
    assert borders(tolerated) == [((1, 1), (1, 0))]


def test_risks_that_are_not_assessed_are_in_the_plural_if_there_are_several() -> None:
    assert [words(Language.FRENCH).unassessed(count) for count in (0, 1, 2)] == [*["Non évalué"] * 2, "Non évalués"]
