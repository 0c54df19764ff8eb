"""The print sets of the open register, as a button with a menu: pick one, save the choice, rename or delete one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from riskdesk.desk import print_sets
from riskdesk.domain.printing import Print
from riskdesk.domain.values import PrintSet
from riskdesk.kit.menu_button import give_menu
from riskdesk.kit.plain import menu_text
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.kept_menu import KeptMenu, Work
from riskdesk.ui.printing.print_set import PrintSetDialog

_WIDEST = 24 * UNIT


class PrintSets(QPushButton):
    """A button with the menu of print sets, which shows the name of the current one.

    `picked` carries the Print of the set that the user picked.
    """

    picked = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._how = Print()
        self._picked = ""
        self._menu = KeptMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        give_menu(self, self._menu)
        self.setAutoDefault(False)
        self.setAccessibleName(self.tr("Print settings"))
        self.setToolTip(self.tr("Saved print settings"))
        workbench.stepped.connect(self._tell)
        workbench.register_opened.connect(self._tell)

    def show_choice(self, how: Print) -> None:
        """Show the name of the print set that equals a choice, if there is one."""
        # Print sets do not include which sides of a matrix are printed.
        self._how = replace(how, sides=Print().sides)
        self._tell()

    def _tell(self) -> None:
        current = self._current()
        name = menu_text(self._menu, current.name) if current else self.tr("Print settings")
        self.setText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST))
        self.setAccessibleDescription(current.name if current else "")

    def _sets(self) -> tuple[PrintSet, ...]:
        tree = self._workbench.tree()
        return () if tree is None else tree.print_sets

    def _current(self) -> PrintSet | None:
        """The print set that equals the choice; the one picked last if there are several."""
        fitting = [print_set for print_set in self._sets() if print_set.how == self._how]
        return next(
            (print_set for print_set in fitting if print_set.id == self._picked), fitting[0] if fitting else None
        )

    def _last(self) -> PrintSet | None:
        """The print set that was picked last, even if the choice has changed since."""
        return next((print_set for print_set in self._sets() if print_set.id == self._picked), None)

    def _fill(self) -> None:
        current = self._current()
        writable = not self._workbench.read_only and self._workbench.register_id is not None
        works = (
            Work(self.tr("&Save print settings…"), self._ask_to_keep, writable),
            Work(self.tr("&Rename…"), self._ask_to_rename, writable and current is not None),
            Work(self.tr("&Delete"), self._delete, writable and current is not None),
        )
        self._menu.fill(self._sets(), current, self._pick, works)

    def _pick(self, print_set: PrintSet) -> None:
        self._picked = print_set.id
        self.picked.emit(print_set.how)

    def _ask_to_keep(self) -> PrintSetDialog:
        dialog = PrintSetDialog(self._sets(), self._current() or self._last(), self.window())
        dialog.accepted.connect(lambda: self._keep(dialog.name()))
        dialog.open()
        return dialog

    def _keep(self, name: str) -> None:
        register = self._workbench.register_id
        if register is not None:
            self._workbench.run(print_sets.keep(register, name, self._how))
            self._picked = next((print_set.id for print_set in self._sets() if print_set.name == name), "")
            self._tell()

    def _ask_to_rename(self) -> PrintSetDialog:
        dialog = PrintSetDialog(self._sets(), self._current(), self.window(), renames=True)
        dialog.accepted.connect(lambda: self._rename(dialog.name()))
        dialog.open()
        return dialog

    def _rename(self, name: str) -> None:
        current = self._current()
        if current is not None:
            self._workbench.run(print_sets.rename(current.id, name))

    def _delete(self) -> None:
        current = self._current()
        if current is not None:
            self._workbench.run(print_sets.delete(current.id))
