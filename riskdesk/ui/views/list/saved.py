"""The saved views of the open register as a menu: show one, save the listing as one, rename, delete."""

from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riskdesk.desk import saved_views
from riskdesk.domain.listing import Listing
from riskdesk.domain.listing_text import from_text, to_text
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import SavedView
from riskdesk.kit.plain import menu_text
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.kept_menu import KeptMenu, Work
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
        self._picked = ""
        self.menu = KeptMenu(parent)
        self.menu.aboutToShow.connect(self._fill)
        listed.arranged.connect(self.tell)

    def tell(self) -> None:
        """Emit the name of the view that is shown."""
        current = self._current()
        self.view_named.emit(current.name if current is not None else "")

    def pick(self, view: SavedView) -> None:
        """Use the listing of a view; if it cannot be read, a message says why, and it can be renamed or deleted."""
        self._picked = view.id
        try:
            listing = from_text(view.listing, view.name)
        except Problem as problem:
            self._workbench.report(problem)
            return
        self._listed.ask(listing)
        self.tell()

    def _views(self) -> tuple[SavedView, ...]:
        tree = self._workbench.tree()
        return () if tree is None else tree.saved_views

    def _current(self) -> SavedView | None:
        """The saved view that is shown now; if several are the same, the one that was picked last."""
        fitting = [view for view in self._views() if _listing(view.listing) == self._listed.listing]
        return next((view for view in fitting if view.id == self._picked), fitting[0] if fitting else None)

    def _last(self) -> SavedView | None:
        """The view that was picked last, even if the listing was changed since."""
        return next((view for view in self._views() if view.id == self._picked), None)

    def _fill(self) -> None:
        current, last = self._current(), self._last()
        writable = not self._workbench.read_only and self._workbench.register_id is not None
        view = current or last
        save, rename, delete = self._words(last if last != current else None)
        works = (
            Work(save, self._save_again, writable and last is not None and last != current),
            Work(self.tr("Save view &as…"), self.ask_to_save, writable),
            Work(rename, self.ask_to_rename, writable and view is not None),
            Work(delete, self._delete, writable and view is not None),
        )
        self.menu.fill(self._views(), current, self.pick, works)

    def _words(self, view: SavedView | None) -> tuple[str, str, str]:
        """The texts of the commands on a view, with its name if nothing else in the menu says which one is meant."""
        if view is None:
            return self.tr("&Save view"), self.tr("&Rename view…"), self.tr("&Delete view")
        texts = self.tr("&Save “{name}”"), self.tr("&Rename “{name}”…"), self.tr("&Delete “{name}”")
        save, rename, delete = (text.format(name=menu_text(self.menu, view.name)) for text in texts)
        return save, rename, delete

    def _save_again(self) -> None:
        """Save the listing under the name of the view that was picked last."""
        last = self._last()
        if last is not None:
            self._keep(last.name)

    def ask_to_save(self) -> ViewNameDialog:
        """Ask for a name, and save the listing under it."""
        dialog = ViewNameDialog(self._views(), self._last() or self._current(), self._parent.window())
        dialog.accepted.connect(lambda: self._keep(dialog.name()))
        dialog.open()
        return dialog

    def _keep(self, name: str) -> None:
        register = self._workbench.register_id
        if register is not None:
            self._workbench.run(saved_views.keep(register, name, to_text(self._listed.listing)))
            self._picked = next((view.id for view in self._views() if view.name == name), "")
            self.tell()

    def ask_to_rename(self) -> ViewNameDialog:
        """Ask for another name of the view that is shown."""
        dialog = ViewNameDialog(self._views(), self._current() or self._last(), self._parent.window(), renames=True)
        dialog.accepted.connect(lambda: self._rename(dialog.name()))
        dialog.open()
        return dialog

    def _rename(self, name: str) -> None:
        current = self._current() or self._last()
        if current is not None:
            self._workbench.run(saved_views.rename(current.id, name))

    def _delete(self) -> None:
        current = self._current() or self._last()
        if current is not None:
            self._workbench.run(saved_views.delete(current.id))


@lru_cache(maxsize=1_000)
def _listing(text: str) -> Listing | None:
    """The listing of a view; None if it cannot be read."""
    try:
        return from_text(text, "")
    except Problem:
        return None
