"""The summary of a category in the list: the highest band of its risks, and how many of them are assessed."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from riskdesk.domain.scale import Scale, Shade
from riskdesk.domain.tree import CategoryTree, Tally
from riskdesk.ui.bench.language import ui_number, ui_text


@dataclass(frozen=True)
class Summary:
    """The name and shade of the highest band (None if nothing is assessed), and in `text` how many are assessed.

    `short` is shown if there is no room for `text`.
    """

    band: str
    shade: Shade | None
    text: str
    short: str = field(default="", compare=False)

    @property
    def spoken(self) -> str:
        """The name of the band and the whole text."""
        return ", ".join(part for part in (self.band, self.text) if part)


def summed(category: CategoryTree, scale: Scale) -> Summary:
    """Return the summary of a category, without its ended risks."""
    places = map(scale.band_index, category.standing)
    highest = max((place for place in places if place is not None), default=None)
    text, short = _tally_texts(category.tally)
    if highest is None:
        return Summary("", None, text, short)
    return Summary(ui_text(scale.bands[highest].name), scale.shade(highest), text, short)


def _tally_texts(tally: Tally) -> tuple[str, str]:
    """How many of the risks that are not ended are assessed, in words and in short."""
    risks = tally.risks - tally.ended
    if not risks:
        return QCoreApplication.translate("Summary", "No risks"), "0"
    text = QCoreApplication.translate("Summary", "{assessed} of {risks} assessed")
    assessed, all_risks = ui_number(tally.assessed), ui_number(risks)
    return text.format(assessed=assessed, risks=all_risks), f"{assessed}/{all_risks}"
