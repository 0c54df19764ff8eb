"""Going to anything by what is typed: items, owners, registers and commands."""

from riskdesk.ui.shell.palette.controller import PaletteController

__all__ = ["PaletteController"]
