"""What happened: to an item beside its fields, in a register in a window of its own, and a register as it was."""
