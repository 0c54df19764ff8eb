"""Compares a register from a file with one that exists: which items are the same, and which fields differ."""
