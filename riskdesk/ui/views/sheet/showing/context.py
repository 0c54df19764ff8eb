"""What the parts of a sheet share."""

from typing import NamedTuple

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractItemView

from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.sheet.showing.display import Display
from riskdesk.ui.views.sheet.showing.paper import Paper
from riskdesk.ui.views.sheet.showing.scrolling import Scrolling
from riskdesk.ui.views.sheet.showing.selection import SheetSelection


class SheetContext(NamedTuple):
    """What the parts of a sheet that respond to the user get: its widget, the workbench, and the parts that show it.

    The signals are those of the widget: `files_pasted` carries paths of files that were copied elsewhere,
    `command_wanted` an action of the window for the selection.
    """

    view: QAbstractItemView
    files_pasted: SignalInstance
    command_wanted: SignalInstance
    workbench: Workbench
    paper: Paper
    scrolling: Scrolling
    selection: SheetSelection
    display: Display
