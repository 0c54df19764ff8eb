"""Word documents of a register: real tables, lists and headings, by styles, and what helps who does not see them."""

from dataclasses import replace
from itertools import count

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
from riskdesk.domain.text import punctuated
from riskdesk.domain.values import Language
from riskdesk.report.assessed import tolerance_text
from riskdesk.report.style import style
from tests.exchange.word.conftest import MADE, WORKING, kazakhstan_in
from tests.exchange.word.opened import W, name, text
from tests.exchange.word.registers import assessed
from tests.report.conftest import mapped

KINDS = [Print(), WORKING]


def styles_of(node, kind="pStyle"):
    return [child.get(f"{W}val") for child in node.iter(f"{W}{kind}")]


def head_rows(table):
    return [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]


def bands(table):
    return [row for row in table.findall(f"{W}tr") if row.find(f"{W}tc/{W}tcPr/{W}gridSpan") is not None]


@pytest.mark.parametrize("how", KINDS)
def test_the_same_register_gives_the_same_bytes(kazakhstan, write, how):
    one, other = write(kazakhstan, how, "one.docx"), write(kazakhstan, how, "other.docx")
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("how", KINDS)
def test_the_heads_of_each_table_are_repeated_and_the_rows_of_the_register_may_break(kazakhstan, open_docx, how):
    docx = open_docx(kazakhstan, how)
    assert not list(docx.tables[0].iter(f"{W}cantSplit"))
    for table in docx.tables:
        first, *_ = table.findall(f"{W}tr")
        assert head_rows(table) == [first]
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"


