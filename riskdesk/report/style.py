"""The measures and colours of the printed register, defined in resources/style/print.json."""

import json
from dataclasses import dataclass, replace
from functools import cache

from riskdesk.domain.printing import DocumentKind, Orientation, Print
from riskdesk.domain.scale import BandColour, Shade
from riskdesk.resource import resource


@dataclass(frozen=True)
class PrintColours:
    """The colours of a document, each as the three operands of a PDF operator."""

    ink: str
    heading: str
    rule: str
    header_rule: str
    column_head: str
    category: str
    running: str
    ended: str


@dataclass(frozen=True)
class Margins:
    """The margins around the body of a page, in points."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class PrintStyle:
    """The sizes and lengths of a document, in points.

    The shares divide the width between the columns; `channels` are the colours as red, green and blue up to 255.
    """

    colours: PrintColours
    channels: dict[str, tuple[int, int, int]]
    margins: Margins
    papers: dict[str, tuple[float, float]]
    size: float
    leading: float
    heading_size: float
    title_size: float
    running_size: float
    note_size: float
    padding: float
    bullet_indent: float
    bullet_gap: float
    risks_share: float
    mitigations_share: float
    bands: tuple[tuple[int, int, int], ...]
    palette: dict[BandColour, tuple[int, int, int]]

    def smaller(self, share: float) -> "PrintStyle":
        """The style with text and the space around it reduced to a share; headings and running lines stay."""
        names = ("size", "leading", "padding", "bullet_indent", "bullet_gap")
        return replace(self, **{name: getattr(self, name) * share for name in names})

    def band(self, shade: Shade) -> str:
        """The colour of a band, as operands."""
        return operands(self.band_colour(shade))

    def band_colour(self, shade: Shade) -> tuple[int, int, int]:
        """The colour of a band, as red, green and blue up to 255."""
        if isinstance(shade, BandColour):
            return self.palette[shade]
        place = shade * (len(self.bands) - 1)
        below = min(int(place), len(self.bands) - 2)
        red, green, blue = (
            round(over * (place - below) + under * (1 - place + below))
            for over, under in zip(self.bands[below + 1], self.bands[below], strict=True)
        )
        return red, green, blue

    def extent(self, how: Print) -> tuple[float, float]:
        """The width and height of a page."""
        short, long = self.papers[how.paper]
        return (short, long) if how.orientation is Orientation.PORTRAIT else (long, short)


@cache
def style(kind: DocumentKind = DocumentKind.APPENDIX) -> PrintStyle:
    """The shipped style for a kind of document."""
    definition = json.loads(resource("style/print.json").read_text("utf-8"))
    own = {"text": {}, "margins_pt": definition["page"]["margins_pt"], **definition["documents"].get(kind, {})}
    text = {name.removesuffix("_pt"): length for name, length in {**definition["text"], **own["text"]}.items()}
    bands = tuple(_channels(colour) for colour in definition["colours"].pop("bands"))
    palette = {BandColour(name): _channels(colour) for name, colour in definition["colours"].pop("palette").items()}
    channels = {name: _channels(value) for name, value in definition["colours"].items()}
    return PrintStyle(
        colours=PrintColours(**{name: operands(colour) for name, colour in channels.items()}),
        channels=channels,
        margins=Margins(**own["margins_pt"]),
        papers={name: (short, long) for name, (short, long) in definition["page"]["paper_pt"].items()},
        risks_share=definition["columns"]["risks"],
        mitigations_share=definition["columns"]["mitigations"],
        bands=bands,
        palette=palette,
        **text,
    )


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def operands(channels: tuple[int, int, int]) -> str:
    """A colour as the operands of a PDF operator."""
    return " ".join(f"{channel / 255:.3g}" for channel in channels)
