"""What the list of categories says of each: the highest band of its risks, and how many of them are assessed."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.scale import Scale, Shade
from riskdesk.domain.tree import CategoryTree, Tally
from riskdesk.ui.bench.language import ui_number, ui_text


@dataclass(frozen=True)
class Summary:
    """The name of the highest band and its shade, None if nothing is assessed; `text` says how much is.

    Where there is no room for that, `short` stands in its place.
    """

    band: str
    shade: Shade | None
    text: str
    short: str = field(default="", compare=False)

    @property
    def spoken(self) -> str:
        """All of it in words."""
        return ", ".join(part for part in (self.band, self.text) if part)


def summed(category: CategoryTree, scale: Scale) -> Summary:
    """The summary of a category; ended risks are none of it."""
    places = map(scale.band_index, category.standing)
    highest = max((place for place in places if place is not None), default=None)
    text, short = _tally_texts(category.tally)
    if highest is None:
        return Summary("", None, text, short)
    return Summary(ui_text(scale.bands[highest].name), scale.shade(highest), text, short)


def _tally_texts(tally: Tally) -> tuple[str, str]:
    """How many risks are assessed, of those that are not ended, in words and in short."""
    risks = tally.risks - tally.ended
    if not risks:
        return QCoreApplication.translate("Summary", "No risks"), "0"
    text = QCoreApplication.translate("Summary", "{assessed} of {risks} assessed")
    assessed, all_risks = ui_number(tally.assessed), ui_number(risks)
    return text.format(assessed=assessed, risks=all_risks), f"{assessed}/{all_risks}"
