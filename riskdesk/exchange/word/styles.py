"""The styles that a document needs: Word's own by their names, and three of ours for tables with smaller text."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from riskdesk.domain.language import TAGS
from riskdesk.domain.manuscript import Looks, Role
from riskdesk.domain.values import Language
from riskdesk.exchange.word.markup import element, hexadecimal, twips

FONT = "Arial"
# The numbers of the lists of bullets in documents that follow no template.
BULLETS, DENSE_BULLETS = 1, 2


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style: its default id, the name by which Word knows it, and its kind."""

    id: str
    name: str
    kind: str = "paragraph"


NORMAL = WordStyle("Normal", "Normal")
CAPTION = WordStyle("Heading1", "heading 1")
SECTION = WordStyle("Heading2", "heading 2")
TITLE = WordStyle("Subtitle", "Subtitle")
FACTS = WordStyle("BodyText", "Body Text")
BULLET = WordStyle("ListBullet", "List Bullet")
HEADER, FOOTER = WordStyle("Header", "header"), WordStyle("Footer", "footer")
STRONG, EMPHASIS = WordStyle("Strong", "Strong", "character"), WordStyle("Emphasis", "Emphasis", "character")
QUIET = WordStyle("SubtleEmphasis", "Subtle Emphasis", "character")
GRID = WordStyle("TableGrid", "Table Grid", "table")
DENSE_GRID = WordStyle("RegisterTable", "Register Table", "table")
SMALL = WordStyle("RegisterText", "Register Text")
SMALL_BULLET = WordStyle("RegisterBullet", "Register Bullet")
SMALL_NOTE = WordStyle("RegisterNote", "Register Note")
USUAL = (NORMAL, CAPTION, SECTION, TITLE, FACTS, BULLET, HEADER, FOOTER, STRONG, EMPHASIS, QUIET, GRID)
DENSE = (SMALL, SMALL_BULLET, SMALL_NOTE, DENSE_GRID)


def needed(looks: Looks) -> tuple[WordStyle, ...]:
    """The styles that a document needs, base styles first."""
    return USUAL + (DENSE if looks.dense else ())


def of_role(role: Role, *, dense: bool) -> WordStyle:
    """The style for a role of paragraphs, in a table with smaller text or elsewhere."""
    return _SMALL.get(role, _OF_ROLE[role]) if dense else _OF_ROLE[role]


_OF_ROLE: Mapping[Role, WordStyle] = {
    Role.CAPTION: CAPTION,
    Role.TITLE: TITLE,
    Role.TEXT: FACTS,
    Role.SECTION: SECTION,
    Role.HEAD: NORMAL,
    Role.BAND: SECTION,
    Role.CELL: NORMAL,
    Role.BULLET: BULLET,
    Role.NOTE: NORMAL,
}
_SMALL: Mapping[Role, WordStyle] = {
    Role.HEAD: SMALL,
    Role.CELL: SMALL,
    Role.BULLET: SMALL_BULLET,
    Role.NOTE: SMALL_NOTE,
}


