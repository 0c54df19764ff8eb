"""What was done, told over the sheet with a button that takes it back or goes there; the last ones are kept."""
