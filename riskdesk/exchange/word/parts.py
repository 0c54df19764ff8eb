"""The parts of a document beside its body: headers, footers, settings, properties, relationships, content types."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from riskdesk.domain.language import TAGS
from riskdesk.domain.manuscript import Manuscript, PageFormat
from riskdesk.domain.text import is_rtl, without_control
from riskdesk.exchange.word.markup import DECLARATION, element, root, run, twips
from riskdesk.exchange.word.styles import FOOTER, HEADER, STRONG

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORD_TYPE}.document.main+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = f"{_PACKAGE}/relationships/metadata/core-properties"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
# The distance from the edge of the paper to headers and footers, in points: with a handling mark, and without.
_HEADER_AT, _FOOTER_AT = (23.0, 38.0), (18.0, 30.0)
# The largest average width of the characters in a line, as a share of the font size.
_WIDE_SIGN = 0.6
_FIELD = re.compile(r"\{(page|pages)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def header(manuscript: Manuscript, ids: Mapping[str, str], *, whole: bool = True, tabbed: bool = True) -> str:
    """The header of each page; the handling mark alone if it is not the `whole`.

    The reference is on the right, or below the title if both do not fit in a line. If the template's own styles define
    the tab stops (`tabbed` is false), it follows the title.
    """
    style = ids.get(HEADER.name, HEADER.id)
    between = " – " if not tabbed else "\t" if _fits_beside(manuscript) else "\n"
    text = between.join(filter(None, (manuscript.running_title, manuscript.reference)))
    line = _line(style, run(text), rtl=is_rtl(manuscript.running_title))
    return root("hdr", mark_line(manuscript, style, ids), line if whole else "")


def _fits_beside(manuscript: Manuscript) -> bool:
    """Whether the running title and the reference certainly fit in one line."""
    signs = len(manuscript.running_title) + len(manuscript.reference)
    return signs * _WIDE_SIGN * manuscript.looks.running_size < manuscript.sheet.body


def footer(manuscript: Manuscript, ids: Mapping[str, str], *, whole: bool = True) -> str:
    """The footer of each page; the handling mark alone if it is not the `whole`."""
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
    """The page set-up, with the ids of the header and footer."""
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
    """The reference from the page set-up to a header or footer."""
    return f'<w:{kind}Reference w:type="default" r:id={quoteattr(id_)}/>'


def _paper(sheet: PageFormat) -> str:
    turned = "landscape" if sheet.width > sheet.height else None
    return element("pgSz", w=twips(sheet.width), h=twips(sheet.height), orient=turned)


def empty_numbering() -> str:
    """The part for lists, still empty."""
    return root("numbering")


def settings(manuscript: Manuscript) -> str:
    """The settings of a document: Word treats it as one of its versions since 2013."""
    mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    tag = TAGS[manuscript.language]
    return root("settings", element("compat", mode), element("themeFontLang", val=tag, bidi="ar-SA"))


def properties(manuscript: Manuscript) -> str:
    """The properties of a document, such as its title."""
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
    """The part that names the program which made the document."""
    names = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{names}"><Application>Riskdesk</Application></Properties>'


def relation(id_: str, type_: str, target: str) -> str:
    """A relationship from one part to another."""
    return f"<Relationship Id={quoteattr(id_)} Type={quoteattr(type_)} Target={quoteattr(target)}/>"


def relations(*elements: str) -> str:
    """The part with the relationships of another one."""
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(elements)}</Relationships>'


def content_type(part: str, type_: str) -> str:
    """The content type of a part."""
    return f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(type_)}/>"


def content_types(types: Mapping[str, str]) -> str:
    """The part with the content types of all parts."""
    usual = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    overrides = "".join(content_type(*item) for item in types.items())
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{usual}{overrides}</Types>'
