"""The sheet: the register as it will be printed, edited in place."""

from riskdesk.ui.views.sheet.sheet import Sheet

__all__ = ["Sheet"]
