"""The matrix: every risk is in it, each cell says in words what its colour says, whatever the scale."""

import ctypes
import io
import itertools
import re
from contextlib import closing
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from riskdesk.domain.label import Label
from riskdesk.domain.matrix import tolerance_line
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, Sides
from riskdesk.domain.scale import Band, BandColour, Level, Rule
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Language
from riskdesk.report import render
from riskdesk.report.style import style
from tests.report.conftest import TODAY, heavy_lines, mapped


def test_the_matrix_is_one_page_with_the_references_in_its_cells(assessed, printed):
    printout = printed(assessed, Print(DocumentKind.MATRIX, orientation=Orientation.LANDSCAPE))
    assert len(printout.pages) == 1
    assert printout.text.count("R-77") == 3, "before, after, and among the highest"
    assert "Before mitigation" in printout.text
    assert "After mitigation (residual)" in printout.text


@pytest.mark.parametrize(
    ("language", "label"), [(Language.ENGLISH, "Risks not assessed: "), (Language.FRENCH, "Risques non évalués : ")]
)
@pytest.mark.parametrize("orientation", list(Orientation))
def test_risks_that_stand_in_no_cell_are_counted_for_each_side(assessed, printed, language, label, orientation):
    tree = replace(assessed, register=replace(assessed.register, language=language))
    every = mapped(tree, lambda risk: replace(risk, likelihood=1, impact=1), lambda mitigation: mitigation)
    all_but_one, all_but_one_beyond_the_scale, none_missing = (
        mapped(
            every,
            lambda risk, of=of: replace(risk, residual_likelihood=of(risk), residual_impact=1),
            lambda measure: measure,
        )
        for of in (
            lambda risk: None if risk.reference == "R-77" else 1,
            lambda risk: 6 if risk.reference == "R-77" else 1,
            lambda _risk: 1,
        )
    )
    how, risks = Print(DocumentKind.MATRIX, orientation=orientation), len([*tree.risks])
    texts = [
        printed(register_tree, how).text.replace("\xa0", " ")
        for register_tree in (tree, all_but_one, all_but_one_beyond_the_scale, none_missing)
    ]
    assert texts[0].count(f"{label}{risks - 1}") == 2
    assert [text.count(label) for text in texts] == [2, 1, 1, 0]
    assert f"{label}1" in texts[1]
    assert f"{label}1" in texts[2]


def test_each_cell_of_the_matrix_says_in_words_what_its_colour_says(assessed, printed):
    scale = assessed.register.scale
    for how in (Print(DocumentKind.MATRIX, orientation=orientation) for orientation in Orientation):
        cells = printed(assessed, how).text.split("Low (1 to 4)")[0]
        for cell in scale.cells:
            assert f"{scale.score(cell)} {scale.band(cell).name}" in cells
        assert "…" not in cells


@pytest.mark.parametrize("name", ["Serious", "Intolerable", "Bad or worse"])
def test_no_word_of_a_band_is_broken_where_cells_are_narrow(assessed, printed, name):
    tree = levelled(assessed, 10, (Band(Label.same(name), 20),))
    page, *_ = printed(tree, Print(DocumentKind.MATRIX, orientation=Orientation.LANDSCAPE)).pages
    printed_words = set(page.split(f"{name} (2 to")[0].split())
    parts = (word[:end] for word in name.split() for end in range(2, len(word)))
    assert printed_words.isdisjoint(parts)


IMPACTS = ("Negligible", "Minor", "Moderate", "Significant", "Major", "Critical", "Catastrophic")


@pytest.mark.parametrize("sides", list(Sides))
@pytest.mark.parametrize("names", [("Low", "High"), ("Entirely bearable", "Altogether intolerable")])
def test_names_of_seven_levels_are_whole_on_upright_paper(assessed, printed, sides, names):
    bands = tuple(Band(Label.same(name), 7 * place) for place, name in enumerate(names, 1))
    tree = levelled(assessed, 7, bands)
    scale = replace(tree.register.scale, impact=tuple(Level(Label.same(name)) for name in IMPACTS))
    tree = replace(tree, register=replace(tree.register, scale=scale))
    (page,) = printed(tree, Print(DocumentKind.MATRIX, sides=sides)).pages
    words = page.split()
    assert [words.count(name) for name in IMPACTS] == [2 if sides is Sides.BOTH else 1] * 7
    assert "Highest risks" in page


@pytest.mark.parametrize("kind", [DocumentKind.MATRIX, DocumentKind.WORKING])
def test_a_band_of_a_single_score_is_told_with_that_alone(assessed, printed, kind):
    tree = levelled(assessed, 2, (Band(Label.same("Fine"), 2), Band(Label.same("Bad"), 4)))
    text = printed(tree, Print(kind)).text
    assert "Fine (2)" in text
    assert "Bad (3 to 4)" in text


