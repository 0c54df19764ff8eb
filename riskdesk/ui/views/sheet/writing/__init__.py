"""Writing in a line of the sheet."""
