"""The panels on the left of the window."""
