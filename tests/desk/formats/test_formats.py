"""Every format: each of its layouts in each language is written, and takes the place of no other file."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from riskdesk.desk import transfer
from riskdesk.desk.formats import FORMATS, Option, Request
from riskdesk.desk.listing import Context
from riskdesk.desk.listing.document import list_content
from riskdesk.desk.pages import page_of
from riskdesk.desk.templates import template
from riskdesk.domain.layouts import LAYOUTS, Layout
from riskdesk.domain.listing import ListColumn, Listing
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, RiskStatus, new_id
from riskdesk.report.heading import document_heading
from tests.domain.any_tree import NOW

TREE = template("kazakhstan-2024-2027", Language.ENGLISH)
EACH = [(ending, layout) for ending, known in FORMATS.items() for layout in known.layouts]


def request(layout: Layout | None = None, language: Language | None = None, tree: RegisterTree = TREE) -> Request:
    content = list_content(tree, Listing(), Context(tree.register.scale, language or Language.ENGLISH, NOW.date()))
    return Request(tree, Print(), NOW, NOW.date(), layout, content, language=language)


def with_first_risk(**values: object) -> RegisterTree:
    """The register whose first risk has these values."""
    entry = TREE.categories[0].entries[0]
    changed = replace(entry, risks=(replace(entry.risks[0], **values), *entry.risks[1:]))
    category = replace(TREE.categories[0], entries=(changed, *TREE.categories[0].entries[1:]))
    return replace(TREE, categories=(category, *TREE.categories[1:]))


@pytest.mark.parametrize(("ending", "layout"), EACH)
@pytest.mark.parametrize("language", [None, *Language])
def test_each_layout_is_written_in_each_language(
    tmp_path: Path, ending: str, layout: Layout, language: Language | None
) -> None:
    out = tmp_path / f"a{ending}"
    exported = transfer.export(request(layout, language), out)
    assert out.read_bytes() == exported.data
    # The same kind of file may be written over, and nothing is left beside it.
    transfer.export(request(layout, language), out)
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(("ending", "layout"), EACH)
def test_each_layout_is_written_of_a_risk_with_a_level_that_is_not_in_the_scale(
    tmp_path: Path, ending: str, layout: Layout
) -> None:
    """A file may hold one, as what it holds already is not asked whether it may come in."""
    tree = with_first_risk(likelihood=99, impact=2, residual_likelihood=2, residual_impact=99)
    assert transfer.export(request(layout, tree=tree), tmp_path / f"a{ending}").data


@pytest.mark.parametrize("ending", FORMATS)
def test_no_other_file_is_written_over(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"a{ending}"
    out.write_bytes(b"SQLite format 3\x00")
    with pytest.raises(FileProblem, match="is there already and is no"):
        transfer.export(request(FORMATS[ending].layouts[0]), out)
    assert out.read_bytes() == b"SQLite format 3\x00"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_layout_that_a_format_does_not_have_is_refused_with_those_it_has(tmp_path: Path, ending: str) -> None:
    known = FORMATS[ending]
    missing = next(layout for layout in Layout if layout not in known.layouts)
    with pytest.raises(InputProblem) as refused:
        transfer.export(request(missing), tmp_path / f"a{ending}")
    assert f"“{missing}”; choose one of {', '.join(known.layouts)}" in str(refused.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "ending", [ending for ending, file_format in FORMATS.items() if Option.TEMPLATE not in file_format.options]
)
def test_a_template_is_refused_where_none_is_taken(tmp_path: Path, ending: str) -> None:
    with pytest.raises(InputProblem, match="takes no template"):
        transfer.export(replace(request(), template=tmp_path / "a.docx"), tmp_path / f"a{ending}")


@pytest.mark.parametrize("ending", FORMATS)
def test_without_a_layout_it_is_the_printed_document_or_the_usual_one(ending: str) -> None:
    file_format = FORMATS[ending]
    for kind in DocumentKind:
        fitted = file_format.fitted(replace(request(), how=Print(kind)))
        expected = Layout(kind.value)
        assert fitted.layout is (expected if expected in file_format.layouts else file_format.layouts[0])


@pytest.mark.parametrize(("ending", "layout"), EACH)
def test_a_layout_that_is_a_printed_document_is_made_as_that_document(ending: str, layout: Layout) -> None:
    fitted = FORMATS[ending].fitted(replace(request(layout), how=Print(DocumentKind.SUMMARY)))
    assert fitted.how.kind is (layout.kind or DocumentKind.SUMMARY)


@pytest.mark.parametrize(("ending", "layout"), EACH)
def test_the_number_of_ended_risks_is_told_that_are_not_in_it(tmp_path: Path, ending: str, layout: Layout) -> None:
    export_request = replace(request(layout), tree=with_first_risk(status=RiskStatus.CLOSED))
    leaves_out = layout not in (Layout.WORKING, Layout.REGISTER, Layout.LIST)
    assert transfer.export(export_request, tmp_path / f"a{ending}").left_out == leaves_out
    with_them = replace(export_request, how=replace(export_request.how, ended=True))
    assert transfer.export(with_them, tmp_path / f"a{ending}").left_out == 0


@pytest.mark.parametrize("ending", [".html", ".md"])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.ENGLISH, "Closed or rejected risks left out:\u00a01"),
        (Language.FRENCH, "Risques clos ou rejetés non repris"),
    ],
)
def test_the_matrix_says_how_many_ended_risks_are_not_in_it(
    tmp_path: Path, ending: str, language: Language, line: str
) -> None:
    export_request = replace(request(Layout.MATRIX, language), tree=with_first_risk(status=RiskStatus.CLOSED))
    for how, is_expected in ((Print(), True), (Print(ended=True), False)):
        transfer.export(replace(export_request, how=how), tmp_path / f"a{ending}")
        assert (line in (tmp_path / f"a{ending}").read_text("utf-8")) is is_expected


def listed(*columns: str) -> Request:
    listing = Listing(columns=tuple(map(ListColumn, columns)))
    content = list_content(TREE, listing, Context(TREE.register.scale, Language.FRENCH, NOW.date()))
    return replace(request(Layout.LIST), list_content=content)


@pytest.mark.parametrize("ending", [".html", ".md", ".pdf"])
@pytest.mark.parametrize(
    ("column", "has_legend"), [("band", True), ("residual_score", True), ("impact", True), ("owner", False)]
)
def test_a_list_with_assessments_has_the_legend_of_the_scale(
    tmp_path: Path, ending: str, column: str, *, has_legend: bool
) -> None:
    data = transfer.export(listed("reference", column), tmp_path / f"a{ending}").data
    text = " ".join((pdf_text(data) if ending == ".pdf" else data.decode()).split())
    for part in ("Échelle : 5×5", "Très élevé (20 à 25)", "Il faudrait un enchaînement exceptionnel"):
        assert (part in text) is has_legend


def pdf_text(data: bytes) -> str:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_a_page_of_the_appendix_parts_categories_and_leaves_out_blanks_as_the_printed_one(
    tmp_path: Path, ending: str
) -> None:
    category = TREE.categories[0]
    blank = replace(category.entries[0].risks[0], description="\u200b")
    entries = (
        replace(category.entries[0], risks=(blank,)),
        replace(category.entries[1], risks=(blank,), mitigations=()),
    )
    tree = replace(
        TREE, categories=(replace(category, category=replace(category.category, title=""), entries=entries),)
    )
    lines = transfer.export(replace(request(Layout.APPENDIX), tree=tree), tmp_path / f"a{ending}").data.decode()
    assert "\u200b" not in lines
    assert ("**–**" if ending == ".md" else ">–</th>") in lines
    rows = lines.count("\n| ") if ending == ".md" else lines.count("<tr>")
    assert rows == (4 if ending == ".md" else 3), "heads (and their line), the category, and one entry"


@pytest.mark.parametrize("language", Language)
def test_a_web_page_says_in_which_language_a_text_is_if_not_in_its_own(tmp_path: Path, language: Language) -> None:
    category = TREE.categories[0]
    entry = category.entries[0]
    french = replace(entry.risks[0], description="Retards", language=Language.FRENCH)
    entry = replace(entry, risks=(french, *entry.risks[1:]))
    tree = replace(TREE, categories=(replace(category, entries=(entry,)),))
    page = transfer.export(replace(request(Layout.APPENDIX, language), tree=tree), tmp_path / "a.html").data.decode()
    assert '<li lang="fr">Retards</li>' in page
    others = len([*tree.risks, *tree.mitigations]) - 1
    assert page.count('<li lang="en">') == (0 if language is Language.ENGLISH else others)


def test_a_web_page_of_a_list_says_in_which_language_a_text_is_if_not_in_its_own(tmp_path: Path) -> None:
    tree = with_first_risk(description="Retards", owner="Mme Dupont", language=Language.FRENCH)
    page = transfer.export(request(Layout.LIST, tree=tree), tmp_path / "a.html").data.decode()
    assert '<td dir="auto" lang="fr">Retards</td>' in page
    # A name is in no language.
    assert page.count(' lang="') == 2


@pytest.mark.parametrize("layout", [Layout.APPENDIX, Layout.LIST])
def test_a_web_page_says_in_which_language_the_texts_are_if_its_words_are_in_the_other_one(
    tmp_path: Path, layout: Layout
) -> None:
    tree = with_first_risk(description="Delays", owner="Mrs Bridge")
    page = transfer.export(request(layout, Language.FRENCH, tree), tmp_path / "a.html").data.decode()
    assert '<html lang="fr"' in page
    assert ' lang="en">Delays</' in page


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_a_page_of_the_matrix_has_scores_their_legend_and_what_is_tolerated(tmp_path: Path, ending: str) -> None:
    register = replace(TREE.register, scale=replace(TREE.register.scale, tolerance=1))
    matrix = replace(request(Layout.MATRIX), tree=replace(TREE, register=register))
    text = transfer.export(matrix, tmp_path / f"a{ending}").data.decode().replace("\u00a0", " ")
    assert (
        "Scale: 5×5 – Low (1 to 4), Medium (5 to 9), High (10 to 16), Very high (20 to 25); Tolerance: Medium" in text
    )
    assert "12 High" in text


def test_the_levels_on_a_page_of_the_matrix_have_their_numbers(tmp_path: Path) -> None:
    lines = transfer.export(request(Layout.MATRIX), tmp_path / "a.md").data.decode().replace("\u00a0", " ").splitlines()
    head = next(line for line in lines if line.startswith("| Likelihood / Impact"))
    first = next(line for line in lines if line.startswith("| **5 Very high"))
    assert [cell.strip() for cell in head.split("|")][2:-1] == [
        *("1 Very low", "2 Low", "3 Medium", "4 High", "5 Very high")
    ]
    assert [cell.split()[0] for cell in first.replace("*", "").split("|")[2:-1]] == ["5", "10", "15", "20", "25"]


@pytest.mark.parametrize("language", Language)
def test_a_printed_list_has_each_score_on_the_line_of_its_band(tmp_path: Path, language: Language) -> None:
    category = "Risks related to the adoption of laws and to the independence of the courts"
    filled = with_first_risk(
        likelihood=2, impact=4, owner="Élise Noël-Béranger", next_review=NOW.date(), description="word " * 40
    )
    first = replace(filled.categories[0], category=replace(filled.categories[0].category, title=category))
    tree = replace(filled, categories=(first, *filled.categories[1:]))
    text = pdf_text(transfer.export(request(Layout.LIST, language, tree), tmp_path / "a.pdf").data)
    assert f"8 {tree.register.scale.bands[1].name.text(language)}" in text.replace("\u00a0", " ")


def test_a_printed_list_of_nothing_has_its_heads_and_a_row_of_dashes(tmp_path: Path) -> None:
    empty = replace(TREE, categories=())
    content = list_content(empty, Listing(), Context(TREE.register.scale, Language.ENGLISH, NOW.date()))
    data = transfer.export(replace(request(Layout.LIST), list_content=content), tmp_path / "a.pdf").data
    assert "Next review – – –" in " ".join(pdf_text(data).split())


def test_every_layout_has_a_name_in_both_languages_and_a_format() -> None:
    assert set(LAYOUTS) == set(Layout)
    assert all(label.en and label.fr for label in (*LAYOUTS.values(), *(known.label for known in FORMATS.values())))


@pytest.mark.parametrize(("risks", "lines"), [(5, 5), (6, 1)])
def test_many_texts_that_are_too_long_for_a_sheet_are_told_in_one_line(tmp_path: Path, risks: int, lines: int) -> None:
    entry = TREE.categories[0].entries[0]
    long_text = "word " * 10_000
    entry = replace(
        entry,
        risks=tuple(replace(entry.risks[0], id=new_id()) for _ in range(risks)),
        mitigations=(replace(entry.mitigations[0], description=long_text),),
    )
    tree = replace(TREE, categories=(replace(TREE.categories[0], entries=(entry,)),))
    exported = transfer.export(replace(request(Layout.PM2), tree=tree), tmp_path / "a.xlsx")
    texts = [str(remark) for remark in exported.remarks]
    assert len(texts) == lines + 1
    assert texts[0].startswith("6 texts of the sheet" if lines == 1 else "The text in cell")


@pytest.mark.parametrize("title", ["", "A title"])
def test_a_page_without_a_title_has_its_heading_instead(title: str) -> None:
    page = page_of(request(Layout.APPENDIX, tree=replace(TREE, register=replace(TREE.register, title=title))))
    heading = document_heading(TREE.register, DocumentKind.APPENDIX)
    assert (page.title, heading in page.lines) == (title or heading, bool(title))


@pytest.mark.parametrize("layout", [Layout.REGISTER, Layout.PM2, Layout.EU_ACTION])
@pytest.mark.parametrize(("words", "is_told"), [(100, False), (3000, True)])
def test_a_text_that_is_higher_than_a_row_of_a_workbook_is_told(
    tmp_path: Path, layout: Layout, words: int, *, is_told: bool
) -> None:
    first = TREE.categories[0].entries[0]
    entry = replace(first, mitigations=(replace(first.mitigations[0], description="word " * words),))
    tree = replace(TREE, categories=(replace(TREE.categories[0], entries=(entry,)),))
    exported = transfer.export(replace(request(layout), tree=tree), tmp_path / "a.xlsx")
    assert [re.search(r"Rows: \d+(, \d+)*\.$", str(remark)) is not None for remark in exported.remarks] == [
        True
    ] * is_told
