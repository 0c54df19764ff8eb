"""History: of an item in the inspector, of a register in a window of its own, and past states of a register."""
