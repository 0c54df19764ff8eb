"""The kinds of document: what each prints, what it keeps back, and the register that rides along."""

import datetime
import io
import itertools
import json
import re
from contextlib import closing
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from riskdesk.desk import transfer
from riskdesk.domain.document import to_document
from riskdesk.domain.language import words
from riskdesk.domain.printing import Column, Kind, Orientation, Paper, Print
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.scale import Band, Level, Rule
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Language, MitigationStatus, PrintSet, Response, RiskStatus
from riskdesk.report import render
from riskdesk.report.style import style
from tests.report.conftest import mapped

TODAY = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
SECRETS = (
    "Anna Secret",
    "Marat Secret",
    "A reason of our own",
    "A note of our own",
    "R-77",
    "Very high",
    "waiting",
    "Print set of our own",
)


@pytest.fixture(scope="module")
def assessed(kazakhstan) -> RegisterTree:
    """The Kazakhstan register, its first risk assessed and its first mitigation overdue."""
    (first, *risks), (measure, *mitigations) = next(kazakhstan.entries).risks, next(kazakhstan.entries).mitigations
    first = replace(
        first,
        reference="R-77",
        likelihood=5,
        impact=4,
        residual_likelihood=2,
        residual_impact=3,
        owner="Anna Secret",
        next_review=datetime.date(2027, 1, 5),
        reason="A reason of our own",
        note="A note of our own",
        response=Response.REDUCE,
        status=RiskStatus.WAITING,
    )
    measure = replace(
        measure,
        action_owner="Marat Secret",
        due_date=datetime.date(2023, 5, 25),
        status=MitigationStatus.UNDER_WAY,
    )
    category, *categories = kazakhstan.categories
    entry, *entries = category.entries
    changed = EntryTree(entry.entry, (first, *risks), (measure, *mitigations))
    ours = PrintSet(register=kazakhstan.register.id, name="Print set of our own", kind=Kind.MATRIX)
    return RegisterTree(
        kazakhstan.register, (CategoryTree(category.category, (changed, *entries)), *categories), (ours,)
    )


