"""Printing: the user's choice of how to print, the fields for it, print sets, and the printer."""