@pytest.mark.parametrize("colour", list(BandColour))
def test_what_stands_on_the_colour_of_a_band_reads_well(assessed, colour):
    tree = levelled(assessed, 3, (Band(Label.same("Any"), 6, colour),))
    how = Print(DocumentKind.MATRIX)
    with closing(pypdfium2.PdfDocument(render(tree, how, TODAY, TODAY.date()).data)) as document:
        (page,) = document
        cells = grounds(page, tree.register.scale).values()
        texts = [
            text for text in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT]) if is_inside(text.get_bounds(), cells)
        ]
        assert len(texts) >= 9
        ground = luminance(style().palette[colour])
        assert all((ground + 0.05) / (luminance(filled(text)) + 0.05) >= 4.5 for text in texts)


def is_inside(edges, boxes):
    """Whether something lies in one of several boxes."""
    left, lower, right, upper = edges
    return any(box[0] <= left and box[1] <= lower and right <= box[2] and upper <= box[3] for box in boxes)


def filled(page_object):
    """The colour of an object on a page, as red, green and blue up to 255."""
    channels = [ctypes.c_uint() for _ in range(4)]
    pypdfium2.raw.FPDFPageObj_GetFillColor(page_object.raw, *channels)
    return [channel.value for channel in channels[:3]]


def luminance(channels):
    """How light a colour is, from 0 to 1, as WCAG 2 has it."""
    parts = (value / 255 for value in channels)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("tolerance", [0, 1, 2])
def test_the_line_of_tolerance_is_printed_between_the_cells_it_parts(assessed, printed, orientation, tolerance):
    how = Print(DocumentKind.MATRIX, orientation=orientation, sides=Sides.INHERENT)
    scale = replace(assessed.register.scale, tolerance=tolerance)
    tree = replace(assessed, register=replace(assessed.register, scale=scale))
    printout = printed(tree, how)
    assert f"Tolerance: {scale.bands[tolerance].name.en}" in printout.text.replace("\xa0", " ")
    with closing(pypdfium2.PdfDocument(printout.data)) as document:
        page = document[0]
        cells, lines = grounds(page, scale), heavy_lines(page)
    assert len(lines) == len(tolerance_line(scale)) + 1, "the line and the legend"
    for cell, way in tolerance_line(scale):
        left, lower, right, upper = cells[cell]
        border = (right, lower, right, upper) if way == (1, 0) else (left, upper, right, upper)
        assert any(line == pytest.approx(border, abs=2) for line in lines), (cell, way)


def test_without_a_tolerance_no_line_is_printed(assessed, printed):
    printout = printed(assessed, Print(DocumentKind.MATRIX))
    assert "Tolerance" not in printout.text
    with closing(pypdfium2.PdfDocument(printout.data)) as document:
        assert heavy_lines(document[0]) == []


def test_the_matrix_tells_its_hearer_what_is_tolerated(assessed, printed):
    scale = replace(assessed.register.scale, tolerance=1)
    french = replace(assessed.register, scale=scale, language=Language.FRENCH)
    data = printed(replace(assessed, register=french), Print(DocumentKind.MATRIX)).data
    with closing(pikepdf.open(io.BytesIO(data))) as pdf:
        summaries = [
            str(element.A.Summary)
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Table" and "/A" in element
        ]
    assert ["Seuil de tolérance\xa0: Moyen" in text for text in summaries[:2]] == [True, True]


def grounds(page, scale):
    """The left, lower, right and upper edge of each cell of the first grid, which are filled from its top on."""
    fills, mode, stroke = [], ctypes.c_int(), ctypes.c_int()
    for each in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        pypdfium2.raw.FPDFPath_GetDrawMode(each.raw, mode, stroke)
        if mode.value:
            fills.append(each.get_bounds())
    rows, columns = len(scale.likelihood), len(scale.impact)
    cells = [(row, column) for row in range(rows, 0, -1) for column in range(1, columns + 1)]
    return dict(zip(cells, fills, strict=False))


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

    return replace(mapped(tree, spread, lambda measure: measure), register=replace(tree.register, scale=scale))


@pytest.mark.parametrize("count", [1, 2, 6, 8, 9, 10, 12])
@pytest.mark.parametrize("orientation", list(Orientation))
def test_no_risk_is_missing_in_a_matrix_of_many_levels(assessed, printed, count, orientation):
    tree = levelled(assessed, count)
    page, *more = printed(tree, Print(DocumentKind.MATRIX, orientation=orientation)).pages
    assert len(more) <= 1
    cells = page.split("Low (")[0]
    if "too many levels" in page:
        assert count > 8
        return
    # pdfium tells a hyphen at the end of a line in its own way.
    risk_count = len(re.findall(r"(?<!G)R\W", cells)) + sum(int(more) for more in re.findall(r"\+(\d+)", cells))
    assert risk_count == 2 * sum(1 for _ in tree.risks)


@pytest.mark.parametrize("count", [3, 5, 7, 10, 12])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_the_highest_risks_are_on_a_page_of_their_own_where_the_matrices_leave_no_room(
    assessed, printed, count, paper, orientation, language
):
    tree = levelled(assessed, count)
    tree = replace(tree, register=replace(tree.register, language=language))
    first, *more = printed(tree, Print(DocumentKind.MATRIX, paper, orientation)).pages
    title = terms(language).highest
    assert [title in page for page in (first, *more)] in ([True], [False, True])
    if more:
        assert more[0].count("R-") >= 10


