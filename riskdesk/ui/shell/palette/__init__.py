"""Going to anything by what is typed: items, owners, registers and commands."""

from riskdesk.ui.shell.palette.going import Going

__all__ = ["Going"]
