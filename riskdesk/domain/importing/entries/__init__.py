"""Entries of a register, from rows, from tables that belong together, and from matrices."""
