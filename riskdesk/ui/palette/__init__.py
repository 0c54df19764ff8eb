"""Going to anything by what is typed: items, owners, registers and commands."""

from riskdesk.ui.palette.going import Going

__all__ = ["Going"]
