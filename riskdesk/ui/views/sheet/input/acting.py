"""The parts of a sheet that respond to the user; the sheet is first drawn without them."""

from riskdesk.ui.views.sheet.input.commands import Commands
from riskdesk.ui.views.sheet.input.dragging import Dragging
from riskdesk.ui.views.sheet.input.keys import Keys
from riskdesk.ui.views.sheet.input.pointing import Pointing
from riskdesk.ui.views.sheet.input.walking import Walking
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing.going import Going
from riskdesk.ui.views.sheet.writing.joining import Joining
from riskdesk.ui.views.sheet.writing.losing import Losing
from riskdesk.ui.views.sheet.writing.overlay import Overlay
from riskdesk.ui.views.sheet.writing.writing import SheetEditor


class Acting:
    """What a user can do on a sheet: writing in its lines, keys, mouse, dragging and commands."""

    def __init__(self, context: SheetContext) -> None:
        self.overlay = Overlay(context)
        self.writing = writing = SheetEditor(context, self.overlay)
        losing = Losing(context.view)
        self.going = Going(context, writing, Joining(context, writing, losing))
        self.keys = Keys(context, writing, Walking(context))
        self.dragging = dragging = Dragging(context, writing, losing)
        self.pointing = Pointing(context, writing, dragging)
        self.commands = Commands(context, writing, losing)
        writing.editor.items_pasted.connect(self.commands.take)
