"""The registers of the store: choosing one opens it."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from riskdesk.domain.records import kind_name
from riskdesk.domain.step import Step
from riskdesk.domain.values import Register
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.side.panel import Panel, PanelList

_ID = Qt.ItemDataRole.UserRole


class RegistersPanel(Panel):
    """Lists the registers and follows which one is open."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._heading.setText(self.tr("Registers"))
        self._hint.setText(self.tr("This store holds no register yet. File ▸ New register makes one."))
        self._workbench = workbench
        self._list = PanelList(self, 1)
        self.hold(self._list)
        self._list.currentItemChanged.connect(self._on_current_changed)
        workbench.stepped.connect(self._on_stepped)
        workbench.opened.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        registers = self._workbench.registers()
        with QSignalBlocker(self._list):
            self._list.clear()
            for register in registers:
                item = QTreeWidgetItem([register.title or self.tr("Untitled register")])
                item.setData(0, _ID, register.id)
                self._list.addTopLevelItem(item)
                if register.id == self._workbench.register_id:
                    self._list.setCurrentItem(item)
        self.show_hint(empty=not registers)

    def _on_stepped(self, step: Step) -> None:
        if kind_name(Register) in step.kinds:
            self._fill()

    def _on_current_changed(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._workbench.open_register(item.data(0, _ID))
