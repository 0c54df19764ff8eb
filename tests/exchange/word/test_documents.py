"""Word documents of a register: real tables, lists and headings, by styles, and what helps who does not see them."""

import datetime
from dataclasses import replace
from itertools import count

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
from riskdesk.domain.text import punctuated
from riskdesk.domain.values import Language, RiskStatus
from riskdesk.report.style import style
from tests.exchange.word.conftest import MADE, WORKING, kazakhstan_in
from tests.exchange.word.opened import W, name, text
from tests.report.conftest import mapped

KINDS = [Print(), WORKING]


def styles_of(node, kind="pStyle"):
    return [it.get(f"{W}val") for it in node.iter(f"{W}{kind}")]


def head_rows(table):
    return [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]


def bands(table):
    return [row for row in table.findall(f"{W}tr") if row.find(f"{W}tc/{W}tcPr/{W}gridSpan") is not None]


def assessed(tree):
    numbers = iter(range(1000))

    def risk(it):
        place = next(numbers)
        return replace(
            it,
            reference=f"R-{place:02}",
            likelihood=place % 5 + 1,
            impact=place % 3 + 1,
            owner="Ms Amélie d’Ornano",
            status=RiskStatus.CLOSED if place == 3 else None,
            next_review=datetime.date(2027, 1, 5),
        )

    return mapped(tree, risk, lambda it: replace(it, action_owner="Mr Ó Dálaigh", due_date=datetime.date(2026, 2, 1)))


@pytest.mark.parametrize("how", KINDS)
def test_the_same_register_gives_the_same_bytes(kazakhstan, write, how):
    one, other = write(kazakhstan, how, "one.docx"), write(kazakhstan, how, "other.docx")
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("how", KINDS)
def test_the_heads_of_each_table_are_repeated_and_its_rows_may_break(kazakhstan, opened, how):
    found = opened(kazakhstan, how)
    for table in found.tables:
        first, *_ = table.findall(f"{W}tr")
        assert head_rows(table) == [first]
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
        assert not list(table.iter(f"{W}cantSplit"))


