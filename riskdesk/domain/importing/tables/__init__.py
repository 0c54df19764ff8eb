"""Finds what tables hold: where registers begin in them, and what their columns and rows are."""
