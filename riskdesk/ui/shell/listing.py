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

        made = RegisterList(workbench, settings)
        made.export_wanted.connect(lambda: rooms.transfer.export_list())
        rooms.offer_list(lambda: made.output.seen() if made.isVisible() else None)
        return made

    views.add_later("list", make)
