"""The views in the centre of the window."""
