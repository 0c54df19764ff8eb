"""The saved views of the open register as a menu: show one, save the listing as one, rename, delete."""

from functools import lru_cache, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riskdesk.desk import saved_views
from riskdesk.domain.listing import Listing
from riskdesk.domain.listing_text import from_text, to_text
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import SavedView
from riskdesk.kit.plain import menu_text
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.kept_menu import KeptMenu, MenuWork
from riskdesk.ui.dialogs.named import NamedValues
from riskdesk.ui.views.list.listed import Listed
from riskdesk.ui.views.list.view_name import ViewNameDialog


class SavedViews(QObject):
    """The menu of the saved views of the open register, filled when it opens.

    `view_named` carries the name of the view that is shown as it was saved, else an empty text. If a view cannot be
    read, a message says why, and the listing stays as it is.
    """

    view_named = Signal(str)

    def __init__(self, workbench: Workbench, listed: Listed, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._listed, self._parent = workbench, listed, parent
        self._views = NamedValues(
            workbench, lambda tree: tree.saved_views, lambda view: _listing(view.listing) == listed.listing
        )
        self.menu = KeptMenu(parent)
        self.menu.aboutToShow.connect(self._fill)
        listed.arranged.connect(self.tell)

    def tell(self) -> None:
        """Emit the name of the view that is shown."""
        shown = self._views.shown()
        self.view_named.emit(shown.name if shown is not None else "")

    def pick(self, view: SavedView) -> None:
        """Use the listing of a view; if it cannot be read, a message says why, and it can be renamed or deleted."""
        self._views.pick(view)
        try:
            listing = from_text(view.listing, view.name)
        except Problem as problem:
            self._workbench.report(problem)
            return
        self._listed.ask(listing)
        self.tell()

    def _fill(self) -> None:
        shown, last, can_change = self._views.shown(), self._views.last(), self._views.can_change
        changed = last if last != shown else None
        is_any = self._chosen() is not None
        save, rename, delete = self._words(changed)
        works = (
            MenuWork(save, self._save_again, can_change and changed is not None),
            MenuWork(self.tr("Save view &as…"), self._ask_to_save, can_change),
            MenuWork(rename, self._ask_to_rename, can_change and is_any),
            MenuWork(delete, self._delete, can_change and is_any),
        )
        self.menu.fill(self._views.all(), shown, self.pick, works)

    def _chosen(self) -> SavedView | None:
        """The view that is shown, else the one that was picked last."""
        return self._views.shown() or self._views.last()

    def _words(self, view: SavedView | None) -> tuple[str, str, str]:
        """The texts of the commands on a view, with its name if nothing else in the menu says which one is meant."""
        if view is None:
            return self.tr("&Save view"), self.tr("&Rename view…"), self.tr("&Delete view")
        texts = self.tr("&Save “{name}”"), self.tr("&Rename “{name}”…"), self.tr("&Delete “{name}”")
        save, rename, delete = (text.format(name=menu_text(self.menu, view.name)) for text in texts)
        return save, rename, delete

    def _save_again(self) -> None:
        """Save the listing under the name of the view that was picked last."""
        last = self._views.last()
        if last is not None:
            self._keep(last.name)

    def _ask_to_save(self) -> None:
        """Ask for a name, and save the listing under it."""
        views = self._views
        ViewNameDialog(views.all(), views.last() or views.shown(), self._parent.window()).ask(self._keep)

    def _keep(self, name: str) -> bool:
        listing = to_text(self._listed.listing)
        is_saved = self._views.keep(name, lambda register: saved_views.keep(register, name, listing))
        self.tell()
        return is_saved

    def _ask_to_rename(self) -> None:
        """Ask for another name of the view that is shown."""
        ViewNameDialog(self._views.all(), self._chosen(), self._parent.window(), renames=True).ask(self._rename)

    def _rename(self, name: str) -> bool:
        return self._views.change(self._chosen(), partial(saved_views.rename, name=name))

    def _delete(self) -> None:
        self._views.change(self._chosen(), saved_views.delete)


@lru_cache(maxsize=1_000)
def _listing(text: str) -> Listing | None:
    """The listing of a view; None if it cannot be read."""
    try:
        return from_text(text, "")
    except Problem:
        return None