def definitions(looks: Looks, language: Language, body: float) -> str:
    """The content of the part for styles; `body` is the width of the text, in points."""
    tag = TAGS[language]
    fonts = element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    text = element("rPr", fonts, *_size(looks.size), element("lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    defaults = element(
        "docDefaults",
        element("rPrDefault", text),
        element("pPrDefault", element("pPr", element("widowControl"), _spacing(looks, looks.size))),
    )
    plain = element(
        "style",
        element("name", val="Normal Table"),
        element("uiPriority", val=99),
        element("semiHidden"),
        element("unhideWhenUsed"),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    return defaults + plain + "".join(definition(style, looks, body) for style in needed(looks))


def definition(
    style: WordStyle, looks: Looks, body: float, ids: Mapping[str, str] | None = None, number: int = 0, id_: str = ""
) -> str:
    """The definition of a style, with an id of its own if one is given.

    `ids` are the ids of a template's styles by their names, `number` is the number of its bullet list.
    """
    ids = ids or {}
    properties = _PROPERTIES[style](looks, body, number)
    base = _base(style, template=bool(ids))
    return element(
        "style",
        element("name", val=style.name),
        element("basedOn", val=ids.get(base.name, base.id)) if base else "",
        element("qFormat") if style.kind != "table" else "",
        properties,
        type=style.kind,
        default=1 if style is NORMAL else None,
        customStyle=1 if style in DENSE else None,
        styleId=id_ or style.id,
    )


def _base(style: WordStyle, *, template: bool) -> WordStyle | None:
    """The style on which another is based; in a template, the plainest table style is unknown."""
    if style is GRID:
        return None if template else _PLAIN_TABLE
    return _BASES.get(style, None if style is NORMAL or style.kind != "paragraph" else NORMAL)


_PLAIN_TABLE = WordStyle("TableNormal", "Normal Table", "table")
_BASES = {SMALL_BULLET: SMALL, SMALL_NOTE: SMALL, DENSE_GRID: GRID}
_Properties = Callable[[Looks, float, int], str]


def _size(points: float) -> tuple[str, str]:
    """A size in the half points that Word knows, rounded down, so that no text is wider than its column allows for."""
    halves = math.floor(round(points * 2, 3))
    return element("sz", val=halves), element("szCs", val=halves)


def _spacing(looks: Looks, size: float, *, after: float = 0) -> str:
    """The line spacing of the printed page, or more if letters need it."""
    line = twips(size * looks.leading / looks.size)
    return element("spacing", before=0, after=twips(after), line=line, lineRule="atLeast")


def _bold() -> str:
    return element("b") + element("bCs")


def _colour(looks: Looks, name: str) -> str:
    return element("color", val=hexadecimal(looks.colours[name]))


def _heading(level: int, size: float, colour: str, after: float, looks: Looks) -> str:
    where = _spacing(looks, size, after=after) + element("outlineLvl", val=level)
    return element("pPr", element("keepNext"), element("keepLines"), where) + element(
        "rPr", _bold(), _colour(looks, colour), *_size(size)
    )


def _caption(looks: Looks, _body: float, _number: int) -> str:
    return _heading(0, looks.heading_size, "heading", 2, looks)


def _section(looks: Looks, _body: float, _number: int) -> str:
    return _heading(1, looks.dense or looks.size, "ink", 0, looks)


def _title(looks: Looks, _body: float, _number: int) -> str:
    where = element("pPr", element("keepNext"), _spacing(looks, looks.title_size, after=4))
    return where + element("rPr", _bold(), *_size(looks.title_size))


def _facts(looks: Looks, _body: float, _number: int) -> str:
    return element("pPr", _spacing(looks, looks.size, after=looks.leading), element("contextualSpacing"))


def _bullet(looks: Looks, _body: float, number: int) -> str:
    return _listed(looks, looks.size, number or BULLETS)


def _small_bullet(looks: Looks, _body: float, number: int) -> str:
    return _listed(looks, looks.dense or looks.size, number or DENSE_BULLETS)


def _listed(looks: Looks, size: float, number: int) -> str:
    where = element("numPr", element("numId", val=number)), _spacing(looks, size, after=looks.bullet_gap)
    return element("pPr", *where, bullet_indent(looks))


def bullet_indent(looks: Looks) -> str:
    """The indent of the text of a bullet."""
    return element("ind", left=twips(looks.bullet_indent), hanging=twips(looks.bullet_indent))


def _header(looks: Looks, body: float, _number: int) -> str:
    rule = element(
        "pBdr",
        element("bottom", val="single", sz=4, space=4, color=hexadecimal(looks.colours["header_rule"])),
    )
    return element("pPr", rule, _tabs(body), _spacing(looks, looks.running_size)) + _running(looks)


def _footer(looks: Looks, _body: float, _number: int) -> str:
    where = _spacing(looks, looks.running_size) + element("jc", val="center")
    return element("pPr", where) + _running(looks)


def _tabs(body: float) -> str:
    return element("tabs", element("tab", val="right", pos=twips(body)))


def _running(looks: Looks) -> str:
    return element("rPr", _colour(looks, "running"), *_size(looks.running_size))


def _grid(looks: Looks, _body: float, _number: int) -> str:
    colour = hexadecimal(looks.colours["rule"])
    edges = (*_EDGES, "insideH", "insideV")
    borders = element("tblBorders", *(element(edge, val="single", sz=4, space=0, color=colour) for edge in edges))
    # Each bullet has a gap below it, and in a table with only bullets, that is enough space.
    return element("tblPr", borders, _air(looks.padding, looks.padding - looks.bullet_gap)) + _first_row(looks)


def _dense_grid(looks: Looks, _body: float, _number: int) -> str:
    return element("tblPr", _air(looks.padding, looks.padding)) + _first_row(looks)


def _first_row(looks: Looks) -> str:
    """The fill of the head row of a table; in a template, a colour of its theme."""
    fill = hexadecimal(looks.colours["column_head"])
    shade = element("shd", val="clear", color="auto", fill=fill, themeFill="accent1", themeFillTint="33")
    return element("tblStylePr", element("tcPr", shade), type="firstRow")


_EDGES = ("top", "left", "bottom", "right")


def _air(around: float, below: float) -> str:
    """The margins of cells."""
    room = {"bottom": below}
    return element("tblCellMar", *(element(edge, w=twips(room.get(edge, around)), type="dxa") for edge in _EDGES))


def _small(looks: Looks, _body: float, _number: int) -> str:
    size = looks.dense or looks.size
    return element("pPr", _spacing(looks, size)) + element("rPr", *_size(size))


def _note(looks: Looks, _body: float, _number: int) -> str:
    where = element("pPr", _spacing(looks, looks.note_size), element("ind", left=twips(looks.bullet_indent)))
    return where + element("rPr", _colour(looks, "running"), *_size(looks.note_size))


def _nothing(_looks: Looks, _body: float, _number: int) -> str:
    return ""


def _strong(_looks: Looks, _body: float, _number: int) -> str:
    return element("rPr", _bold())


def _emphasis(_looks: Looks, _body: float, _number: int) -> str:
    return element("rPr", element("i"), element("iCs"))


def _quiet(looks: Looks, _body: float, _number: int) -> str:
    return element("rPr", _colour(looks, "ended"))


_PROPERTIES: Mapping[WordStyle, _Properties] = {
    NORMAL: _nothing,
    CAPTION: _caption,
    SECTION: _section,
    TITLE: _title,
    FACTS: _facts,
    BULLET: _bullet,
    HEADER: _header,
    FOOTER: _footer,
    STRONG: _strong,
    EMPHASIS: _emphasis,
    QUIET: _quiet,
    GRID: _grid,
    DENSE_GRID: _dense_grid,
    SMALL: _small,
    SMALL_BULLET: _small_bullet,
    SMALL_NOTE: _note,
}
