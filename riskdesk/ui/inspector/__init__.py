"""The inspector: the fields of what is selected."""

from riskdesk.ui.inspector.inspector import Dress, Inspector

__all__ = ["Dress", "Inspector"]
