"""Screen readers read each text of a PDF in its own language."""

import ctypes
import io
from collections import defaultdict
from contextlib import closing
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from riskdesk.desk.listing import Context, document
from riskdesk.desk.listing.document import list_content
from riskdesk.domain.listing import ListColumn, Listing
from riskdesk.domain.printing import DocumentKind, Orientation, Print
from riskdesk.domain.tree import with_languages
from riskdesk.domain.values import Language, MitigationStatus
from riskdesk.report import render
from tests.report.conftest import MADE, mapped

LONG = "Le retard des achats publics entraîne celui des activités. " * 200


def texts_by_language(data: bytes) -> dict[str, list[str]]:
    """The texts of the elements that have a language of their own, by the tags of these."""
    texts = defaultdict(list)
    with pikepdf.open(io.BytesIO(data)) as pdf, closing(pypdfium2.PdfDocument(data)) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        marked = [_marked_texts(page) for page in document]
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") is not None and "/Lang" in thing:
                parts = [
                    (thing.Pg, part) if isinstance(part, int) else (part.Pg, part.MCID) for part in thing.K.as_list()
                ]
                text = "".join(marked[numbers[page.objgen]][int(number)] for page, number in parts)
                texts[str(thing.Lang)].append(" ".join(text.split()))
    return texts


def _marked_texts(page: pypdfium2.PdfPage) -> dict[int, str]:
    texts, text_page = defaultdict(str), page.get_textpage()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        buffer = ctypes.create_string_buffer(4096)
        size = raw.FPDFTextObj_GetText(
            found.raw, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 2048
        )
        texts[raw.FPDFPageObj_GetMarkedContentID(found.raw)] += buffer.raw[: size - 2].decode("utf-16-le") + " "
    return texts


@pytest.mark.parametrize("kind", [DocumentKind.APPENDIX, DocumentKind.WORKING])
def test_a_text_in_another_language_is_marked_on_each_page_and_what_stands_below_it_is_not(filled, kind):
    risk, mitigation = next(filled.risks), next(filled.mitigations)
    french = mapped(
        filled,
        lambda each: replace(each, description=LONG, language=Language.FRENCH) if each.id == risk.id else each,
        lambda each: (
            replace(each, description="Former les agents", language=Language.FRENCH, status=MitigationStatus.DONE)
            if each.id == mitigation.id
            else each
        ),
    )
    data = render(french, Print(kind, orientation=Orientation.LANDSCAPE), MADE, MADE.date()).data
    end = ";" if kind is DocumentKind.APPENDIX else ""
    late = LONG.strip().removesuffix(".") + (end or ".")
    assert texts_by_language(data) == {"fr-FR": [late, f"Former les agents{end}"]}


def test_the_summary_marks_the_texts_of_what_is_highest_and_overdue(assessed):
    tree = with_languages(assessed, Language.FRENCH)
    data = render(tree, Print(DocumentKind.SUMMARY), MADE, MADE.date()).data
    risk, mitigation = next(tree.risks), next(tree.mitigations)
    assert texts_by_language(data) == {"fr-FR": [risk.description, mitigation.description]}


def test_a_list_marks_the_texts_of_the_item_itself(assessed):
    tree = with_languages(assessed, Language.FRENCH)
    context = Context(tree.register.scale, Language.ENGLISH, MADE.date())
    listing = Listing(columns=tuple(map(ListColumn, ("reference", "description", "category", "owner", "band"))))
    data = document.render(list_content(tree, listing, context), Print(DocumentKind.WORKING), MADE).data
    assert texts_by_language(data) == {"fr-FR": [risk.description for risk in tree.risks]}


def test_a_list_marks_the_texts_of_a_register_in_another_language_than_its_words(assessed):
    context = Context(assessed.register.scale, Language.FRENCH, MADE.date())
    listing = Listing(columns=tuple(map(ListColumn, ("reference", "description"))))
    data = document.render(list_content(assessed, listing, context), Print(DocumentKind.WORKING), MADE).data
    assert texts_by_language(data) == {"en-GB": [risk.description for risk in assessed.risks]}


def test_texts_are_marked_with_the_language_of_the_register_where_the_document_has_its_words_in_the_other_one(filled):
    french = replace(filled, register=replace(filled.register, language=Language.FRENCH))
    data = render(french, Print(), MADE, MADE.date(), original=filled.register).data
    texts = texts_by_language(data)
    assert texts.keys() == {"en-GB"}
    assert len(texts["en-GB"]) == len([*filled.risks, *filled.mitigations])


def test_texts_in_the_language_of_the_document_are_not_marked(filled):
    assert texts_by_language(render(filled, Print(), MADE, MADE.date()).data) == {}
