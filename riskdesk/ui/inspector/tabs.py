"""Switching between the fields and the history of the selected item."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from riskdesk.kit.settings import Setting, Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.history.page import HistoryPage

TURNED = Setting("inspector/history", bool, False)
_FIELDS, _HISTORY = range(2)
_INSPECTOR, _ACTION = "inspector", "show_history"


class ShownAreas(Protocol):
    """The areas of a window as the inspector needs them: whether an area is visible, and how to show it."""

    def is_seen(self, name: str) -> bool: ...

    def show_area(self, name: str) -> None: ...


class InspectorTabs(QObject):
    """The switch of an inspector between fields and history, with its two tabs.

    The choice is kept in the settings; `turned` is emitted when it has changed.
    """

    turned = Signal()

    def __init__(self, inspector: QStackedWidget, tabs: QTabBar, workbench: Workbench, settings: Settings) -> None:
        super().__init__(inspector)
        self._inspector, self._tabs, self._workbench, self._settings = inspector, tabs, workbench, settings
        self._page: HistoryPage | None = None
        tabs.setCurrentIndex(_HISTORY if settings.get(TURNED) else _FIELDS)
        tabs.currentChanged.connect(self._on_changed)

    @property
    def is_turned(self) -> bool:
        """Whether the history is chosen."""
        return self._tabs.currentIndex() == _HISTORY

    def history_of(self, identity: str) -> QWidget:
        """The page with the history of an item, created at the first call."""
        if self._page is None:
            self._page = HistoryPage(self._workbench, self._inspector)
            self._inspector.addWidget(self._page)
            QWidget.setTabOrder(self._tabs, self._page.text)
        self._page.show_item(identity)
        return self._page

    def show_fields(self) -> None:
        """Switch to the fields."""
        self._tabs.setCurrentIndex(_FIELDS)

    def commands(self, actions: Mapping[str, QAction], areas: ShownAreas) -> Mapping[str, Callable[[], object]]:
        """The command that switches between fields and history, for an inspector among the areas of a window."""

        def turn() -> None:
            self._tabs.setCurrentIndex(_FIELDS if self.is_turned and areas.is_seen(_INSPECTOR) else _HISTORY)
            areas.show_area(_INSPECTOR)
            tell()

        def tell() -> None:
            actions[_ACTION].setChecked(self.is_turned)

        self.turned.connect(tell)
        tell()
        return {_ACTION: turn}

    def _on_changed(self) -> None:
        self._settings.set(TURNED, self.is_turned)
        self.turned.emit()