@pytest.mark.parametrize("kind", [DocumentKind.MATRIX, DocumentKind.SUMMARY])
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_how_many_more_risks_there_are_is_told_below_the_highest(assessed, printed, kind, orientation, language):
    tree = levelled(assessed, 5)
    tree = replace(tree, register=replace(tree.register, language=language))
    count = sum(1 for _ in tree.risks)
    highest = printed(tree, Print(kind, orientation=orientation)).text.split(terms(language).highest)[1]
    reference_count = highest.count("R-")
    more = re.search({"en": r"and (\d+) more", "fr": r"et (\d+) autres?"}[language], highest)
    assert reference_count < count
    assert more is not None
    assert reference_count + int(more[1]) == count


def test_where_all_risks_are_among_the_highest_no_more_are_told(assessed, printed):
    tree = levelled(assessed, 5)
    few = replace(tree, categories=(replace(tree.categories[0], entries=(next(tree.entries),)),))
    for kind in (DocumentKind.MATRIX, DocumentKind.SUMMARY):
        highest = printed(few, Print(kind)).text.split("Highest risks")[1]
        assert "R-" in highest
        assert " more" not in highest


def test_where_no_risk_is_assessed_no_page_is_begun_for_the_highest(assessed, printed):
    tree = levelled(assessed, 10)
    bare = {"likelihood": None, "impact": None, "residual_likelihood": None, "residual_impact": None}
    tree = mapped(tree, lambda risk: replace(risk, **bare), lambda measure: measure)
    assert len(printed(tree, Print(DocumentKind.MATRIX, orientation=Orientation.LANDSCAPE)).pages) == 1


@pytest.mark.parametrize("count", [40, 60])
def test_a_scale_that_no_page_can_hold_is_told(assessed, printed, count):
    (page,) = printed(levelled(assessed, count), Print(DocumentKind.MATRIX)).pages
    assert "The scale has too many levels for a matrix on this paper." in page
    assert "Highest risks" in page


NAMES = ("Negligible", "Minor", "Moderate", "Major", "Critical", "Catastrophic", "Existential", "Unthinkable")
LONG = tuple(
    f"Consequences that need the attention of the Steering Committee of number {number}" for number in range(12)
)


@pytest.mark.parametrize("names", [NAMES[:6], NAMES, LONG[:5], LONG], ids=["six", "eight", "five long", "twelve long"])
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("kind", [DocumentKind.MATRIX, DocumentKind.SUMMARY])
def test_bands_of_any_names_keep_to_the_page(assessed, kind, orientation, names):
    bands = tuple(Band(Label.same(name), 12 * (place + 1) // len(names)) for place, name in enumerate(names))
    tree = levelled(assessed, 6, bands)
    tree = mapped(tree, lambda risk: replace(risk, reference="PROG/KAZ/2024/1 " * 9), lambda measure: measure)
    with closing(
        pypdfium2.PdfDocument(render(tree, Print(kind, orientation=orientation), TODAY, TODAY.date()).data)
    ) as document:
        (page,) = document
        left, _, right, _ = page.get_bbox()
        edges = [text.get_bounds() for text in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        assert min(edge[0] for edge in edges) > left + 69
        assert max(edge[2] for edge in edges) < right - 69


def test_a_full_matrix_says_how_many_more_there_are(register, printed):
    tree = register([("C", [([f"risk {number}" for number in range(1300)], [])])])
    (category,) = tree.categories
    (entry,) = category.entries
    risks = tuple(
        replace(risk, reference=f"R-{place:03d}", likelihood=3, impact=3) for place, risk in enumerate(entry.risks)
    )
    full = RegisterTree(tree.register, (CategoryTree(category.category, (EntryTree(entry.entry, risks),)),))
    printout = printed(full, Print(DocumentKind.MATRIX))
    assert len(printout.pages) == 1
    cells_text = printout.text.split("Highest risks")[0]
    (more,) = [word.removeprefix("+") for word in cells_text.split() if word.startswith("+")]
    assert more == f"{1300 - cells_text.count('R-'):,}"


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
    cells = printed(tree, Print(DocumentKind.MATRIX, paper, orientation)).text.split("Highest risks")[0]
    assert [reference for reference in (f"R-{place:02d}" for place in range(9)) if reference not in cells] == []


@pytest.mark.parametrize(
    ("sides", "shown_side", "other_side"),
    [
        (Sides.INHERENT, "Before mitigation", "After mitigation (residual)"),
        (Sides.RESIDUAL, "After mitigation (residual)", "Before mitigation"),
    ],
)
def test_one_side_has_the_page_for_itself(assessed, printed, sides, shown_side, other_side):
    both = printed(assessed, Print(DocumentKind.MATRIX, orientation=Orientation.LANDSCAPE))
    printout = printed(assessed, Print(DocumentKind.MATRIX, orientation=Orientation.LANDSCAPE, sides=sides))
    assert len(printout.pages) == 1
    assert shown_side in printout.text
    assert other_side not in printout.text
    assert [text in both.text for text in (shown_side, other_side)] == [True, True]
