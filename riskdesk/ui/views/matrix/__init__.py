"""The matrix, a view of the register: likelihood by impact, with the risks as chips."""

from riskdesk.ui.views.matrix.matrix import Matrix

__all__ = ["Matrix"]
