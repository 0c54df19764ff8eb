"""Changing several risks or mitigations together, with a preview of the changes."""