@pytest.mark.parametrize("how", KINDS)
def test_each_table_is_told_to_who_does_not_see_it(kazakhstan, open_docx, how):
    for table in open_docx(kazakhstan, how).tables:
        assert len(table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")) > 5
        assert len(table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")) > 20


def test_the_legend_stays_on_one_page_as_in_print(kazakhstan, open_docx):
    register, legend = open_docx(kazakhstan, WORKING).tables
    rows = [
        [para.find(f"{W}pPr/{W}keepNext") is not None for para in row.iter(f"{W}p")] for row in legend.iter(f"{W}tr")
    ]
    assert all(all(row) for row in rows[:-1])
    assert not any(rows[-1])
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in legend.iter(f"{W}tr")), "no level is torn apart"
    assert not list(register.iter(f"{W}keepNext"))


@pytest.mark.parametrize("tolerance", [None, 1])
def test_the_legend_says_what_is_tolerated_as_in_print(kazakhstan, open_docx, tolerance):
    register = replace(kazakhstan.register, scale=replace(kazakhstan.register.scale, tolerance=tolerance))
    docx, printed_text = open_docx(replace(kazakhstan, register=register), WORKING), tolerance_text(register)
    assert bool(printed_text) is (tolerance is not None)
    assert [line for line in map(text, docx.body.findall(f"{W}p")) if "olér" in line or "olera" in line] == [
        line for line in [printed_text] if line
    ]


@pytest.mark.parametrize("how", KINDS)
def test_a_table_at_the_end_of_a_page_is_not_followed_by_an_empty_one(kazakhstan, open_docx, how):
    *_, last = open_docx(kazakhstan, how).body.findall(f"{W}p")
    spacing = last.find(f"{W}pPr/{W}spacing")
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")


def test_no_reference_is_broken_where_words_of_the_scale_are_long(kazakhstan, open_docx):
    tree = assessed(kazakhstan)
    bands = tuple(replace(band, name=Label.same("Aufmerksamkeitsbereich")) for band in tree.register.scale.bands)
    scale = replace(tree.register.scale, bands=bands)
    rated = mapped(
        tree, lambda risk: replace(risk, residual_likelihood=1, residual_impact=1), lambda mitigation: mitigation
    )
    table = open_docx(replace(rated, register=replace(tree.register, scale=scale)), WORKING).tables[0]
    reference = int(table.find(f"{W}tblGrid/{W}gridCol").get(f"{W}w")) / 20
    # Capitals and digits of Arial, which is the font of these documents, are as wide as those of Helvetica.
    assert stringWidth("R-00", "Helvetica", style(WORKING.kind).size) + 2 * style(WORKING.kind).padding < reference


@pytest.mark.parametrize("how", KINDS)
def test_the_reference_does_not_run_into_a_long_title_at_the_head_of_pages(kazakhstan, open_docx, how):
    for title, parted in (("Short", "tab"), ("Support to the independence of the judiciary " * 4, "br")):
        register = replace(kazakhstan.register, title=title.strip(), reference="CM/Inf/DH(2026)12-addendum")
        head = open_docx(replace(kazakhstan, register=register), how).part("word/header1.xml")
        (line,) = [node for node in head.iter(f"{W}p") if text(node).endswith("addendum")]
        assert [name(node) for node in line.iter() if name(node) in ("tab", "br")] == [parted]


@pytest.mark.parametrize("how", KINDS)
def test_no_row_is_blank_and_no_paragraph_is_there_for_its_space(kazakhstan, open_docx, how):
    docx = open_docx(assessed(kazakhstan), how)
    assert all(text(row).strip() for table in docx.tables for row in table.findall(f"{W}tr"))
    *blocks, last, _ = docx.body
    assert all(text(block).strip() for block in blocks)
    # After a table, Word asks for a paragraph.
    assert text(last) == ""


@pytest.mark.parametrize("how", KINDS)
def test_only_rows_of_categories_are_merged_over_columns(kazakhstan, open_docx, how):
    docx = open_docx(kazakhstan, how)
    titles = [category.category.title for category in kazakhstan.categories]
    assert [text(row) for table in docx.tables for row in bands(table)] == titles
    for row in bands(docx.tables[0]):
        assert styles_of(row) == [docx.named("heading 2")]


def test_the_appendix_has_the_words_of_print_in_built_in_styles(kazakhstan, open_docx):
    docx, (table,) = open_docx(kazakhstan), open_docx(kazakhstan).tables
    expected = [
        (punctuated([risk.description for risk in entry.risks], semicolon(kazakhstan)), list(entry.mitigations))
        for entry in kazakhstan.entries
    ]
    rows = [row for row in table.findall(f"{W}tr")[1:] if row not in bands(table)]
    bullet = docx.named("List Bullet")
    assert len(rows) == len(expected)
    for row, (risks, mitigations) in zip(rows, expected, strict=True):
        left, right = row.findall(f"{W}tc")
        assert [text(node) for node in left.findall(f"{W}p")] == risks
        assert styles_of(row) == [bullet] * (len(risks) + len(mitigations))
        assert len(right.findall(f"{W}p")) == len(mitigations)
    assert styles_of(docx.body)[:2] == [docx.named("heading 1"), docx.named("Subtitle")]
    assert all(style.get(f"{W}customStyle") is None for style in docx.styles.values())


def semicolon(tree):
    return ";" if tree.register.language is Language.ENGLISH else "\u202f;"


@pytest.mark.parametrize("how", KINDS)
def test_nothing_is_formatted_beside_styles_but_colours_that_tell_something(kazakhstan, open_docx, how):
    docx = open_docx(assessed(kazakhstan), how)
    looks = {name(prop) for props in docx.body.iter(f"{W}rPr") for prop in props}
    assert looks <= {"rStyle", "shd", "lang"}
    props = {name(prop) for node in docx.body.iter(f"{W}pPr") for prop in node}
    assert props <= {"pStyle", "spacing", "keepNext"}
    assert {name(prop) for node in docx.body.iter(f"{W}tblPr") for prop in node} == {
        "tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription",
    }  # fmt: skip


def test_the_language_is_that_of_the_register_and_of_each_risk(kazakhstan, open_docx):
    tags = {Language.ENGLISH: "en-GB", Language.FRENCH: "fr-FR"}
    mine = kazakhstan.register.language
    other = next(language for language in Language if language is not mine)
    first = next(kazakhstan.risks)
    tree = mapped(
        kazakhstan,
        lambda risk: replace(risk, language=other if risk.id == first.id else mine),
        lambda mitigation: mitigation,
    )
    docx = open_docx(tree)
    defaults = docx.part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert defaults.get(f"{W}val") == tags[mine]
    marked = [run for run in docx.body.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None]
    assert [text(run) for run in marked] == [first.description + semicolon(tree)]
    assert tags[other] in {node.get(f"{W}val") for node in docx.body.iter(f"{W}lang")}
    assert f"<dc:language>{tags[mine]}<" in docx.parts["docProps/core.xml"].decode()


@pytest.mark.parametrize("how", KINDS)
def test_texts_keep_the_language_of_the_register_in_a_document_with_words_in_the_other(kazakhstan, open_docx, how):
    tags = {Language.ENGLISH: "en-GB", Language.FRENCH: "fr-FR"}
    mine = kazakhstan.register.language
    other = next(language for language in Language if language is not mine)
    docx = open_docx(assessed(kazakhstan), how, language=other)
    marked = [run for run in docx.body.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None]
    assert {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in marked} == {tags[mine]}
    written = [text(run).rstrip(" \u202f;.") for run in marked]
    items = (*kazakhstan.risks, *kazakhstan.mitigations)
    assert set(written) <= {item.description.rstrip(".") for item in items}, "the words of Riskdesk are in the other"
    assert len(written) > len(items) / 2


@pytest.mark.parametrize(
    ("description", "backwards", "runs"),
    [
        ("مخاطر السوق (EU) مهمة", True, [("مخاطر السوق (", True), ("EU", False), (") مهمة;", True)]),
        ("The word שלום here", False, [("The word ", False), ("שלום", True), (" here;", False)]),
        ("סיכון 12% של ABC", True, [("סיכון 12% של ", True), ("ABC", False), (";", True)]),
    ],
)
def test_text_from_right_to_left_runs_so(open_docx, description, backwards, runs):
    tree = kazakhstan_in("en")
    first = next(tree.risks)
    docx = open_docx(
        mapped(
            tree,
            lambda risk: replace(risk, description=description) if risk.id == first.id else risk,
            lambda mitigation: mitigation,
        )
    )
    para = next(node for node in docx.body.iter(f"{W}p") if text(node).startswith(description))
    assert (para.find(f"{W}pPr/{W}bidi") is not None) is backwards
    assert [(text(node), node.find(f"{W}rPr/{W}rtl") is not None) for node in para.iter(f"{W}r")] == runs


def test_the_document_says_what_it_is_and_each_page_carries_the_mark(kazakhstan, open_docx):
    register = replace(kazakhstan.register, handling_mark="RESTRICTED <&>", prepared_by="Ms A & B")
    docx = open_docx(replace(kazakhstan, register=register))
    about = docx.parts["docProps/core.xml"].decode()
    for expected in (register.title, "Ms A &amp; B", f"{MADE:%Y-%m-%dT%H:%M:%SZ}"):
        assert expected in about
    head, foot = docx.part("word/header1.xml"), docx.part("word/footer1.xml")
    assert [text(line) for line in head] == ["RESTRICTED <&>", f"{register.title}\t{register.reference}"]
    assert text(foot[-1]) == "RESTRICTED <&>"
    assert [node.get(f"{W}instr").strip() for node in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_the_working_register_has_all_columns_as_wide_as_in_print(kazakhstan, open_docx):
    docx = open_docx(assessed(kazakhstan), WORKING)
    table = docx.tables[0]
    paper = docx.body.find(f"{W}sectPr/{W}pgSz")
    assert (paper.get(f"{W}orient"), int(paper.get(f"{W}w")) > int(paper.get(f"{W}h"))) == ("landscape", True)
    widths = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
    assert sum(widths) == pytest.approx(20 * (841.89 - 2 * 51.02), abs=len(widths))
    risks = [row for row in table.findall(f"{W}tr")[1:] if row not in bands(table)]
    assert len(risks) == len(list(kazakhstan.risks))
    # Mitigations stand beside all the risks of their entry.
    merges = [node.get(f"{W}val") for node in table.iter(f"{W}vMerge")]
    several = [len(entry.risks) for entry in kazakhstan.entries if len(entry.risks) > 1]
    assert merges.count("restart") == len(several)
    assert merges.count("continue") == sum(several) - len(several)


def test_the_colour_of_a_band_stands_beside_its_word(kazakhstan, open_docx):
    docx = open_docx(assessed(kazakhstan), WORKING)
    filled = {
        text(cell) for cell in docx.tables[0].iter(f"{W}tc")
        if (shade := cell.find(f"{W}tcPr/{W}shd")) is not None and shade.get(f"{W}themeFill") is None
    }  # fmt: skip
    assert filled
    assert all(any(letter.isalpha() for letter in word) for word in filled)


def test_what_has_ended_is_left_out_of_the_appendix_and_grey_in_the_working_register(kazakhstan, open_docx):
    tree = assessed(kazakhstan)
    ended = next(risk for risk in tree.risks if risk.ended)
    assert ended.description not in text(open_docx(tree).body)
    docx = open_docx(tree, WORKING)
    run = next(node for node in docx.body.iter(f"{W}r") if text(node) == ended.description)
    assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == docx.named("Subtle Emphasis")


def test_no_line_ends_within_a_day_below_a_mitigation(kazakhstan, open_docx):
    docx = open_docx(assessed(kazakhstan), WORKING)
    due = {"en": "due 1\u00a0Feb\u00a02026", "fr": "échéance le 1er\u00a0févr.\u00a02026"}
    assert due[kazakhstan.register.language] in text(docx.body)


@pytest.mark.parametrize("how", KINDS)
def test_a_register_without_anything_is_a_document(kazakhstan, open_docx, how):
    empty = replace(kazakhstan, categories=(), register=replace(kazakhstan.register, title="", date=None))
    assert text(open_docx(empty, how).body)
    assert text(open_docx(replace(empty, categories=(replace(kazakhstan.categories[0], entries=()),)), how).body)


@pytest.mark.parametrize(
    ("layout", "prefix"),
    [(Layout.WORKING, "R-"), (Layout.WORKING, "PRESS-"), (Layout.WORKING, "RO/CDMSI-"), (Layout.PM2, "R-")],
)
def test_references_have_room_in_the_font_of_the_document(kazakhstan, open_docx, prefix, layout):
    """Word would break them at their hyphens; Helvetica is as wide as Arial."""
    numbers = count(10)
    tree = mapped(
        kazakhstan, lambda risk: replace(risk, reference=f"{prefix}{next(numbers)}"), lambda mitigation: mitigation
    )
    docx = open_docx(tree, WORKING, layout=layout)
    size = int(docx.styles[docx.named("Register Text")].find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2
    margins = docx.styles[docx.named("Register Table")].find(f"{W}tblPr/{W}tblCellMar")
    beside = sum(
        int(margin.get(f"{W}w")) / 20 for margin in margins if margin.tag != f"{W}top" and margin.tag != f"{W}bottom"
    )
    width = int(docx.tables[0].find(f"{W}tblGrid")[0].get(f"{W}w")) / 20
    assert max(stringWidth(risk.reference, "Helvetica", size) for risk in tree.risks) <= width - beside
