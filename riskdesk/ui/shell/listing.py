"""The list in the window."""

from PySide6.QtWidgets import QWidget

from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.rooms import Rooms
from riskdesk.ui.shell.views import Views


def add_list(views: Views, workbench: Workbench, settings: Settings, rooms: Rooms) -> None:
    """Add the list, which is made when it is first shown; what it lists can be exported while it is in front."""

    def make() -> QWidget:
        from riskdesk.ui.views.list import RegisterList

        register_list = RegisterList(workbench, settings)
        register_list.export_wanted.connect(lambda: rooms.transfer.export_list())
        rooms.offer_list(lambda: register_list.output.seen() if register_list.isVisible() else None)
        return register_list

    views.add_later("list", make)
