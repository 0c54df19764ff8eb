"""The list in the window."""

from PySide6.QtWidgets import QWidget

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.views import Views


def add_list(views: Views, workbench: Workbench, settings: Settings) -> None:
    """Add the list, which is made when it is first shown."""

    def make() -> QWidget:
        from riskdesk.ui.views.list import RegisterList

        return RegisterList(workbench, settings)

    views.add_later("list", make)
