"""Finds the ladder for the levels of a file, by its lists of levels, its values, its signs and its colours."""
