"""The parts of a document beside its body: running lines, settings, what it says of itself, what leads to what."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from riskdesk.domain.language import TAGS
from riskdesk.domain.manuscript import Manuscript, PageFormat
from riskdesk.domain.text import is_rtl, without_control
from riskdesk.exchange.word.markup import DECLARATION, element, root, run, twips
from riskdesk.exchange.word.styles import FOOTER, HEADER, STRONG

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORD_TYPE}.document.main+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
# From the edge of the paper to the running lines, in points: with a handling mark, and without.
_HEADER_AT, _FOOTER_AT = (23.0, 38.0), (18.0, 30.0)
# How wide a sign is at most, on the average of a line, as a share of the size of its type.
_WIDE_SIGN = 0.6
_FIELD = re.compile(r"\{(page|pages)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def header(manuscript: Manuscript, ids: Mapping[str, str], *, whole: bool = True, tabbed: bool = True) -> str:
    """The lines at the head of each page; the handling mark alone if they are not the `whole`.

    The reference stands at the right, or below a title that leaves no room for it. Where the styles of others say where
    tabs lead, it stands behind the title.
    """
    style = ids.get(HEADER.name, HEADER.id)
    between = " – " if not tabbed else "\t" if _fits_beside(manuscript) else "\n"
    text = between.join(filter(None, (manuscript.running_title, manuscript.reference)))
    line = _line(style, run(text), rtl=is_rtl(manuscript.running_title))
    return root("hdr", mark_line(manuscript, style, ids), line if whole else "")


def _fits_beside(manuscript: Manuscript) -> bool:
    """Whether the running title and the reference surely have room in one line."""
    signs = len(manuscript.running_title) + len(manuscript.reference)
    return signs * _WIDE_SIGN * manuscript.looks.running_size < manuscript.sheet.body


def footer(manuscript: Manuscript, ids: Mapping[str, str], *, whole: bool = True) -> str:
    """The lines at the foot of each page; the handling mark alone if they are not the `whole`."""
    style = ids.get(FOOTER.name, FOOTER.id)
    pieces = _FIELD.split(manuscript.page_of)
    runs = (_field(_FIELDS[piece]) if place % 2 else run(piece) for place, piece in enumerate(pieces))
    line = _line(style, "".join(runs)) if whole else ""
    return root("ftr", line, mark_line(manuscript, style, ids))


def mark_line(manuscript: Manuscript, style: str, ids: Mapping[str, str]) -> str:
    """The handling mark as a line of its own; empty if there is none."""
    strong = ids.get(STRONG.name, STRONG.id)
    mark = manuscript.mark
    return _line(style, run(mark, style=strong), centred=True, rtl=is_rtl(mark)) if mark else ""


def _line(style: str, runs: str, *, centred: bool = False, rtl: bool = False) -> str:
    props = element("pStyle", val=style), element("bidi") if rtl else ""
    return element("p", element("pPr", *props, element("jc", val="center") if centred else ""), runs)


def _field(name: str) -> str:
    return element("fldSimple", element("r", element("t", "1")), instr=f" {name} ")


def section(manuscript: Manuscript, head: str, foot: str) -> str:
    """The set-up of the pages, with the ids of their running lines."""
    sheet, unmarked = manuscript.sheet, not manuscript.mark
    margins = element(
        "pgMar",
        top=twips(sheet.top),
        right=twips(sheet.right),
        bottom=twips(sheet.bottom),
        left=twips(sheet.left),
        header=twips(_HEADER_AT[unmarked]),
        footer=twips(_FOOTER_AT[unmarked]),
        gutter=0,
    )
    return element("sectPr", reference("header", head), reference("footer", foot), _paper(sheet), margins)


def reference(kind: str, id_: str) -> str:
    """What leads from the set-up of pages to one of their running lines."""
    return f'<w:{kind}Reference w:type="default" r:id={quoteattr(id_)}/>'


def _paper(sheet: PageFormat) -> str:
    turned = "landscape" if sheet.width > sheet.height else None
    return element("pgSz", w=twips(sheet.width), h=twips(sheet.height), orient=turned)


def empty_numbering() -> str:
    """The part of lists, without any yet."""
    return root("numbering")


def settings(manuscript: Manuscript) -> str:
    """What Word should do with the document: as its versions since 2013 do."""
    mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    tag = TAGS[manuscript.language]
    return root("settings", element("compat", mode), element("themeFontLang", val=tag, bidi="ar-SA"))


def properties(manuscript: Manuscript) -> str:
    """What the document says of itself."""
    created = f"{manuscript.created_at:%Y-%m-%dT%H:%M:%SZ}"
    values = {
        "dc:title": manuscript.title,
        "dc:subject": manuscript.subject,
        "dc:creator": manuscript.author,
        "dc:language": TAGS[manuscript.language],
    }
    texts = "".join(f"<{name}>{escape(without_control(text))}</{name}>" for name, text in values.items() if text)
    moments = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{created}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{texts}{moments}</cp:coreProperties>'
    )


def program() -> str:
    """Which program made the document."""
    names = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{names}"><Application>Riskdesk</Application></Properties>'


def relation(id_: str, type_: str, target: str) -> str:
    """What leads from one part to another."""
    return f"<Relationship Id={quoteattr(id_)} Type={quoteattr(type_)} Target={quoteattr(target)}/>"


def relations(*elements: str) -> str:
    """The part that says what parts another one leads to."""
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(elements)}</Relationships>'


def content_type(part: str, type_: str) -> str:
    """What kind of part one is."""
    return f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(type_)}/>"


def content_types(types: Mapping[str, str]) -> str:
    """The part that says what kinds of parts there are."""
    usual = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    overrides = "".join(content_type(*item) for item in types.items())
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{usual}{overrides}</Types>'
