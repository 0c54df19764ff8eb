"""The print sets of the open register, as a button with a menu: pick one, save the choice, rename or delete one."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from riskdesk.desk import print_sets
from riskdesk.domain.printing import Print
from riskdesk.domain.values import PrintSet
from riskdesk.kit.menu_button import give_menu
from riskdesk.kit.plain import with_ampersands
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.dialogs.kept_menu import KeptMenu, MenuWork
from riskdesk.ui.dialogs.named import NamedValues
from riskdesk.ui.printing.print_set import PrintSetDialog

_WIDEST = 24 * UNIT


class PrintSets(QPushButton):
    """A button with the menu of print sets, which shows the name of the current one.

    `picked` carries the Print of the set that the user picked.
    """

    picked = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._how = Print()
        self._sets = NamedValues(workbench, lambda tree: tree.print_sets, lambda print_set: print_set.how == self._how)
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
        shown = self._sets.shown()
        name = shown.name if shown else self.tr("Print settings")
        self.setText(with_ampersands(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST)))
        self.setAccessibleDescription(shown.name if shown else "")

    def _fill(self) -> None:
        shown, can_change = self._sets.shown(), self._sets.can_change
        works = (
            MenuWork(self.tr("&Save print settings…"), self._ask_to_keep, can_change),
            MenuWork(self.tr("&Rename…"), self._ask_to_rename, can_change and shown is not None),
            MenuWork(self.tr("&Delete"), self._delete, can_change and shown is not None),
        )
        self._menu.fill(self._sets.all(), shown, self._pick, works)

    def _pick(self, print_set: PrintSet) -> None:
        self._sets.pick(print_set)
        self.picked.emit(print_set.how)

    def _ask_to_keep(self) -> None:
        sets = self._sets
        PrintSetDialog(sets.all(), sets.shown() or sets.last(), self.window()).ask(self._keep)

    def _keep(self, name: str) -> bool:
        is_saved = self._sets.keep(name, lambda register: print_sets.keep(register, name, self._how))
        self._tell()
        return is_saved

    def _ask_to_rename(self) -> None:
        PrintSetDialog(self._sets.all(), self._sets.shown(), self.window(), renames=True).ask(self._rename)

    def _rename(self, name: str) -> bool:
        return self._sets.change(self._sets.shown(), partial(print_sets.rename, name=name))

    def _delete(self) -> None:
        self._sets.change(self._sets.shown(), print_sets.delete)
