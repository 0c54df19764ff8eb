"""HTML from the clipboard: its tables, and its text with a sign before each list item."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

from riskdesk.domain.formulas import without_unseen_guards
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.table import PastedTable, check_cells
from riskdesk.exchange.html_table import Flow, OpenTable

Attributes: TypeAlias = list[tuple[str, str | None]]
_WIDEST = 1000
# Word writes ten tags for each paragraph; e-mails use nested tables for their layout.
_MOST_TAGS, _DEEPEST = 60_000, 50
# Including words in tags, each of which may be an attribute.
_MOST_WORDS = 300_000
_ITEM = "• "
_PARAGRAPH = re.compile(
    "address|article|aside|blockquote|caption|center|d[dlt]|div|fig(?:ure|caption)|footer|form|h[1-6r]|header|li|main|nav"
    "|[ou]l|p(?:re)?|section"
)
_LISTS = ("dl", "li", "ol", "ul")
# Elements without visible text, and text that was deleted while changes were tracked.
_SKIPPED = ("comment", "del", "script", "style", "template", "title", "xml")
# WORKAROUND: https://github.com/python/cpython/issues/135462 - html.parser searches for the end of each open comment
# again, and fails at Word's conditional comments, and at numeric character references that Python no longer parses.
_UNREAD = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<!\[[^>]*>?|&#[0-9]{9,};?", re.DOTALL)
# Word's styles for list signs and for comments.
_SIGN_STYLE, _COMMENT_STYLES = "mso-list:ignore", ("mso-special-character:comment", "mso-element:comment-list")
# Word's styles for references to footnotes and endnotes, and for the notes.
_REFERENCE = re.compile(r"mso-(?:foot|end)note-id:(\w+)")
_NOTE = re.compile("mso-element:(?:foot|end)note(?:;|$)")
_SPACES = re.compile("[ \t\r\n\f]+")
_MARK_SIGNS = re.compile("[\ufff9\ufffb]")
_MARK = re.compile("\ufff9([^\ufff9\ufffb]*)\ufffb")


@dataclass(frozen=True, slots=True)
class Content:
    """The texts and tables of a page in order, and whether any of it is a table or a list.

    A text has a line for each line, and an empty one between paragraphs. A reference to a note in it is a mark, whose
    name is the key of the note in `notes`.
    """

    blocks: tuple[str | PastedTable, ...]
    structured: bool = False
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> Iterator[str]:
        """Each text, and those of the cells of each table."""
        for block in self.blocks:
            yield from (block,) if isinstance(block, str) else block.texts
        yield from self.notes.values()

    def parted(self, text: str) -> tuple[str, str]:
        """A text without its marks, and the notes to which they refer."""
        notes = [self.notes[name] for name in _MARK.findall(text) if self.notes.get(name)]
        return _MARK.sub("", text).strip(), "\n".join(notes)

    def inlined(self, text: str) -> str:
        """A text followed by its notes in brackets."""
        text, note = self.parted(text)
        return f"{text} ({note})" if note else text


def read(html: str) -> Content:
    """Read a piece of HTML; InputProblem if it has too many tags, or its tables have too many cells."""
    reader = _Reader()
    # On Windows, the clipboard has a header before the HTML.
    start = html.find("<") if html.startswith("Version:") else 0
    html = without_unseen_guards(_UNREAD.sub("", html[start:]))
    _require_few(_TAGS, html.count("<"), _MOST_TAGS)
    _require_few(_WORDS, len(html.split()) + html.count("/") + html.count("="), _MOST_WORDS)
    reader.feed(html)
    return reader.content()


def plain_text(html: str) -> str:
    """The text of a piece of HTML, with a line for each of its lines and rows; InputProblem as for `read`."""
    content = read(html)
    return "\n\n".join(content.inlined(block if isinstance(block, str) else block.lines) for block in content.blocks)


def _require_few(text: str, count: int, most: int) -> None:
    if count > most:
        raise InputProblem(text, count=count, most=most)


@dataclass
class _Region:
    """An element that is skipped or read separately, up to its end tag."""

    tag: str = ""
    depth: int = 0

    def begin(self, tag: str) -> None:
        self.tag, self.depth = tag, 1

    def follow(self, tag: str, by: int) -> bool:
        """Whether this tag ends the region."""
        if not self.depth or tag != self.tag:
            return False
        self.depth += by
        return not self.depth


class _Reader(HTMLParser):
    """A parser of HTML that collects texts and tables.

    `_flows` and `_tables` have the open ones, the innermost last.
    """

    def __init__(self) -> None:
        super().__init__()
        self._flows, self._tables, self._notes = [Flow()], list[OpenTable](), dict[str, Flow]()
        self._skipped, self._note, self._preformatted = _Region(), _Region(), _Region()
        self._referred = set[str]()
        self._cells, self._in_item, self._structured = 0, False, False

    def content(self) -> Content:
        """All that was read; an unfinished tag counts as text."""
        self.handle_data(self.rawdata)
        while self._tables:
            self._end_table()
        notes = {name: " ".join(_MARK.sub("", flow.text()).split()) for name, flow in self._notes.items()}
        return Content(tuple(self._flows[0].close()), self._structured, notes)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._skipped.depth:
            self._skipped.follow(tag, 1)
            return
        for region in (self._note, self._preformatted):
            region.follow(tag, 1)
        attributes = {name: value or "" for name, value in attrs}
        if not self._begin_special(tag, attributes):
            self._begin(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped.depth:
            self._skipped.follow(tag, -1)
            return
        self._preformatted.follow(tag, -1)
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "table" and self._tables:
            self._end_table()
        elif _PARAGRAPH.fullmatch(tag):
            self._begin_paragraph()
        if self._note.follow(tag, -1):
            self._flows.pop()

    def handle_data(self, data: str) -> None:
        if not self._skipped.depth:
            data = _MARK_SIGNS.sub("", data)
            self._write(data if self._preformatted.depth else _SPACES.sub(" ", data))

    def _begin_special(self, tag: str, attributes: dict[str, str]) -> bool:
        """Begin an element that is skipped, or a note; false if it is neither."""
        style = attributes.get("style", "").lower().replace(" ", "")
        reference = _REFERENCE.search(style)
        if tag in _SKIPPED or reference or any(sign in style for sign in (_SIGN_STYLE, *_COMMENT_STYLES)):
            self._skipped.begin(tag)
            if reference:
                self._refer(reference[1])
            elif _SIGN_STYLE in style:
                self._begin_item()
            return True
        if _NOTE.search(style) and not self._note.depth:
            self._note.begin(tag)
            self._flows.append(self._notes.setdefault(attributes.get("id", ""), Flow()))
            return True
        return False

    def _refer(self, note: str) -> None:
        """Write a mark at the first reference to a note, as a long note would otherwise be repeated many times."""
        if note not in self._referred:
            self._referred.add(note)
            self._write(f"\ufff9{note}\ufffb")

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self._begin_paragraph()
            self._open_table()
        elif tag == "tr":
            style = attributes.get("style", "").lower().replace(" ", "")
            self._begin_row(hidden="display:none" in style)
        elif tag in ("td", "th"):
            self._begin_cell(attributes)
        elif tag == "br":
            self._write(" " if self._in_item else "\n")
        elif _PARAGRAPH.fullmatch(tag) and not self._is_whole_item(tag):
            self._begin_paragraph()
        if tag == "pre":
            self._preformatted.begin(tag)
        if tag == "li":
            self._begin_item()

    def _begin_paragraph(self) -> None:
        self._in_item = False
        self._write("\n\n")

    def _is_whole_item(self, tag: str) -> bool:
        """Whether a paragraph begins together with a list item, as in everything that LibreOffice copies."""
        parts = (part for part in reversed(self._flows[-1].parts) if part.strip(" "))
        return tag not in _LISTS and self._in_item and next(parts, "") == _ITEM

    def _begin_item(self) -> None:
        self._in_item = self._structured = True
        self._write(_ITEM)

    def _open_table(self) -> None:
        self._tables.append(OpenTable())
        _require_few(_DEPTH, len(self._tables), _DEEPEST)

    def _begin_row(self, *, hidden: bool) -> None:
        self._end_cell()
        if not self._tables:
            self._open_table()
        self._tables[-1].begin_row(hidden=hidden)
        self._count(1 + len(self._tables[-1].reserved))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        if not self._tables:
            self._open_table()
        span = _number(attributes.get("colspan"))
        self._count(span)
        self._flows.append(self._tables[-1].begin_cell(span, _number(attributes.get("rowspan"))).flow)
        self._in_item, self._structured = False, True

    def _end_cell(self) -> None:
        if self._tables and self._tables[-1].cell:
            self._tables[-1].cell = None
            self._flows.pop()
        self._begin_paragraph()

    def _end_table(self) -> None:
        self._end_cell()
        self._flows[-1].extend(self._tables.pop().blocks())

    def _count(self, cells: int) -> None:
        self._cells += cells
        check_cells(self._cells)

    def _write(self, text: str) -> None:
        self._flows[-1].parts.append(text)


def _number(span: str | None) -> int:
    """The number of columns or rows that a cell spans; 1 if the attribute is missing or invalid."""
    return min(max(int(span), 1), _WIDEST) if span and span.isascii() and span.isdecimal() and len(span) < 9 else 1


_TAGS = QT_TRANSLATE_NOOP(
    "Problem",
    "The clipboard holds text with {count} tags of its format, and {most} can be read at once; copy a part of it.",
)
_WORDS = QT_TRANSLATE_NOOP(
    "Problem",
    "The clipboard holds {count} words, those of its format among them, and {most} can be read at once; copy a part"
    " of it.",
)
_DEPTH = QT_TRANSLATE_NOOP(
    "Problem", "The clipboard holds more than {most} tables inside each other; copy the innermost one alone."
)
