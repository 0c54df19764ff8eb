"""The look of the sheet: the print's colours and proportions, at a zoom and on light or dark paper."""

from functools import cache
from typing import Any, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from riskdesk.kit.colours import CURRENT_HIT, DARK, DARK_INK, HIT, Colours, colours_of
from riskdesk.resource import resource
from riskdesk.ui.scale.bands import mix, print_style

FACE = "Noto Sans"
# On the screen, text is a little larger than in print: 9 pt become 13 pixels.
PIXELS_A_POINT = 13 / 9
_MARGIN_PT = 22.0


class PaperColours(NamedTuple):
    """The colours of one paper."""

    desk: QColor
    paper: QColor
    edge: QColor
    shadow: QColor
    ink: QColor
    quiet: QColor
    heading: QColor
    rule: QColor
    column_head: QColor
    category: QColor
    accent: QColor
    chosen: QColor
    hit: QColor
    hit_current: QColor
    hit_ink: QColor
    wrong: QColor


class SheetStyle(NamedTuple):
    """The colours, fonts and measures of a sheet; measures are in whole pixels."""

    colours: PaperColours
    text: QFont
    bold: QFont
    title: QFont
    heading: QFont
    mark: QFont
    invitation: QFont
    padding: int
    indent: int
    gap: int
    margin: int
    table_width: int
    left_share: float


@cache
def load_face() -> None:
    """Make the print's own font known to Qt."""
    for weight in ("Regular", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(resource(f"fonts/NotoSans-{weight}.ttf")))


def style(palette: QPalette, zoom: float, dots_an_inch: int) -> SheetStyle:
    """The style on a screen of so many dots per inch."""
    load_face()
    printed_style = print_style()
    page, text, scale = printed_style["page"], printed_style["text"], PIXELS_A_POINT * zoom
    margins = page["margins_pt"]
    width = page["paper_pt"]["a4"][0] - margins["left"] - margins["right"]

    def font(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
        sized_font = QFont(FACE)
        sized_font.setPointSizeF(points * scale * 72 / dots_an_inch)
        sized_font.setBold(bold)
        sized_font.setItalic(italic)
        return sized_font

    columns = printed_style["columns"]
    return SheetStyle(
        colours=_colours(palette, printed_style["colours"]),
        text=font(text["size_pt"]),
        bold=font(text["size_pt"], bold=True),
        title=font(text["size_pt"] + 1.5),
        heading=font(text["heading_size_pt"], bold=True),
        mark=font(text["size_pt"] * 0.84),
        invitation=font(text["size_pt"], italic=True),
        padding=round(text["padding_pt"] * scale),
        indent=round(text["bullet_indent_pt"] * scale),
        gap=round(text["bullet_gap_pt"] * scale),
        margin=round(_MARGIN_PT * scale),
        table_width=round(width * scale),
        left_share=columns["risks"] / (columns["risks"] + columns["mitigations"]),
    )


def _colours(palette: QPalette, print_colours: dict[str, Any]) -> PaperColours:
    colours = colours_of(palette)
    return _dark(colours) if colours is DARK else _light(colours, print_colours)


def _light(colours: Colours, print_colours: dict[str, Any]) -> PaperColours:
    """White paper in the print's colours, with paler lines and tints, as a screen is brighter."""
    return PaperColours(
        desk=QColor(colours.desk),
        paper=QColor(colours.base),
        edge=QColor(colours.rule),
        shadow=QColor(24, 32, 44, 9),
        ink=QColor(colours.ink),
        quiet=QColor(colours.quiet),
        heading=QColor(print_colours["heading"]),
        rule=QColor("#cdd3dc"),
        column_head=mix(QColor(print_colours["column_head"]), QColor(colours.base), 0.6),
        category=mix(QColor(print_colours["category"]), QColor(colours.base), 0.75),
        accent=QColor(colours.focus),
        chosen=mix(QColor(colours.accent), QColor(colours.base), 0.11),
        hit=QColor(HIT),
        hit_current=QColor(CURRENT_HIT),
        hit_ink=QColor(DARK_INK),
        wrong=QColor("#c5221f"),
    )


def _dark(colours: Colours) -> PaperColours:
    paper, ink = QColor("#23282f"), QColor(colours.ink)
    return PaperColours(
        desk=QColor(colours.desk),
        paper=paper,
        edge=QColor(colours.rule),
        shadow=QColor(0, 0, 0, 40),
        ink=ink,
        quiet=QColor(colours.quiet),
        heading=QColor("#9cc3ee"),
        rule=QColor("#414954"),
        column_head=QColor("#2c3743"),
        category=QColor("#2a3038"),
        accent=QColor(colours.focus),
        chosen=mix(QColor(colours.accent), paper, 0.3),
        hit=QColor("#e5d37a"),
        hit_current=QColor(CURRENT_HIT),
        hit_ink=QColor(DARK_INK),
        wrong=QColor(colours.danger),
    )
