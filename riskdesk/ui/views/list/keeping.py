"""How the user lists registers: columns, sorting and grouping for all of them, filters for each while it is open."""

from dataclasses import replace

from riskdesk.domain.listing import Filter, Listing, RowKind, usual_columns
from riskdesk.domain.listing_text import from_text, to_text
from riskdesk.domain.problems import Problem
from riskdesk.kit.settings import Setting, Settings

ROWS = Setting("list/rows", str, RowKind.RISK.value)
HOW = {rows: Setting(f"list/{rows.value}", str, "") for rows in RowKind}


class KeptListings:
    """The memory of how the user lists registers.

    Columns, sorting and grouping are kept in the settings for all registers, the filters of each register only as long
    as the program runs.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._filters: dict[tuple[str | None, RowKind], tuple[Filter, ...]] = {}

    def listing(self, rows: RowKind | None, register: str | None) -> Listing:
        """How rows of a kind of a register were listed last; None for those that were listed last."""
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
            # Of a newer version, or changed by hand: no reason to trouble anybody.
            return usual
        return listing if listing.rows is rows else usual
