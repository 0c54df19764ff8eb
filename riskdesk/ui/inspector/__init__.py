"""The inspector: the fields of what is selected."""

from riskdesk.ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
