"""The registers of the file: selecting one opens it; they can be renamed and deleted here.

The menu and the actions are imported when first used.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from riskdesk.domain.step import Step, listed_changes
from riskdesk.domain.telling import register_marks
from riskdesk.domain.values import Register
from riskdesk.kit.plain import as_tip
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.panel import Panel
from riskdesk.ui.side.panel_list import PanelList
from riskdesk.ui.side.rows import ITEM_ID, SUMMARY, UNTITLED
from riskdesk.ui.side.summary import Summary

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft
    from riskdesk.ui.side.menu import RowMenu


class RegistersPanel(Panel):
    """The panel that lists the registers of the file, with the open one as the current item.

    `command_wanted` carries the name of a command of the window.
    """

    command_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        # The register to which the list was scrolled.
        self._shown: str | None = None
        self._list = PanelList(self, _title_draft, self._rename)
        hint = self.tr("This file holds no register yet. File ▸ New register makes one.")
        self.hold(self._list, self.tr("Registers"), hint)
        workbench.typing.add(self._list, self._list)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._list.itemClicked.connect(self._on_clicked)
        self._list.entered.connect(self._go_on)
        self._list.free.connect(self._fill)
        self._list.menu_wanted.connect(self._show_menu)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._fill)
        self._fill()

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The commands while the list has the focus."""
        return {
            "edit_text": self._list.rename,
            "duplicate": lambda: self._duplicate(self._list.current_id()),
            "delete": lambda: self._delete(self._list.current_id()),
        }

    @cached_property
    def _menu(self) -> "RowMenu":
        from riskdesk.ui.side.menu import RowCommand, RowMenu

        commands = (
            RowCommand(self.tr("&Open"), self._choose, edits=False),
            RowCommand(self.tr("&Rename"), self._list.rename, "F2"),
            RowCommand(self.tr("D&uplicate"), self._duplicate, "Ctrl+D"),
            None,
            RowCommand(self.tr("&Export PDF…"), lambda register: self._want(register, "export_pdf"), edits=False),
            RowCommand(self.tr("&Send a copy…"), lambda register: self._want(register, "send_copy"), edits=False),
            None,
            RowCommand(self.tr("&Delete"), self._delete, "Del"),
            None,
            RowCommand(self.tr("&New register…"), lambda _: self.command_wanted.emit("new"), "Ctrl+N", needs=False),
        )
        menu = RowMenu(self._list, commands)
        menu.aboutToHide.connect(self._point_back, Qt.ConnectionType.QueuedConnection)
        return menu

    def _show_menu(self, register: str, position: QPoint) -> None:
        self._list.point_at(register)
        self._menu.show_for(register, position, read_only=self._workbench.read_only)

    def _point_back(self) -> None:
        """Make the open register the current item again, unless a title is being edited."""
        if self._list.field is None:
            self._list.point_at(self._workbench.register_id or "")

    def _want(self, register: str, command: str) -> None:
        """Open a register and run a command of the window on it."""
        if self._choose(register):
            self.command_wanted.emit(command)

    def _duplicate(self, register: str) -> None:
        from riskdesk.desk import registers

        if register:
            self._workbench.run(registers.duplicate(register))

    def _delete(self, register: str) -> None:
        from riskdesk.desk import registers

        if register:
            self._workbench.run(registers.delete(register))

    def _fill(self) -> None:
        if self._list.field is not None:
            return
        registers, editable = self._workbench.registers(), not self._workbench.read_only
        marks, opened = register_marks(registers), self._workbench.register_id
        scrolls = opened != self._shown or self._list.shows(opened or "")
        with self._list.filling():
            for register in registers:
                untitled, mark = self.tr("Untitled register"), marks[register.id]
                title = register.title or untitled
                item = self._list.add(register.id, register.title, editable=editable)
                item.setData(0, UNTITLED, untitled)
                item.setToolTip(0, as_tip(f"{title} · {mark}" if mark else ""))
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{title}, {mark}" if mark else title)
                if mark:
                    item.setData(0, SUMMARY, Summary("", None, mark))
            self._list.choose(opened, scrolls=False)
        if scrolls:
            self._list.scrollTo(self._list.currentIndex())
        self._shown = opened
        self.show_hint(empty=not registers)

    def _on_stepped(self, step: Step) -> None:
        self._list.follow(step)
        if listed_changes(step):
            self._fill()

    def _on_current_changed(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._choose(item.data(0, ITEM_ID))

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        """Handle a click on the open register; one on another register opens that, which refills the list."""
        self._choose(item.data(0, ITEM_ID))

    def _go_on(self, _register: str) -> None:
        """Go from the open register, which is the current one, to its sheet, list or matrix."""
        self.command_wanted.emit("go_sheet")

    def _choose(self, register: str) -> bool:
        """Open a register; return whether that succeeded.

        If it was open already, or nothing in it was selected last, the register itself is selected, for the inspector.
        """
        was_open = register == self._workbench.register_id
        is_open = self._workbench.open_register(register)
        if is_open and (was_open or not self._workbench.selection):
            self._workbench.select([register])
        elif not is_open:
            # By a timer, once the list has finished this change: the open register becomes current again.
            QTimer.singleShot(0, self, self._fill)
        return is_open

    def _rename(self, register: str, title: str) -> bool:
        from riskdesk.desk import registers
        from riskdesk.ui.side.titles import store_title

        draft = self._list.draft(register, title)
        return store_title(self._workbench, registers.edit(register, title=title), draft, self._list.theirs)


def _title_draft(register: str, title: str) -> "Draft":
    from riskdesk.ui.side.titles import title_draft

    return title_draft(Register, register, register, title)
