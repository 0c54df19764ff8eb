"""Registers out of the window and into it, as other files."""
