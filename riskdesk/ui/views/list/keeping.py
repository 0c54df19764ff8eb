"""The last listings: columns, sorting and grouping for all registers, filters for each while the program runs."""

from dataclasses import replace

from riskdesk.domain.listing import Filter, Listing, RowKind, usual_columns
from riskdesk.domain.listing_text import from_text, to_text
from riskdesk.domain.problems import Problem
from riskdesk.kit.settings import Setting, Settings

ROWS = Setting("list/rows", str, RowKind.RISK.value)
HOW = {rows: Setting(f"list/{rows.value}", str, "") for rows in RowKind}


class KeptListings:
    """The listings that were used last.

    Columns, sorting and grouping are kept in the settings for all registers, the filters of each register only as long
    as the program runs.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._filters: dict[tuple[str | None, RowKind], tuple[Filter, ...]] = {}

    def listing(self, rows: RowKind | None, register: str | None) -> Listing:
        """The last listing of a register for a kind of rows; None stands for the kind that was listed last."""
        code = self._settings.get(ROWS)
        rows = rows or (RowKind(code) if code in {kind.value for kind in RowKind} else RowKind.RISK)
        listing = self._how(rows)
        return replace(listing, filters=self._filters.get((register, rows), ()))

    def keep(self, listing: Listing, register: str | None) -> None:
        """Remember a listing."""
        self._filters[register, listing.rows] = listing.filters
        self._settings.set(ROWS, listing.rows.value)
        self._settings.set(HOW[listing.rows], to_text(replace(listing, filters=())))

    def _how(self, rows: RowKind) -> Listing:
        usual = Listing(rows, usual_columns(rows))
        text = self._settings.get(HOW[rows])
        try:
            listing = from_text(text, "") if text else usual
        except Problem:
            # Written by a newer version, or changed by hand: not worth an error message.
            return usual
        return listing if listing.rows is rows else usual
