"""How the sheet looks: the print's colours and proportions, at a zoom and on a light or a dark paper."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from riskdesk.resource import resource
from riskdesk.ui.scale.bands import contrast, luminance, mix, print_style

FACE = "Noto Sans"
# On the screen a point of the print is a little more than a point: 9 pt become 13 pixels.
PIXELS_A_POINT = 13 / 9
_MARGIN_PT = 22.0


@dataclass(frozen=True)
class Colours:
    """The colours of one paper."""

    desk: QColor
    paper: QColor
    edge: QColor
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


@dataclass(frozen=True)
class Style:
    """Colours, fonts and measures in whole pixels."""

    colours: Colours
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
    """Make the print's own face known to Qt."""
    for weight in ("Regular", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(resource(f"fonts/NotoSans-{weight}.ttf")))


def style(palette: QPalette, zoom: float, dots_an_inch: int) -> Style:
    """The style on a screen of so many dots an inch."""
    load_face()
    told = print_style()
    page, text, scale = told["page"], told["text"], PIXELS_A_POINT * zoom
    margins = page["margins_pt"]
    width = page["paper_pt"]["a4"][0] - margins["left"] - margins["right"]

    def font(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
        made = QFont(FACE)
        made.setPointSizeF(points * scale * 72 / dots_an_inch)
        made.setBold(bold)
        made.setItalic(italic)
        return made

    columns = told["columns"]
    return Style(
        colours=_colours(palette, told["colours"]),
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


def _colours(palette: QPalette, told: dict[str, Any]) -> Colours:
    dark = luminance(palette.color(QPalette.ColorRole.Window)) < 0.2
    accent = palette.color(QPalette.ColorRole.Highlight)
    return _dark(palette, accent) if dark else _light(palette, told, accent)


def _light(palette: QPalette, told: dict[str, Any], accent: QColor) -> Colours:
    paper = QColor("#ffffff")
    return Colours(
        desk=mix(QColor("#5a6472"), palette.color(QPalette.ColorRole.Window), 0.22),
        paper=paper,
        edge=QColor("#b9bfc8"),
        ink=QColor(told["ink"]),
        quiet=QColor("#5c6672"),
        heading=QColor(told["heading"]),
        rule=QColor(told["rule"]),
        column_head=QColor(told["column_head"]),
        category=QColor(told["category"]),
        accent=accent,
        chosen=mix(accent, paper, 0.16),
        hit=QColor("#fff2a8"),
        hit_current=QColor("#ffc93c"),
        hit_ink=QColor("#111111"),
        wrong=QColor("#c5221f"),
    )


def _dark(palette: QPalette, accent: QColor) -> Colours:
    paper, ink = mix(QColor("#ffffff"), palette.color(QPalette.ColorRole.Window), 0.055), QColor("#e9ecf0")
    heading = QColor("#9cc3ee")
    accent = mix(accent, QColor("#ffffff"), 0.55) if contrast(accent, paper) < 3 else accent
    return Colours(
        desk=mix(QColor("#000000"), palette.color(QPalette.ColorRole.Window), 0.3),
        paper=paper,
        edge=mix(ink, paper, 0.18),
        ink=ink,
        quiet=mix(ink, paper, 0.66),
        heading=heading,
        rule=mix(ink, paper, 0.34),
        column_head=mix(heading, paper, 0.24),
        category=mix(ink, paper, 0.08),
        accent=accent,
        chosen=mix(accent, paper, 0.3),
        hit=QColor("#e5d37a"),
        hit_current=QColor("#ffc93c"),
        hit_ink=QColor("#111111"),
        wrong=QColor("#ff8f85"),
    )
