"""Registers as a PM² risk log and as the risk table of an EU action document, in Word."""

import datetime
from dataclasses import replace

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from riskdesk.domain.laid_out import lay_out
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Orientation, Print
from riskdesk.domain.values import Language, Response, RiskStatus
from tests.exchange.word.bringing_back import brought_back
from tests.exchange.word.opened import W, text
from tests.exchange.word.registers import assessed
from tests.report.conftest import mapped

ACROSS = Print(orientation=Orientation.LANDSCAPE)
# The space on either side of the text of a cell, in points.
PADDING = 2.0
LOGS = pytest.mark.parametrize("layout", [Layout.PM2, Layout.EU_ACTION])


def full(tree):
    """A register in which each column of the logs has something."""
    return mapped(
        assessed(tree),
        lambda risk: replace(
            risk,
            title=risk.description[:40],
            owner="Programme Office, Astana",
            status=RiskStatus.WAITING,
            response=Response.TRANSFER,
            escalated_to="Director of Programmes",
            identified_on=datetime.date(2024, 2, 3),
            reason="Élections pendant la période ; voir le rapport de mission de mai",
        ),
        lambda mitigation: replace(mitigation, action_owner="Jean-Pierre Lefèvre", due_date=datetime.date(2026, 3, 31)),
    )


def languages_in(para):
    return {node.get(f"{W}val") for node in para.iter(f"{W}lang")}


def rows(docx):
    return docx.tables[0].findall(f"{W}tr")


@pytest.mark.parametrize("layout", [Layout.APPENDIX, Layout.WORKING, Layout.PM2, Layout.EU_ACTION])
def test_the_file_is_named_by_the_heading_of_its_layout(kazakhstan, open_docx, layout):
    docx = open_docx(replace(kazakhstan, register=replace(kazakhstan.register, title="")), ACROSS, layout=layout)
    heading = text(docx.body[0])
    about = docx.parts["docProps/core.xml"].decode()
    assert f"<dc:title>{heading}</dc:title><dc:subject>{heading}</dc:subject>" in about


@LOGS
def test_a_log_has_the_heads_of_its_layout_and_a_row_for_each_risk(kazakhstan, open_docx, layout):
    tree = assessed(kazakhstan)
    docx = open_docx(tree, ACROSS, layout=layout)
    laid = lay_out(tree, layout)
    language = tree.register.language
    head, *body = rows(docx)
    assert [text(cell) for cell in head][1:] == [column.head.text(language) for column in laid.columns]
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert len(body) == sum(not risk.ended for risk in tree.risks)
    assert {len(row.findall(f"{W}tc")) for row in body} == {len(laid.columns)}


@LOGS
def test_what_holds_for_an_entry_stands_beside_all_its_risks(kazakhstan, open_docx, layout):
    docx = open_docx(kazakhstan, ACROSS, layout=layout)
    table_text = text(docx.tables[0])
    for mitigation in kazakhstan.mitigations:
        assert table_text.count(mitigation.description) == 1
    merges = [node.get(f"{W}val") for node in docx.tables[0].iter(f"{W}vMerge")]
    assert merges.count("restart") > 0
    assert merges.count("continue") > 0


@LOGS
def test_no_word_of_its_heads_is_broken(kazakhstan, open_docx, layout):
    """Each column has room for the longest word of its head in bold Arial, whose letters are as wide as Helvetica's."""
    docx = open_docx(full(kazakhstan), ACROSS, layout=layout)
    size = float(docx.styles[docx.named("Register Text")].find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2
    widths = [int(column.get(f"{W}w")) / 20 for column in docx.tables[0].find(f"{W}tblGrid")]
    for cell, width in zip(rows(docx)[0].findall(f"{W}tc"), widths, strict=True):
        assert max(stringWidth(word, "Helvetica-Bold", size) for word in text(cell).split()) + 2 * PADDING <= width


@LOGS
def test_a_log_comes_back_with_its_risks_and_mitigations(kazakhstan, write, layout):
    tree = assessed(kazakhstan)
    tree_back = brought_back(write(tree, ACROSS, layout=layout)).tree
    standing_risks = [risk for risk in tree.risks if not risk.ended]
    assert [(risk.description, risk.likelihood, risk.impact) for risk in tree_back.risks] == [
        (risk.description, risk.likelihood, risk.impact) for risk in standing_risks
    ]
    assert len(list(tree_back.mitigations)) == len(list(tree.mitigations))
    assert tree_back.register.title == tree.register.title


@LOGS
def test_texts_keep_the_language_of_the_register_in_a_log_with_words_in_the_other(kazakhstan, open_docx, layout):
    tags = {Language.ENGLISH: "en-GB", Language.FRENCH: "fr-FR"}
    mine = kazakhstan.register.language
    other = next(language for language in Language if language is not mine)
    tree = full(kazakhstan)
    docx = open_docx(tree, ACROSS, layout=layout, language=other)
    marked = [para for para in docx.body.iter(f"{W}p") if tags[mine] in languages_in(para)]
    written = [text(para).replace("\u00a0", " ") for para in marked]
    assert {risk.description for risk in tree.risks if not risk.ended} <= set(written)
    for mitigation in tree.mitigations:
        assert any(line.startswith(mitigation.description) for line in written)
    laid = lay_out(replace(tree, register=replace(tree.register, language=other)), layout)
    words = {column.head.text(other) for column in laid.columns} | {
        cell.text
        for row in laid.rows
        for column, cell in zip(laid.columns, row.cells, strict=True)
        if column.code in {"likelihood", "impact", "score", "status", "response", "escalation", "target_date"}
    }
    assert words.isdisjoint(written), "the words of the layout are in the other"


@LOGS
def test_a_blank_line_in_a_text_stays(kazakhstan, open_docx, layout):
    tree = mapped(kazakhstan, lambda risk: replace(risk, description="Above\n\nbelow"), lambda mitigation: mitigation)
    docx = open_docx(tree, ACROSS, layout=layout)
    lines = [para for para in docx.tables[0].iter(f"{W}p") if text(para).startswith("Above")]
    assert {len(list(line.iter(f"{W}br"))) for line in lines} == {2}
