"""The document beside the PDF of the same register, page by page."""

import re
from collections import Counter
from contextlib import closing
from itertools import chain

import pypdfium2
import pytest

from riskdesk.desk import transfer
from riskdesk.desk.formats import Request
from riskdesk.domain.language import words
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.report.rendering import begun
from riskdesk.report.style import style
from riskdesk.report.working import fitting_table
from tests.exchange.word.conftest import MADE, WORKING
from tests.exchange.word.opened import W
from tests.libreoffice import converted, needs_libreoffice

MIDDLE = 595.28 / 2
# Word and print break a row at other lines at the foot of a page: so many words may stand on the page after.
_MOST_MOVED = 60
HOW = {"appendix": Print(), "working": WORKING}


@pytest.fixture(scope="module")
def both(kazakhstan, tmp_path_factory):
    """For each way to print, the document as LibreOffice sets it, and the print."""
    folder = tmp_path_factory.mktemp("both")
    for name, how in HOW.items():
        for ending in ("docx", "pdf"):
            transfer.export(Request(kazakhstan, how, MADE, MADE.date()), folder / f"{name}.{ending}")
    sets = converted(folder / "set", "pdf", *(folder / f"{name}.docx" for name in HOW), fonts=True)
    return {name: (set_, folder / f"{name}.pdf") for name, set_ in zip(HOW, sets, strict=True)}


def words_of(path):
    """The words of each page in the order in which they stand in the file, without running lines and bullets."""
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        pages = [page.get_textpage().get_text_bounded(bottom=50, top=page.get_height() - 60) for page in pdf]
    return [re.sub("[•\u0002\ufffe]", " ", page).split() for page in pages]


def sides_of(path, heads):
    """The letters of the left and of the right column over all pages, without the heads that stand on each."""
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        for box in ({"right": MIDDLE}, {"left": MIDDLE}):
            pages = [page.get_textpage().get_text_bounded(bottom=50, top=page.get_height() - 60, **box) for page in pdf]
            yield _letters("".join(_letters(page).replace(_letters(heads["left" in box]), "") for page in pages))


def _letters(text):
    return re.sub("[\\W\ufffe]", "", text)


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("how", HOW)
def test_each_page_has_the_words_of_the_printed_one(both, how):
    set_, printed = both[how]
    here, there = words_of(set_), words_of(printed)
    assert len(here) == len(there)
    for place, (docx_words, printed_words) in enumerate(zip(here, there, strict=True)):
        begun = [sum(map(len, pages[:place])) for pages in (here, there)]
        assert abs(begun[0] - begun[1]) <= _MOST_MOVED, place
        assert len(set(docx_words) & set(printed_words)) >= 0.7 * len(set(printed_words))
    assert Counter(_letters("".join(chain(*here)))) == Counter(_letters("".join(chain(*there))))


@pytest.mark.slow
@needs_libreoffice
def test_each_column_has_its_words_in_order(kazakhstan, both):
    set_, printed = both["appendix"]
    labels = words(kazakhstan.register.language)
    heads = labels.risks_column, labels.mitigations_column
    sides = "risks", "mitigations"
    for docx_text, printed_text, side in zip(sides_of(set_, heads), sides_of(printed, heads), sides, strict=True):
        texts = [_letters(item.description) for item in getattr(kazakhstan, side)]
        for column_text in (docx_text, printed_text):
            places = [column_text.find(text) for text in texts]
            assert -1 not in places
            assert places == sorted(places)


def test_columns_are_as_wide_as_printed(kazakhstan, open_docx):
    paper = style(DocumentKind.WORKING)
    table = fitting_table(begun(kazakhstan.register, WORKING, MADE, "")[1], kazakhstan, WORKING)
    grid = open_docx(kazakhstan, WORKING).tables[0].find(f"{W}tblGrid")
    expected = [20 * column.width for column in table.columns]
    assert [int(column.get(f"{W}w")) for column in grid] == pytest.approx(expected, abs=1)
    assert sum(expected) == pytest.approx(20 * (841.89 - paper.margins.left - paper.margins.right), abs=1)
