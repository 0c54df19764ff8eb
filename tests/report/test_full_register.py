"""The working register of a real programme, all of whose fields are filled in: on how much paper, and how legibly."""

import datetime
import io
from contextlib import closing
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from riskdesk.domain.fields import COLUMNS, DETAILS
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print
from riskdesk.domain.values import (
    Language,
)
from riskdesk.report import render
from tests.report.conftest import MADE, mapped
from tests.report.full import OWNERS, full

WORKING = Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE)


def sizes(data):
    """The sizes of type in a PDF, in points."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        texts = [page.get_textpage() for page in document]
        return {
            round(raw.FPDFText_GetFontSize(text, place), 2)
            for text in texts
            for place in range(text.count_chars())
            if not raw.FPDFText_IsGenerated(text, place)
        }


@pytest.mark.parametrize("language", list(Language))
def test_a_full_register_takes_six_pages_of_readable_type(printed, language):
    tree = full(language)
    printout = printed(tree, WORKING)
    assert len(printout.pages) <= 6
    assert min(sizes(printout.data)) >= 8
    printed_words = set(printout.text.split())
    for item in (*tree.risks, *tree.mitigations):
        assert set(item.description.split()) <= printed_words


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_a_risk_begins_on_the_page_of_its_reference(printed, language, orientation):
    tree = full(language)
    printout = printed(tree, Print(DocumentKind.WORKING, Paper.A4, orientation))
    pages = [" ".join(page.split()) for page in printout.pages]
    for risk in tree.risks:
        beginning = " ".join(risk.description.split()[:3])
        first = next(page for page in pages if risk.reference in page)
        assert beginning in first, risk.reference


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("paper", "most"), [(Paper.A4, 7), (Paper.A3, 3)])
def test_upright_and_on_large_paper_it_can_be_read_as_well(printed, language, paper, most):
    printout = printed(full(language), Print(DocumentKind.WORKING, paper, Orientation.PORTRAIT))
    assert len(printout.pages) <= most
    assert min(sizes(printout.data)) >= 8


@pytest.mark.parametrize("language", list(Language))
def test_the_action_owner_and_due_date_stand_on_one_line(printed, language):
    printout = printed(full(language), WORKING)
    lines = [line for page in printout.pages for line in page.replace("\u00a0", " ").splitlines()]
    label, due = {
        Language.ENGLISH: ("– Action owner: ", "due 28 Jan 2026 · Planned"),
        Language.FRENCH: ("– Responsable : ", "échéance le 28 janv. 2026 · Prévue"),
    }[language]
    acting = [line for line in lines if label in line]
    assert len(acting) == sum(1 for _ in full(language).mitigations)
    assert any(line.startswith(f"{label}A. Dupont · {due}") for line in lines)
    for owner in OWNERS[language][:3]:
        assert all("28 " in line for line in acting if owner in line)


def cells(data, tags=("/TD", "/TH")):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        dictionaries = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary))
        return [
            (str(element.get("/S")), str(element.get("/E", "")), len(element.K))
            for element in dictionaries
            if str(element.get("/S")) in tags
        ]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [DocumentKind.WORKING, DocumentKind.SUMMARY, DocumentKind.MATRIX])
def test_a_listener_hears_what_heads_stand_for(language, kind):
    columns = tuple(COLUMNS) if kind is DocumentKind.WORKING else ()
    data = render(full(language), Print(kind, Paper.A3, Orientation.LANDSCAPE, columns), MADE, MADE.date()).data
    shortened = {field.label.text(language) for field in COLUMNS.values() if field.short}
    expected = (
        shortened
        if kind is DocumentKind.WORKING
        else {COLUMNS[code].label.text(language) for code in ("reference", "likelihood", "impact")}
    )
    assert {meaning for _, meaning, _ in cells(data, ("/TH",))} == {"", *expected}


@pytest.mark.parametrize("kind", [DocumentKind.WORKING, DocumentKind.SUMMARY])
@pytest.mark.parametrize("blank", ["", "\u200b"])
def test_no_cell_of_a_risk_is_silent(register, kind, blank):
    tree = register([("C", [(["a risk", blank], [blank]), ([], ["m"]), (["r"], [])]), ("Empty", [])])
    due = datetime.date(2023, 1, 1)
    tree = mapped(
        tree,
        lambda risk: replace(risk, owner=blank, title=blank, likelihood=1, impact=1),
        lambda measure: replace(measure, action_owner=blank, due_date=due),
    )
    columns = tuple(code for code in COLUMNS if code not in DETAILS)
    how = Print(kind, Paper.A3, Orientation.LANDSCAPE, columns)
    assert min(parts for _, _, parts in cells(render(tree, how, MADE, MADE.date()).data)) > 0
