"""The matrix: every risk is in it, each cell says in words what its colour says, whatever the scale."""

import itertools
import re
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest

from riskdesk.domain.label import Label
from riskdesk.domain.printing import Kind, Orientation, Paper, Print, Sides
from riskdesk.domain.scale import Band, Level, Rule
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.report import render
from tests.report.conftest import TODAY, mapped


def test_the_matrix_is_one_page_with_the_references_in_its_cells(assessed, printed):
    found = printed(assessed, Print(Kind.MATRIX, orientation=Orientation.LANDSCAPE))
    assert len(found.pages) == 1
    assert found.text.count("R-77") == 3, "before, after, and among the highest"
    assert "Before mitigation" in found.text
    assert "After mitigation (residual)" in found.text


def test_each_cell_of_the_matrix_says_in_words_what_its_colour_says(assessed, printed):
    scale = assessed.register.scale
    for how in (Print(Kind.MATRIX, orientation=orientation) for orientation in Orientation):
        cells = printed(assessed, how).text.split("Low (1 to 4)")[0]
        for cell in scale.cells:
            assert f"{scale.score(cell)} {scale.band(cell).name}" in cells
        assert "…" not in cells


def levelled(tree, count, bands=()):
    """The same with a scale of so many levels, its risks spread over it."""
    levels = tuple(Level(Label.same(f"Level of number {number}")) for number in range(count))
    bands = bands or tree.register.scale.bands
    scale = replace(tree.register.scale, likelihood=levels, impact=levels, bands=bands, rule=Rule.SUM, profile="")
    places = itertools.count()

    def spread(risk):
        place = next(places)
        half = {"likelihood": place % count + 1, "impact": 3 * place % count + 1}
        return replace(risk, **half, residual_likelihood=1, residual_impact=1, reference=f"R-{place:02d}")

    return replace(mapped(tree, spread, lambda it: it), register=replace(tree.register, scale=scale))


@pytest.mark.parametrize("count", [1, 2, 6, 8, 9, 10, 12])
@pytest.mark.parametrize("orientation", list(Orientation))
def test_no_risk_is_missing_in_a_matrix_of_many_levels(assessed, printed, count, orientation):
    tree = levelled(assessed, count)
    (page,) = printed(tree, Print(Kind.MATRIX, orientation=orientation)).pages
    cells = page.split("Low (")[0]
    if "too many levels" in page:
        assert count > 8
        return
    # pdfium tells a hyphen at the end of a line in its own way.
    told = len(re.findall(r"(?<!G)R\W", cells)) + sum(int(more) for more in re.findall(r"\+(\d+)", cells))
    assert told == 2 * sum(1 for _ in tree.risks)


@pytest.mark.parametrize("count", [40, 60])
def test_of_a_scale_that_no_page_can_hold_that_is_said(assessed, printed, count):
    (page,) = printed(levelled(assessed, count), Print(Kind.MATRIX)).pages
    assert "The scale has too many levels for a matrix on this paper." in page
    assert "Highest risks" in page


NAMES = ("Negligible", "Minor", "Moderate", "Major", "Critical", "Catastrophic", "Existential", "Unthinkable")
LONG = tuple(
    f"Consequences that need the attention of the Steering Committee of number {number}" for number in range(12)
)


@pytest.mark.parametrize("names", [NAMES[:6], NAMES, LONG[:5], LONG], ids=["six", "eight", "five long", "twelve long"])
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("kind", [Kind.MATRIX, Kind.SUMMARY])
def test_bands_of_any_names_keep_to_the_page(assessed, kind, orientation, names):
    bands = tuple(Band(Label.same(name), 12 * (place + 1) // len(names)) for place, name in enumerate(names))
    tree = levelled(assessed, 6, bands)
    tree = mapped(tree, lambda risk: replace(risk, reference="PROG/KAZ/2024/1 " * 9), lambda it: it)
    with closing(
        pypdfium2.PdfDocument(render(tree, Print(kind, orientation=orientation), TODAY, TODAY.date()).data)
    ) as document:
        (page,) = document
        left, _, right, _ = page.get_bbox()
        edges = [shown.get_bounds() for shown in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        assert min(edge[0] for edge in edges) > left + 69
        assert max(edge[2] for edge in edges) < right - 69


def test_a_full_matrix_says_how_many_more_there_are(register, printed):
    tree = register([("C", [([f"risk {number}" for number in range(300)], [])])])
    (category,) = tree.categories
    (entry,) = category.entries
    risks = tuple(
        replace(risk, reference=f"R-{place:03d}", likelihood=3, impact=3) for place, risk in enumerate(entry.risks)
    )
    full = RegisterTree(tree.register, (CategoryTree(category.category, (EntryTree(entry.entry, risks),)),))
    found = printed(full, Print(Kind.MATRIX))
    assert len(found.pages) == 1
    shown = found.text.split("Highest risks")[0]
    (more,) = [int(word.removeprefix("+")) for word in shown.split() if word.startswith("+")]
    assert shown.count("R-") + more == 300


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_matrix_names_every_risk_of_a_crowded_cell(assessed, printed, paper, orientation):
    rated = [
        replace(risk, reference=f"R-{place:02d}", likelihood=2, impact=3) for place, risk in enumerate(assessed.risks)
    ]
    entry = next(assessed.entries)
    tree = replace(
        assessed,
        categories=(replace(assessed.categories[0], entries=(replace(entry, risks=tuple(rated[:9])),)),),
    )
    cells = printed(tree, Print(Kind.MATRIX, paper, orientation)).text.split("Highest risks")[0]
    assert [reference for reference in (f"R-{place:02d}" for place in range(9)) if reference not in cells] == []


@pytest.mark.parametrize(
    ("sides", "told", "untold"),
    [
        (Sides.INHERENT, "Before mitigation", "After mitigation (residual)"),
        (Sides.RESIDUAL, "After mitigation (residual)", "Before mitigation"),
    ],
)
def test_one_side_has_the_page_for_itself(assessed, printed, sides, told, untold):
    both = printed(assessed, Print(Kind.MATRIX, orientation=Orientation.LANDSCAPE))
    found = printed(assessed, Print(Kind.MATRIX, orientation=Orientation.LANDSCAPE, sides=sides))
    assert len(found.pages) == 1
    assert told in found.text
    assert untold not in found.text
    assert [text in both.text for text in (told, untold)] == [True, True]