@pytest.mark.parametrize("how", KINDS)
def test_each_table_is_told_to_who_does_not_see_it(kazakhstan, opened, how):
    for table in opened(kazakhstan, how).tables:
        assert len(table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")) > 5
        assert len(table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")) > 20


def test_the_legend_stays_on_one_page_as_in_print(kazakhstan, opened):
    register, legend = opened(kazakhstan, WORKING).tables
    rows = [
        [para.find(f"{W}pPr/{W}keepNext") is not None for para in row.iter(f"{W}p")] for row in legend.iter(f"{W}tr")
    ]
    assert all(all(row) for row in rows[:-1])
    assert not any(rows[-1])
    assert not list(register.iter(f"{W}keepNext"))


def test_no_reference_is_broken_where_words_of_the_scale_are_long(kazakhstan, opened):
    tree = assessed(kazakhstan)
    bands = tuple(replace(it, name=Label.same("Aufmerksamkeitsbereich")) for it in tree.register.scale.bands)
    scale = replace(tree.register.scale, bands=bands)
    rated = mapped(tree, lambda it: replace(it, residual_likelihood=1, residual_impact=1), lambda it: it)
    table = opened(replace(rated, register=replace(tree.register, scale=scale)), WORKING).tables[0]
    reference = int(table.find(f"{W}tblGrid/{W}gridCol").get(f"{W}w")) / 20
    # Capitals and digits of Arial, which is the font of these documents, are as wide as those of Helvetica.
    assert stringWidth("R-00", "Helvetica", style(WORKING.kind).size) + 2 * style(WORKING.kind).padding < reference


@pytest.mark.parametrize("how", KINDS)
def test_the_reference_does_not_run_into_a_long_title_at_the_head_of_pages(kazakhstan, opened, how):
    for title, parted in (("Short", "tab"), ("Support to the independence of the judiciary " * 4, "br")):
        named = replace(kazakhstan.register, title=title.strip(), reference="CM/Inf/DH(2026)12-addendum")
        head = opened(replace(kazakhstan, register=named), how).part("word/header1.xml")
        (line,) = [it for it in head.iter(f"{W}p") if text(it).endswith("addendum")]
        assert [name(it) for it in line.iter() if name(it) in ("tab", "br")] == [parted]


@pytest.mark.parametrize("how", KINDS)
def test_no_row_is_blank_and_no_paragraph_is_there_for_its_space(kazakhstan, opened, how):
    found = opened(assessed(kazakhstan), how)
    assert all(text(row).strip() for table in found.tables for row in table.findall(f"{W}tr"))
    *blocks, last, _ = found.body
    assert all(text(it).strip() for it in blocks)
    # After a table, Word asks for a paragraph.
    assert text(last) == ""


@pytest.mark.parametrize("how", KINDS)
def test_only_rows_of_categories_are_merged_over_columns(kazakhstan, opened, how):
    found = opened(kazakhstan, how)
    titles = [category.category.title for category in kazakhstan.categories]
    assert [text(row) for table in found.tables for row in bands(table)] == titles
    for row in bands(found.tables[0]):
        assert styles_of(row) == [found.named("heading 2")]


def test_the_appendix_has_the_words_of_print_in_built_in_styles(kazakhstan, opened):
    found, (table,) = opened(kazakhstan), opened(kazakhstan).tables
    wanted = [
        (punctuated([it.description for it in entry.risks], semicolon(kazakhstan)), list(entry.mitigations))
        for entry in kazakhstan.entries
    ]
    rows = [row for row in table.findall(f"{W}tr")[1:] if row not in bands(table)]
    bullet = found.named("List Bullet")
    assert len(rows) == len(wanted)
    for row, (risks, mitigations) in zip(rows, wanted, strict=True):
        left, right = row.findall(f"{W}tc")
        assert [text(it) for it in left.findall(f"{W}p")] == risks
        assert styles_of(row) == [bullet] * (len(risks) + len(mitigations))
        assert len(right.findall(f"{W}p")) == len(mitigations)
    assert styles_of(found.body)[:2] == [found.named("heading 1"), found.named("Subtitle")]
    assert all(it.get(f"{W}customStyle") is None for it in found.styles.values())


def semicolon(tree):
    return ";" if tree.register.language is Language.ENGLISH else "\u202f;"


@pytest.mark.parametrize("how", KINDS)
def test_nothing_is_formatted_beside_styles_but_colours_that_tell_something(kazakhstan, opened, how):
    found = opened(assessed(kazakhstan), how)
    looks = {name(it) for props in found.body.iter(f"{W}rPr") for it in props}
    assert looks <= {"rStyle", "shd", "lang"}
    props = {name(it) for node in found.body.iter(f"{W}pPr") for it in node}
    assert props <= {"pStyle", "spacing", "keepNext"}
    assert {name(it) for node in found.body.iter(f"{W}tblPr") for it in node} == {
        "tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription",
    }  # fmt: skip


def test_the_language_is_that_of_the_register_and_of_each_risk(kazakhstan, opened):
    tags = {Language.ENGLISH: "en-GB", Language.FRENCH: "fr-FR"}
    mine = kazakhstan.register.language
    other = next(it for it in Language if it is not mine)
    first = next(kazakhstan.risks)
    tree = mapped(kazakhstan, lambda it: replace(it, language=other if it.id == first.id else mine), lambda it: it)
    found = opened(tree)
    defaults = found.part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert defaults.get(f"{W}val") == tags[mine]
    marked = [run for run in found.body.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None]
    assert [text(run) for run in marked] == [first.description + semicolon(tree)]
    assert tags[other] in {it.get(f"{W}val") for it in found.body.iter(f"{W}lang")}
    assert f"<dc:language>{tags[mine]}<" in found.parts["docProps/core.xml"].decode()


@pytest.mark.parametrize(
    ("told", "backwards", "runs"),
    [
        ("مخاطر السوق (EU) مهمة", True, [("مخاطر السوق (", True), ("EU", False), (") مهمة;", True)]),
        ("The word שלום here", False, [("The word ", False), ("שלום", True), (" here;", False)]),
        ("סיכון 12% של ABC", True, [("סיכון 12% של ", True), ("ABC", False), (";", True)]),
    ],
)
def test_text_from_right_to_left_runs_so(opened, told, backwards, runs):
    tree = kazakhstan_in("en")
    first = next(tree.risks)
    found = opened(mapped(tree, lambda it: replace(it, description=told) if it.id == first.id else it, lambda it: it))
    para = next(it for it in found.body.iter(f"{W}p") if text(it).startswith(told))
    assert (para.find(f"{W}pPr/{W}bidi") is not None) is backwards
    assert [(text(it), it.find(f"{W}rPr/{W}rtl") is not None) for it in para.iter(f"{W}r")] == runs


def test_the_document_says_what_it_is_and_each_page_carries_the_mark(kazakhstan, opened):
    register = replace(kazakhstan.register, handling_mark="RESTRICTED <&>", prepared_by="Ms A & B")
    found = opened(replace(kazakhstan, register=register))
    about = found.parts["docProps/core.xml"].decode()
    for told in (register.title, "Ms A &amp; B", f"{MADE:%Y-%m-%dT%H:%M:%SZ}"):
        assert told in about
    head, foot = found.part("word/header1.xml"), found.part("word/footer1.xml")
    assert [text(it) for it in head] == ["RESTRICTED <&>", f"{register.title}\t{register.reference}"]
    assert text(foot[-1]) == "RESTRICTED <&>"
    assert [it.get(f"{W}instr").strip() for it in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_the_working_register_has_all_columns_as_wide_as_in_print(kazakhstan, opened):
    found = opened(assessed(kazakhstan), WORKING)
    table = found.tables[0]
    paper = found.body.find(f"{W}sectPr/{W}pgSz")
    assert (paper.get(f"{W}orient"), int(paper.get(f"{W}w")) > int(paper.get(f"{W}h"))) == ("landscape", True)
    widths = [int(it.get(f"{W}w")) for it in table.find(f"{W}tblGrid")]
    assert sum(widths) == pytest.approx(20 * (841.89 - 2 * 51.02), abs=len(widths))
    risks = [row for row in table.findall(f"{W}tr")[1:] if row not in bands(table)]
    assert len(risks) == len(list(kazakhstan.risks))
    # Mitigations stand beside all the risks of their entry.
    merges = [it.get(f"{W}val") for it in table.iter(f"{W}vMerge")]
    several = [len(entry.risks) for entry in kazakhstan.entries if len(entry.risks) > 1]
    assert merges.count("restart") == len(several)
    assert merges.count("continue") == sum(several) - len(several)


def test_the_colour_of_a_band_stands_beside_its_word(kazakhstan, opened):
    found = opened(assessed(kazakhstan), WORKING)
    filled = {
        text(cell) for cell in found.tables[0].iter(f"{W}tc")
        if (shade := cell.find(f"{W}tcPr/{W}shd")) is not None and shade.get(f"{W}themeFill") is None
    }  # fmt: skip
    assert filled
    assert all(any(letter.isalpha() for letter in it) for it in filled)


def test_what_has_ended_is_left_out_of_the_appendix_and_grey_in_the_working_register(kazakhstan, opened):
    tree = assessed(kazakhstan)
    ended = next(it for it in tree.risks if it.ended)
    assert ended.description not in text(opened(tree).body)
    found = opened(tree, WORKING)
    run = next(it for it in found.body.iter(f"{W}r") if text(it) == ended.description)
    assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == found.named("Subtle Emphasis")


@pytest.mark.parametrize("how", KINDS)
def test_a_register_without_anything_is_a_document(kazakhstan, opened, how):
    empty = replace(kazakhstan, categories=(), register=replace(kazakhstan.register, title="", date=None))
    assert text(opened(empty, how).body)
    assert text(opened(replace(empty, categories=(replace(kazakhstan.categories[0], entries=()),)), how).body)


@pytest.mark.parametrize(
    ("layout", "prefix"),
    [(Layout.WORKING, "R-"), (Layout.WORKING, "PRESS-"), (Layout.WORKING, "RO/CDMSI-"), (Layout.PM2, "R-")],
)
def test_references_have_room_in_the_font_of_the_document(kazakhstan, opened, prefix, layout):
    """Word would break them at their hyphens; Helvetica is as wide as Arial."""
    numbers = count(10)
    tree = mapped(kazakhstan, lambda it: replace(it, reference=f"{prefix}{next(numbers)}"), lambda it: it)
    found = opened(tree, WORKING, layout=layout)
    size = int(found.styles[found.named("Register Text")].find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2
    margins = found.styles[found.named("Register Table")].find(f"{W}tblPr/{W}tblCellMar")
    beside = sum(int(it.get(f"{W}w")) / 20 for it in margins if it.tag != f"{W}top" and it.tag != f"{W}bottom")
    width = int(found.tables[0].find(f"{W}tblGrid")[0].get(f"{W}w")) / 20
    assert max(stringWidth(it.reference, "Helvetica", size) for it in tree.risks) <= width - beside
