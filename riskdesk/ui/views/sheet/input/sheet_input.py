"""The parts of a sheet that respond to the user; the sheet is first drawn without them."""

from riskdesk.kit.wheel import ZoomWheel
from riskdesk.ui.views.sheet.input.commands import SheetCommands
from riskdesk.ui.views.sheet.input.dragging import Dragging
from riskdesk.ui.views.sheet.input.keys import SheetKeys
from riskdesk.ui.views.sheet.input.pointing import SheetPointing
from riskdesk.ui.views.sheet.input.walking import Walking
from riskdesk.ui.views.sheet.showing.context import SheetContext
from riskdesk.ui.views.sheet.writing.joining import Joining
from riskdesk.ui.views.sheet.writing.loss_question import LossQuestion
from riskdesk.ui.views.sheet.writing.next_line import NextLine
from riskdesk.ui.views.sheet.writing.overlay import Overlay
from riskdesk.ui.views.sheet.writing.writing import SheetEditor


class SheetInput:
    """What a user can do on a sheet: writing in its lines, keys, mouse, dragging and commands."""

    def __init__(self, context: SheetContext) -> None:
        self.writing = writing = SheetEditor(context, Overlay(context))
        loss_question = LossQuestion(context.view)
        NextLine(context, writing, Joining(context, writing, loss_question))
        self.keys = SheetKeys(context, writing, Walking(context))
        self.dragging = dragging = Dragging(context, writing, loss_question)
        self.pointing = SheetPointing(context, writing, dragging)
        self.commands = SheetCommands(context, writing, loss_question)
        self.wheel = ZoomWheel()
        writing.editor.items_pasted.connect(self.commands.take)
