"""Where the lines of a register stand on the sheet."""
