"""The list: every risk or mitigation a row, any field a column."""

from riskdesk.ui.views.list.register_list import RegisterList

__all__ = ["RegisterList"]
