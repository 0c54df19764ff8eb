"""The layout of the lines of a register on the sheet."""
