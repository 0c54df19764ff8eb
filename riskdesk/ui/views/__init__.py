"""What stands in the centre of the window."""
