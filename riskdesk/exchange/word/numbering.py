"""The bullet lists of a document."""

from riskdesk.domain.manuscript import Looks
from riskdesk.exchange.word.markup import element
from riskdesk.exchange.word.styles import bullet_indent

_BULLET = "•"


def shape(number: int, looks: Looks, style: str | None) -> str:
    """The definition of a bullet list; its items have a style if one is given."""
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("pStyle", val=style) if style else "",
        element("lvlText", val=_BULLET),
        element("lvlJc", val="left"),
        element("pPr", bullet_indent(looks)),
        ilvl=0,
    )
    return element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=number)


def list_of(number: int, shape_number: int) -> str:
    """A list with that definition."""
    return element("num", element("abstractNumId", val=shape_number), numId=number)
