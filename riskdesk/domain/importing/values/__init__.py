"""Reads the value of a single cell: a day, or a level on a ladder."""
