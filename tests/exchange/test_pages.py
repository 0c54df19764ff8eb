"""Tables as HTML and Markdown: every text is there as it was typed, and none of it is markup."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.formulas import without_unseen_guards
from riskdesk.domain.language import with_no_break_spaces
from riskdesk.domain.page import Page, PageCell, PageTable
from riskdesk.domain.values import Language
from riskdesk.exchange import html_page, markdown_page
from tests.domain.any_tree import TEXT

LINE = TEXT.filter(lambda text: text.strip() == text != "")
EVIL = "<script>alert(1)</script> | [x](javascript:y) `*_~$\\ &amp; #1\n- two"


def page(*texts: str) -> Page:
    rows = (
        (PageCell((texts[0],)),),
        (PageCell(texts, bulleted=True), PageCell(texts)),
        (PageCell((texts[0],), heads=True), PageCell()),
    )
    return Page(Language.ENGLISH, texts[0], texts, (PageTable((texts[0], "Head"), rows, texts[0]),))


class Reader(HTMLParser):
    """The texts of a page with their line ends, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.text = set[str](), ""

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.tags.add(tag)
        if tag == "span":
            return
        self.text += "\n" if tag == "br" else f"\0{tag}\0"

    def handle_endtag(self, tag: str) -> None:
        self.text += "" if tag == "span" else "\0"

    def handle_data(self, data: str) -> None:
        self.text += data


TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "p"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "br", "span"),
}


@given(st.lists(LINE | st.just(EVIL), min_size=1, max_size=3))
def test_html_holds_each_text_and_no_tag_of_it(texts: list[str]) -> None:
    reader = Reader()
    reader.feed(html_page.written(page(*texts)).decode())
    assert reader.tags <= TAGS
    for text in texts:
        assert f"\0li\0{text}\0" in reader.text
        assert f"\0p\0{text}\0" in without_unseen_guards(reader.text)
    assert f"\0title\0{texts[0]}\0" in reader.text


def unescaped(markdown: str) -> str:
    """Markdown text as a reader of it shows it."""
    plain, signs = "", iter(markdown)
    for sign in signs:
        plain += next(signs) if sign == "\\" else sign
    return html.unescape(plain)


@given(st.lists(LINE | st.just(EVIL), min_size=1, max_size=3))
def test_markdown_holds_each_text_in_one_cell_of_its_row(texts: list[str]) -> None:
    lines = markdown_page.written(page(*texts)).decode().split("\n")
    table = [line for line in lines if line.startswith("| ")]
    assert len(table) == 2 + 3
    for row in table:
        # A sign of Markdown with an escape before it is none.
        assert re.sub(r"\\.", "", row).count("|") == 3
    cell = table[3].split(" | ")[-1].removesuffix(" |")
    assert [unescaped(line) for line in cell.split("<br>")] == [
        with_no_break_spaces(line) for text in texts for line in text.split("\n")
    ]


FRENCH = "« Rotation » : les agents partent ; 15 % des postes !"


def test_no_line_of_html_begins_with_a_sign_that_french_keeps_with_its_word() -> None:
    html_text = html_page.written(page(FRENCH)).decode()
    assert "span {white-space: nowrap}" in html_text
    no_break_text = (
        "<span>« Rotation » :</span> les agents <span>partent ;</span> <span>15 %</span> des <span>postes !</span>"
    )
    assert f"<li>{no_break_text}</li>" in html_text
    assert f'<p dir="auto">{no_break_text}</p>' in html_text


def test_markdown_has_the_spaces_at_which_french_ends_no_line() -> None:
    no_break_text = "«\u202fRotation\u202f»\u00a0: les agents partent\u202f; 15\u00a0% des postes\u202f!"
    assert f"# {no_break_text}\n" in markdown_page.written(page(FRENCH)).decode()


@pytest.mark.parametrize(
    "begin", ["# a", "- a", "+ a", "1. a", "12) a", "=== a", "> a", "* a", "```", "~~~", "    a", "<b>", "| a |"]
)
def test_no_line_of_markdown_begins_a_block(begin: str) -> None:
    (line,) = markdown_page.written(Page(Language.ENGLISH, "T", (begin,), ())).decode().split("\n\n")[1:]
    assert unescaped(line.rstrip("\n")) == begin.strip()
    assert line[0].isalnum() or line[0] in "\\&"