def attached(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.attachments["register.json"].get_file().read_bytes().decode("utf-8")


def test_the_working_register_prints_every_field_of_a_risk(assessed, printed):
    text = printed(assessed, Print(Kind.WORKING, orientation=Orientation.LANDSCAPE)).text
    for told in ("R-77", "20 Very high", "6 Medium", "Anna Secret", "5\u00a0January 2027", "Under way"):
        assert told.replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert "Marat Secret · due 25 May 2023" in text.replace("\u00a0", " ").replace("\r\n", " ")
    assert "Scale: 5×5" in text
    assert "Very high (20 to 25)" in text


@pytest.mark.parametrize("left_out", list(Column))
def test_a_column_that_is_not_chosen_is_not_printed(assessed, printed, left_out):
    told = {
        Column.REFERENCE: "R-77",
        Column.MITIGATIONS: "Support national authorities",
        Column.ACTION_OWNER: "Marat Secret",
        Column.DUE_DATE: "25 May 2023",
        Column.STATUS: "Under way",
        Column.LIKELIHOOD: "L",
        Column.IMPACT: "I",
        Column.SCORE: "20 Very high",
        Column.RESIDUAL: "6 Medium",
        Column.OWNER: "Anna Secret",
        Column.NEXT_REVIEW: "5 January 2027",
    }[left_out]
    how = Print(Kind.WORKING, orientation=Orientation.LANDSCAPE)
    without = replace(how, columns=tuple(column for column in Column if column is not left_out))
    texts = [printed(assessed, made).text.replace("\u00a0", " ").split("Scale:")[0] for made in (how, without)]
    if len(told) == 1:
        assert [f" {told} " in text for text in texts] == [True, False]
    else:
        assert [told in text for text in texts] == [True, False]


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
    levels = tuple(Level(f"Level of number {number}") for number in range(count))
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
    bands = tuple(Band(name, 12 * (place + 1) // len(names)) for place, name in enumerate(names))
    tree = levelled(assessed, 6, bands)
    tree = mapped(tree, lambda risk: replace(risk, reference="PROG/KAZ/2024/1 " * 9), lambda it: it)
    with closing(pypdfium2.PdfDocument(render(tree, Print(kind, orientation=orientation), TODAY).data)) as document:
        (page,) = document
        left, _, right, _ = page.get_bbox()
        edges = [shown.get_bounds() for shown in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        assert min(edge[0] for edge in edges) > left + 69
        assert max(edge[2] for edge in edges) < right - 69


@pytest.mark.parametrize("field", ["reference", "owner", "title", "description"])
@pytest.mark.parametrize("text", ["中\n文", "a\tb", "\u3000\ufe0f", "\u200b", "\u2029"], ids=ascii)
def test_any_text_anywhere_is_printed(assessed, printed, field, text):
    tree = mapped(
        assessed,
        lambda risk: replace(risk, **{field: text}),
        lambda it: replace(it, action_owner=text, due_date=datetime.date(2023, 1, 1)),
    )
    scale = tree.register.scale
    named = {
        half: tuple(replace(level, name=text) for level in getattr(scale, half)) for half in ("likelihood", "impact")
    }
    scale = replace(scale, **named, bands=tuple(replace(band, name=text) for band in scale.bands), profile="")
    facts = {"prepared_by": text, "reference": text, "heading": text, "handling_mark": text}
    tree = replace(tree, register=replace(tree.register, scale=scale, **facts))
    for kind in Kind:
        assert set(printed(tree, Print(kind)).missing) <= {"中", "文"}


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


def test_the_summary_counts_and_names_what_a_chair_asks_about(assessed, printed):
    found = printed(assessed, Print(Kind.SUMMARY))
    text = found.text.replace("\u00a0", " ")
    assert len(found.pages) == 1
    assert "Total 1 0 0 0 30 31" in text
    assert "20 Very high" in text
    assert "Mitigations overdue on 6 May 2024" in text
    assert "Marat Secret 25 May 2023" in text
    assert "Risks not assessed: 30" in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_matrix_and_summary_are_one_page_on_every_paper(filled, printed, paper, orientation, language):
    mark = "Restricted to the members of the Steering Committee and to those whom they have asked for advice"
    tree = replace(filled, register=replace(filled.register, language=language, handling_mark=mark))
    for kind in (Kind.MATRIX, Kind.SUMMARY):
        found = printed(tree, Print(kind, paper, orientation))
        assert len(found.pages) == 1
        assert found.text.count(mark) == 2


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


def test_the_summary_tells_more_where_there_is_more_room(many, printed):
    tree = many(31)
    risk = next(tree.risks)
    long = replace(risk, description=f"{risk.description} {'and so on ' * 40}to the very end", likelihood=5, impact=5)
    category, *categories = tree.categories
    entry, *entries = category.entries
    entry = replace(entry, risks=(long, *entry.risks[1:]))
    tree = replace(tree, categories=(replace(category, entries=(entry, *entries)), *categories))
    texts = [printed(tree, Print(Kind.SUMMARY, paper)).text for paper in (Paper.A4, Paper.A3)]
    assert ["to the very end" in text for text in texts] == [False, True]


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_no_date_in_the_summary_is_cut(filled, printed, orientation, language):
    due = datetime.date(2023, 9, 28)
    owner = "Directorate of Programme Co-ordination, Strasbourg"
    owned = mapped(filled, lambda risk: risk, lambda mitigation: replace(mitigation, action_owner=owner))
    tree = replace(owned, register=replace(filled.register, language=language))
    text = printed(tree, Print(Kind.SUMMARY, orientation=orientation)).text.replace("\u00a0", " ")
    date = words(language).date(due).replace("\u00a0", " ")
    assert text.count(date) == text.count(date[:4]) >= 5


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("kind", [Kind.MATRIX, Kind.SUMMARY])
def test_however_much_there_is_to_say_it_is_one_page(many, printed, kind, orientation):
    tree = mapped(
        many(3_000),
        lambda risk: risk,
        lambda mitigation: replace(mitigation, due_date=datetime.date(2023, 1, 1), action_owner="Anna " * 40),
    )
    text = "A very long title of a programme " * 60
    tree = replace(tree, register=replace(tree.register, title=text, prepared_by=text, reference=text))
    assert len(printed(tree, Print(kind, orientation=orientation)).pages) == 1


@pytest.mark.parametrize(("language", "number"), [(Language.ENGLISH, "1,200"), (Language.FRENCH, "1\u202f200")])
@pytest.mark.parametrize("orientation", list(Orientation))
def test_numbers_are_whole_and_as_the_language_writes_them(many, printed, language, number, orientation):
    tree = many(3_000)
    tree = replace(tree, register=replace(tree.register, language=language))
    (page,) = printed(tree, Print(Kind.SUMMARY, orientation=orientation)).pages
    assert f" {number} " in page
    assert f" {number.replace('1', '3').replace('2', '0')} " in page, "all of them"


def test_of_many_categories_the_summary_tells_the_highest(many, printed):
    tree = many(3_000)
    categories = [
        replace(
            category,
            entries=mapped(replace(tree, categories=(category,)), at_most(place), lambda it: it).categories[0].entries,
        )
        for place, category in enumerate(tree.categories)
    ]
    tree = replace(tree, categories=tuple(categories))
    found = printed(tree, Print(Kind.SUMMARY))
    shown = [place for place in range(75) if f"Category {10 * place} " in found.text]
    assert 5 <= len(shown) < 75
    assert set(shown) >= {70, 71, 72, 73, 74}, "the only ones with risks of the highest band"
    assert f"and {75 - len(shown)} more" in found.text
    assert "Total" in found.text


def at_most(place):
    """Lowers all risks but those of the last five of 75 categories."""
    return lambda risk: risk if place >= 70 else replace(risk, likelihood=1, impact=1)


def test_the_summary_says_how_many_more_are_overdue_in_the_language_of_the_register(filled, printed):
    late = replace(filled, register=replace(filled.register, language=Language.FRENCH))
    count = sum(1 for _ in filled.mitigations)
    assert f"et {count - 5} de plus" in printed(late, Print(Kind.SUMMARY)).text


def test_the_highest_risk_of_an_entry_is_in_bold_and_the_legend_says_so(many, printed):
    data = printed(many(8), Print(Kind.WORKING, orientation=Orientation.LANDSCAPE)).data
    scale = many(8).register.scale
    for entry in many(8).entries:
        highest = max((risk.assessment for risk in entry.risks), key=scale.rank)
        told = [f"{scale.score(risk.assessment)} {scale.band(risk.assessment).name}" for risk in entry.risks]
        bold = f"{scale.score(highest)} {scale.band(highest).name}"
        for text in told:
            assert (text in set_in(data, "NotoSans-Bold")) is (text == bold)
    assert "scores in bold are those of its highest risk" in set_in(data, "NotoSans-Regular")


def test_without_scores_the_legend_says_nothing_of_them(many, printed):
    how = Print(Kind.WORKING, columns=(Column.REFERENCE, Column.LIKELIHOOD))
    assert "in bold" not in printed(many(8), how).text


def set_in(data: bytes, face: str) -> str:
    """The text of a document that is set in a face, line by line."""
    found = []
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            texts = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
            found += [text.extract() for text in texts if text.get_font().get_base_name().endswith(face)]
    return "\n".join(found)


def luminance(red: int, green: int, blue: int) -> float:
    """How bright a colour is (WCAG 2.2)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red / 255, green / 255, blue / 255)
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_bands_are_told_apart_and_text_is_read_on_them_without_colours():
    bright = [luminance(*style().band_colour(place / 10)) for place in range(11)]
    assert all(low - high > 0.01 for low, high in pairwise(bright)), "the higher a band, the darker"
    running = [round(255 * float(part)) for part in style().colours.running.split()]
    assert (min(bright) + 0.05) / (luminance(*running) + 0.05) > 4.5


def test_no_colour_is_printed_without_the_word_for_it(assessed, printed):
    how = Print(Kind.WORKING, orientation=Orientation.LANDSCAPE, columns=(Column.REFERENCE, Column.OWNER))
    fill = f"{style().band(1)} rg".encode()
    found = [drawn(printed(assessed, made).data) for made in (how, replace(how, columns=(Column.SCORE,)))]
    assert [content.count(fill) for content in found] == [1, 3], "in the legend; the stripe and the score besides"


def drawn(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
        return b"".join(page.Contents.read_bytes() for page in pdf.pages)


def test_the_appendix_lets_nothing_out_but_what_it_prints(assessed, printed):
    found = printed(assessed, Print())
    document = attached(found.data)
    for secret in SECRETS:
        assert secret not in found.text
        assert secret not in document
    with pikepdf.open(io.BytesIO(found.data)) as pdf:
        content = b"".join(bytes(thing.read_bytes()) for thing in pdf.objects if isinstance(thing, pikepdf.Stream))
    assert not [secret for secret in SECRETS if secret.encode() in content]


@pytest.mark.parametrize("kind", [Kind.WORKING, Kind.MATRIX, Kind.SUMMARY])
@pytest.mark.parametrize("language", list(Language))
def test_the_register_is_read_back_from_a_pdf_without_loss(assessed, tmp_path, kind, language):
    tree = replace(assessed, register=replace(assessed.register, language=language))
    path = tmp_path / "a.pdf"
    path.write_bytes(render(tree, Print(kind), TODAY).data)
    assert transfer.read(path, Language.ENGLISH) == tree


def test_from_an_appendix_comes_what_it_prints(assessed, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(render(assessed, Print(), TODAY).data)
    found = transfer.read(path, Language.ENGLISH)
    assert [risk.description for risk in found.risks] == [risk.description for risk in assessed.risks]
    assert [it.description for it in found.mitigations] == [it.description for it in assessed.mitigations]
    assert found.register.title == assessed.register.title
    assert json.loads(to_document(found))["date"] == "2023-10-05"


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "no PDF that can be read"), (b"Dear all", "no PDF that can be read"), (None, "does not carry a register")],
)
def test_a_pdf_without_a_register_is_told(tmp_path, content, told):
    path = tmp_path / "a.pdf"
    if content is None:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(path)
    else:
        path.write_bytes(content)
    with pytest.raises(InputProblem, match=told):
        transfer.read(path, Language.ENGLISH)
    with pytest.raises(FileProblem):
        transfer.read(tmp_path / "nowhere.pdf", Language.ENGLISH)


def test_a_pdf_behind_a_password_is_told(assessed, tmp_path):
    path = tmp_path / "a.pdf"
    with pikepdf.open(io.BytesIO(render(assessed, Print(Kind.MATRIX), TODAY).data)) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(InputProblem, match="is locked with a password"):
        transfer.read(path, Language.ENGLISH)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_an_empty_register_is_printed_as_well(register, printed, kind, paper, orientation):
    assert len(printed(register(title="Empty"), Print(kind, paper, orientation)).pages) == 1
