"""The left side of the window: registers and categories."""
