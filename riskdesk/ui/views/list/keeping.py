"""The last listings: columns, sorting and grouping for all registers, filters for each while the program runs."""

from dataclasses import replace

from riskdesk.domain.listing import Listing, RowKind, usual_columns
from riskdesk.domain.listing_text import from_text, to_text
from riskdesk.domain.problems import Problem
from riskdesk.kit.settings import Setting, Settings

ROWS = Setting("list/rows", str, RowKind.RISK.value)
HOW = {rows: Setting(f"list/{rows.value}", str, "") for rows in RowKind}


class KeptListings:
    """The listings that were used last.

    Columns, sorting and grouping are kept in the settings for all registers, the filters of each register only as long
    as the program runs, also in the window that replaces one in another language.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def listing(self, rows: RowKind | None, register: str | None) -> Listing:
        """The last listing of a register for a kind of rows; None stands for the kind that was listed last."""
        rows = rows or self._settings.member(ROWS, RowKind.RISK)
        return replace(self._read(HOW[rows], rows), filters=self._read(_filters(register, rows), rows).filters)

    def keep(self, listing: Listing, register: str | None) -> None:
        """Remember a listing."""
        self._settings.set(_filters(register, listing.rows), to_text(listing))
        self._settings.set(ROWS, listing.rows.value)
        self._settings.set(HOW[listing.rows], to_text(replace(listing, filters=())))

    def _read(self, setting: Setting[str], rows: RowKind) -> Listing:
        usual = Listing(rows, usual_columns(rows))
        text = self._settings.get(setting)
        try:
            listing = from_text(text, "") if text else usual
        except Problem:
            # Written by a newer version, or changed by hand: not worth an error message.
            return usual
        return listing if listing.rows is rows else usual


def _filters(register: str | None, rows: RowKind) -> Setting[str]:
    """The setting for a listing with the filters of a register."""
    return Setting(f"list/{rows.value}/{register}", str, "", saved=False)
