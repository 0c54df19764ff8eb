"""What stands on the left of the window: registers and categories."""
