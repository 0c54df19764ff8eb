"""What the list shows: the rows of the open register that a listing asks for, and lines for their groups."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from riskdesk.desk.listing import Arranger, Context, Group, ListRow, Rows
from riskdesk.desk.listing.arranging import grouped
from riskdesk.desk.listing.passing import cell_value
from riskdesk.domain.folding import fold
from riskdesk.domain.list_filters import NO, of_rows, remapped, retitled
from riskdesk.domain.listing import OWNERS, Filter, Listing, RowKind
from riskdesk.domain.listing_text import WIDEST
from riskdesk.domain.printing import Sides
from riskdesk.domain.remap import Remap, observed
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list.keeping import KeptListings

ListLine: TypeAlias = Group | ListRow
_REST_MS = 400
_CELL_FILTERS = {Sides.INHERENT: "cell", Sides.RESIDUAL: "residual_cell", Sides.BOTH: "either_cell"}


class Followed(NamedTuple):
    """The number of a step that the filters have followed, and the filters before and after it."""

    step: int
    before: tuple[Filter, ...]
    after: tuple[Filter, ...]


class Listed(QObject):
    """The current listing and the lines that result from it.

    `arranged` is emitted when lines may have changed; before it, `reshaped`, if rows, columns, sorting or grouping
    have; after it, `asked`, if the user asked for other lines.
    """

    reshaped = Signal()
    arranged = Signal()
    asked = Signal()

    def __init__(self, workbench: Workbench, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._kept_listings = workbench, KeptListings(settings)
        self._rows, self._arranger = Rows(), Arranger()
        self._folded: set[str] = set()
        self.listing = self._kept_listings.listing(None, workbench.register_id)
        self.lines: list[ListLine] = []
        self.shown: list[ListRow] = []
        self.register_id: str | None = None
        # The line of each row, computed when it is first needed.
        self._places: dict[str, int] | None = None
        self.context: Context | None = None
        self._resting = QTimer(self, interval=_REST_MS, singleShot=True)
        self._resting.timeout.connect(self.keep)
        self._followed: Followed | None = None
        workbench.stepped.connect(self._follow)

    @property
    def total(self) -> int:
        """The number of rows without a filter."""
        return len(self._rows.all)

    @property
    def in_order(self) -> list[ListRow]:
        """The rows in their order, including those in folded groups."""
        if not self.listing.group or self.context is None:
            return self.shown
        return [row for group in grouped(self.shown, self.listing.group, self.context) for row in group.rows]

    def ask(self, listing: Listing) -> None:
        """Use another listing."""
        before, self.listing = self.listing, listing
        if listing == before:
            return
        self.keep()
        if listing.rows is not before.rows:
            self._folded.clear()
            self._take()
        elif listing.group != before.group:
            self._folded.clear()
        if replace(listing, filters=()) != replace(before, filters=()):
            self.reshaped.emit()
        self.arrange()
        self.asked.emit()

    def clear_filters(self) -> None:
        """List all rows."""
        self.ask(replace(self.listing, filters=()))

    def turn(self, rows: RowKind) -> None:
        """List the other kind of rows, with the columns they had last; filters and groups that both kinds have stay."""
        last, carried = self._kept_listings.listing(rows, self._workbench.register_id), of_rows(self.listing, rows)
        self.ask(replace(last, filters=carried.filters, group=carried.group))

    def list_cell(
        self, likelihood: int | None, impact: int | None, sides: Sides = Sides.INHERENT, *, ended: bool = False
    ) -> None:
        """List only the risks of a cell of the matrix, or those that are not assessed if a level is None.

        The matrix shows these sides, with or without ended risks. All other filters are removed.
        """
        listing, cell = self._without_filters(RowKind.RISK), Assessment(likelihood, impact)
        if cell.complete:
            listing = listing.filtered(_CELL_FILTERS[sides], cell_value(cell))
        elif sides is Sides.RESIDUAL:
            listing = listing.filtered("residual_band", "")
        else:
            listing = listing.filtered("assessed", NO)
        self.ask(listing if ended else listing.filtered("ended", NO))

    def list_owner(self, names: Sequence[str], rows: RowKind) -> None:
        """List only the rows of a kind with an owner of these names, which differ only in blanks."""
        self.ask(self._without_filters(rows).filtered(OWNERS[rows], *names))

    def widen(self, column: int, width: int) -> None:
        """Note the new width of a column, which shows already; it is saved once the mouse rests."""
        self.listing = self.listing.resized(column, min(width, WIDEST))
        self._resting.start()

    def keep(self) -> None:
        """Remember the listing."""
        self._kept_listings.keep(self.listing, self._workbench.register_id)

    def open(self) -> None:
        """List the register that was opened."""
        self._folded.clear()
        self.listing = self._kept_listings.listing(self.listing.rows, self._workbench.register_id)
        self.reshaped.emit()
        self.refresh()

    def refresh(self) -> None:
        """Read the register again."""
        self._take()
        self.arrange()

    def arrange(self) -> None:
        """Make the lines again."""
        if self.context is not None:
            self.shown = self._arranger.arranged(self.listing, self.context)
            self.lines = self._with_groups(self.shown, self.context)
        else:
            self.shown, self.lines = [], []
        self._places = None
        self.arranged.emit()

    def place(self, identity: str) -> int | None:
        """The line of an item; None if it is not listed, or its group is folded."""
        if self._places is None:
            self._places = {line.item.id: place for place, line in enumerate(self.lines) if isinstance(line, ListRow)}
        return self._places.get(identity)

    def row(self, identity: str) -> ListRow | None:
        """The row of an item, even if it is not shown."""
        return self._rows.find(identity)

    def names(self, field: str) -> list[str]:
        """The names in a field of all rows, each once, in alphabetical order."""
        return sorted({str(getattr(row.item, field)) for row in self._rows.all} - {""}, key=fold)

    def held_text(self, identity: str, field: str) -> str:
        """The text that is held for a field of an item because it could not be stored; empty if there is none."""
        return self._workbench.typing.held_text(identity, field) or ""

    def is_folded(self, group: Group) -> bool:
        return group.key in self._folded

    def fold(self, group: Group, *, folded: bool) -> None:
        """Hide the rows of a group, or show them."""
        if folded != self.is_folded(group):
            (self._folded.add if folded else self._folded.discard)(group.key)
            self.arrange()
            self.asked.emit()

    def unfold_for(self, identity: str) -> None:
        """Unfold the group of an item."""
        if self.place(identity) is not None:
            return
        for line in self.lines:
            if isinstance(line, Group) and any(row.item.id == identity for row in line.rows):
                self.fold(line, folded=False)
                return

    def prepare_texts(self, most: int) -> bool:
        """Prepare the texts of up to `most` rows for a filter; return whether some are left."""
        return self._rows.fold_texts(most)

    def _follow(self, step: Step) -> None:
        """Let the filters follow categories that a step gave other titles, and the levels of another scale.

        Whoever takes that step back gets them as they were.
        """
        tree = self._workbench.tree()
        if tree is None or self.context is None or tree.register.id != self.register_id:
            return
        before, is_rescaled = self.listing.filters, self.context.scale != tree.register.scale
        last = self._followed
        if last is not None and (last.step, last.after) == (step.undoes, before):
            self.listing = replace(self.listing, filters=last.before)
        else:
            self.listing = self._retitled(step, tree)
            if is_rescaled:
                self.listing = remapped(self.listing, self._observed(self.context.scale, tree))
        if is_rescaled or self.listing.filters != before:
            self._followed = Followed(step.number, before, self.listing.filters)
            self.keep()
        if is_rescaled:
            # What comes next is compared with these rows.
            self._take()

    def _retitled(self, step: Step, tree: RegisterTree) -> Listing:
        """The listing that goes on admitting the categories that a step gave other titles."""
        listing = self.listing
        titles = [category.category.title for category in tree.categories] if listing.values("category") else []
        for change in step.changes if titles else ():
            if change.kind == "category" and "title" in change.edited:
                old, new = (str((record or {})["title"]) for record in (change.before, change.after))
                listing = retitled(listing, old, new, titles)
        return listing

    def _observed(self, old: Scale, tree: RegisterTree) -> Remap:
        """The table by which the risks of the rows got their levels under the present scale."""
        entries = {row.entry.entry.id: row.entry for row in self._rows.all}.values()
        before = chain.from_iterable(entry.risks for entry in entries)
        return observed(before, {risk.id: risk for risk in tree.risks}, old, tree.register.scale)

    def _without_filters(self, rows: RowKind) -> Listing:
        if self.listing.rows is not rows:
            self.turn(rows)
        return replace(self.listing, filters=())

    def _take(self) -> None:
        tree = self._workbench.tree()
        self.register_id = None if tree is None else tree.register.id
        self._rows.take(tree, self.listing.rows)
        self._arranger.take(self._rows.all)
        language, today = ui_language(), datetime.date.today()
        self.context = Context(tree.register.scale, language, today) if tree else None

    def _with_groups(self, rows: list[ListRow], context: Context) -> list[ListLine]:
        if not self.listing.group:
            return list(rows)
        lines: list[ListLine] = []
        for group in grouped(rows, self.listing.group, context):
            lines.append(group)
            lines += () if self.is_folded(group) else group.rows
        return lines
