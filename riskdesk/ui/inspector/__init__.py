"""The inspector: the fields and the history of the selected item."""

from riskdesk.ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
